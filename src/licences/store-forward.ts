import { defineServiceLicence } from './shared/requires.ts';
import { operatorAgreement } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'store-forward',
  code: 'B23',
  name: { zh: '存储转发类业务', en: 'Store-and-forward service' },
  short: { zh: '存储转发', en: 'Store-and-forward' },
  words: ['存储转发类', '存储转发许可证', '语音信箱', 'store and forward'],
  rules: [operatorAgreement],
});
