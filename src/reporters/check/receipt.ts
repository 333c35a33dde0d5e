/** The receipt of a check: `ledger/receipt@1`, and how old it is, for people. */
import { type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { Verdict } from '../../domain/policy.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { count, type Text } from '../../domain/text.ts';
import { printJson } from '../writing/json-document.ts';
import { hanging } from '../writing/layout.ts';
import { printable, withoutCommands } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { MARKS } from '../writing/words.ts';
import { countsOf } from './json.ts';
import { describeCounts } from './summary-text.ts';

/** Keys in a fixed order; `shared` and `only` where there are any. Ends with a line break. */
export function renderReceipt(receipt: Receipt): string {
  const { asOf, timezone, program, rules, ledgers, shared, failOn, only, counts, verdict } = receipt;
  return printJson({
    schema: 'ledger/receipt@1',
    asOf: formatDay(asOf),
    timezone,
    program,
    rules,
    ledgers,
    shared: shared.length === 0 ? undefined : shared,
    failOn,
    only: only.length === 0 ? undefined : only,
    counts: countsOf(counts),
    verdict,
  });
}

export interface ReceiptAge {
  /** As it was named. */
  readonly file: string;
  readonly receipt: Receipt;
  /** The day that is asked about. */
  readonly asOf: CalendarDay;
  /** In days; undefined where nobody says when it is too old. */
  readonly maxAge: number | undefined;
}

/** Whether the check is longer ago than it may be. */
export function isTooOld({ receipt, asOf, maxAge }: ReceiptAge): boolean {
  return maxAge !== undefined && daysBetween(receipt.asOf, asOf) > maxAge;
}

/** How old it is, what came of the check, and what to do where it is too old. Ends with a line break. */
export function renderReceiptAge(age: ReceiptAge, style: Style): string {
  const { file, receipt } = age;
  const { language, colour } = style;
  const tooOld = isTooOld(age);
  const mark = tooOld
    ? { text: `${MARKS.error} `, paint: colour.error }
    : { text: `${MARKS.good} `, paint: colour.good };
  const width = columnsOf(style);
  const rest = [whatCame(receipt), ...partly(receipt), ...(tooOld ? [REMEDY] : [])];
  const lines = [
    ...hanging(
      mark,
      printable(`${file}${language === 'zh' ? '：' : ': '}${howOld(age)[language]}`),
      width,
      colour.bold,
    ),
    ...rest.flatMap((sentence) => hanging({ text: '  ' }, printable(sentence[language]), width)),
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}

function howOld({ receipt, asOf, maxAge }: ReceiptAge): Text {
  const days = daysBetween(receipt.asOf, asOf);
  const [checked, now] = [formatDay(receipt.asOf), formatDay(asOf)];
  const limit =
    maxAge === undefined
      ? { zh: '', en: '' }
      : days > maxAge
        ? { zh: `，超过${maxAge}天`, en: `, more than ${count(maxAge, 'day')}` }
        : { zh: `，不超过${maxAge}天`, en: `, within ${count(maxAge, 'day')}` };
  return days === 0
    ? {
        zh: `最近一次检查在${checked}，即当天${limit.zh}。`,
        en: `the last check is of ${checked}, the same day${limit.en}.`,
      }
    : {
        zh: `最近一次检查在${checked}，距${now}已${days}天${limit.zh}。`,
        en: `the last check is of ${checked}, ${count(days, 'day')} before ${now}${limit.en}.`,
      };
}

const VERDICTS: Readonly<Record<Verdict, Text>> = {
  pass: { zh: '通过', en: 'passed' },
  fail: { zh: '未通过', en: 'failed' },
  none: { zh: '没有得出结论', en: 'reached no verdict' },
};

function whatCame({ verdict, counts, ledgers, program }: Receipt): Text {
  const [end, found] = [VERDICTS[verdict], describeCounts(counts)];
  return {
    zh: `检查${end.zh}（${ledgers.length}份台账，${found.zh}；${program}）。`,
    en: `It ${end.en} (${count(ledgers.length, 'ledger')}; ${found.en}; ${program}).`,
  };
}

function partly({ only }: Receipt): readonly Text[] {
  if (only.length === 0) return [];
  const options = only.join(' ');
  return [{ zh: `只检查了一部分：${options}。`, en: `Only part was checked: ${options}.` }];
}

const REMEDY: Text = {
  zh: '定时检查可能已经停止：查看定时任务，再运行一次 `ledger check --receipt`。',
  en: 'The scheduled check may have stopped: look at its job, then run `ledger check --receipt` again.',
};
