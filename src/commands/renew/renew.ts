/** `ledger renew ID`: what comes after a contract, or the new term of a licence. */
import { type Complaint, type Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions } from '../../command-line/options.ts';
import { addDays, type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import { lastDayOf, renewsItself } from '../../domain/cover.ts';
import { type Edit, type Plain, type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Licence, Resource } from '../../domain/ledger.ts';
import { successorId } from '../../domain/new-id.ts';
import type { Language } from '../../domain/text.ts';
import type { ExitCode } from '../../exit-code.ts';
import { optionNamed } from '../../fields/uses.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { countedFrom, dayAfter, dayDone, dayGiven } from '../../run/recording/given-days.ts';
import { inOrder, withoutAbsent } from '../../run/recording/given-entry.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { entryNamed, takenIds } from '../../run/recording/named-entry.ts';
import { type OpenLedger, openLedger } from '../../run/recording/open-ledger.ts';
import { about } from '../../run/recording/questions.ts';
import { askAndRecord } from '../../run/recording/record-edits.ts';
import { endStep, issuedStep, type Renewable, renewableStep } from './questions.ts';

export interface RenewOptions extends InterviewOptions {
  readonly expires?: string | undefined;
  readonly starts?: string | undefined;
  readonly issued?: string | undefined;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
}

/** @throws {Refusal} for an entry that cannot be renewed, or values that do not fit */
export async function renew(id: string | undefined, options: RenewOptions, invocation: Invocation): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const given = withoutAbsent({ id, expires: options.expires });
  const missing = [...(id === undefined ? ['ID'] : []), ...(options.expires === undefined ? ['--expires'] : [])];
  const language = invocation.languages.people;
  const interview = (said: PlainMapping): Interview<PlainMapping> => askRenewal(said, options, open, language);
  return askAndRecord(
    { command: ['ledger', 'renew'], given, missing, interview },
    { open, options },
    ({ id: chosen, expires, issued = options.issued }, now) =>
      planFor(wordOf(chosen), { ...options, ...withoutAbsent({ issued }), expires: wordOf(expires) }, now),
    invocation,
  );
}

/** Asks for the entry, and for its new end: as long as the old term, where nothing else is said. */
function* askRenewal(
  given: PlainMapping,
  options: RenewOptions,
  open: OpenLedger,
  language: Language,
): Interview<PlainMapping> {
  const id = wordOf(given['id'] ?? (yield renewableStep(open.ledger, language)));
  const found = renewable(id, options, open);
  const first = firstDay(found, options, open);
  const plan = (end: Plain, issued?: Plain): Plan =>
    planFor(
      id,
      { ...options, expires: wordOf(end), ...(issued === undefined ? {} : { issued: wordOf(issued) }) },
      open,
    );
  const expires = given['expires'] ?? (yield about(id, endStep(found, first, language, plan)));
  if (found.of === 'resource' || options.issued !== undefined) return { id, expires };
  const step = issuedStep(id, open.today, language, (day) => plan(expires, day));
  const issued = yield about(id, step);
  return issued === '' ? { id, expires } : { id, expires, issued };
}

function planFor(id: string, options: RenewOptions & { readonly expires: string }, open: OpenLedger): Plan {
  const found = renewable(id, options, open);
  const first = firstDay(found, options, open);
  const expires = dayGiven('--expires', options.expires, { first, allowsNever: found.of === 'resource' });
  const old = lastDay(found);
  if (expires <= old) throw usageError(notLater(found.entry.id, expires, old));
  const days = { first, expires };
  return found.of === 'licence' ? newTerm(found, options, days, open) : successor(found.entry, options, days, open);
}

/** The entry, if it is one that can be renewed. */
function renewable(id: string, options: RenewOptions, { ledger }: OpenLedger): Renewable {
  const found = entryNamed(id, ['licence', 'resource'], ledger);
  const foreign = (found.of === 'licence' ? RESOURCE_OPTIONS : LICENCE_OPTIONS).find(
    (field) => options[field] !== undefined,
  );
  if (foreign !== undefined) throw foreignOption(optionNamed(foreign), found);
  if (found.entry.expires === FOREVER) throw endless(id);
  const { id: old } = found.entry;
  const follower = ledger.resources.find(({ follows }) => follows === old);
  if (follower !== undefined) throw alreadyFollowed(old, follower.id);
  return found;
}

const RESOURCE_OPTIONS = ['starts', 'id', 'title'] as const;
const LICENCE_OPTIONS = ['issued'] as const;

/** From which day a term such as `+1y` is counted: the given beginning, else the day after the old end. */
function firstDay(found: Renewable, { starts }: RenewOptions, { today }: OpenLedger): CalendarDay {
  const next = found.of === 'licence' ? addDays(found.entry.expires, 1) : dayAfter(found.entry, today);
  return starts === undefined ? next : dayGiven('--starts', starts, { first: countedFrom(today) });
}

/** The last day of the old one: that of its early end, where it has one. */
function lastDay(found: Renewable): CalendarDay {
  return found.of === 'licence' || renewsItself(found.entry) ? found.entry.expires : lastDayOf(found.entry);
}

interface NewDays {
  readonly first: CalendarDay;
  readonly expires: CalendarDay;
}

function successor(old: Resource, options: RenewOptions, { first, expires }: NewDays, { ledger }: OpenLedger): Plan {
  const id = options.id ?? successorId(old.id, first, takenIds(ledger));
  const entry = withoutAbsent({
    id,
    kind: old.kind,
    title: options.title ?? old.title,
    provider: old.provider,
    starts: formatDay(first),
    expires: formatDay(expires),
    serves: old.serves.length === 0 ? undefined : old.serves,
    follows: old.id,
    warnWithin: old.warnWithin,
    owner: old.owner,
    registrant: old.registrant,
    allocates: old.allocates,
  });
  return {
    edits: [{ kind: 'append-entry', list: 'resources', entry: inOrder(entry, 'resources') }],
    entry: id,
    path: ['resources', ledger.resources.length],
    done: { zh: `${id} 已登记，接续 ${old.id}`, en: `${id} is recorded; it follows ${old.id}` },
    optionOf: optionNamed,
  };
}

function newTerm(
  { entry, path }: { readonly entry: Licence; readonly path: Plan['path'] },
  { issued }: RenewOptions,
  { expires }: NewDays,
  { today }: OpenLedger,
): Plan {
  const given = issued === undefined ? undefined : dayGiven('--issued', issued, {});
  // A licence that is issued later is asked for nothing yet: a slip here would silence it.
  const day = given === undefined ? undefined : dayDone('--issued', given, today);
  const reissue: readonly Edit[] =
    day === undefined ? [] : [{ kind: 'set-field', path, field: 'issued', value: formatDay(day) }];
  return {
    edits: [
      ...reissue,
      { kind: 'set-field', path, field: 'expires', value: formatDay(expires) },
      ...(entry.renewal === undefined ? [] : [{ kind: 'remove-field', path, field: 'renewal' } as const]),
    ],
    entry: entry.id,
    path: [...path, 'expires'],
    done: {
      zh: `${entry.id} 已延续到 ${formatDay(expires)}`,
      en: `${entry.id} now runs until ${formatDay(expires)}`,
    },
    optionOf: optionNamed,
  };
}

function foreignOption(option: string, { of, entry }: Renewable): Refusal {
  const what =
    of === 'licence'
      ? {
          zh: `${entry.id}是许可证，延续时没有这一项`,
          en: `${entry.id} is a licence, and its renewal does not take this option`,
        }
      : { zh: `${entry.id}不是许可证，没有发证日期`, en: `${entry.id} is not a licence and has no day of issue` };
  return usageError({ where: option, what, remedy: { zh: '去掉这个选项。', en: 'Leave it out.' } });
}

function endless(id: string): Refusal {
  return usageError({
    where: id,
    what: { zh: '到期日是never，没有期限，无需接续', en: 'it has no end (never), so nothing can follow it' },
    remedy: {
      zh: '合同已终止的，先把它的 `expires` 改成终止日。',
      en: 'If the contract has ended, first set its `expires` to that day.',
    },
  });
}

function alreadyFollowed(id: string, follower: string): Refusal {
  return usageError({
    where: id,
    what: { zh: `已由${follower}接续`, en: `${follower} already follows it` },
    remedy: {
      zh: `要再续，请用 \`ledger renew ${follower}\`。`,
      en: `To renew again, run \`ledger renew ${follower}\`.`,
    },
  });
}

function notLater(id: string, given: CalendarDay, old: CalendarDay): Complaint {
  return {
    where: `--expires ${formatDay(given)}`,
    what: {
      zh: `不晚于${id}现在的到期日${formatDay(old)}`,
      en: `not later than the current last day of ${id}, ${formatDay(old)}`,
    },
    remedy: { zh: '请核对新合同或新证上的日期。', en: 'Check the date on the new contract or licence.' },
  };
}
