import { domain, hosting, icpFiling } from './shared/platform-resources.ts';
import { defineServiceLicence } from './shared/service-licence.ts';

export default defineServiceLicence({
  kind: 'edi',
  code: 'B21',
  name: { zh: '在线数据处理与交易处理业务', en: 'Online data and transaction processing (EDI)' },
  rules: [domain, icpFiling, hosting],
});
