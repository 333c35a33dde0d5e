import { order42 } from '../law/licensing.ts';
import { defineServiceLicence, followUp, requires } from './shared/requires.ts';
import { bandwidth, ipAddresses, systemEvaluation } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'idc',
  code: 'B11',
  name: { zh: '互联网数据中心业务', en: 'Internet data centre (IDC)' },
  short: { zh: 'IDC', en: 'IDC' },
  words: [
    'IDC证',
    'IDC许可证',
    '数据中心',
    '互联网数据中心',
    '互联网数据中心业务（不含互联网资源协作服务）',
    '互联网数据中心业务（仅限互联网资源协作服务）',
    '互联网资源协作服务',
    '云服务',
    'data centre',
    'data center',
    'cloud',
  ],
  rules: [
    requires('machine-room', {
      summary: {
        zh: '数据中心的机房或机架，每一天都有有效的权属证明或合同。',
        en: 'The machine room or racks of a data centre have a title or contract in force on every day.',
      },
      why: {
        zh: '必要的场地和设施是取得许可的条件；机房合同到期，业务和许可都失去依托。期限以合同为准，法规没有规定，这是实务要求。',
        en: 'Premises and facilities are a condition of the licence; when the room contract ends, both service and licence lose their basis. No regulation fixes a term: this is practice.',
      },
      remedy: followUp('machine-room'),
      basis: [order42.article('6(5)', 'practice')],
    }),
    bandwidth({ zh: '互联网数据中心', en: 'A data centre' }),
    ipAddresses,
    systemEvaluation,
  ],
});
