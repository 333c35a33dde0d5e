/** `ledger record change`: what an authority must be told of. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions, WriteOptions } from '../../command-line/write-options.ts';
import { type Branch, CHANGE_KINDS, type ChangeKind } from '../../domain/company.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import type { Language } from '../../domain/text.ts';
import type { ExitCode } from '../../exit-code.ts';
import { CHANGE_NAMES, valueNamed } from '../../fields/choices.ts';
import { choiceOf } from '../../platform/dialogue.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { openLedger, type OpenLedger } from '../../run/recording/open-ledger.ts';
import { choiceStep, type Step } from '../../run/recording/questions.ts';
import { askAndRecord, recordEdits } from '../../run/recording/record-edits.ts';
import { type ChangeDays, dayStep, daysIn, writtenDays } from './change-days.ts';
import { planBranch, planChange } from './company-changes.ts';

/**
 * Records a change of the company that was reported, or that has to be.
 *
 * @throws {Refusal} where no such change is unreported and none is added
 */
export async function recordChange(
  what: ChangeKind | undefined,
  options: InterviewOptions & ChangeDays,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const language = invocation.languages.people;
  const given = { ...withoutAbsent({ what }), ...writtenDays(options) };
  return askAndRecord(
    {
      command: ['ledger', 'record', 'change'],
      given,
      missing: what === undefined ? ['WHAT'] : [],
      interview: (said) => askChange(said, open, language),
    },
    { open, options },
    (said, now) => planChange(changeNamed(said['what']), daysIn(said), now),
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
  const isOfDays = given['decided'] !== undefined || given['registered'] !== undefined;
  const isOnlyOne = !isOfDays && unreported(changeNamed(what), open).length === 1;
  const said: Record<string, Plain> = { ...given, what };
  for (const day of isOfDays || isOnlyOne ? (['on'] as const) : (['decided', 'registered', 'on'] as const)) {
    // One of both makes a change, and a change that is recorded is told of.
    const isOptional = !isOnlyOne && (day !== 'registered' || said['decided'] !== undefined);
    const answer = said[day] ?? (yield dayStep(day, isOptional, open.today, language));
    if (answer !== '') said[day] = answer;
  }
  return said;
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

/** Where such changes stand that must still be told. What was reported on a day to come has not been reported yet. */
function unreported(what: ChangeKind, { ledger, today }: OpenLedger): readonly number[] {
  return ledger.company.changes.flatMap((change, at) =>
    change.what === what && (change.reported === undefined || change.reported > today) ? [at] : [],
  );
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
