import type { Basis } from './basis.ts';
import type { CalendarDay } from './calendar-day.ts';
import type { EvidenceFacts } from './evidence.ts';
import type { Fix, Gap, Status } from './finding.ts';
import type { LedgerIndex } from './ledger-index.ts';
import type { DataPath, GrantedService, Ledger, Licence, Resource } from './ledger.ts';
import type { Severity } from './severity.ts';
import type { Text } from './text.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What a rule says is wrong. The engine turns it into a finding: severity, days left, act-by day and path are not the rule's business. */
export interface Problem {
  readonly status: Status;
  readonly message: Text;
  /** Where it differs from the rule's own. */
  readonly remedy?: Text | undefined;
  /** Where it differs from what the rule's `fix` makes of it. */
  readonly fix?: Fix | undefined;
  /** The part of the rule's ground that this rests on; absent: all of it. */
  readonly basis?: readonly Basis[] | undefined;
  readonly date?: CalendarDay | undefined;
  readonly sum?: Text | undefined;
  readonly period?: string | undefined;
  readonly gapDays?: number | undefined;
  readonly gaps?: readonly Gap[] | undefined;
  /** Where it is not the entry that the rule was given: the id of a system of the company. */
  readonly subject?: string | undefined;
  /** Ids of the entries that cause it. */
  readonly related?: readonly string[] | undefined;
  /** Where it is not the owner of the entry that must change: that of a duty. */
  readonly owner?: string | undefined;
  /** What must change; absent: the `id` of the subject. */
  readonly at?: Place | undefined;
  /** One cause, one finding: a problem that yields to a cause is dropped where another finding claims it. */
  readonly claims?: readonly string[] | undefined;
  readonly yieldsTo?: string | undefined;
}

/** A field of an entry or of a service, or a value below the company: `['changes', 0, 'reported']`. A path that ends too deep means its nearest part that is there. */
export type Place =
  | {
      readonly entry: string;
      /** Kind of the service of that licence which has the field; absent: the field is the entry's own. */
      readonly service?: string | undefined;
      readonly field: string;
      /** From the field on: `[0, 'path']` of `evidence`. */
      readonly below?: DataPath | undefined;
    }
  | { readonly company: readonly [string, ...(string | number)[]] }
  | { readonly file: DataPath };

/** What a rule concluded where it found nothing wrong. Nothing wrong is never mere silence: it says that all is well, or why it does not apply. */
export type Outcome =
  | {
      readonly state: 'met';
      /** The last day until which it is known to hold. */
      readonly until?: CalendarDay | undefined;
      /** Ids of the entries that prove it. */
      readonly by?: readonly string[] | undefined;
    }
  | { readonly state: 'not-applicable'; readonly reason: Text };

/** All is well, as far as the ledger says. */
export const MET: Outcome = { state: 'met' };

/** A judgement that finds these problems; met where there are none. */
export function* report(...problems: readonly Problem[]): Generator<Problem, Outcome, void> {
  yield* problems;
  return MET;
}

export function notApplicable(zh: string, en: string): Outcome {
  return { state: 'not-applicable', reason: { zh, en } };
}

/**
 * What a rule says of one thing: its problems, and at the end what it concluded if there were none. The outcome alone,
 * where there is nothing to go through.
 */
export type Judgement = Outcome | Generator<Problem, Outcome, void>;

/** What a rule may know: the ledger and the day on which it is asked. No file, no clock. */
export interface RuleContext {
  readonly ledger: Ledger;
  readonly index: LedgerIndex;
  readonly asOf: CalendarDay;
  readonly calendar: WorkingCalendar;
  /** What was found of the evidence, before the check. */
  readonly evidence: EvidenceFacts;
  /**
   * Days of warning for an entry: `--within`, else its own, else the policy's for its kind or for what is named, else the
   * policy's for all.
   */
  windowOf(entry: WarnedEntry, what?: 'renewal'): number;
  /** Days before its last day on which a licence's renewal must be applied for; undefined for kinds without that duty. */
  renewalLeadOf(licence: Licence): number | undefined;
  /** What sort of paper a licence is; undefined where no kind of its services is known. */
  familyOf(licence: Licence): 'service' | 'number' | undefined;
}

/** A resource has a kind of its own; a licence has not. */
export interface WarnedEntry {
  readonly kind?: string | undefined;
  readonly warnWithin?: number | undefined;
}

/** Two whole ledgers and the day on which they are checked. Both are run by the tests. */
export interface Examples {
  readonly asOf: string;
  readonly fails: string;
  readonly passes: string;
  /** Text files that lie beside both, by path. */
  readonly files?: Readonly<Record<string, string>> | undefined;
}

/** What a command needs to know of a problem to put it right. */
export interface FixTarget extends Pick<Problem, 'status' | 'period' | 'related'> {
  readonly subject: string;
  /** Where the licence has several. */
  readonly service: string | undefined;
  readonly asOf: CalendarDay;
}

/** What a rule asks, why, and on what ground. Lists, docs, `explain` and reports read this one object. */
export interface RuleDescription {
  /** What it asks, in one sentence. */
  readonly summary: Text;
  readonly why: Text;
  /** What the law says follows where it is not done: a fine and its article, a list, a refusal; absent where no law says. */
  readonly consequence?: Text | undefined;
  readonly remedy: Text;
  /** The command that records what was done, as its words; undefined where no command can. */
  readonly fix?: ((target: FixTarget) => readonly string[] | undefined) | undefined;
  /** Each status that it may report, with its severity before certainty is weighed. */
  readonly statuses: Readonly<Partial<Record<Status, Severity>>>;
  /** Whether its problems may name a period: what comes again, or what something brings once. */
  readonly hasPeriods?: true | undefined;
  /** Empty where the rule rests on no law. */
  readonly basis: readonly Basis[];
  /** Made when somebody asks: a check has no use for them, and they are whole ledgers. */
  readonly examples: () => Examples;
  /** Where it is a requirement: what the service needs on every day. */
  readonly needs?: Need | undefined;
}

/** The kind of resource that a requirement asks for, and of which services. */
export interface Need {
  readonly resource: string;
  readonly isNeededBy: (granted: GrantedService, context: RuleContext) => boolean;
}

/**
 * What a rule looks at: each paper, each service of a paper, each contract, each entry of both sorts, or the company.
 * `file` rules are found while a ledger is read, `waiver` rules while waivers are applied.
 */
export type RuleCheck =
  | { readonly of: 'licence'; readonly run: (licence: Licence, context: RuleContext) => Judgement }
  | { readonly of: 'service'; readonly run: (granted: GrantedService, context: RuleContext) => Judgement }
  | { readonly of: 'resource'; readonly run: (resource: Resource, context: RuleContext) => Judgement }
  | { readonly of: 'entry'; readonly run: (entry: Licence | Resource, context: RuleContext) => Judgement }
  | { readonly of: 'company'; readonly run: (context: RuleContext) => Judgement }
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

/** Works something out once for a check, however many entries ask for it: no rule walks the whole ledger for each entry. */
export function oncePerCheck<Value extends object>(
  workOut: (context: RuleContext) => Value,
): (context: RuleContext) => Value {
  const known = new WeakMap<RuleContext, Value>();
  return (context) => {
    const value = known.get(context) ?? workOut(context);
    known.set(context, value);
    return value;
  };
}
