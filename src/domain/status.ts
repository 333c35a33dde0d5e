/** How everything that was asked stands: what `status` lists and `check` counts. */
import type { CalendarDay } from './calendar-day.ts';
import type { Finding } from './finding.ts';
import { indexLedger, type LedgerIndex } from './ledger-index.ts';
import type { Ledger } from './ledger.ts';
import type { Outcome, Rule } from './rule.ts';
import type { Text } from './text.ts';

/** `at-risk` is good today and ends inside the window; `open` is not as asked; `undetermined` cannot be judged. */
export const STATES = ['open', 'at-risk', 'undetermined', 'waived', 'met', 'not-applicable'] as const;
export type State = (typeof STATES)[number];

/** How many things stand how; what does not apply is counted apart from what was asked. */
export type Tally = Readonly<Record<State, number>>;

/** One thing that a rule looked at, and how it stands. */
export interface StatusRow {
  /** Id of the licence, contract or system, or `company`. */
  readonly subject: string;
  readonly service: string | undefined;
  readonly rule: string;
  readonly state: State;
  /** The last day until which it is known to hold, or by which to act. */
  readonly until: CalendarDay | undefined;
  /** Ids of the entries that prove it, or that cause the finding. */
  readonly by: readonly string[];
  /** Files behind those entries. */
  readonly evidence: number;
  readonly owner: string | undefined;
  readonly period: string | undefined;
  /** What was found, or why it does not apply. */
  readonly reason: Text | undefined;
  /** What the finding is known by from run to run; absent where nothing was found. */
  readonly identity: string | undefined;
}

/** How the thing stands that a finding is about. */
export function stateOf({
  status,
  waived,
}: Pick<Finding, 'status' | 'waived'>): Exclude<State, 'met' | 'not-applicable'> {
  if (waived !== undefined) return 'waived';
  if (status === 'undetermined') return 'undetermined';
  return status === 'expiring' || status === 'gap' || status === 'due' ? 'at-risk' : 'open';
}

export const EMPTY_TALLY: Tally = {
  open: 0,
  'at-risk': 0,
  undetermined: 0,
  waived: 0,
  met: 0,
  'not-applicable': 0,
};

/** Of several ledgers. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = { ...EMPTY_TALLY };
  for (const tally of tallies) for (const state of STATES) sum[state] += tally[state];
  return sum;
}

/** Counts what was quiet while a check runs, and its findings afterwards. */
export class Tallying {
  readonly #counts: Record<State, number> = { ...EMPTY_TALLY };

  addQuiet({ state }: Outcome): void {
    this.#counts[state] += 1;
  }

  /** @param findings with their waivers on them */
  of(findings: readonly Finding[]): Tally {
    const counts = { ...this.#counts };
    for (const finding of findings) counts[stateOf(finding)] += 1;
    return counts;
  }
}

/** Rows by how they stand. */
export function tallyRows(rows: readonly StatusRow[]): Tally {
  const tally = { ...EMPTY_TALLY };
  for (const { state } of rows) tally[state] += 1;
  return tally;
}

/** What was asked, without what does not apply. */
export function askedIn(tally: Tally): number {
  return tally.open + tally['at-risk'] + tally.undetermined + tally.waived + tally.met;
}

/** The rows of one ledger: one for each finding, and one for each thing that a rule looked at without a finding. */
export class StatusRows {
  readonly #ledger: Ledger;
  readonly #index: LedgerIndex;
  /** How many files stand behind each entry. */
  readonly #files: ReadonlyMap<string, number>;
  readonly #quiet: StatusRow[] = [];

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#index = indexLedger(ledger);
    this.#files = new Map([...ledger.licences, ...ledger.resources].map(({ id, evidence }) => [id, evidence.length]));
  }

  /** Something that a rule looked at without reporting anything: it is as asked, or nothing is asked. */
  addQuiet(outcome: Outcome, { id: rule }: Pick<Rule, 'id'>, subject: string, service: string | undefined): void {
    const isMet = outcome.state === 'met';
    const by = (isMet ? outcome.by : undefined) ?? NOTHING;
    const [first = subject] = by;
    this.#quiet.push({
      subject,
      service,
      rule,
      state: outcome.state,
      until: isMet ? outcome.until : undefined,
      by,
      evidence: this.#filesBehind(by, subject),
      owner: this.#index.ownerOf(first) ?? this.#index.ownerOf(subject) ?? this.#ledger.policy.owner,
      period: undefined,
      reason: isMet ? undefined : outcome.reason,
      identity: undefined,
    });
  }

  /** @param findings with their waivers on them */
  of(findings: readonly (Finding & { readonly identity: string })[]): readonly StatusRow[] {
    const found = findings.map((finding): StatusRow => {
      const { subject, service, rule, date, related, owner, period, message, identity } = finding;
      return {
        subject,
        service,
        rule,
        state: stateOf(finding),
        until: date,
        by: related,
        evidence: this.#filesBehind(related, subject),
        owner,
        period,
        reason: message,
        identity,
      };
    });
    return found.concat(this.#quiet);
  }

  #filesBehind(ids: readonly string[], subject: string): number {
    if (ids.length === 0) return this.#files.get(subject) ?? 0;
    return ids.reduce((sum, id) => sum + (this.#files.get(id) ?? 0), 0);
  }
}

const NOTHING: readonly string[] = [];
