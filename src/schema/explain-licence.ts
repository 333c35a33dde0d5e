/** What is wrong with the kind, the services or the coverage of a licence. */
import type { DataPath } from '../domain/ledger.ts';
import { didYouMean, nearest } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';
import type { KnownKind } from '../fields/kind-words.ts';
import { isNationwide, isProvince, PROVINCES, shortNameOf } from '../fields/provinces.ts';
import { explainValue, type Misfit } from './expected-values.ts';
import { type DataProblem, fieldOf } from './raw-data.ts';
import { changeTo, describe, listed, quote } from './wording.ts';

type KindNamed = (word: string) => KnownKind | undefined;

/** A kind of resource: any word in kebab-case, and what people call the known ones is offered as the kind. */
export function explainKind(misfit: Misfit, kindNamed: KindNamed): DataProblem {
  const problem = explainValue(misfit, 'kind');
  const known = typeof misfit.value === 'string' ? kindNamed(misfit.value) : undefined;
  return known?.list === 'resources' ? { ...problem, remedy: changeTo(known.kind) } : problem;
}

/** A kind of service or number that nobody knows. */
export function explainLicenceKind(misfit: Misfit, kindNamed: KindNamed): DataProblem {
  const { path, value, words } = misfit;
  if (typeof value !== 'string') return explainValue(misfit, 'text');
  const known = kindNamed(value);
  const { zh, en } = listed(words);
  const shown = quote(value);
  return {
    rule: 'schema/licence-kind',
    status: 'unknown',
    path,
    message: { zh: `没有${shown.zh}这种业务或码号`, en: `there is no kind of service or number ${shown.en}` },
    remedy:
      known?.list === 'licences'
        ? changeTo(known.kind)
        : (didYouMean(nearest(value, words)) ?? { zh: `可用的种类：${zh}。`, en: `Known kinds: ${en}.` }),
  };
}

/** A grant of numbers among the services of a licence. */
export function explainNumber({ path, value }: Misfit): DataProblem {
  const kind = describe(value);
  return {
    rule: 'schema/value',
    path,
    message: {
      zh: `${kind.zh}是码号，码号单独发证，不是许可证上的业务`,
      en: `${kind.en} is a grant of numbers: a paper of its own, no service of a licence`,
    },
    remedy: {
      zh: '从`services`中移出，在`licences`下另记一条，写`kind`而不写`services`。',
      en: 'Take it out of `services` and record it as a licence of its own, with `kind` in place of `services`.',
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
      en: 'Name what the paper allows, as in `services: [{ kind: isp, scope: national }]`.',
    },
  };
}

/** Where there is neither. */
export const KIND_OR_SERVICES: Text = {
  zh: '写`kind`，如`kind: isp`；一张许可证含多项业务的，写`services`。',
  en: 'Write `kind`, as in `kind: isp`, or `services` where the paper allows several.',
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
      en: 'kind and services stand side by side, and only one of them can say what the licence allows',
    },
    remedy: IN_SERVICES,
  };
}

export const IN_SERVICES: Text = {
  zh: '移到`services`中它所属的那一项：`services: [{ kind: isp, scope: national }]`。',
  en: 'Move it to the service that it belongs to: `services: [{ kind: isp, scope: national }]`.',
};

/** Each province by itself. */
export function explainScope({ path, value }: Misfit): readonly DataProblem[] {
  if (!Array.isArray(value)) return [explainWhole({ path, value })];
  if (value.length === 0) {
    return [
      { rule: 'schema/value', path, message: { zh: 'scope是空列表', en: 'scope is an empty list' }, remedy: FORM },
    ];
  }
  return value.flatMap((name, at) => (isProvince(name) ? [] : [explainProvince([...path, at], name)]));
}

const FORM = {
  zh: '全国写`national`，否则列出省份，如`[北京, 河北]`。',
  en: 'Write `national`, or the provinces as in `[北京, 河北]`.',
};

function explainWhole({ path, value }: Pick<Misfit, 'path' | 'value'>): DataProblem {
  const shown = describe(value);
  return {
    rule: typeof value === 'string' ? 'schema/value' : 'schema/type',
    path,
    message: {
      zh: `scope应为national或省份列表，现为${shown.zh}`,
      en: `scope must be national or a list of provinces, not ${shown.en}`,
    },
    remedy: typeof value === 'string' ? adviseOnWord(value) : FORM,
  };
}

function adviseOnWord(word: string): DataProblem['remedy'] {
  if (isNationwide(word)) return changeTo('national');
  const province = shortNameOf(word);
  if (province !== undefined) return changeTo(`[${province}]`);
  return didYouMean(nearest(word, ['national'])) ?? FORM;
}

function explainProvince(path: DataProblem['path'], name: unknown): DataProblem {
  if (typeof name !== 'string') {
    const shown = describe(name);
    const message = { zh: `省份应为文字，现为${shown.zh}`, en: `a province must be text, not ${shown.en}` };
    return { rule: 'schema/type', path, message };
  }
  const province = shortNameOf(name);
  const { zh, en } = listed(PROVINCES);
  const message = {
    zh: `${quote(name).zh}不是省份的简称`,
    en: `${quote(name).en} is not the short name of a province`,
  };
  const remedy = isNationwide(name) ? FORM : { zh: `可用的简称：${zh}。`, en: `Short names: ${en}.` };
  return { rule: 'schema/value', path, message, remedy: province === undefined ? remedy : changeTo(province) };
}
