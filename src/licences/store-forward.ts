import { operatorAgreement } from './shared/platform-resources.ts';
import { defineServiceLicence } from './shared/service-licence.ts';

export default defineServiceLicence({
  kind: 'store-forward',
  code: 'B23',
  name: { zh: '存储转发类业务', en: 'Store-and-forward service' },
  rules: [operatorAgreement],
});
