/** The commands that put findings right, made in one place: rules name what is to be recorded. */
import { type CalendarDay, formatDay } from './calendar-day.ts';
import type { Fix, FixEdit } from './finding.ts';
import type { FixTarget, RuleDescription } from './rule.ts';

type MakeCommand = NonNullable<RuleDescription['fix']>;

/** `ledger check --fix`, which makes the edits: what they say is certain. */
export function repair(edits: readonly FixEdit[]): Fix {
  return { command: ['ledger', 'check', '--fix'], edits };
}

/** The same command about the ledger that a finding stands in: it is pasted elsewhere than beside a `ledger.yaml`. */
export function naming(file: string, fix: Fix): Fix {
  // One of the shell has it already.
  if (fix.command[0] !== 'ledger') return fix;
  const name = fix.command[1] === 'check' ? [file] : ['--file', file];
  const isNamed = name.every((word) => fix.command.includes(word));
  return isNamed ? fix : { ...fix, command: [...fix.command, ...name] };
}

/** `telecom/idc` where the finding is about one service of several. */
export function targetName({ subject, service }: Pick<FixTarget, 'subject' | 'service'>): string {
  return service === undefined ? subject : `${subject}/${service}`;
}

/** `ledger record WHAT ID [PERIOD] --on DAY`: what was done, on the day of the check. */
export function recordDone(what: string): MakeCommand {
  return ({ subject, period, asOf }) => [
    'ledger',
    'record',
    what,
    subject,
    ...(period === undefined ? [] : [period]),
    '--on',
    formatDay(asOf),
  ];
}

/** The same for one service of a licence. */
export function recordOfService(what: string): MakeCommand {
  return (target) => ['ledger', 'record', what, targetName(target), '--on', formatDay(target.asOf)];
}

/** The next term of the contract that ends; a new one where there was none. */
export function renewOrAdd(kind: string): MakeCommand {
  return (target) => {
    const [ending] = target.related ?? [];
    if (target.status === 'missing' || ending === undefined) {
      return ['ledger', 'add', kind, '--serves', targetName(target)];
    }
    return target.status === 'pending' ? undefined : ['ledger', 'renew', ending, '--expires', '+1y'];
  };
}

/** The next term of the entry itself. */
export const renewSelf: MakeCommand = ({ subject }) => ['ledger', 'renew', subject, '--expires', '+1y'];

/** `ledger record WHAT SYSTEM --on DAY`, also where the finding names a period that the command does not take. */
export function recordOnDay(what: string): MakeCommand {
  return ({ subject, asOf }) => ['ledger', 'record', what, subject, '--on', formatDay(asOf)];
}

/** A change of the company of which a day is to be recorded. */
export interface ChangeToRecord {
  readonly what: string;
  /** The entry that it is of. */
  readonly of?: string | undefined;
  /** The name and the day by which it is known. */
  readonly from: string;
  readonly day: CalendarDay;
  /** The option for the day that is recorded. */
  readonly option: string;
}

/** `ledger record change WHAT --of ID --registered DAY --on DAY`: which change it is, and what was done on the day of the check. */
export function recordChange({ what, of, from, day, option }: ChangeToRecord, asOf: CalendarDay): Fix {
  const entry = of === undefined ? [] : ['--of', of];
  const which = KNOWN_BY.has(from) ? [`--${from}`, formatDay(day)] : [];
  return { command: ['ledger', 'record', 'change', what, ...entry, ...which, option, formatDay(asOf)] };
}

const KNOWN_BY: ReadonlySet<string> = new Set(['decided', 'registered', 'approved', 'effective']);

/** `ledger record WHAT [PERIOD] --on DAY`: what the company itself did, whose name stands nowhere in the command. */
export function recordOfCompany(what: string, ofPeriod?: 'of-period'): MakeCommand {
  return ({ period, asOf }) => {
    const words = ofPeriod === undefined || period === undefined ? [] : [period];
    return ['ledger', 'record', what, ...words, '--on', formatDay(asOf)];
  };
}

/** `ledger evidence add ID FILE`; the file is for its reader to name where nobody else can. */
export function addEvidence(id: string, file = 'FILE'): readonly string[] {
  return ['ledger', 'evidence', 'add', id, file];
}

/** The new paper of a licence, which runs five years as a rule (Order 42, article 14; Order 28, article 19). */
export const renewPaper: MakeCommand = ({ subject }) => ['ledger', 'renew', subject, '--expires', '+5y'];

/** The application for renewal; once it was made in time, the decision. Nothing mends a late one. */
export const recordRenewal: MakeCommand = (target) => {
  if (target.status === 'late') return undefined;
  return target.status === 'undetermined' ? renewPaper(target) : recordDone('renewal')(target);
};
