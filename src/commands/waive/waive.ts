/** `ledger waive RULE ENTRY`: somebody answers for a finding until a day. */
import { type Complaint, type Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions } from '../../command-line/options.ts';
import { addDays, type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import { type Edit, type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Finding } from '../../domain/finding.ts';
import { type Ledger, serviceName } from '../../domain/ledger.ts';
import type { Rule } from '../../domain/rule.ts';
import { count, type Language } from '../../domain/text.ts';
import type { ExitCode } from '../../exit-code.ts';
import { waiverFields } from '../../fields/own.ts';
import { optionNamed, questionOf } from '../../fields/uses.ts';
import { allRules, findRule } from '../../rules/catalogue.ts';
import { ownRules } from '../../rules/own.ts';
import { unknownEntry, unknownRule } from '../../run/concerns.ts';
import { readDayAnswer, readWords } from '../../run/recording/answers.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { countedFrom, dayGiven } from '../../run/recording/given-days.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { allEntries, servedNamed } from '../../run/recording/named-entry.ts';
import { type OpenLedger, openLedger } from '../../run/recording/open-ledger.ts';
import { about, choiceStep, type Step, textStep } from '../../run/recording/questions.ts';
import { askAndRecord } from '../../run/recording/record-edits.ts';

const TERMS = ['until', 'reason', 'approvedBy'] as const;

/** What must be said of a waiver. */
type Terms = Readonly<Record<(typeof TERMS)[number], string>>;

/** A rule, the entry that it is waived for, and the first day of the waiver. */
interface Waived {
  readonly rule: string;
  /** As it was given: also the number of a licence, `ID` or `ID/KIND`. */
  readonly entry: string;
  /** Absent: today. */
  readonly from: string | undefined;
}

export interface WaiveOptions extends InterviewOptions, Partial<Terms> {
  readonly from?: string | undefined;
}

/**
 * Waives what a rule finds wrong with an entry. A waiver that is there already is brought up to date.
 *
 * @throws {Refusal} where there is nothing to waive, or the waiver would run too long
 */
export async function waive(
  rule: string | undefined,
  entry: string | undefined,
  options: WaiveOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const { from, until, reason, approvedBy } = options;
  if (rule !== undefined && entry !== undefined) assertWaivable({ rule, entry, from }, open);
  const said = { RULE: rule, ENTRY: entry, '--until': until, '--reason': reason, '--approved-by': approvedBy };
  const missing = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [name] : []));
  const given = withoutAbsent({ rule, entry, until, reason, approvedBy });
  const language = invocation.languages.people;
  return askAndRecord(
    { command: ['ledger', 'waive'], given, missing, interview: (known) => askWaiver(known, from, open, language) },
    { open, options },
    (known, now) => planFor({ rule: wordOf(known['rule']), entry: wordOf(known['entry']), from }, termsIn(known), now),
    invocation,
  );
}

function termsIn({ until, reason, approvedBy }: PlainMapping): Terms {
  return { until: wordOf(until), reason: wordOf(reason), approvedBy: wordOf(approvedBy) };
}

function planFor(waived: Waived, terms: Terms, open: OpenLedger): Plan {
  const { rule } = waived;
  const entry = assertWaivable(waived, open);
  const { ledger, today } = open;
  const first = firstDay(waived.from, today);
  const lastDay = dayGiven('--until', terms.until, { first: countedFrom(today) });
  const complaint = badEnd(lastDay, first, open);
  if (complaint !== undefined) throw usageError(complaint);
  const [from, until] = [formatDay(first), formatDay(lastDay)];
  const { reason, approvedBy } = terms;
  const values = { from, until, reason, approvedBy };
  const at = ledger.waivers.findIndex((waiver) => waiver.rule === rule && waiver.entry === entry);
  const path = ['waivers', at === -1 ? ledger.waivers.length : at];
  const renewed = Object.entries(values).map(([field, value]): Edit => ({ kind: 'set-field', path, field, value }));
  const days = count(daysBetween(first, lastDay), 'day');
  return {
    edits: at === -1 ? [{ kind: 'append-entry', list: 'waivers', entry: { rule, entry, ...values } }] : renewed,
    entry,
    path,
    done: {
      zh: `${rule} 对 ${entry} 豁免到 ${until}`,
      en: `${rule} is waived for ${entry} until ${until} (${days})`,
    },
    optionOf: optionNamed,
  };
}

function firstDay(given: string | undefined, today: CalendarDay): CalendarDay {
  return given === undefined ? today : dayGiven('--from', given, { first: countedFrom(today) });
}

/** A rule that exists, an entry that exists, and something wrong to answer for; gives the name of the entry. */
function assertWaivable({ rule, entry: word }: Waived, { ledger, found: { byName } }: OpenLedger): string {
  const known = knownRule(rule, ledger);
  if (known === undefined) {
    const ids = [...ownRules(ledger), ...allRules()].map(({ id }) => id);
    throw unknownRule(rule, rule, ids);
  }
  if (NEVER_WAIVED.has(known.check.of)) throw neverWaived(rule);
  const names = ['company', ...allEntries(ledger).map((one) => one.entry.id), ...servicesIn(ledger)];
  const entry = servedNamed(word, ledger);
  if (!names.includes(entry))
    throw unknownEntry(word, names, { zh: '台账中没有这个条目', en: 'the ledger has no such entry' });
  const found = [...byName.values()]
    .flat()
    .filter((finding) => finding.rule === rule && nameOf(finding, entry) === entry);
  if (found.length === 0) throw nothingToWaive(rule, entry);
  return entry;
}

function knownRule(id: string, ledger: Ledger): Rule | undefined {
  return findRule(id) ?? ownRules(ledger).find((rule) => rule.id === id);
}

/** What such rules find can only be corrected. */
const NEVER_WAIVED: ReadonlySet<string> = new Set(['file', 'waiver'] satisfies Rule['check']['of'][]);

function servicesIn({ licences }: Ledger): readonly string[] {
  return licences.flatMap((licence) => licence.services.map((service) => serviceName({ licence, service })));
}

/** A waiver of a licence holds for all its services, that of a service for that one. */
function nameOf({ subject, service }: Finding, entry: string): string {
  return service === undefined || entry === subject ? subject : `${subject}/${service}`;
}

/** Why a waiver may not run until a day. */
function badEnd(until: CalendarDay, from: CalendarDay, { ledger, today }: OpenLedger): Complaint | undefined {
  const where = `--until ${formatDay(until)}`;
  const { maxWaiverDays } = ledger.policy;
  const limit = addDays(from, maxWaiverDays);
  if (until < today) {
    return {
      where,
      what: { zh: `已经过去（今天是${formatDay(today)}）`, en: `in the past (today is ${formatDay(today)})` },
      remedy: { zh: '写今天或以后的日期。', en: 'Write today or a later day.' },
    };
  }
  if (until <= limit) return undefined;
  return {
    where,
    what: {
      zh: `从${formatDay(from)}算起，超过上限${maxWaiverDays}天（policy.maxWaiverDays）`,
      en: `more than ${count(maxWaiverDays, 'day')} from ${formatDay(from)} (policy.maxWaiverDays)`,
    },
    remedy: { zh: `最迟写 \`${formatDay(limit)}\`。`, en: `Write \`${formatDay(limit)}\` at the latest.` },
  };
}

/** Asks which of today's findings is waived, and for the terms. */
function* askWaiver(
  given: PlainMapping,
  from: string | undefined,
  open: OpenLedger,
  language: Language,
): Interview<PlainMapping> {
  let said = given;
  if (given['rule'] === undefined || given['entry'] === undefined) {
    const finding = yield findingStep(given, open, language);
    const [rule = '', entry = ''] = wordOf(finding).split(' ');
    said = { ...given, rule, entry };
  }
  const subject = `${wordOf(said['rule'])} ${wordOf(said['entry'])}`;
  for (const field of TERMS.filter((term) => given[term] === undefined)) {
    said = { ...said, [field]: yield about(subject, termStep(field, from, open, language)) };
  }
  return said;
}

const WHICH = { zh: '豁免哪个问题', en: 'Finding to waive' };

/** The findings that can be waived, as `check` lists them. */
function findingStep({ rule, entry }: PlainMapping, open: OpenLedger, language: Language): Step {
  const { ledger, found } = open;
  const meant = typeof entry === 'string' ? servedNamed(entry, ledger) : undefined;
  const choices = found
    .located()
    .filter((one) => one.waived === undefined && (rule === undefined || one.rule === rule))
    .filter(({ rule: id }) => !NEVER_WAIVED.has(knownRule(id, ledger)?.check.of ?? 'file'))
    .filter((one) => meant === undefined || nameOf(one, meant) === meant)
    .map((one) => {
      const value = `${one.rule} ${nameOf(one, meant ?? '')}`;
      return { value, label: `${value}  ${one.message[language]}` };
    });
  if (choices.length === 0) throw nothingToWaive(wordOf(rule), meant ?? '');
  return choiceStep({ key: 'finding', label: WHICH, language, choices });
}

function termStep(field: keyof Terms, from: string | undefined, open: OpenLedger, language: Language): Step {
  if (field !== 'until') {
    return textStep({ key: field, label: questionOf(waiverFields.fields[field]), language, read: readWords });
  }
  const reading = { first: countedFrom(open.today) };
  return textStep({
    key: field,
    label: { zh: '豁免到哪一天', en: 'Last day of the waiver' },
    language,
    hint: 'day',
    read(typed) {
      const answer = readDayAnswer(typed, reading);
      if ('objection' in answer) return answer;
      const objection = badEnd(dayGiven('--until', wordOf(answer.value), reading), firstDay(from, open.today), open);
      return objection === undefined ? answer : { objection };
    },
  });
}

function neverWaived(rule: string): Refusal {
  return usageError({
    where: rule,
    what: { zh: '这条规则的问题不能豁免，只能改正', en: 'findings of this rule cannot be waived, only corrected' },
    remedy: { zh: `做法见 \`ledger explain ${rule}\`。`, en: `Run \`ledger explain ${rule}\` to see how.` },
  });
}

function nothingToWaive(rule: string, entry: string): Refusal {
  return usageError({
    where: `${rule} ${entry}`,
    what: { zh: '目前没有这样的问题，无可豁免', en: 'there is no such finding, so there is nothing to waive' },
    remedy: { zh: '运行 `ledger check` 查看现有的问题。', en: 'Run `ledger check` to see the findings.' },
  });
}
