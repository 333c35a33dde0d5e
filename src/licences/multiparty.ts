import { operatorAgreement } from './shared/platform-resources.ts';
import { defineServiceLicence } from './shared/service-licence.ts';

export default defineServiceLicence({
  kind: 'multiparty',
  code: 'B22',
  name: { zh: '国内多方通信服务业务', en: 'Domestic multi-party communication' },
  rules: [operatorAgreement],
});
