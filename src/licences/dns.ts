import { defineServiceLicence } from './shared/requires.ts';
import { hosting } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'dns',
  code: 'B26-1',
  name: { zh: '互联网域名解析服务业务', en: 'Domain name resolution service (DNS)' },
  short: { zh: '域名解析', en: 'DNS' },
  words: [
    'DNS',
    'B26',
    '域名解析服务',
    '互联网域名解析',
    '互联网域名解析服务',
    '编码和规程转换',
    '编码和规程转换业务（互联网域名解析服务业务）',
    'domain name resolution',
  ],
  rules: [hosting],
});
