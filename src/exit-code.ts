/** What the program's end tells the shell: the same codes for every command and every format. */
import type { Verdict } from './domain/policy.ts';
import type { Text } from './domain/text.ts';

export const ExitCode = {
  ok: 0,
  findings: 1,
  usage: 2,
  noVerdict: 3,
  fault: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** What commands do, as far as their exit codes go. */
export type Ending =
  | 'checks'
  | 'tests'
  | 'ages'
  | 'packs'
  | 'tells'
  | 'sends'
  | 'writes'
  | 'explains'
  | 'reviews'
  | 'serves'
  | 'any';

const FOUND_OR_NOT: Readonly<Partial<Record<ExitCode, Text>>> = {
  [ExitCode.ok]: { zh: '检查完成，没有达到失败级别的问题', en: 'checked: no findings at or above the fail level' },
  [ExitCode.findings]: {
    zh: '检查完成，有达到失败级别的问题',
    en: 'checked: findings at or above the fail level',
  },
};
const USAGE: Text = {
  zh: '用法有误：未知的选项、日期或规则',
  en: 'wrong usage: unknown option, bad date, unknown rule',
};
const FAULT: Text = { zh: '程序自身故障', en: 'a fault in the program itself' };

/** The codes that commands can really end with, in words; help and documents print them. */
export const ENDINGS: Readonly<Record<Ending, Readonly<Partial<Record<ExitCode, Text>>>>> = {
  checks: {
    ...FOUND_OR_NOT,
    [ExitCode.usage]: USAGE,
    [ExitCode.noVerdict]: {
      zh: '无法得出结论：没有台账，或台账、凭证不可读或无效',
      en: 'no verdict: no ledger, or a ledger or evidence is unreadable or invalid',
    },
    [ExitCode.fault]: FAULT,
    [ExitCode.interrupted]: {
      zh: '被中断，或没有确认 `--fix`；每份台账要么没有改动，要么已全部改好',
      en: 'interrupted, or `--fix` was declined; each ledger is as it was, or repaired whole',
    },
  },
  tests: {
    ...FOUND_OR_NOT,
    [ExitCode.usage]: USAGE,
    [ExitCode.noVerdict]: { zh: '用例文件不可读或无效', en: 'a case file is unreadable or invalid' },
    [ExitCode.fault]: FAULT,
  },
  ages: {
    [ExitCode.ok]: { zh: '最近一次检查不超过 --max-age', en: 'the last check is within --max-age' },
    [ExitCode.findings]: { zh: '最近一次检查超过 --max-age', en: 'the last check is older than --max-age' },
    [ExitCode.usage]: { zh: '用法有误：未知的选项、日期或天数', en: 'wrong usage: unknown option, bad date or age' },
    [ExitCode.noVerdict]: {
      zh: '文件不可读、不是回执，或该次检查没有结论',
      en: 'the file is unreadable or not a receipt, or that check reached no verdict',
    },
    [ExitCode.fault]: FAULT,
  },
  packs: {
    [ExitCode.ok]: { zh: '已写出，登记的凭证文件齐全', en: 'written, with every recorded evidence file' },
    [ExitCode.findings]: { zh: '已写出，但缺少凭证文件', en: 'written, but evidence files are missing' },
    [ExitCode.usage]: {
      zh: '用法有误，或没有这张许可证；没有写入',
      en: 'wrong usage, or there is no such licence; nothing was written',
    },
    [ExitCode.noVerdict]: {
      zh: '凭证文件与登记的不一致，或不可读；台账无效；或无法写入',
      en: 'evidence was changed or refused, the ledger is unreadable or invalid, or writing failed',
    },
    [ExitCode.fault]: FAULT,
    [ExitCode.interrupted]: { zh: '被中断；没有写入', en: 'interrupted; nothing was written' },
  },
  tells: {
    [ExitCode.ok]: { zh: '已列出，不论有没有问题', en: 'listed, whatever the findings' },
    [ExitCode.usage]: USAGE,
    [ExitCode.noVerdict]: {
      zh: '没有台账，或有台账不可读、无效',
      en: 'no ledger, or a ledger is unreadable or invalid',
    },
    [ExitCode.fault]: FAULT,
  },
  sends: {
    [ExitCode.ok]: { zh: '已打印或已发送，或没有要提醒的事', en: 'printed or sent, or nothing to send' },
    [ExitCode.usage]: {
      zh: '用法有误，或环境变量缺少地址；没有发送',
      en: 'wrong usage, or no address in the environment; nothing was sent',
    },
    [ExitCode.noVerdict]: {
      zh: '没有台账，有台账不可读、无效，或没有发送成功',
      en: 'no ledger, a ledger is unreadable or invalid, or the message was not accepted',
    },
    [ExitCode.fault]: FAULT,
  },
  writes: {
    [ExitCode.ok]: { zh: '已写入，或无需改动', en: 'written, or nothing to change' },
    [ExitCode.usage]: { zh: '用法有误，或值不可用；没有写入', en: 'wrong usage or a bad value; nothing was written' },
    [ExitCode.noVerdict]: {
      zh: '台账不可读、无效，或无法写入',
      en: 'the ledger is unreadable or invalid, or cannot be written',
    },
    [ExitCode.fault]: FAULT,
    [ExitCode.interrupted]: { zh: '被中断；没有写入', en: 'interrupted; nothing was written' },
  },
  explains: {
    [ExitCode.ok]: { zh: '已列出', en: 'listed' },
    [ExitCode.usage]: USAGE,
    [ExitCode.fault]: FAULT,
  },
  reviews: {
    [ExitCode.ok]: { zh: '已列出', en: 'listed' },
    [ExitCode.findings]: {
      zh: '用了 --stale --fail，有依据应重新核对',
      en: 'with --stale --fail: some law is due to be read again',
    },
    [ExitCode.usage]: USAGE,
    [ExitCode.fault]: FAULT,
  },
  serves: {
    [ExitCode.ok]: { zh: '编辑器按协议结束了服务', en: 'the editor ended the session as the protocol requires' },
    [ExitCode.findings]: {
      zh: '编辑器没有先要求关闭（shutdown）',
      en: 'the editor ended the session without `shutdown`',
    },
    [ExitCode.usage]: USAGE,
    [ExitCode.fault]: FAULT,
    [ExitCode.interrupted]: { zh: '被中断', en: 'interrupted' },
  },
  any: {
    ...FOUND_OR_NOT,
    [ExitCode.usage]: USAGE,
    [ExitCode.noVerdict]: {
      zh: '没有台账，或台账、凭证、磁盘不可用',
      en: 'no ledger, or a ledger, evidence or the disk cannot be used',
    },
    [ExitCode.fault]: FAULT,
    [ExitCode.interrupted]: { zh: '被中断；没有写入', en: 'interrupted; nothing was written' },
  },
};

const FROM_BEST_TO_WORST: readonly ExitCode[] = [
  ExitCode.ok,
  ExitCode.findings,
  ExitCode.noVerdict,
  ExitCode.usage,
  ExitCode.fault,
];

/** The gravest of several codes, 0 for none. An interruption is no result and never meets others. */
export function worst(...codes: readonly Exclude<ExitCode, typeof ExitCode.interrupted>[]): ExitCode {
  return FROM_BEST_TO_WORST.findLast((code) => codes.some((one) => one === code)) ?? ExitCode.ok;
}

export function exitCodeOf(verdict: Verdict): Exclude<ExitCode, typeof ExitCode.interrupted> {
  return VERDICT_CODES[verdict];
}

const VERDICT_CODES = { pass: ExitCode.ok, fail: ExitCode.findings, none: ExitCode.noVerdict } as const;
