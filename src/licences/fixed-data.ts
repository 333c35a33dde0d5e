import { defineServiceLicence } from './shared/requires.ts';
import { contract } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'fixed-data',
  code: 'A24-1',
  name: { zh: '固定网国内数据传送业务', en: 'Domestic data transmission over fixed networks' },
  short: { zh: '国内数传', en: 'Fixed data' },
  words: ['数传', 'A24', '国内数据传送', '固定网国内数据传送', 'data transmission'],
  rules: [
    contract(
      'leased-line',
      {
        zh: '传送所用的线路，每一天都有有效的租用协议。',
        en: 'The transmission lines are rented under an agreement in force on every day.',
      },
      {
        zh: '经营者不自建传输网，向持证的基础电信企业租用；协议断签，数据传送就断。法规没有规定协议期限，这是实务要求。',
        en: 'The holder builds no transmission network of its own and rents from a licensed basic operator; without the agreement the service stops. No regulation fixes a term: this is practice.',
      },
    ),
  ],
});
