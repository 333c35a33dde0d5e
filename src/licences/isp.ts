import { defineServiceLicence } from './shared/requires.ts';
import { ipAddresses, leasedLine, systemEvaluation } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'isp',
  code: 'B14',
  name: { zh: '互联网接入服务业务', en: 'Internet access service (ISP)' },
  short: { zh: 'ISP', en: 'ISP' },
  words: [
    'ISP证',
    'ISP许可证',
    '互联网接入',
    '互联网接入服务',
    '互联网接入服务业务（为上网用户提供接入服务）',
    '互联网接入服务业务（为互联网平台提供接入服务）',
    'Internet access',
  ],
  rules: [leasedLine({ zh: '互联网接入服务', en: 'Internet access provider' }), ipAddresses, systemEvaluation],
});
