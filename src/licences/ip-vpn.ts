import { defineServiceLicence } from './shared/requires.ts';
import { contract } from './shared/resources.ts';

export default defineServiceLicence({
  kind: 'ip-vpn',
  code: 'B13',
  name: { zh: '国内互联网虚拟专用网业务', en: 'Domestic IP-VPN service' },
  short: { zh: 'IP-VPN', en: 'IP-VPN' },
  words: ['VPN', 'IPVPN', 'IP-VPN许可证', '互联网虚拟专用网', '国内互联网虚拟专用网', 'virtual private network'],
  rules: [
    contract(
      'leased-line',
      {
        zh: '组网所用的线路或互联网资源，每一天都有有效的租用协议。',
        en: 'The lines or Internet resources of the network are rented under an agreement in force on every day.',
      },
      {
        zh: '业务限于国内，用自有或向基础电信企业租用的资源组网；协议断签，用户的专网就断。法规没有规定协议期限，这是实务要求。',
        en: "The service is domestic and built on own or rented resources; without the agreement the customers' networks stop. No regulation fixes a term: this is practice.",
      },
    ),
  ],
});
