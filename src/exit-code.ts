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

/** The words for each code, in the order of the codes; help and documents print them. */
export const EXIT_CODES: readonly { readonly code: ExitCode; readonly means: Text }[] = [
  {
    code: ExitCode.ok,
    means: { zh: '检查完成，没有达到失败级别的问题', en: 'verdict reached, nothing at or above the fail level' },
  },
  {
    code: ExitCode.findings,
    means: { zh: '检查完成，有达到失败级别的问题', en: 'verdict reached, something at or above the fail level' },
  },
  {
    code: ExitCode.usage,
    means: { zh: '用法有误：未知的选项、日期或规则', en: 'wrong usage: unknown option, bad date, unknown rule' },
  },
  {
    code: ExitCode.noVerdict,
    means: {
      zh: '无法得出结论：没有台账，或台账不可读、无效',
      en: 'no verdict: no ledger, or one unreadable or invalid',
    },
  },
  { code: ExitCode.fault, means: { zh: '程序自身故障', en: 'a fault in the program itself' } },
  { code: ExitCode.interrupted, means: { zh: '被中断', en: 'interrupted' } },
];

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
