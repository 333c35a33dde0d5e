import { ipAddresses, leasedLine, systemEvaluation } from './shared/network-resources.ts';
import { defineServiceLicence } from './shared/service-licence.ts';

export default defineServiceLicence({
  kind: 'isp',
  code: 'B14',
  name: { zh: '互联网接入服务业务', en: 'Internet access service (ISP)' },
  rules: [leasedLine({ zh: '互联网接入服务', en: 'Internet access provider' }), ipAddresses, systemEvaluation],
});
