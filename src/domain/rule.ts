import type { Basis } from './basis.ts';
import type { CalendarDay } from './calendar-day.ts';
import type { EvidenceFacts } from './evidence.ts';
import type { Severity, Status } from './finding.ts';
import type { LedgerIndex } from './ledger-index.ts';
import type { DataPath, Ledger, Licence, Resource } from './ledger.ts';
import type { Text } from './text.ts';

/** What a rule says is wrong. The engine turns it into a finding: severity, days left, act-by day and path are not the rule's business. */
export interface Problem {
  readonly status: Status;
  readonly message: Text;
  /** Where it differs from the rule's own. */
  readonly remedy?: Text | undefined;
  readonly date?: CalendarDay | undefined;
  readonly sum?: Text | undefined;
  readonly period?: string | undefined;
  readonly gapDays?: number | undefined;
  /** Where it is not the entry that the rule was given: the id of a system of the company. */
  readonly subject?: string | undefined;
  /** Ids of the entries that cause it. */
  readonly related?: readonly string[] | undefined;
  /** What must change; absent: the `id` of the subject. */
  readonly at?: Place | undefined;
  /** One cause, one finding: a problem that yields to a cause is dropped where another finding claims it. */
  readonly claims?: readonly string[] | undefined;
  readonly yieldsTo?: string | undefined;
}

/** A field of an entry, or a value below the company: `['changes', 0, 'reported']`. A path that ends too deep means its nearest part that is there. */
export type Place =
  | {
      readonly entry: string;
      readonly field: string;
      /** From the field on: `[0, 'path']` of `evidence`. */
      readonly below?: DataPath | undefined;
    }
  | { readonly company: readonly [string, ...(string | number)[]] };

/** What a rule may know: the ledger and the day on which it is asked. No file, no clock. */
export interface RuleContext {
  readonly ledger: Ledger;
  readonly index: LedgerIndex;
  readonly asOf: CalendarDay;
  /** What was found of the evidence, before the check. */
  readonly evidence: EvidenceFacts;
  /** Days of warning for an entry: `--within`, else its own, else the policy's. */
  windowOf(entry: { readonly warnWithin?: number | undefined }): number;
  /** Days before its last day on which a licence's renewal must be applied for; undefined for kinds without that duty. */
  renewalLeadOf(licence: Licence): number | undefined;
}

/** Two whole ledgers and the day on which they are checked. Both are run by the tests. */
export interface Examples {
  readonly asOf: string;
  readonly fails: string;
  readonly passes: string;
  /** Text files that lie beside both, by path. */
  readonly files?: Readonly<Record<string, string>> | undefined;
}

/** What a rule asks, why, and on what ground. Lists, docs, `explain` and reports read this one object. */
export interface RuleDescription {
  /** What it asks, in one sentence. */
  readonly summary: Text;
  readonly why: Text;
  readonly remedy: Text;
  /** Each status that it may report, with its severity before certainty is weighed. */
  readonly statuses: Readonly<Partial<Record<Status, Severity>>>;
  /** Empty where the rule rests on no law. */
  readonly basis: readonly Basis[];
  readonly examples: Examples;
  /** Where it is a requirement: what the licence needs on every day. */
  readonly needs?: Need | undefined;
}

/** The kind of resource that a requirement asks for, and of which licences. */
export interface Need {
  readonly resource: string;
  readonly isNeededBy: (licence: Licence, context: RuleContext) => boolean;
}

/** What a rule looks at. `file` rules are found while a ledger is read, `waiver` rules while waivers are applied. */
export type RuleCheck =
  | { readonly of: 'licence'; readonly run: (licence: Licence, context: RuleContext) => Iterable<Problem> }
  | { readonly of: 'resource'; readonly run: (resource: Resource, context: RuleContext) => Iterable<Problem> }
  | { readonly of: 'company'; readonly run: (context: RuleContext) => Iterable<Problem> }
  | { readonly of: 'file' | 'waiver' };

export interface Rule extends RuleDescription {
  /** `module/name`; never changes once released. */
  readonly id: string;
  readonly module: string;
  readonly name: string;
  readonly check: RuleCheck;
}

export function defineRule(id: string, check: RuleCheck, description: RuleDescription): Rule {
  const [module = id, name = id] = id.split('/');
  return { id, module, name, check, ...description };
}
