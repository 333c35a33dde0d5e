/** `ledger record change` and `record contact-change`: what an authority must be told of. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions } from '../../command-line/options.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import { CHANGE_KINDS, changedEntry, type ChangeKind, type CompanyChange } from '../../domain/company.ts';
import { type Edit, type Plain, type PlainMapping, wordOf } from '../../domain/edit.ts';
import { serviceName } from '../../domain/ledger.ts';
import type { Language } from '../../domain/text.ts';
import type { ExitCode } from '../../exit-code.ts';
import { CHANGE_NAMES, valueNamed } from '../../fields/choices.ts';
import { choiceOf } from '../../platform/dialogue.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { dayDone } from '../../run/recording/given-days.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { servedNamed, serviceNamed } from '../../run/recording/named-entry.ts';
import { openLedger, type OpenLedger } from '../../run/recording/open-ledger.ts';
import { about, choiceStep, type Step } from '../../run/recording/questions.ts';
import { askAndRecord } from '../../run/recording/record-edits.ts';
import { isMapping } from '../../schema/raw-data.ts';
import { type ChangeDays, daysIn, daysOf, dayStep, writtenDays } from './change-days.ts';
import { FIRST_DAYS, planChange } from './company-changes.ts';
import { aLicence } from './questions.ts';

/**
 * Records a change of the company that was reported, or that has to be.
 *
 * @throws {Refusal} where no such change is unreported and none is added
 */
export async function recordChange(
  what: ChangeKind | undefined,
  options: InterviewOptions & ChangeDays & Pick<CompanyChange, 'of'>,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const language = invocation.languages.people;
  const given = { ...withoutAbsent({ what, of: options.of }), ...writtenDays(options) };
  return askAndRecord(
    {
      command: ['ledger', 'record', 'change'],
      given,
      missing: what === undefined ? ['WHAT'] : [],
      interview: (said) => askChange(said, open, language),
    },
    { open, options },
    (said, now) => planChange(changeSaid(said, now), daysIn(said), now),
    invocation,
  );
}

/**
 * Asks what changed, and when it was told. Its own days are asked where they are needed: to add a change, or to say which
 * of several is meant.
 */
function* askChange(given: PlainMapping, open: OpenLedger, language: Language): Interview<PlainMapping> {
  const what = given['what'] ?? (yield whatStep(language));
  if (given['approved'] !== undefined || given['publicised'] !== undefined) return { ...given, what };
  const kind = changeNamed(what);
  const isOfDays = FIRST_DAYS.some((day) => given[day] !== undefined);
  const isOnlyOne = !isOfDays && unreported(kind, open).length === 1;
  const firsts = isOfDays || isOnlyOne ? [] : daysOf(kind);
  const of = firsts.includes('effective') ? yield* askOf({ ...given, what: kind }, open, language) : given['of'];
  const said: Record<string, Plain> = { ...given, ...withoutAbsent({ what, of }) };
  for (const day of [...firsts, 'on'] as const) {
    // One of its days makes a change, and a change that is recorded is told of.
    const isNeeded = day === firsts.at(-1) && firsts.every((first) => said[first] === undefined);
    const step = dayStep(day, !isOnlyOne && !isNeeded, open.today, language);
    const answer = said[day] ?? (yield about(kind, about(wordOf(of), step)));
    if (answer !== '') said[day] = answer;
  }
  return said;
}

/** What a change of a kind can be of, by their ids. */
function entriesFor(what: ChangeKind, { ledger }: OpenLedger): readonly string[] {
  const sort = changedEntry(what);
  if (sort === 'system')
    return ledger.company.systems.filter(({ kind }) => kind === 'network-unit').map(({ id }) => id);
  const wanted = what === 'domain-holder' ? 'domain' : 'ip-addresses';
  if (sort === 'resource') return ledger.resources.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  return ledger.licences.flatMap((licence) => {
    const services = licence.services.length > 1 ? licence.services : [];
    return [licence.id, ...services.map((service) => serviceName({ licence, service }))];
  });
}

/** The answer that names none. */
const ALL = '*';

/** Asks what a change is of, where there is something that it can be of. */
function* askOf(
  { what, of }: { readonly what: ChangeKind; readonly of?: Plain },
  open: OpenLedger,
  language: Language,
): Interview<Plain | undefined> {
  const entries = entriesFor(what, open);
  if (of !== undefined || entries.length === 0) return of;
  const all = { zh: '全部，或都不是', en: 'all, or none of them' };
  const choices = [choiceOf(ALL, all[language]), ...entries.map((name) => choiceOf(name, ''))];
  const step = choiceStep({
    key: 'of',
    label: { zh: '涉及的条目', en: 'Entry concerned' },
    language,
    choices,
    orElse: (typed) => choices.find(({ value }) => value === servedNamed(typed, open.ledger)),
  });
  const answer = yield about(what, step);
  return answer === ALL ? undefined : answer;
}

function whatStep(language: Language): Step {
  const choices = CHANGE_KINDS.map((kind) => choiceOf(kind, CHANGE_NAMES[kind][language]));
  return choiceStep({
    key: 'what',
    label: { zh: '变更了什么', en: 'What changed' },
    language,
    choices,
    orElse: (typed) => choices.find(({ value }) => value === valueNamed(CHANGE_NAMES, typed)),
  });
}

function changeNamed(what: unknown): ChangeKind {
  const kind = CHANGE_KINDS.find((one) => one === what);
  if (kind === undefined) throw new Error(`no such change: ${String(what)}`);
  return kind;
}

/** Which change was said; a licence may be named by its number. */
function changeSaid({ what, of }: PlainMapping, { ledger }: OpenLedger): Pick<CompanyChange, 'what' | 'of'> {
  const kind = changeNamed(what);
  if (typeof of !== 'string') return { what: kind };
  return { what: kind, of: changedEntry(kind) === 'licence' ? servedNamed(of, ledger) : of };
}

/** Where such changes stand that must still be told. What was reported on a day to come has not been reported yet. */
function unreported(what: ChangeKind, { ledger, today }: OpenLedger): readonly number[] {
  return ledger.company.changes.flatMap((change, at) =>
    change.what === what && (change.reported === undefined || change.reported > today) ? [at] : [],
  );
}

/**
 * Records a change of address or contact of a grant of numbers; where it stands there already, that it was told.
 *
 * @throws {Refusal} for a licence whose kind records no such changes
 */
export async function recordContactChange(
  word: string | undefined,
  options: InterviewOptions & ChangeDays,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const language = invocation.languages.people;
  const given = { ...withoutAbsent({ licence: word }), ...writtenDays({ changed: options.changed, on: options.on }) };
  return askAndRecord(
    {
      command: ['ledger', 'record', 'contact-change'],
      given,
      missing: [...(word === undefined ? ['LICENCE'] : []), ...(options.changed === undefined ? ['--changed'] : [])],
      interview: (said) => askContactChange(said, open, language),
    },
    { open, options },
    (said, now) => planContactChange(wordOf(said['licence']), daysIn(said), now),
    invocation,
  );
}

/** Asks whose contact changed, and when; whether it was told is asked too. */
function* askContactChange(given: PlainMapping, open: OpenLedger, language: Language): Interview<PlainMapping> {
  const key = 'licence';
  const licence = given[key] ?? (yield aLicence(CONTACT_CHANGES)({ key, open, language }));
  const ofLicence = (day: 'changed' | 'on', isOptional: boolean): Step =>
    about(wordOf(licence), dayStep(day, isOptional, open.today, language));
  const changed = given['changed'] ?? (yield ofLicence('changed', false));
  const on = given['on'] ?? (yield ofLicence('on', true));
  return { ...given, licence, changed, ...(on === '' ? {} : { on }) };
}

function planContactChange(word: string, { changed, on }: ChangeDays, { ledger, today }: OpenLedger): Plan {
  const { licence, service, path } = serviceNamed(word, ledger);
  const field = catalogue.kinds.get(service.kind)?.fields?.find(({ name }) => name === CONTACT_CHANGES);
  if (field === undefined) throw noContactChanges(licence.id, service.kind);
  const day = dayDone('--changed', changed, today);
  const reported = on === undefined ? undefined : formatDay(dayDone('--on', on, today));
  const recorded = field.of(service);
  const changes: readonly unknown[] = Array.isArray(recorded) ? recorded : [];
  const known = changes.findIndex((one) => isMapping(one) && one['changed'] === day);
  const at = [...path, CONTACT_CHANGES, known === -1 ? changes.length : known];
  const value = withoutAbsent({ changed: formatDay(day), reported });
  const edits: readonly Edit[] =
    known === -1
      ? [{ kind: 'append-item', path, field: CONTACT_CHANGES, value }]
      : reported === undefined
        ? []
        : [{ kind: 'set-field', path: at, field: 'reported', value: reported }];
  return {
    edits,
    entry: licence.id,
    path: at,
    done: {
      zh: `${licence.id} ${formatDay(day)}的地址或联系方式变更已登记${reported === undefined ? '' : `，${reported}已通知`}`,
      en: `${licence.id}: the change of address or contact on ${formatDay(day)} is recorded${reported === undefined ? '' : `, notified on ${reported}`}`,
    },
    optionOf: (name) => (name === 'changed' ? '--changed' : '--on'),
  };
}

const CONTACT_CHANGES = 'contactChanges';

function noContactChanges(id: string, kind: string): Refusal {
  return usageError({
    where: id,
    what: { zh: `${kind}不登记地址或联系方式的变更`, en: `changes of contact are not recorded for kind ${kind}` },
    remedy: {
      zh: '公司住所的变更用 `ledger record change address` 登记。',
      en: "Record a change of the company's address with `ledger record change address`.",
    },
  });
}
