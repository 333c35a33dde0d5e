/** What the ledger would say of an answer, before the next question. */
import type { Complaint } from '../../command-line/complaint.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { check } from '../../domain/check.ts';
import type { EntryList, Plain, PlainMapping } from '../../domain/edit.ts';
import type { Finding, Status } from '../../domain/finding.ts';
import { formatPath } from '../../domain/ledger.ts';
import { catalogue, findRule } from '../../rules/catalogue.ts';
import { parseLedger } from '../../schema/parse-ledger.ts';
import { fieldOf, itemsOf } from '../../schema/raw-data.ts';

/** What an answer does to a ledger. */
export interface Verdict {
  /** It would be no valid ledger any more. */
  readonly problem?: Complaint | undefined;
  /** It would be valid, and have a finding that says: what was written cannot be so. */
  readonly doubt?: Complaint | undefined;
}

/** Judges the company, or an entry that has just so many fields as were answered. */
export interface Judge {
  readonly ofEntry: (
    list: EntryList & ('licences' | 'resources'),
    before: PlainMapping,
    after: PlainMapping,
  ) => Verdict;
  readonly ofCompany: (before: PlainMapping, after: PlainMapping) => Verdict;
}

/**
 * The judge of a ledger. Of its entries the licences alone matter: contracts name them, and their numbers must differ.
 *
 * @param data the file as it was read
 */
export function judgeOf(data: unknown, today: CalendarDay): Judge {
  const company = fieldOf(data, 'company') ?? { name: '…' };
  const licences = itemsOf(data, 'licences');
  const frame = { version: 1, company, policy: fieldOf(data, 'policy') ?? {} };
  return {
    ofEntry(list, before, after) {
      const ledgerWith = (entry: PlainMapping): object => ({
        ...frame,
        licences: list === 'licences' ? [...licences, entry] : licences,
        resources: list === 'resources' ? [entry] : [],
      });
      return compare(before, after, ledgerWith, STAND_IN);
    },
    ofCompany(before, after) {
      return compare({ name: '…', ...before }, { name: '…', ...after }, ledgerOfCompany, 'company');
    },
  };

  function compare(
    before: PlainMapping,
    after: PlainMapping,
    ledgerWith: (entry: PlainMapping) => object,
    subject: string,
  ): Verdict {
    const whole = (entry: PlainMapping): object =>
      ledgerWith(subject === 'company' ? entry : { id: STAND_IN, expires: FAR_END, ...entry });
    const problem = problemsIn(ledgerWith(after)).find(isNew(problemsIn(ledgerWith(before))));
    if (problem !== undefined) return { problem };
    const answered = (path: Finding['path']): boolean => path.at(-1) !== 'expires' || 'expires' in after;
    const doubts = (entry: PlainMapping): readonly Complaint[] => doubtsIn(whole(entry), subject, answered, today);
    return { doubt: doubts(after).find(isNew(doubts(before))) };
  }
}

function ledgerOfCompany(company: PlainMapping): object {
  return { version: 1, company, resources: [STAND_IN_CONTRACT] };
}

const STAND_IN = 'new';
const STAND_IN_CONTRACT: PlainMapping = { id: STAND_IN, kind: 'new', expires: 'never' };
/** The end of an entry whose end is asked for later. */
const FAR_END: Plain = '2999-12-31';

function isNew(before: readonly Complaint[]): (complaint: Complaint) => boolean {
  const known = new Set(before.map(({ where = '', what }) => `${where} ${what.en}`));
  return ({ where = '', what }) => !known.has(`${where} ${what.en}`);
}

function problemsIn(data: unknown): readonly Complaint[] {
  return parseLedger(data, catalogue.kinds).problems.map(({ rule, message, remedy, at }) => ({
    where: 'path' in at ? formatPath(at.path) : undefined,
    what: message,
    remedy: remedy ?? findRule(rule)?.remedy ?? message,
  }));
}

/** Findings that are about what was written, and not about what is missing or a day that comes. */
const DOUBTS: ReadonlySet<Status> = new Set<Status>(['invalid', 'mismatch']);

function doubtsIn(
  data: unknown,
  subject: string,
  answered: (path: Finding['path']) => boolean,
  today: CalendarDay,
): readonly Complaint[] {
  const { ledger } = parseLedger(data, catalogue.kinds);
  if (ledger === undefined) return [];
  return check(ledger, catalogue, { asOf: today, selects: () => true })
    .filter((finding) => finding.subject === subject && DOUBTS.has(finding.status) && answered(finding.path))
    .map(({ message, remedy }) => ({ what: message, remedy }));
}
