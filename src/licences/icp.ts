import { defineServiceLicence } from './shared/requires.ts';
import { appFiling, apps, domain, hosting, icpFiling } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'icp',
  code: 'B25',
  name: { zh: '信息服务业务（仅限互联网信息服务）', en: 'Internet information service (ICP)' },
  short: { zh: 'ICP', en: 'ICP' },
  words: [
    'ICP证',
    'ICP许可证',
    'ICP经营许可证',
    '经营性ICP',
    '互联网信息服务',
    '互联网信息服务业务',
    '信息服务业务（互联网信息服务）',
    '第二类增值电信业务中的信息服务业务（仅限互联网信息服务）',
    'Internet information service',
  ],
  fields: [apps],
  rules: [domain, icpFiling, appFiling, hosting],
});
