import { defineServiceLicence } from './shared/requires.ts';
import { operatorAgreement, siteLease } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'premises-network',
  code: 'A25-3',
  name: { zh: '用户驻地网业务', en: 'Customer premises network' },
  short: { zh: '驻地网', en: 'Premises network' },
  words: ['用户驻地网', '驻地网许可证', 'customer premises network'],
  rules: [operatorAgreement, siteLease],
});
