import { hosting } from './shared/platform-resources.ts';
import { defineServiceLicence } from './shared/service-licence.ts';

export default defineServiceLicence({
  kind: 'dns',
  code: 'B26-1',
  name: { zh: '互联网域名解析服务业务', en: 'Domain name resolution service (DNS)' },
  rules: [hosting],
});
