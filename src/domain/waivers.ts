/** Waivers: a finding that somebody answers for until a day stays visible and counted, and fails nothing. */
import { addDays, type CalendarDay, daysBetween, formatDay } from './calendar-day.ts';
import { datesOf } from './check.ts';
import type { Finding, Severity, Status } from './finding.ts';
import type { Ledger, Waiver } from './ledger.ts';
import type { Rule } from './rule.ts';
import { count, type Text } from './text.ts';

export interface WaiverOptions {
  readonly asOf: CalendarDay;
  readonly selects: (rule: string) => boolean;
  /** Whether a rule of that id exists. */
  readonly knows: (rule: string) => boolean;
  /** The `waiver/…` rules, by id: their words are used in the findings. */
  readonly rules: ReadonlyMap<string, Rule>;
}

/** The findings with their waivers on them, and those about the waivers themselves. */
export function applyWaivers(findings: readonly Finding[], ledger: Ledger, options: WaiverOptions): readonly Finding[] {
  if (ledger.waivers.length === 0) return findings;
  const { asOf } = options;
  const about: Finding[] = [];
  const entries = new Set([
    'company',
    ...idsOf(ledger.licences),
    ...idsOf(ledger.resources),
    ...idsOf(ledger.company.systems),
  ]);
  const first = new Map<string, { readonly waiver: Waiver; readonly at: number }>();

  for (const [at, waiver] of ledger.waivers.entries()) {
    const key = keyOf(waiver.rule, waiver.entry);
    if (!options.knows(waiver.rule)) report('unknown', at, 'rule', unknownRule(waiver));
    else if (!entries.has(waiver.entry)) report('unknown', at, 'entry', unknownEntry(waiver));
    else if (first.has(key)) report('duplicate', at, 'entry', duplicateOf(waiver));
    else first.set(key, { waiver, at });
  }

  const lastDay = addDays(asOf, ledger.policy.maxWaiverDays);
  const matched = new Set<string>(findings.map(({ rule, subject }) => keyOf(rule, subject)));
  for (const [key, { waiver, at }] of first) {
    if (waiver.until < asOf) report('expired', at, 'until', expiredSince(waiver, asOf), waiver.until);
    else if (waiver.until > lastDay) report('too-long', at, 'until', tooLong(waiver, lastDay, ledger), waiver.until);
    else if (options.selects(waiver.rule) && !matched.has(key)) report('unused', at, 'rule', unusedNow(waiver));
  }

  return [...findings.map((finding) => waive(finding, first, asOf, lastDay)), ...about];

  function report(name: string, at: number, field: string, message: Text, date?: CalendarDay): void {
    const id = `waiver/${name}`;
    const rule = options.rules.get(id);
    if (rule === undefined || !options.selects(id)) return;
    const [status, severity] = onlyStatus(rule);
    about.push({
      rule: id,
      status,
      severity,
      subject: ledger.waivers[at]?.entry ?? '',
      related: [],
      ...datesOf(date, asOf),
      message,
      remedy: rule.remedy,
      basis: [],
      path: ['waivers', at, field],
    });
  }
}

function waive(
  finding: Finding,
  waivers: ReadonlyMap<string, { readonly waiver: Waiver }>,
  asOf: CalendarDay,
  lastDay: CalendarDay,
): Finding {
  const waiver = waivers.get(keyOf(finding.rule, finding.subject))?.waiver;
  if (waiver === undefined || waiver.until < asOf || waiver.until > lastDay) return finding;
  const { until, reason, approvedBy } = waiver;
  return { ...finding, waived: { until, reason, approvedBy } };
}

function onlyStatus(rule: Rule): [Status, Severity] {
  const [entry] = Object.entries(rule.statuses);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets that the keys are statuses
  return entry === undefined ? ['invalid', 'error'] : (entry as [Status, Severity]);
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}

function keyOf(rule: string, entry: string): string {
  return `${rule} ${entry}`;
}

function unknownRule({ rule }: Waiver): Text {
  return { zh: `没有名为${rule}的规则`, en: `there is no rule ${rule}` };
}

function unknownEntry({ entry }: Waiver): Text {
  return { zh: `台账中没有${entry}这个条目`, en: `the ledger has no entry ${entry}` };
}

function duplicateOf({ rule, entry }: Waiver): Text {
  return {
    zh: `${rule}对${entry}已有一条豁免，以先写的为准`,
    en: `${rule} is already waived for ${entry}; the first one counts`,
  };
}

function expiredSince({ rule, entry, until }: Waiver, asOf: CalendarDay): Text {
  const days = daysBetween(until, asOf);
  return {
    zh: `${rule}对${entry}的豁免已于${formatDay(until)}到期（${days}天前）`,
    en: `the waiver of ${rule} for ${entry} ended on ${formatDay(until)} (${count(days, 'day')} ago)`,
  };
}

function tooLong({ until }: Waiver, lastDay: CalendarDay, { policy }: Ledger): Text {
  return {
    zh: `豁免到${formatDay(until)}，超过上限${policy.maxWaiverDays}天（最迟${formatDay(lastDay)}），因此不生效`,
    en: `it runs until ${formatDay(until)}, longer than ${count(policy.maxWaiverDays, 'day')} (${formatDay(lastDay)} at the latest), so it waives nothing`,
  };
}

function unusedNow({ rule, entry }: Waiver): Text {
  return {
    zh: `${rule}对${entry}目前没有问题可豁免`,
    en: `${rule} finds nothing wrong with ${entry}, so there is nothing to waive`,
  };
}
