/** `ledger record branch`: a branch in a province that the authorities must be told of. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions } from '../../command-line/options.ts';
import { type Branch, BRANCH_CHANGES, type BranchChange } from '../../domain/company.ts';
import { type Plain, type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Language } from '../../domain/text.ts';
import type { ExitCode } from '../../exit-code.ts';
import { BRANCH_NAMES, valueNamed } from '../../fields/choices.ts';
import { choiceOf } from '../../platform/dialogue.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { openLedger, type OpenLedger } from '../../run/recording/open-ledger.ts';
import { about, choiceStep, type Step } from '../../run/recording/questions.ts';
import { askAndRecord } from '../../run/recording/record-edits.ts';
import { type ChangeDays, daysIn, dayStep, writtenDays } from './change-days.ts';
import { planBranch } from './company-changes.ts';
import { provinceStep } from './questions.ts';

/**
 * Records a branch that was reported, or that has to be.
 *
 * @throws {Refusal} where no such branch is unreported and none is added
 */
export async function recordBranch(
  { province, what }: { readonly [Key in 'province' | 'what']: Branch[Key] | undefined },
  options: InterviewOptions & Pick<ChangeDays, 'on' | 'decided'>,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const language = invocation.languages.people;
  return askAndRecord(
    {
      command: ['ledger', 'record', 'branch'],
      given: { ...withoutAbsent({ province, what }), ...writtenDays(options) },
      missing: [...(province === undefined ? ['PROVINCE'] : []), ...(what === undefined ? ['WHAT'] : [])],
      interview: (said) => askBranch(said, open, language),
    },
    { open, options },
    (said, now) => planBranch(branchSaid(said), daysIn(said), now),
    invocation,
  );
}

/** Asks where, what, and when: the day of the decision where a branch is added, that of the report where one waits for it. */
function* askBranch(given: PlainMapping, open: OpenLedger, language: Language): Interview<PlainMapping> {
  const province = given['province'] ?? (yield provinceStep('province', WHERE, language));
  const what = given['what'] ?? (yield about(wordOf(province), whatStep(language)));
  const said: Record<string, Plain> = { ...given, province, what };
  const isOnlyOne = said['decided'] === undefined && unreported(branchSaid(said), open) === 1;
  for (const day of isOnlyOne ? (['on'] as const) : (['decided', 'on'] as const)) {
    const step = dayStep(day, day === 'on' && !isOnlyOne, open.today, language);
    const answer = said[day] ?? (yield about(wordOf(province), about(wordOf(what), step)));
    if (answer !== '') said[day] = answer;
  }
  return said;
}

const WHERE = { zh: '分支机构在哪个省', en: 'Province of the branch' };

function whatStep(language: Language): Step {
  const choices = BRANCH_CHANGES.map((what) => choiceOf(what, BRANCH_NAMES[what][language]));
  return choiceStep({
    key: 'what',
    label: { zh: '设立、变更还是撤销', en: 'Opened, changed or closed' },
    language,
    choices,
    orElse: (typed) => choices.find(({ value }) => value === valueNamed(BRANCH_NAMES, typed)),
  });
}

function branchSaid({ province, what }: PlainMapping): Pick<Branch, 'province' | 'what'> {
  return { province: wordOf(province), what: changeNamed(what) };
}

function changeNamed(what: unknown): BranchChange {
  const known = BRANCH_CHANGES.find((one) => one === what);
  if (known === undefined) throw new Error(`no such change of a branch: ${String(what)}`);
  return known;
}

/** How many such branches must still be reported. What was reported on a day to come has not been reported yet. */
function unreported({ province, what }: Pick<Branch, 'province' | 'what'>, { ledger, today }: OpenLedger): number {
  return ledger.company.branches.filter(
    (one) => one.province === province && one.what === what && (one.reported === undefined || one.reported > today),
  ).length;
}
