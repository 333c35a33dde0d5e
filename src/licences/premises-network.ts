import { operatorAgreement, siteLease } from './shared/platform-resources.ts';
import { defineServiceLicence } from './shared/service-licence.ts';

export default defineServiceLicence({
  kind: 'premises-network',
  code: 'A25-3',
  name: { zh: '用户驻地网业务', en: 'Customer premises network' },
  rules: [operatorAgreement, siteLease],
});
