import { defineServiceLicence } from './shared/requires.ts';
import { contract } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'network-hosting',
  code: 'A27',
  name: { zh: '网络托管业务', en: 'Network hosting' },
  short: { zh: '网络托管', en: 'Network hosting' },
  words: ['网络托管服务', '网络托管许可证'],
  rules: [
    contract(
      'hosting',
      {
        zh: '受托管理的网络，每一天都有与委托方签订的有效托管协议。',
        en: 'The network managed for others has a hosting contract with its owner in force on every day.',
      },
      {
        zh: '业务就是受托管理他人的网络，没有有效协议即没有开展业务的证明。法规没有规定协议期限，这是实务要求。',
        en: 'The service is managing the networks of others; without a contract in force there is no proof of business. No regulation fixes a term: this is practice.',
      },
    ),
  ],
});
