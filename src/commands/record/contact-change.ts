/** `ledger record contact-change`: the holder of numbers moved, or is reached otherwise. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions } from '../../command-line/write-options.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import { type Edit, type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Language } from '../../domain/text.ts';
import type { ExitCode } from '../../exit-code.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { dayDone } from '../../run/recording/given-days.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { serviceNamed } from '../../run/recording/named-entry.ts';
import { openLedger, type OpenLedger } from '../../run/recording/open-ledger.ts';
import { askAndRecord } from '../../run/recording/record-edits.ts';
import { isMapping } from '../../schema/raw-data.ts';
import { type ChangeDays, dayStep, daysIn, writtenDays } from './change-days.ts';
import { aLicence } from './questions.ts';

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
  const changed = given['changed'] ?? (yield dayStep('changed', false, open.today, language));
  const on = given['on'] ?? (yield dayStep('on', true, open.today, language));
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
      en: `${licence.id}: the change of address or contact on ${formatDay(day)} is recorded${reported === undefined ? '' : `, told on ${reported}`}`,
    },
    optionOf: (name) => (name === 'changed' ? '--changed' : '--on'),
  };
}

const CONTACT_CHANGES = 'contactChanges';

function noContactChanges(id: string, kind: string): Refusal {
  return usageError({
    where: id,
    what: { zh: `${kind}不登记地址或联系方式的变更`, en: `a licence of kind ${kind} records no changes of contact` },
    remedy: {
      zh: '公司住所的变更用 `ledger record change address` 登记。',
      en: "A change of the company's address is recorded with `ledger record change address`.",
    },
  });
}
