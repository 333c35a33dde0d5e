/** What a diff says of a ledger, line by line: the pages for people set these and choose among them. */
import { isBroughtIn } from '../../domain/baseline.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { LedgerChange } from '../../domain/ledger-change.ts';
import { type HorizonChange, isSameHorizon, type LedgerDiff, type LedgersDiff } from '../../domain/ledger-diff.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import { addCounts, type Counts, countFindings } from '../../domain/policy.ts';
import type { LocatedFinding } from '../../domain/report.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import { count, type Text } from '../../domain/text.ts';
import { nameOf } from '../check/finding-text.ts';
import { describeCounts, notesOf } from '../check/summary-text.ts';
import { laterBy, standing } from '../writing/standing.ts';
import { MARKS } from '../writing/words.ts';
import { describeChange } from './change-words.ts';

export type Kinds = ReadonlyMap<string, LicenceProfile>;

/** What must be known to read the rest has no heading. */
export type Section = 'notes' | 'changes' | 'brought' | 'fixed' | 'horizon';

export const SECTION_NAMES: Readonly<Record<Section, Text>> = {
  notes: { zh: '说明', en: 'Notes' },
  changes: { zh: '改了什么', en: 'What changed' },
  brought: { zh: '带来的问题', en: 'Introduced' },
  fixed: { zh: '解决的问题', en: 'Fixed' },
  horizon: { zh: '合规期限', en: 'How long each licence stays compliant' },
};

export interface DiffLine {
  readonly section: Section;
  readonly mark: string | undefined;
  /** Ids and rules. */
  readonly names: readonly string[];
  readonly text: Text;
  /** The lower the graver. */
  readonly weight: number;
}

const WEIGHTS = {
  error: 0,
  sooner: 1,
  loosened: 2,
  warning: 3,
  info: 4,
  later: 5,
  fixed: 6,
  change: 7,
  same: 8,
} as const;

/** All lines of a ledger; those of a section in the order of the ledger. */
export function linesOf(diff: LedgerDiff, kinds: Kinds): readonly DiffLine[] {
  const { report, changes, horizon } = diff;
  const brought = report.findings.filter(isBroughtIn).toSorted(byGravity);
  return [
    ...notesOn(diff),
    ...changes.map((change) => changeLine(change, kinds)),
    ...brought.map((finding) => findingLine('brought', finding)),
    ...(report.since?.fixed ?? []).map((finding) => findingLine('fixed', finding)),
    ...horizonLines(horizon, report.asOf),
  ];
}

/** Licences named one by one although nothing changes for them; more are counted. */
const MOST_NAMED = 5;

function horizonLines(horizon: readonly HorizonChange[], asOf: CalendarDay): readonly DiffLine[] {
  const others = horizon.filter(isSameHorizon);
  const named = others.length > MOST_NAMED ? horizon.filter((one) => !isSameHorizon(one)) : horizon;
  const lines = named.map((one) => horizonLine(one, asOf));
  if (others.length <= MOST_NAMED) return lines;
  const text: Text = {
    zh: `其余${others.length}张许可证没有变化`,
    en: `the other ${others.length} licences: no change`,
  };
  return [...lines, { section: 'horizon', mark: undefined, names: [], text, weight: WEIGHTS.same }];
}

function changeLine(change: LedgerChange, kinds: Kinds): DiffLine {
  const { sort, entry, what, extension } = change;
  // A promise that got longer without a paper, and what was taken away, must not be lost in a long list.
  const isLoosened = what === 'removed' || what === 'invalid' || sort === 'waiver' || extension?.newEvidence === false;
  return {
    section: 'changes',
    mark: undefined,
    names: [entry],
    text: describeChange(change, kinds),
    weight: isLoosened ? WEIGHTS.loosened : WEIGHTS.change,
  };
}

function findingLine(section: 'brought' | 'fixed', finding: LocatedFinding): DiffLine {
  const { rule, severity, waived, message } = finding;
  const isFixed = section === 'fixed';
  const weight = waived === undefined ? WEIGHTS[severity] : WEIGHTS.info;
  return {
    section,
    mark: MARKS[isFixed ? 'good' : waived === undefined ? severity : 'waived'],
    names: [rule, nameOf(finding)],
    text: message,
    weight: isFixed ? WEIGHTS.fixed : weight,
  };
}

function horizonLine(change: HorizonChange, asOf: CalendarDay): DiffLine {
  const { licence, before, after } = change;
  const isSooner = after === undefined || (after.breach ?? Infinity) < (before?.breach ?? Infinity);
  const weight = isSameHorizon(change) ? 'same' : isSooner ? 'sooner' : 'later';
  return {
    section: 'horizon',
    mark: undefined,
    names: [licence],
    text: standingChange(change, asOf),
    weight: WEIGHTS[weight],
  };
}

function standingChange(change: HorizonChange, asOf: CalendarDay): Text {
  const { before, after } = change;
  const [was, is] = [before, after].map((one) => one && standing(one.breach, asOf));
  if (is === undefined)
    return { zh: `台账中不再有；原为：${was?.zh}`, en: `no longer in the ledger; before: it ${was?.en}` };
  if (was === undefined) return { zh: `新登记：${is.zh}`, en: `new: it ${is.en}` };
  if (isSameHorizon(change)) return { zh: `${is.zh}，没有变化`, en: `${is.en}, no change` };
  const more = laterBy(before?.breach, after?.breach);
  return { zh: `${is.zh}${more.zh}；原为：${was.zh}`, en: `${is.en}${more.en}; before: it ${was.en}` };
}

/** The gravest first, what is waived last; then as they stand in the file. */
function byGravity(one: LocatedFinding, other: LocatedFinding): number {
  return gravityOf(one) - gravityOf(other);
}

function gravityOf({ severity, waived }: LocatedFinding): number {
  return waived === undefined ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
}

function notesOn({ report, is }: LedgerDiff): readonly DiffLine[] {
  const notes = notesOf(report).map((text) => note(text, WEIGHTS.change));
  if (is !== 'invalid') return notes;
  const [zh, en] = report.since?.was === 'invalid' ? ['仍然', 'still not'] : ['现在', 'no longer'];
  const invalid: Text = {
    zh: `文件${zh}有误，不是有效的台账：无法判断解决了什么、许可证能合规到哪一天。`,
    en: `The file is ${en} a valid ledger, so it is unknown what is fixed and how long its licences stay compliant.`,
  };
  return [...notes, note(invalid, WEIGHTS.error)];
}

function note(text: Text, weight: number): DiffLine {
  return { section: 'notes', mark: undefined, names: [], text, weight };
}

/** `HEAD (1a2b3c4d5e) → the working tree` */
export function sidesOf({ from, to }: LedgersDiff): Text {
  const [first, second] = [from, to].map((one) => one && named(one));
  return {
    zh: `${first} → ${second ?? '工作区'}`,
    en: `${first} → ${second ?? 'the working tree'}`,
  };
}

const SHORT = 10;

function named({ ref, commit }: { readonly ref: string; readonly commit: string }): string {
  const short = commit.slice(0, SHORT);
  return commit.startsWith(ref) ? short : `${ref} (${short})`;
}

/** How much there is of everything. */
export function summaryOf({ ledgers, unchanged }: LedgersDiff): readonly Text[] {
  const counts = broughtIn(ledgers);
  const found = describeCounts(counts);
  const isNothing = SEVERITIES.every((severity) => counts[severity] === 0) && counts.waived === 0;
  const fixed = ledgers.reduce((sum, { report }) => sum + (report.since?.fixed.length ?? 0), 0);
  const others: Text =
    unchanged === 0
      ? { zh: '', en: '' }
      : {
          zh: `，另有${unchanged}份没有变化`,
          en: `, ${count(unchanged, 'other')} unchanged`,
        };
  const changed: Text =
    ledgers.length === 0
      ? {
          zh: `没有变化${unchanged === 0 ? '' : `（共${unchanged}份台账）`}。`,
          en: `Nothing changed in ${count(unchanged, 'ledger')}.`,
        }
      : {
          zh: `${ledgers.length}份台账有变化${others.zh}。`,
          en: `${count(ledgers.length, 'ledger')} changed${others.en}.`,
        };
  if (ledgers.length === 0) return [changed];
  return [
    {
      zh: `${isNothing ? '没有带来问题' : `带来${found.zh}`}，解决了${fixed}个问题。`,
      en: `${isNothing ? 'Nothing introduced' : `Introduced: ${found.en}`}; fixed: ${fixed}.`,
    },
    changed,
  ];
}

/** The counts of what was brought in. */
export function broughtIn(ledgers: readonly LedgerDiff[]): Counts {
  return addCounts(ledgers.map(({ report }) => countFindings(report.findings.filter(isBroughtIn))));
}

/** The name of a ledger, its company, and the day, for a heading. */
export function headingOf({ report }: LedgerDiff): {
  readonly file: string;
  readonly company: string | undefined;
  readonly day: Text;
} {
  const day = formatDay(report.asOf);
  return {
    file: report.file,
    company: report.ledger?.company.name,
    day: { zh: `按${day}检查`, en: `as of ${day}` },
  };
}
