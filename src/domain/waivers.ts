/** Waivers: a finding that somebody answers for until a day stays visible and counted, and fails nothing. */
import { type CalendarDay, daysBetween, formatDay } from './calendar-day.ts';
import type { Finding, Status } from './finding.ts';
import { repair } from './fix.ts';
import { serviceName, type Ledger, type Waiver } from './ledger.ts';
import { personOf } from './person.ts';
import { settingOf, weigh } from './policy.ts';
import type { Rule } from './rule.ts';
import { count, type Text } from './text.ts';
import { calendarOf, datesOf } from './to-finding.ts';

export interface WaiverOptions {
  readonly asOf: CalendarDay;
  readonly selects: (rule: string) => boolean;
  /** Whether a rule of that id exists. */
  readonly knows: (rule: string) => boolean;
  /** The `waiver/…` rules, by id: their words are used in the findings. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** Whether warning is given as the ledger says: with other windows a waiver may seem to be needed by nothing. */
  readonly hasOwnWindows: boolean;
}

/** The findings with their waivers on them, and those about the waivers themselves. */
export function applyWaivers(findings: readonly Finding[], ledger: Ledger, options: WaiverOptions): readonly Finding[] {
  if (ledger.waivers.length === 0) return findings;
  const { asOf } = options;
  const { about, report } = noting(ledger, options);
  const entries = namesIn(ledger);
  const first = new Map<string, { readonly waiver: Waiver; readonly at: number }>();

  for (const [at, waiver] of ledger.waivers.entries()) {
    const key = keyOf(waiver.rule, waiver.entry);
    const before = first.get(key)?.waiver;
    if (!options.knows(waiver.rule)) report('unknown', at, { field: 'rule', message: unknownRule(waiver) });
    else if (!entries.has(waiver.entry)) report('unknown', at, { field: 'entry', message: unknownEntry(waiver) });
    else if (before !== undefined)
      report('duplicate', at, { field: 'entry', message: duplicateOf(waiver), isNeeded: !isSame(waiver, before) });
    else first.set(key, { waiver, at });
  }

  const matched = new Set(findings.flatMap(keysOf));
  const holds = new Map<string, Waiver>();
  for (const [key, { waiver, at }] of first) {
    const { from, until } = waiver;
    const isUnused = options.selects(waiver.rule) && !matched.has(key);
    const isNeeded = !isUnused || !options.hasOwnWindows;
    if (!isApproved(waiver, ledger))
      report('approver', at, { field: 'approvedBy', message: notApproved(waiver, ledger) });
    else if (until < asOf)
      report('expired', at, { field: 'until', message: expiredSince(waiver, asOf), date: until, isNeeded });
    else if (isTooLong(waiver, ledger))
      report('too-long', at, { field: 'until', message: tooLong(waiver, ledger), date: until });
    else if (from <= asOf) {
      holds.set(key, waiver);
      if (isUnused) report('unused', at, { field: 'rule', message: unusedNow(waiver), isNeeded });
    }
  }

  return [...findings.map((finding) => waive(finding, holds)), ...about];
}

/** What there is to say about the waivers themselves. */
function noting(
  ledger: Ledger,
  options: WaiverOptions,
): {
  readonly about: readonly Finding[];
  readonly report: (name: string, at: number, what: AboutWaiver) => void;
} {
  const dates = { asOf: options.asOf, calendar: calendarOf(ledger) };
  const about: Finding[] = [];
  return { about, report };

  function report(name: string, at: number, { field, message, date, isNeeded = true }: AboutWaiver): void {
    const id = `waiver/${name}`;
    const rule = options.rules.get(id);
    if (rule === undefined || !options.selects(id) || settingOf(id, ledger) === 'off') return;
    const status = onlyStatus(rule);
    about.push({
      rule: id,
      status,
      severity: weigh(rule, status, [], ledger),
      subject: ledger.waivers[at]?.entry ?? '',
      related: [],
      owner: ledger.policy.owner,
      ...datesOf(date, dates),
      message,
      remedy: rule.remedy,
      fix: isNeeded ? undefined : repair([{ path: ['waivers', at] }]),
      basis: [],
      path: ['waivers', at, field],
    });
  }
}

interface AboutWaiver {
  readonly field: keyof Waiver;
  readonly message: Text;
  readonly date?: CalendarDay;
  /** Whether something would be different without the waiver, or might be. */
  readonly isNeeded?: boolean;
}

function isSame(one: Waiver, other: Waiver): boolean {
  const { until, from, reason, approvedBy } = one;
  return other.until === until && other.from === from && other.reason === reason && other.approvedBy === approvedBy;
}

/** What a waiver may name: every entry, every service, and the company. */
function namesIn({ licences, resources, company }: Ledger): ReadonlySet<string> {
  const services = licences.flatMap((licence) => licence.services.map((service) => serviceName({ licence, service })));
  return new Set(['company', ...idsOf(licences), ...services, ...idsOf(resources), ...idsOf(company.systems)]);
}

/** A waiver of a licence holds for all its services, that of a service for that one. */
function keysOf({ rule, subject, service }: Finding): readonly string[] {
  return service === undefined ? [keyOf(rule, subject)] : [keyOf(rule, `${subject}/${service}`), keyOf(rule, subject)];
}

function waive(finding: Finding, holds: ReadonlyMap<string, Waiver>): Finding {
  const waiver = keysOf(finding)
    .map((key) => holds.get(key))
    .find((one) => one !== undefined);
  if (waiver === undefined) return finding;
  const { until, reason, approvedBy } = waiver;
  return { ...finding, waived: { until, reason, approvedBy } };
}

function isApproved({ approvedBy }: Waiver, { policy }: Ledger): boolean {
  const person = personOf(approvedBy);
  return policy.approvers.length === 0 || policy.approvers.some((one) => personOf(one) === person);
}

/** Whatever the as-of day is: a waiver that is too long waives nothing on any day. */
function isTooLong({ from, until }: Waiver, { policy }: Ledger): boolean {
  return daysBetween(from, until) > policy.maxWaiverDays;
}

function onlyStatus({ statuses }: Rule): Status {
  const [status] = Object.keys(statuses);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets that the keys are statuses
  return status === undefined ? 'invalid' : (status as Status);
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}

function keyOf(rule: string, entry: string): string {
  return `${rule} ${entry}`;
}

function unknownRule({ rule }: Waiver): Text {
  return { zh: `没有名为${rule}的规则`, en: `unknown rule ${rule}` };
}

function unknownEntry({ entry }: Waiver): Text {
  return { zh: `台账中没有${entry}这个条目`, en: `the ledger has no entry ${entry}` };
}

function duplicateOf({ rule, entry }: Waiver): Text {
  return {
    zh: `${rule}对${entry}已有一条豁免，以先写的为准`,
    en: `${rule} is already waived for ${entry}; the first waiver applies`,
  };
}

function expiredSince({ rule, entry, until }: Waiver, asOf: CalendarDay): Text {
  const days = daysBetween(until, asOf);
  return {
    zh: `${rule}对${entry}的豁免已于${formatDay(until)}到期（${days}天前）`,
    en: `the waiver of ${rule} for ${entry} ended on ${formatDay(until)} (${count(days, 'day')} ago)`,
  };
}

function tooLong({ from, until }: Waiver, { policy }: Ledger): Text {
  const days = daysBetween(from, until);
  return {
    zh: `豁免从${formatDay(from)}到${formatDay(until)}，共${days}天，超过上限${policy.maxWaiverDays}天，因此不生效`,
    en: `it runs from ${formatDay(from)} to ${formatDay(until)}, ${count(days, 'day')}, longer than the ${policy.maxWaiverDays} allowed, so it waives nothing`,
  };
}

function notApproved({ approvedBy }: Waiver, { policy }: Ledger): Text {
  return {
    zh: `${approvedBy}不在可以批准豁免的人之列（${policy.approvers.join('、')}），因此不生效`,
    en: `${approvedBy} may not approve waivers (${policy.approvers.join(', ')} may), so it waives nothing`,
  };
}

function unusedNow({ rule, entry }: Waiver): Text {
  return {
    zh: `${rule}对${entry}目前没有问题可豁免`,
    en: `${rule} finds nothing wrong with ${entry}, so there is nothing to waive`,
  };
}
