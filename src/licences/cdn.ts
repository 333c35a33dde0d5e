import { order42 } from '../law/licensing.ts';
import { defineServiceLicence, followUp, requires } from './shared/requires.ts';
import { bandwidth, systemEvaluation } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'cdn',
  code: 'B12',
  name: { zh: '内容分发网络业务', en: 'Content delivery network (CDN)' },
  short: { zh: 'CDN', en: 'CDN' },
  words: ['CDN证', 'CDN许可证', '内容分发', '内容分发网络', 'content delivery'],
  rules: [
    requires('hosting', {
      summary: {
        zh: '节点托管在有资质的机房，托管协议每一天都有效。',
        en: 'The nodes stand in licensed rooms under hosting contracts in force on every day.',
      },
      why: {
        zh: '节点应放在持有IDC许可的机房或基础电信企业的机房；托管协议到期，节点就没有合法的托管场所。法规没有规定协议期限，这是实务要求。',
        en: 'Nodes stand in rooms of licensed data centres or basic operators; when the contract ends, they have no lawful place. No regulation fixes a term: this is practice.',
      },
      remedy: followUp('hosting'),
      basis: [order42.article('24', 'practice')],
    }),
    bandwidth({ zh: '内容分发网络', en: 'A content delivery network' }),
    systemEvaluation,
  ],
});
