import { defineServiceLicence } from './shared/requires.ts';
import { appFiling, apps, domain, hosting, icpFiling } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'edi',
  code: 'B21',
  name: { zh: '在线数据处理与交易处理业务', en: 'Online data and transaction processing (EDI)' },
  short: { zh: 'EDI', en: 'EDI' },
  words: [
    'EDI证',
    'EDI许可证',
    '在线数据处理与交易处理',
    '在线数据处理与交易处理业务（仅限经营类电子商务）',
    '在线数据处理与交易处理业务（经营类电子商务）',
    'online data processing',
    'transaction processing',
  ],
  fields: [apps],
  rules: [domain, icpFiling, appFiling, hosting],
});
