/** What each field of the ledger file is, for editors and docs. Fields of single kinds of licence are described by their modules. */
import type { Text } from '../domain/text.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

/** By path, as `resources[].expires`. */
export const FIELD_TITLES: Readonly<Record<string, Text>> = {
  version: t('台账格式的版本，现为1', 'Version of the ledger format: 1.'),

  company: t('公司', 'The company whose ledger this is.'),
  'company.name': t('公司名称，与营业执照一致', 'Name as on the business licence.'),
  'company.creditCode': t('统一社会信用代码，18位', 'Unified social credit code, 18 characters.'),
  'company.registeredCapital': t('注册资本（元）', 'Registered capital in CNY.'),
  'company.changes': t(
    '须向发证机关报告或申请的变更',
    'Changes that the issuing authority must be told of or asked for.',
  ),
  'company.changes[].what': t('变更事项', 'What changed.'),
  'company.changes[].decided': t('公司作出决定之日', 'The day on which the company decided.'),
  'company.changes[].registered': t('完成工商变更登记之日', 'The day on which the company register was changed.'),
  'company.changes[].reported': t('向发证机关报告或申请之日', 'The day on which the authority was told or asked.'),
  'company.changes[].effective': t('生效之日：停业或由他人接手', 'The day from which it takes effect.'),
  'company.changes[].approved': t(
    '发证机关批准变更之日',
    'The day on which the authority granted the change of the licence.',
  ),
  'company.changes[].publicised': t(
    '在企业信用信息公示系统公示之日',
    'The day on which the changed licence was made public on the enterprise credit site.',
  ),
  'company.systems': t(
    '需要定期测评、评估或审计的系统和数据',
    'Systems and data that are evaluated, assessed or audited again and again.',
  ),
  'company.systems[].id': t('编号，全文件唯一', 'Id, unique in the file.'),
  'company.systems[].kind': t(
    '种类：信息系统（等保）、网络单元（通信网络安全防护）、个人信息',
    'An information system (MLPS), a network unit (Order 11), or personal information.',
  ),
  'company.systems[].title': t('名称', 'What people call it.'),
  'company.systems[].level': t('级别，1至5', 'Grade, 1 to 5.'),
  'company.systems[].persons': t('所处理个人信息涉及的人数', 'Persons whose information is processed.'),
  'company.systems[].since': t('定级或开始处理之日', 'The day on which the grade was fixed or processing began.'),
  'company.systems[].evaluations': t('完成测评的日期', 'Days on which an evaluation was completed.'),
  'company.systems[].assessments': t('完成风险评估的日期', 'Days on which a risk assessment was completed.'),
  'company.systems[].audits': t('完成合规审计的日期', 'Days on which an audit was completed.'),
  'company.systems[].warnWithin': t('本条提前多少天提醒', 'Days of warning for this entry.'),

  policy: t('检查的尺度', 'How strictly to check.'),
  'policy.warnWithin': t('提前多少天提醒，默认60', 'Days of warning; 60 if absent.'),
  'policy.timezone': t(
    '按哪个时区算今天，默认Asia/Shanghai',
    'Time zone in which today is counted; Asia/Shanghai if absent.',
  ),
  'policy.since': t('此日之前到期的定期义务不追问', 'Periodic duties that fell due before this day are not asked for.'),
  'policy.maxWaiverDays': t('豁免最长多少天，默认180', 'Days that a waiver may run; 180 if absent.'),
  'policy.verifyWithin': t(
    '资源最长多少个月须与原件核对一次，不写则不追问',
    'Months within which each resource is to be held against its paper again; nobody asks if absent.',
  ),
  'policy.number700Notice': t(
    '700试点通知之日，默认2025-07-03',
    'The day of the notice that began the 700 pilot; 2025-07-03 if absent.',
  ),

  licences: t('许可证、码号和备案', 'Licences, number grants and filings.'),
  'licences[].id': t('编号，全文件唯一', 'Id, unique in the file.'),
  'licences[].kind': t('种类', 'Kind.'),
  'licences[].number': t('证号', 'Number on the licence.'),
  'licences[].scope': t('业务覆盖范围：national（全国），或省份列表', 'Coverage: `national`, or a list of provinces.'),
  'licences[].issued': t('发证之日', 'The day of issue.'),
  'licences[].expires': t('最后有效日', 'The last valid day.'),
  'licences[].opened': t('业务开通之日', 'The day on which the business was opened.'),
  'licences[].renewal': t('延续申请', 'The application for renewal.'),
  'licences[].renewal.applied': t('提交延续申请之日', 'The day on which renewal was applied for.'),
  'licences[].closed': t(
    '注销之日，从这天起不再要求',
    'The day on which it is given up; nothing is asked from then on.',
  ),
  'licences[].annualReports': t(
    '年报：年份对应报送之日',
    'Annual reports: the reported year and the day on which it was filed.',
  ),
  'licences[].warnWithin': t('本条提前多少天提醒', 'Days of warning for this entry.'),
  'licences[].owner': t('负责的部门或人', 'Who looks after it.'),
  'licences[].notes': t('备注', 'Notes.'),

  resources: t('支撑许可证的合同和证明', 'Contracts and proofs that keep licences good.'),
  'resources[].id': t('编号，全文件唯一', 'Id, unique in the file.'),
  'resources[].kind': t('种类；规则认识列出的这些，也可自定', 'Kind: one that rules know, or any word of your own.'),
  'resources[].title': t('名称', 'What people call it.'),
  'resources[].provider': t('对方', 'The other party.'),
  'resources[].starts': t('第一个有效日；不写表示一直有效', 'The first valid day; absent: from ever.'),
  'resources[].expires': t('最后有效日，或never（没有期限）', 'The last valid day, or `never`.'),
  'resources[].serves': t('支撑哪些许可证（编号）', 'Ids of the licences that it serves.'),
  'resources[].follows': t('接续哪一条（编号）', 'Id of the entry that it continues.'),
  'resources[].renew': t('false：有意让它到期', '`false`: let it end on purpose.'),
  'resources[].autoRenew': t('自动续期', 'It renews itself.'),
  'resources[].autoRenew.months': t('每次续几个月', 'Months of each further term.'),
  'resources[].autoRenew.noticeDays': t('不续须提前多少天通知', 'Days before the end by which notice must be given.'),
  'resources[].warnWithin': t('本条提前多少天提醒', 'Days of warning for this entry.'),
  'resources[].owner': t('负责的部门或人', 'Who looks after it.'),
  'resources[].registrant': t('域名注册者', 'In whose name a domain is registered.'),
  'resources[].verified': t('最近与原件核对之日', 'The day on which it was last held against the paper.'),
  'resources[].evidence': t('扫描件等凭证', 'Files that prove it.'),
  'resources[].evidence[].path': t('文件路径', 'Path of the file.'),
  'resources[].evidence[].sha256': t('文件的SHA-256', 'SHA-256 of the file.'),
  'resources[].notes': t('备注', 'Notes.'),

  requirements: t('公司自定的要求', "The company's own requirements."),
  'requirements[].id': t('编号；规则名为own/编号', 'Id; the rule is called own/ID.'),
  'requirements[].licence': t('许可证编号或种类', 'Id of a licence, or a kind of licence.'),
  'requirements[].needs': t('需要哪种资源', 'The kind of resource that is needed.'),
  'requirements[].severity': t('最高报到什么级别，默认warning', 'How grave it is at most; warning if absent.'),
  'requirements[].reason': t('理由', 'Why it is asked for.'),

  waivers: t('豁免', 'What somebody answers for until a day.'),
  'waivers[].rule': t('豁免哪条规则', 'The rule that is waived.'),
  'waivers[].entry': t('对哪一条（编号，或company）', 'Id of the entry, or `company`.'),
  'waivers[].until': t('最后一天', 'Its last day.'),
  'waivers[].reason': t('理由', 'Why.'),
  'waivers[].approvedBy': t('谁批准的', 'Who approved it.'),
};
