import { defineServiceLicence } from './shared/requires.ts';
import { operatorAgreement } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'multiparty',
  code: 'B22',
  name: { zh: '国内多方通信服务业务', en: 'Domestic multi-party communication' },
  short: { zh: '多方通信', en: 'Multi-party' },
  words: ['国内多方通信', '国内多方通信服务', '多方通信服务', '多方通信许可证', 'multi-party', 'conferencing'],
  rules: [operatorAgreement],
});
