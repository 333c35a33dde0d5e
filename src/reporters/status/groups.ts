/** The rows of a status by what they are about: each licence with its services, then contracts, the company and waivers. */
import type { Ledger, Licence } from '../../domain/ledger.ts';
import { compareText, type LedgerReport } from '../../domain/report.ts';
import type { StatusRow } from '../../domain/status.ts';
import { groupBy } from '../writing/layout.ts';
import { compareStates } from '../writing/words.ts';

export type StatusTopic = 'resources' | 'company' | 'waivers';

export interface StatusGroup {
  readonly about: Licence | StatusTopic;
  /** What is not as asked first, then in the order of the rules. */
  readonly rows: readonly StatusRow[];
}

const TOPICS: readonly StatusTopic[] = ['resources', 'company', 'waivers'];

/** Groups without a row are left out. */
export function groupRows({ ledger, rows }: LedgerReport): readonly StatusGroup[] {
  if (ledger === undefined) return [];
  const licences = new Map(ledger.licences.map((licence) => [licence.id, licence]));
  const groups = groupBy(rows, (row) => aboutOf(row, ledger, licences));
  return [...ledger.licences, ...TOPICS].flatMap((about) => {
    const ofGroup = groups.get(about);
    return ofGroup === undefined ? [] : [{ about, rows: ofGroup.toSorted(compareRows) }];
  });
}

function aboutOf(
  { subject, rule }: StatusRow,
  ledger: Ledger,
  licences: ReadonlyMap<string, Licence>,
): Licence | StatusTopic {
  if (rule.startsWith('waiver/')) return 'waivers';
  const isCompany = subject === 'company' || ledger.company.systems.some(({ id }) => id === subject);
  return licences.get(subject) ?? (isCompany ? 'company' : 'resources');
}

function compareRows(one: StatusRow, other: StatusRow): number {
  return (
    compareText(one.service ?? '', other.service ?? '') ||
    compareStates(one.state, other.state) ||
    compareText(one.rule, other.rule) ||
    compareText(one.subject, other.subject) ||
    compareText(one.period ?? '', other.period ?? '')
  );
}
