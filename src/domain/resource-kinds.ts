import type { Text } from './text.ts';

/** The resource kinds that rules know by name. Any other kebab-case word is a kind too, and gets the expiry rules. */
export const RESOURCE_KINDS: Readonly<Record<string, Text>> = {
  'leased-line': { zh: '专线接入协议', en: 'leased line' },
  bandwidth: { zh: '带宽合同', en: 'bandwidth contract' },
  'ip-addresses': { zh: 'IP地址合同', en: 'IP address contract' },
  domain: { zh: '域名', en: 'domain' },
  certificate: { zh: '证书', en: 'certificate' },
  'machine-room': { zh: '机房（机架）合同', en: 'machine room contract' },
  hosting: { zh: '托管协议', en: 'hosting contract' },
  'voice-line': { zh: '语音专线协议', en: 'voice line' },
  'operator-agreement': { zh: '与基础电信企业的合作协议', en: 'operator agreement' },
  'site-lease': { zh: '场地租赁合同', en: 'site lease' },
  'business-licence': { zh: '营业执照', en: 'business licence' },
  'social-insurance': { zh: '社保证明', en: 'proof of social insurance' },
  'system-evaluation': { zh: '系统评测报告', en: 'system evaluation' },
  'security-assessment': { zh: '安全评估报告', en: 'security assessment' },
  'mlps-report': { zh: '等级保护测评报告', en: 'MLPS evaluation report' },
  'icp-filing': { zh: 'ICP备案', en: 'ICP filing' },
  'app-filing': { zh: 'App备案', en: 'app filing' },
  'platform-agreement': { zh: '平台协议', en: 'platform agreement' },
  'pilot-approval': { zh: '试点批复', en: 'pilot approval' },
  'number-certificate': { zh: '码号资源使用证书', en: 'number certificate' },
};

/** What people call a kind; the kind itself where it is the company's own word. */
export function nameOfResourceKind(kind: string): Text {
  const name = Object.hasOwn(RESOURCE_KINDS, kind) ? RESOURCE_KINDS[kind] : undefined;
  return name ?? { zh: kind, en: kind };
}
