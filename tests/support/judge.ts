/** What the rules say of a ledger given as text, and of what they are quiet about. No file is read. */
import { type CalendarDay, formatDay } from '../../src/domain/calendar-day.ts';
import { check, type OnQuiet } from '../../src/domain/check.ts';
import type { EvidenceFacts } from '../../src/domain/evidence.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { Outcome } from '../../src/domain/rule.ts';
import type { Judged as Asked } from '../../src/domain/to-finding.ts';
import { applyWaivers } from '../../src/domain/waivers.ts';
import { catalogue, findRule } from '../../src/rules/catalogue.ts';
import { ownRules } from '../../src/rules/own.ts';
import { waiverRules } from '../../src/rules/waiver.ts';
import { day } from './days.ts';
import { readLedger } from './read-ledger.ts';

/** Something that a rule looked at without reporting anything. */
export interface Quiet extends Asked {
  readonly outcome: Outcome;
}

export interface Judged {
  readonly findings: readonly Finding[];
  readonly quiet: readonly Quiet[];
}

/** @param select rules or modules that take part */
export async function judge(
  text: string,
  asOf: string,
  select: readonly string[],
  evidence?: EvidenceFacts,
): Promise<Judged> {
  const { ledger, problems } = await readLedger(text);
  if (ledger === undefined) throw new Error(problems.map(({ at, message }) => `${at}: ${message.en}`).join('\n'));
  return judgeLedger(ledger, day(asOf), select, evidence);
}

/** @param select rules or modules that take part; all where there are none */
export function judgeLedger(
  ledger: Ledger,
  asOf: CalendarDay,
  select: readonly string[],
  evidence?: EvidenceFacts,
): Judged {
  const quiet: Quiet[] = [];
  const selects = (rule: string): boolean =>
    select.length === 0 || select.some((one) => one === rule || rule.startsWith(`${one}/`));
  const own = ownRules(ledger);
  const rules = { ...catalogue, common: [...catalogue.common, ...own] };
  const options = {
    asOf,
    selects,
    evidence,
    onQuiet: (...[outcome, rule, subject, service]: Parameters<OnQuiet>) =>
      void quiet.push({ outcome, rule, subject, service }),
  };
  const findings = applyWaivers(check(ledger, rules, options), ledger, {
    asOf,
    selects,
    knows: (id) => findRule(id) !== undefined || own.some((rule) => rule.id === id),
    rules: new Map(waiverRules.map((rule) => [rule.id, rule])),
    hasOwnWindows: true,
  });
  return { findings, quiet };
}

/** `rule subject: met until DAY by IDS`, `rule subject: reason` of each thing that a rule was quiet about. */
export function describeQuiet({ rule, subject, service, outcome }: Quiet): string {
  const name = `${rule.id} ${subject}${service === undefined ? '' : `/${service}`}`;
  if (outcome.state === 'not-applicable') return `${name}: ${outcome.reason.en}`;
  const until = outcome.until === undefined ? '' : ` until ${formatDay(outcome.until)}`;
  return `${name}: met${until}${outcome.by === undefined ? '' : ` by ${outcome.by.join(' ')}`}`;
}
