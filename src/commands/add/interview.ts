/** What `ledger add` asks at a terminal. */
import { formatDay } from '../../domain/calendar-day.ts';
import { type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Licence } from '../../domain/ledger.ts';
import type { Language, Text } from '../../domain/text.ts';
import { kind as kindField } from '../../fields/common.ts';
import { questionOf } from '../../fields/uses.ts';
import { choiceOf } from '../../platform/dialogue.ts';
import { askEntry, askService } from '../../run/recording/entry-questions.ts';
import { missingIn, withoutAbsent } from '../../run/recording/given-entry.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { judgeOf } from '../../run/recording/judge-answer.ts';
import { kindChoice, kindChoices, usedKinds } from '../../run/recording/kinds.ts';
import { entryNamed } from '../../run/recording/named-entry.ts';
import type { OpenLedger } from '../../run/recording/open-ledger.ts';
import { choiceStep, type Step } from '../../run/recording/questions.ts';
import { itemsOf } from '../../schema/raw-data.ts';

/** A kind that is new, and like some that are known; or a word that no kind can be called by. */
export interface NearKind {
  readonly word: string;
  /** The likeliest first. */
  readonly meant: readonly string[];
  readonly canBeNew: boolean;
}

interface Around {
  readonly open: OpenLedger;
  readonly language: Language;
  readonly near: NearKind | undefined;
}

/** Asks for the kind where it is not given, and for the entry or the further service of a licence. */
export function* askAdd(given: PlainMapping, around: Around): Interview<PlainMapping> {
  const { kind: known, licence, ...fields } = given;
  const kind = wordOf(known ?? (yield kindStep(around)));
  const whole = { ...given, kind };
  if (missingIn(whole).length === 0) return whole;
  const { open, language } = around;
  const { ledger, today, document } = open;
  const surroundings = { ledger, today, language };
  if (typeof licence !== 'string') {
    return yield* askEntry(kind, fields, { ...surroundings, judge: judgeOf(document.data, today) });
  }
  const { entry, path } = entryNamed(licence, ['licence'], ledger);
  const licences = itemsOf(document.data, 'licences').filter((_, at) => at !== path[1]);
  const judge = judgeOf({ ...Object(document.data), licences }, today);
  const written = (own: PlainMapping): PlainMapping => withService(entry, { ...own, kind });
  const own = yield* askService(kind, fields, { ...surroundings, judge, number: entry.number, written });
  return { ...own, kind, licence };
}

/** The kind of a new entry; those of the ledger come first, for they are likely to come again. */
function kindStep({ open, language, near }: Around): Step {
  const first =
    near === undefined ? [] : [...near.meant, ...(near.canBeNew ? [near.word] : [])].map((one) => choiceOf(one));
  const choices = kindChoices(usedKinds(open.ledger), language);
  const named = ({ value }: { readonly value: string }): boolean => first.every((one) => one.value !== value);
  const isNew = near === undefined ? undefined : newKind(near);
  return choiceStep({
    key: 'kind',
    label: isNew ?? questionOf(kindField),
    language,
    choices: [...first.map((one) => choices.find(({ value }) => value === one.value) ?? one), ...choices.filter(named)],
    orElse: (typed) => kindChoice(typed, language),
  });
}

function newKind({ word, canBeNew }: NearKind): Text {
  if (!canBeNew) return { zh: `不认识种类“${word}”，是哪一种`, en: `The kind "${word}" is not known; which is it` };
  return { zh: `没有规则会用到新的种类${word}，是哪一种`, en: `No rule uses the new kind ${word}; which kind is it` };
}

/** What the judge needs of a licence that gets a further service. */
function withService({ number, issued, expires, services }: Licence, added: PlainMapping): PlainMapping {
  return withoutAbsent({
    number,
    issued: issued === undefined ? undefined : formatDay(issued),
    expires: formatDay(expires),
    services: [...services.map(({ kind, scope }) => withoutAbsent({ kind, scope })), added],
  });
}
