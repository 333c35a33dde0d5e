/** What is wrong with the kind, the services or the coverage of a licence. */
import type { DataPath } from '../domain/ledger.ts';
import { nearWord } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';
import type { KnownKind } from '../fields/kind-words.ts';
import { isNationwide, isProvince, PROVINCES, scopeNamed } from '../fields/provinces.ts';
import { type Advice, advised, askFor, certain, changeTo, describe, hint, listed, narrow, quote } from './advice.ts';
import { explainValue, type Misfit } from './expected-values.ts';
import { type DataProblem, fieldOf } from './raw-data.ts';

type KindNamed = (word: string) => KnownKind | undefined;

/** A kind of resource: any word in kebab-case, and what people call the known ones is offered as the kind. */
export function explainKind(misfit: Misfit, kindNamed: KindNamed): DataProblem {
  const problem = explainValue(misfit, 'kind');
  const known = typeof misfit.value === 'string' ? wholeKind(misfit.value, kindNamed) : undefined;
  return known?.list === 'resources' ? { ...problem, remedy: changeTo(known.kind), edits: undefined } : problem;
}

/** What stands in brackets behind a name says more than the name, and would be lost. */
function wholeKind(word: string, kindNamed: KindNamed): KnownKind | undefined {
  return /[()[\]【】]/u.test(narrow(word)) ? undefined : kindNamed(word);
}

/** A kind of service or number that nobody knows. */
export function explainLicenceKind(misfit: Misfit, kindNamed: KindNamed): DataProblem {
  const { path, value, words } = misfit;
  if (typeof value !== 'string') return explainValue(misfit, 'text');
  const { zh, en } = listed(words);
  const shown = quote(value);
  return {
    rule: 'schema/licence-kind',
    status: 'unknown',
    path,
    message: { zh: `没有${shown.zh}这种业务或码号`, en: `unknown kind of service or number ${shown.en}` },
    ...advised(
      path,
      adviseOnKind(value, words, kindNamed) ?? hint({ zh: `可用的种类：${zh}。`, en: `Known kinds: ${en}.` }),
    ),
  };
}

function adviseOnKind(written: string, words: readonly string[], kindNamed: KindNamed): Advice | undefined {
  const near = nearWord(narrow(written), words);
  if (near?.isCertain === true) return certain(near.word);
  const known = wholeKind(written, kindNamed);
  return known?.list === 'licences' ? hint(changeTo(known.kind)) : askFor(written, words);
}

/** A grant of numbers among the services of a licence. */
export function explainNumber({ path, value }: Misfit): DataProblem {
  const kind = describe(value);
  return {
    rule: 'schema/value',
    path,
    message: {
      zh: `${kind.zh}是码号，码号单独发证，不是许可证上的业务`,
      en: `${kind.en} is a number grant, which has a paper of its own and is not a service of a licence`,
    },
    remedy: {
      zh: '从`services`中移出，在`licences`下另记一条，写`kind`而不写`services`。',
      en: 'Remove it from `services` and record it as a separate licence, with `kind` in place of `services`.',
    },
  };
}

export function explainNoServices({ path }: Misfit): DataProblem {
  return {
    rule: 'schema/value',
    path,
    message: { zh: 'services是空列表', en: 'services is an empty list' },
    remedy: {
      zh: '写出许可证上的业务，如`services: [{ kind: isp, scope: national }]`。',
      en: 'List the services that the licence allows, as in `services: [{ kind: isp, scope: national }]`.',
    },
  };
}

/** Where there is neither. */
export const KIND_OR_SERVICES: Text = {
  zh: '写`kind`，如`kind: isp`；一张许可证含多项业务的，写`services`。',
  en: 'Write `kind`, as in `kind: isp`, or `services` where the licence allows several.',
};

/** Whether a path leads to a field of a licence that lists its services. */
export function isFieldBesideServices(path: DataPath, holder: unknown): boolean {
  return path.length === 3 && path[0] === 'licences' && fieldOf(holder, 'services') !== undefined;
}

export function kindBesideServices(path: DataPath): DataProblem {
  return {
    rule: 'schema/value',
    path,
    atKey: true,
    message: {
      zh: 'kind与services不能并列：写了services，种类写在其中',
      en: 'kind and services cannot both be used: with services, the kinds are written inside it',
    },
    remedy: IN_SERVICES,
  };
}

export const IN_SERVICES: Text = {
  zh: '移到`services`中它所属的那一项：`services: [{ kind: isp, scope: national }]`。',
  en: 'Move it into the service that it belongs to: `services: [{ kind: isp, scope: national }]`.',
};

/** Each province by itself. */
export function explainScope({ path, value }: Misfit): readonly DataProblem[] {
  if (!Array.isArray(value)) return [explainWhole({ path, value })];
  const [only] = value;
  if (value.length === 1 && typeof only === 'string' && isNationwide(only)) {
    return [{ rule: 'schema/value', path, message: listOfNational(only), ...advised(path, certain('national')) }];
  }
  if (value.length === 0) {
    return [
      { rule: 'schema/value', path, message: { zh: 'scope是空列表', en: 'scope is an empty list' }, remedy: FORM },
    ];
  }
  return value.flatMap((name, at) => (isProvince(name) ? [] : [explainProvince(path, value, at)]));
}

function listOfNational(word: string): Text {
  return {
    zh: `${quote(word).zh}不是省份，不写在列表中`,
    en: `${quote(word).en} is not a province and cannot be in the list`,
  };
}

const FORM = {
  zh: '全国写`national`，否则列出省份，如`[北京, 河北]`。',
  en: 'Write `national`, or the provinces as in `[北京, 河北]`.',
};

/** The provinces that a text names; undefined where it says anything else besides. */
function provincesIn(words: string): readonly string[] | undefined {
  const named = scopeNamed(words);
  return named !== 'national' && named.length > 0 && named.every(isProvince) ? named : undefined;
}

function explainWhole({ path, value }: Pick<Misfit, 'path' | 'value'>): DataProblem {
  const shown = describe(value);
  return {
    rule: typeof value === 'string' ? 'schema/value' : 'schema/type',
    path,
    message: {
      zh: `scope应为national或省份列表，现为${shown.zh}`,
      en: `scope must be national or a list of provinces, not ${shown.en}`,
    },
    ...advised(path, typeof value === 'string' ? adviseOnWord(value) : hint(FORM)),
  };
}

function adviseOnWord(words: string): Advice {
  if (isNationwide(words)) return certain('national');
  const provinces = provincesIn(words);
  return provinces === undefined ? (askFor(words, ['national']) ?? hint(FORM)) : certain(provinces);
}

function explainProvince(list: DataPath, names: readonly unknown[], at: number): DataProblem {
  const path = [...list, at];
  const name = names[at];
  if (typeof name !== 'string') {
    const shown = describe(name);
    const message = { zh: `省份应为文字，现为${shown.zh}`, en: `a province must be text, not ${shown.en}` };
    return { rule: 'schema/type', path, message };
  }
  const { zh, en } = listed(PROVINCES);
  const message = {
    zh: `${quote(name).zh}不是省份的简称`,
    en: `${quote(name).en} is not the short name of a province`,
  };
  const remedy = isNationwide(name) ? FORM : { zh: `可用的简称：${zh}。`, en: `Short names: ${en}.` };
  const [province, another] = provincesIn(name) ?? [];
  if (province === undefined) return { rule: 'schema/value', path, message, remedy };
  if (another === undefined) return { rule: 'schema/value', path, message, ...advised(path, certain(province)) };
  const all = names.flatMap((one) => (typeof one === 'string' ? (provincesIn(one) ?? [one]) : []));
  const whole = all.length >= names.length && names.every((one) => typeof one === 'string') ? certain(all) : undefined;
  return { rule: 'schema/value', path, message, ...advised(list, whole ?? hint(remedy)) };
}
