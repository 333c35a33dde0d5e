/** The last lines of a page: what was found, in how much, which day comes next; and what a change has to do with it. */
import { isBroughtIn } from '../../domain/baseline.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Counts } from '../../domain/policy.ts';
import type { Baseline, LedgerReport, Since } from '../../domain/report.ts';
import { countFixed, nextOf, type Run } from '../../domain/run.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import { count, type Text } from '../../domain/text.ts';
import { hanging } from '../writing/layout.ts';
import { printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { describeTally, MARKS, SEVERITY_NAMES } from '../writing/words.ts';

export function summaryLines(report: Run, style: Style): readonly string[] {
  const { language, colour } = style;
  const width = columnsOf(style);
  const passed = report.verdict === 'pass';
  const mark = { text: `${passed ? MARKS.good : MARKS.error} `, paint: passed ? colour.good : colour.error };
  const [first = '', ...others] = summarySentences(report).map((sentence) => sentence[language]);
  const next = nextOf(report);
  return [
    ...hanging(mark, first, width, colour.bold),
    ...others.flatMap((sentence) => hanging({ text: '  ' }, sentence, width)),
    ...(next === undefined ? [] : nextLines(next, report.ledgers.length > 1, style)),
  ];
}

/**
 * What came of a run: why there is no verdict where there is none, what was found in how much, and how fresh the law is where it
 * was nothing.
 *
 * @param found a page that shows the numbers themselves says less of them
 */
export function summarySentences(report: Run, found: readonly Text[] = [whatWasFound(report)]): readonly Text[] {
  const verdict = report.verdict === 'none' ? [whyNoVerdict(report)] : [];
  if (report.ledgers.length === 0) return verdict;
  const change = report.since === undefined ? [] : [changeSentence(report, report.since)];
  return [...verdict, ...change, ...found, ...(report.lawRead === undefined ? [] : [whenRead(report.lawRead)])];
}

/** Nothing was found by the law as it was then. */
function whenRead(day: CalendarDay): Text {
  return {
    zh: `所依据的法规均在${formatDay(day)}或以后核对过。`,
    en: `Each legal basis was last checked on ${formatDay(day)} or later.`,
  };
}

function whyNoVerdict({ ledgers }: Run): Text {
  const all = ledgers.length;
  const invalid = ledgers.filter(({ isLedger }) => !isLedger).length;
  if (all === 0) return { zh: '没有结论：没有可检查的台账。', en: 'No verdict: there is no ledger to check.' };
  if (invalid === 0) {
    return { zh: '没有结论：有指定的内容未能读取。', en: 'No verdict: some of the given paths could not be read.' };
  }
  if (all === 1) {
    return {
      zh: '没有结论：台账有误，请改正后重新检查。',
      en: 'No verdict: the ledger is invalid. Correct it and check again.',
    };
  }
  return {
    zh: `没有结论：${all}份台账中有${invalid}份有误，请改正后重新检查。`,
    en: `No verdict: ${invalid} of ${all} ledgers ${invalid === 1 ? 'is' : 'are'} invalid. Correct and check again.`,
  };
}

/** What the change did, in one sentence. */
function changeSentence(report: Run, since: Since): Text {
  const fixed = countFixed(report);
  const found = describeCounts(since.counts);
  const isNothing = report.ledgers.every(({ broughtIn }) => broughtIn === 0);
  const brought = isNothing
    ? { zh: '本次改动没有带来问题', en: 'This change introduces no findings' }
    : { zh: `本次改动带来${found.zh}`, en: `This change introduces ${found.en}` };
  if (fixed === 0) return { zh: `${brought.zh}。`, en: `${brought.en}.` };
  return {
    zh: `${brought.zh}，解决了${fixed}个问题。`,
    en: `${brought.en} and fixes ${count(fixed, 'finding')}.`,
  };
}

function whatWasFound({ counts, tally, ledgers, since }: Run): Text {
  const sum = describeCounts(counts);
  const found = since === undefined ? sum : { zh: `总计：${sum.zh}`, en: `In total: ${sum.en}` };
  if (ledgers.every(({ isLedger }) => !isLedger)) return { zh: `${found.zh}。`, en: `${found.en}.` };
  const asked = describeTally(tally);
  return { zh: `${asked.zh}${found.zh}。`, en: `${asked.en} ${found.en}.` };
}

/** `1 error, 2 warnings`: what there is none of is left out. */
export function describeCounts(counts: Counts): Text {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity): Text => {
    const { zh, en } = SEVERITY_NAMES[severity];
    return { zh: `${counts[severity]}个${zh}`, en: count(counts[severity], en, severity === 'info' ? en : `${en}s`) };
  });
  if (counts.waived > 0) parts.push({ zh: `${counts.waived}项豁免`, en: `${counts.waived} waived` });
  if (parts.length === 0) return { zh: '没有发现问题', en: 'No findings' };
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') };
}

function nextLines(
  { date, rule, subject, file: name }: NonNullable<ReturnType<typeof nextOf>>,
  isOneOfSeveral: boolean,
  style: Style,
): readonly string[] {
  const zh = style.language === 'zh';
  const file = zh ? `（${name}）` : ` (${name})`;
  const what = `${formatDay(date)} ${rule} ${subject}${isOneOfSeveral ? file : ''}`;
  return hanging({ text: zh ? '  下一个期限：' : '  Next: ' }, printable(what), columnsOf(style));
}

export const SIDES = {
  change: { zh: '本次改动', en: 'This change' },
  rest: { zh: '非本次改动', en: 'Not this change' },
  fixed: { zh: '本次改动已解决', en: 'Fixed by this change' },
} as const satisfies Record<string, Text>;

/** Beside a finding, where it does not stand under a heading. */
export const BASELINE_NAMES: Readonly<Record<Baseline, Text>> = {
  new: { zh: '本次改动带来', en: 'introduced by this change' },
  worse: { zh: '因本次改动而加重', en: 'made worse by this change' },
  unchanged: { zh: '非本次改动：基准版本中已有', en: 'not this change: already in the base' },
};

/** A ledger beside its base, once for each side of a page where it has anything to say, with that alone. */
export function splitBySide(ledger: LedgerReport): Readonly<Record<'change' | 'rest', LedgerReport | undefined>> {
  const change = { ...ledger, findings: ledger.findings.filter(isBroughtIn) };
  const rest = { ...ledger, findings: ledger.findings.filter((one) => !isBroughtIn(one)) };
  return {
    change: change.findings.length + notesOf(change).length > 0 ? change : undefined,
    rest: rest.findings.length > 0 ? rest : undefined,
  };
}

/** How a ledger lay at the base, where that must be known to read the rest. */
export function notesOf({ since }: LedgerReport): readonly Text[] {
  const notes: Text[] = [];
  if (since?.was === 'invalid') {
    notes.push({
      zh: '基准版本中的这份台账无效，因此全部问题都算作新的。',
      en: 'In the base this file is not a valid ledger, so every finding counts as new.',
    });
  }
  if (since?.renamedFrom !== undefined) {
    notes.push({ zh: `由${since.renamedFrom}改名而来。`, en: `Renamed from ${since.renamedFrom}.` });
  }
  return notes;
}

/** With what a run was compared. */
export function comparedWith({ ref, commit }: Since): Text {
  const short = commit.slice(0, 10);
  return { zh: `与${ref}相比（合并基线${short}）`, en: `since ${ref} (merge base ${short})` };
}
