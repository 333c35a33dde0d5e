/** `ledger record DUTY …`: what was done, and on which day. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { WriteOptions } from '../../command-line/write-options.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Branch, ChangeKind } from '../../domain/company.ts';
import type { Edit } from '../../domain/edit.ts';
import type { ExitCode } from '../../exit-code.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { dayDone } from '../../run/recording/given-days.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import { serviceNamed } from '../../run/recording/named-entry.ts';
import { openLedger, type OpenLedger } from '../../run/recording/open-ledger.ts';
import { missingOptions } from '../../run/recording/questions.ts';
import { recordEdits } from '../../run/recording/record-edits.ts';
import { isMapping } from '../../schema/raw-data.ts';
import { type ChangeDays, planBranch, planChange } from './company-changes.ts';
import { DUTIES, type DutyName } from './duties.ts';
import type { Duty } from './plan-day.ts';

export interface RecordOptions extends WriteOptions {
  /** The day on which it was done; absent: today. */
  readonly on?: CalendarDay | undefined;
}

/**
 * Records one duty as done.
 *
 * @throws {Refusal} for an entry that does not exist, or a day that has not come
 */
export async function record(
  name: DutyName,
  words: readonly string[],
  options: RecordOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const duty: Duty = DUTIES[name](words);
  const open = await openLedger(options.file, invocation);
  const dialogue = await invocation.io.dialogue();
  return recordEdits(
    { open, options, dialogue },
    (now) => {
      const { on } = options;
      return duty.plan(now, duty.mayLieAhead === true ? (on ?? now.today) : dayDone('--on', on, now.today));
    },
    invocation,
  );
}

/**
 * Records a change of the company that was reported, or that has to be.
 *
 * @throws {Refusal} where no such change is unreported and none is added
 */
export async function recordChange(
  what: ChangeKind,
  options: WriteOptions & ChangeDays,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const dialogue = await invocation.io.dialogue();
  return recordEdits({ open, options, dialogue }, (now) => planChange(what, options, now), invocation);
}

/**
 * Records a branch that was reported, or that has to be.
 *
 * @throws {Refusal} where no such branch is unreported and none is added
 */
export async function recordBranch(
  branch: Pick<Branch, 'province' | 'what'>,
  options: WriteOptions & Pick<ChangeDays, 'on' | 'decided'>,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const dialogue = await invocation.io.dialogue();
  return recordEdits({ open, options, dialogue }, (now) => planBranch(branch, options, now), invocation);
}

/** A change of the holder's address or contact, and when the authority of its numbers was told. */
interface ContactChangeDays {
  readonly changed?: CalendarDay | undefined;
  readonly on?: CalendarDay | undefined;
}

/**
 * Records a change of address or contact of a grant of numbers; where it stands there already, that it was told.
 *
 * @throws {Refusal} for a licence whose kind records no such changes
 */
export async function recordContactChange(
  word: string,
  options: WriteOptions & ContactChangeDays,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const dialogue = await invocation.io.dialogue();
  return recordEdits({ open, options, dialogue }, (now) => planContactChange(word, options, now), invocation);
}

function planContactChange(word: string, { changed, on }: ContactChangeDays, { ledger, today }: OpenLedger): Plan {
  const { licence, service, path } = serviceNamed(word, ledger);
  const field = catalogue.kinds.get(service.kind)?.fields?.find(({ name }) => name === CONTACT_CHANGES);
  if (field === undefined) throw noContactChanges(licence.id, service.kind);
  if (changed === undefined) throw missingOptions(['--changed']);
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
