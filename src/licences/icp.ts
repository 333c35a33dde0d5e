import { domain, hosting, icpFiling } from './shared/platform-resources.ts';
import { defineServiceLicence } from './shared/service-licence.ts';

export default defineServiceLicence({
  kind: 'icp',
  code: 'B25',
  name: { zh: '信息服务业务（仅限互联网信息服务）', en: 'Internet information service (ICP)' },
  rules: [domain, icpFiling, hosting],
});
