/** Fields that entries of several sorts have, and the files behind an entry. */
import type { Evidence } from '../domain/ledger.ts';
import { SEVERITIES } from '../domain/severity.ts';
import {
  choice,
  day,
  days,
  end,
  entryFields,
  field,
  filled,
  idWord,
  kindWord,
  list,
  LONGEST,
  record,
  required,
  sha256Text,
  text,
} from './field.ts';
import { spaced } from './heading-words.ts';

export const id = required(
  field('id', {
    title: { zh: '编号', en: 'ID' },
    describes: {
      zh: '编号，全文件唯一；由小写字母、数字和短横线组成',
      en: 'id, unique in the file: lower-case letters, digits and hyphens',
    },
    words: ['条目编号', '台账编号'],
    shape: idWord(),
    example: 'line-bj-2026',
  }),
);

export const kind = required(
  field('kind', {
    title: { zh: '种类', en: 'Kind' },
    describes: { zh: '种类', en: 'kind' },
    words: spaced('类型 类别 type category'),
    shape: kindWord(),
    example: 'leased-line',
    ask: 'always',
    question: { zh: '种类（许可证、码号、合同或证明）', en: 'Kind of licence, contract or proof' },
    option: false,
  }),
);

export const title = field('title', {
  title: { zh: '名称', en: 'Title' },
  describes: { zh: '名称', en: 'title' },
  words: spaced('标题 合同名称 协议名称 域名 线路 name contractname'),
  shape: text(),
  example: '北京亦庄专线接入协议',
  ask: 'always',
  question: { zh: '合同或证明的名称', en: 'Title of the contract or proof' },
});

/** The words for an end are the same for papers and contracts. */
const lastDay = {
  title: { zh: '到期日', en: 'Expires' },
  words: spaced('到期日期 有效期至 expiry expirydate expirationdate end ends enddate validuntil validto'),
  question: { zh: '到期日（最后有效日）', en: 'Last valid day' },
  ask: 'always',
} as const;

export const expires = required(
  field('expires', {
    ...lastDay,
    describes: { zh: '到期日，即最后有效日', en: 'the last valid day' },
    shape: day(),
    example: '2027-03-14',
  }),
);

/** A contract may have no end. */
export const expiresOrNever = required(
  field('expires', {
    ...lastDay,
    describes: {
      zh: '到期日，即最后有效日；没有期限的写never',
      en: 'the last valid day; `never` if there is no end',
    },
    shape: end(),
    example: '2026-12-31',
  }),
);

export const starts = field('starts', {
  title: { zh: '起始日', en: 'Starts' },
  describes: {
    zh: '起始日，即第一个有效日；不写表示到期前一直有效',
    en: 'the first valid day; if absent, valid on every day up to the last',
  },
  words: spaced('起始日期 开始日期 生效日期 start startdate effective effectivedate validfrom signed'),
  shape: day(),
  example: '2026-01-01',
  ask: 'always',
  question: { zh: '起始日（第一个有效日）', en: 'First valid day' },
});

export const owner = field('owner', {
  title: { zh: '负责人', en: 'Owner' },
  describes: { zh: '负责人或部门', en: 'person or department responsible' },
  words: spaced('责任人 责任部门 responsible responsibleperson department'),
  option: 'NAME',
  shape: text(),
  example: '网络部',
  ask: 'always',
  question: { zh: '负责人或部门', en: 'Person or department responsible' },
});

export const warnWithin = field('warnWithin', {
  title: { zh: '提前提醒（天）', en: 'Warn within (days)' },
  describes: { zh: '本条提前多少天提醒', en: 'days of warning for this entry' },
  words: ['提前提醒', '提前提醒天数', '提醒天数', '预警天数', '提前预警天数'],
  option: 'DAYS',
  shape: days(),
  example: '90',
});

export const verified = field('verified', {
  title: { zh: '核对日', en: 'Verified' },
  describes: { zh: '最近与原件核对之日', en: 'the day on which it was last checked against the paper' },
  words: ['核对日期', '最近核对', '最近核对日期', '最近核对日'],
  shape: day(),
  example: '2026-10-01',
});

export const notes = field('notes', {
  title: { zh: '备注', en: 'Notes' },
  describes: { zh: '备注', en: 'notes' },
  words: ['说明', '注释', 'note', 'remark', 'remarks', 'comment', 'comments'],
  shape: text(LONGEST.prose),
  example: '原件在综合部',
});

export const severity = field('severity', {
  title: { zh: '级别', en: 'Severity' },
  describes: { zh: '最高级别，不写为warning', en: 'the highest severity; `warning` if absent' },
  shape: choice(SEVERITIES),
  example: 'warning',
});

export const reason = field('reason', {
  title: { zh: '理由', en: 'Reason' },
  describes: { zh: '理由', en: 'why' },
  words: ['原因', '事由'],
  shape: text(LONGEST.prose),
  example: '集团要求',
});

export const evidenceFields = entryFields<Evidence>({
  path: required(
    field('path', {
      title: { zh: '文件', en: 'File' },
      describes: { zh: '文件路径，从台账所在文件夹算起', en: 'path of the file, from the folder of the ledger' },
      shape: filled(),
      example: 'evidence/line-bj-2026.pdf',
    }),
  ),
  sha256: field('sha256', {
    title: { zh: 'SHA-256', en: 'SHA-256' },
    describes: { zh: '文件的SHA-256，64位十六进制', en: 'SHA-256 of the file, 64 hexadecimal digits' },
    shape: sha256Text(),
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  }),
});

export const evidence = field('evidence', {
  title: { zh: '凭证', en: 'Evidence' },
  describes: { zh: '凭证：扫描件等文件', en: 'evidence files, such as scans' },
  words: ['凭据', '扫描件', '附件', 'attachment', 'attachments', 'file', 'files'],
  shape: list(record(evidenceFields)),
  example: '[{ path: evidence/line-bj-2026.pdf }]',
});
