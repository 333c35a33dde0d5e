/** zod's issues as problems in words: what was expected is named by the schema, what stands there is looked up. */
import type * as z from 'zod/mini';

import type { DataPath } from '../domain/ledger.ts';
import { didYouMean } from '../domain/near-word.ts';
import { beginningOf, type Text } from '../domain/text.ts';
import type { KnownKind } from '../fields/kind-words.ts';
import { advised, changeTo } from './advice.ts';
import { adviseOnDay } from './day-advice.ts';
import { explainKey, isKeyExpectation, onceIn, vocabularies, type Vocabulary } from './expected-keys.ts';
import { explainValue, type Misfit } from './expected-values.ts';
import {
  explainKind,
  explainLicenceKind,
  explainNoServices,
  explainNumber,
  explainScope,
  IN_SERVICES,
  isFieldBesideServices,
  KIND_OR_SERVICES,
  kindBesideServices,
} from './explain-licence.ts';
import { lengthOf } from './forms.ts';
import { type DataProblem, fieldOf, valueAt } from './raw-data.ts';
import { explainVersion } from './version.ts';

/** One problem or more for an issue that was found below `base`. */
export type ExplainIssue = (issue: z.core.$ZodIssue, base?: DataPath) => readonly DataProblem[];

/** What a problem may be explained with beside the schema. */
export interface Knowledge {
  /** Names of fields that services have. */
  readonly serviceFields: ReadonlySet<string>;
  readonly kindNamed: (word: string) => KnownKind | undefined;
}

const NONE: Knowledge = { serviceFields: new Set(), kindNamed: () => undefined };

/** Says in words what zod finds in the data of a file. A hundred thousand issues of one sort share what can be said of all. */
export function issueExplainer(data: unknown, knowledge: Knowledge = NONE): ExplainIssue {
  const vocabularyOf = vocabularies();
  return explain;

  function explain(issue: z.core.$ZodIssue, base: DataPath = []): readonly DataProblem[] {
    const path = [...base, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
    const value = valueAt(data, path);
    const vocabulary = vocabularyOf(issue.message);
    if (issue.code === 'unrecognized_keys') {
      const meant = issue.keys.map(vocabulary.only);
      const isWanted = onceIn(meant);
      return issue.keys.map((key, at) => {
        const field = isWanted(meant[at]) ? meant[at] : undefined;
        return unknownField({ path: [...path, key], key, meant: field, holder: value, vocabulary, knowledge });
      });
    }
    const { expectation, words } = vocabulary;
    // Coverage is explained province by province.
    if (issue.code === 'invalid_union' && expectation !== 'scope') {
      const branch = issue.errors.find((errors) => !errors.some(isOfWrongSort));
      if (branch !== undefined) return branch.flatMap((one) => explain(one, path));
    }
    const misfit = { path, name: nameOf(path), value, words };
    if (isKeyExpectation(expectation)) {
      return [
        issue.code === 'invalid_type'
          ? explainValue(misfit, 'mapping')
          : explainKey(misfit, expectation, valueAt(data, path.slice(0, -1))),
      ];
    }
    return expectation === 'at-most' ? [explainLength(misfit)] : explainMisfit(misfit, expectation, knowledge);
  }
}

/** Where a value may be of two sorts, the sort that it is of says what is wrong inside it. */
function isOfWrongSort({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

function explainMisfit(misfit: Misfit, expectation: string, { kindNamed }: Knowledge): readonly DataProblem[] {
  const { value } = misfit;
  if (value === undefined || value === null) {
    return [missing(misfit, value === undefined && expectation === 'kind-or-services' ? KIND_OR_SERVICES : undefined)];
  }
  switch (expectation) {
    case 'day':
    case 'end':
      return [explainDay(misfit, expectation === 'end')];
    case 'either':
      return [explainEither(misfit)];
    case 'scope':
      return explainScope(misfit);
    case 'licence-kind':
    case 'kind-or-services':
      return [explainLicenceKind(misfit, kindNamed)];
    case 'kind':
      return [explainKind(misfit, kindNamed)];
    case 'number-in-services':
      return [explainNumber(misfit)];
    case 'services':
      return [explainNoServices(misfit)];
    case 'version':
      return [explainVersion(misfit)];
    default:
      return [explainValue(misfit, expectation)];
  }
}

/** What the reader calls the place: the last key of its path. */
function nameOf(path: DataPath): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

function missing({ path, name, value }: Misfit, remedy?: Text): DataProblem {
  const rule = 'schema/missing-field';
  if (typeof path.at(-1) === 'number') {
    return {
      rule,
      path,
      message: { zh: `${name}中有一项是空的`, en: `an item of ${name} is empty` },
      remedy: FILL_OR_REMOVE,
    };
  }
  if (value === undefined) return { rule, path, message: { zh: `缺少${name}`, en: `${name} is missing` }, remedy };
  return {
    rule,
    path,
    message: { zh: `${name}后面是空的`, en: `${name} has no value` },
    remedy: FILL_OR_REMOVE,
  };
}

const FILL_OR_REMOVE = {
  zh: '填写内容；不需要的，删去这一行。',
  en: 'Fill it in, or remove the line if it is not needed.',
};

interface UnknownField {
  readonly path: DataPath;
  readonly key: string;
  /** The field that it can only be. */
  readonly meant: string | undefined;
  /** What it stands in. */
  readonly holder: unknown;
  readonly vocabulary: Vocabulary;
  readonly knowledge: Knowledge;
}

function unknownField(unknown: UnknownField): DataProblem {
  const { path, key, holder } = unknown;
  if (key === 'kind' && isFieldBesideServices(path, holder)) return kindBesideServices(path);
  return {
    rule: 'schema/unknown-field',
    status: 'unknown',
    path,
    atKey: true,
    message: { zh: `没有${beginningOf(key)}这个字段`, en: `unknown field ${beginningOf(key)}` },
    ...adviseOnField(unknown),
  };
}

function adviseOnField(unknown: UnknownField): Pick<DataProblem, 'remedy' | 'edits'> {
  const { path, meant, holder } = unknown;
  const remedy = remedyForField(unknown);
  const isFree = meant !== undefined && fieldOf(holder, meant) === undefined && remedy !== IN_SERVICES;
  return isFree ? { remedy: changeTo(meant), edits: [{ path, key: meant }] } : { remedy };
}

function remedyForField({ path, key, holder, vocabulary: { suggest, choice }, knowledge }: UnknownField): Text {
  if (key === '<<') return NO_MERGE_KEYS;
  if (isFieldBesideServices(path, holder) && knowledge.serviceFields.has(key)) return IN_SERVICES;
  return didYouMean(suggest(key)) ?? choice;
}

const NO_MERGE_KEYS = {
  zh: 'YAML 1.2没有合并键，请把各字段逐一写出。',
  en: 'YAML 1.2 has no merge keys: write the fields out.',
};

function explainDay({ path, name, value }: Misfit, allowsNever: boolean): DataProblem {
  const { reason, ...advice } = adviseOnDay(value, allowsNever);
  const message = { zh: `${name}有误：${reason.zh}`, en: `${name}: ${reason.en}` };
  return { rule: 'schema/date', path, message, ...advised(path, advice) };
}

/** A text that is too long to be shown. */
function explainLength({ path, name, value, words: [most = ''] }: Misfit): DataProblem {
  const length = lengthOf(String(value));
  return {
    rule: 'schema/value',
    path,
    message: {
      zh: `${name}有${length}个字符，最多${most}个`,
      en: `${name} has ${length} characters, and may have ${most} at most`,
    },
    remedy: {
      zh: '请缩短；长的内容另存为文件，列入`evidence`。',
      en: 'Shorten it; keep what is longer in a file, and name that file in `evidence`.',
    },
  };
}

/** Neither of two fields stands there, or both do. */
function explainEither({ path, value, words: [one = '', other = ''] }: Misfit): DataProblem {
  const isNone = fieldOf(value, one) === undefined;
  if (isNone) {
    return {
      rule: 'schema/missing-field',
      path,
      message: { zh: `缺少${one}或${other}`, en: `${one} or ${other} is missing` },
    };
  }
  return {
    rule: 'schema/value',
    path,
    message: { zh: `${one}和${other}只能写一个`, en: `${one} and ${other} cannot both be used` },
    remedy: { zh: '留下一个，删去另一个。', en: 'Keep one and remove the other.' },
  };
}
