/** A first ledger: its text is commented, so that whoever opens it knows what to write where. */
import { usageError } from '../../command-line/complaint.ts';
import { dayFor } from '../../command-line/option-values.ts';
import { type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Edit, PlainMapping } from '../../domain/edit.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { didYouMean, nearest } from '../../domain/near-word.ts';
import { newId } from '../../domain/new-id.ts';
import type { Language } from '../../domain/text.ts';
import { groupBy } from '../../reporters/writing/layout.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { paperIn, paperStem, paperWith, serviceIn } from '../../run/recording/add-service.ts';
import { firstDayOf } from '../../run/recording/given-days.ts';
import { inOrder, isPlain, kindsIn, listOf } from '../../run/recording/given-entry.ts';
import { kindWords } from '../../run/recording/kinds.ts';
import { parseLedger } from '../../schema/parse-ledger.ts';
import { isMapping } from '../../schema/raw-data.ts';
import { CI_NAMES, type CiName } from './ci-jobs.ts';

/** What a first ledger is made of, as it writes it. */
export interface InitDraft {
  /** Without `name` it is no company yet. */
  readonly company: PlainMapping;
  readonly licences: readonly PlainMapping[];
  readonly resources: readonly PlainMapping[];
  /** The job that checks it; `none` where nobody wants one. */
  readonly ci?: CiName | 'none' | undefined;
}

export interface Template {
  /** The first year whose periodic duties are asked for. */
  readonly year: number;
  /** How the ledger names its schema; absent where there is none. */
  readonly schema: string | undefined;
  readonly language: Language;
}

/** The draft that options begin; they are named as the fields of the company, or `licences` and `ci`. */
export function draftOf({ licences, ci, ...company }: PlainMapping): InitDraft {
  const papers = Array.isArray(licences) ? licences.filter(isPlainMapping) : [];
  return { company, licences: papers, resources: [], ci: ciNamed(ci) };
}

/** The job of that name; undefined where nobody has decided yet. */
export function ciNamed(name: unknown): InitDraft['ci'] {
  return name === 'none' ? name : CI_NAMES.find((one) => one === name);
}

/** A mapping as a ledger writes it. */
export function isPlainMapping(value: unknown): value is PlainMapping {
  return isMapping(value) && isPlain(value);
}

/** One entry for each paper: what has one number and one end are services of the same. */
export function papersOf(services: readonly PlainMapping[], today: CalendarDay): readonly PlainMapping[] {
  const papers = groupBy(services, ({ number, expires }) => JSON.stringify([number, expires]));
  const draft = [...papers.values()].reduce<InitDraft>((before, rows) => {
    const kinds = rows.flatMap(({ kind }) => (typeof kind === 'string' ? [kind] : []));
    const own = rows.map((row, at) => serviceIn(kinds[at] ?? '', row));
    return withEntry(before, paperWith(paperIn(kinds, rows[0] ?? {}), own), today);
  }, draftOf({}));
  return draft.licences;
}

/** A ledger without entries yet. */
export function templateOf({ year, schema, language }: Template): string {
  const schemaLine = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return `${schemaLine}${TEMPLATES[language].replaceAll('YEAR', String(year))}`;
}

/** What is put into the template. */
export function firstEntries({ company, licences, resources }: InitDraft): readonly Edit[] {
  return [
    ...Object.entries(company).map(([field, value]): Edit => ({ kind: 'set-field', path: ['company'], field, value })),
    ...licences.map((entry): Edit => ({ kind: 'append-entry', list: 'licences', entry })),
    ...resources.map((entry): Edit => ({ kind: 'append-entry', list: 'resources', entry })),
  ];
}

/** With one more entry, which gets its id: that of a paper is its kind alone, for most companies hold one of each. */
export function withEntry(draft: InitDraft, entry: PlainMapping, today: CalendarDay): InitDraft {
  const taken = new Set(
    [...draft.licences, ...draft.resources].flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
  );
  const kinds = kindsIn(entry);
  if (listOf(entry) === 'licences') {
    const paper = inOrder({ ...entry, id: newId(paperStem(kinds), FOREVER, taken) }, 'licences');
    return { ...draft, licences: [...draft.licences, paper] };
  }
  const id = newId(kinds[0] ?? 'entry', firstDayOf(entry) ?? today, taken);
  return { ...draft, resources: [...draft.resources, inOrder({ ...entry, id }, 'resources')] };
}

/** The ledger that a draft makes so far. */
export function asLedger({ company, licences, resources }: InitDraft): {
  readonly data: object;
  readonly ledger: Ledger;
} {
  const data = { version: 1, company, licences, resources };
  // A ledger has at least one entry.
  const standIn = { id: 'stand-in', kind: 'stand-in', expires: 'never' };
  const { ledger, problems } = parseLedger({ ...data, resources: [...resources, standIn] }, catalogue.kinds);
  if (ledger === undefined) throw new Error(`what was answered makes no ledger: ${problems[0]?.message.en ?? ''}`);
  return { data, ledger: { ...ledger, resources: ledger.resources.slice(0, -1) } };
}

const TEMPLATES: Readonly<Record<Language, string>> = {
  zh: `# 电信业务合规台账。检查：ledger check；登记：ledger add、ledger renew、ledger record。
# 日期一律写成 YYYY-MM-DD；到期日是最后一个有效日。
version: 1

company:
  name: ''

policy:
  warnWithin: 60 # 提前多少天提醒
  since: YEAR-01-01 # 此前到期的年报等定期义务不再检查

# 许可证：每张一条；一张证含多项业务的，写 services（ledger add idc --licence 编号）。全部种类见 ledger rules
licences: []

# 合同与证明：专线、IP地址、域名、证书、机房……用 serves 写明用于哪些许可证
resources: []
`,
  en: `# Compliance ledger for telecom licences. Check it with ledger check; write with ledger add, renew and record.
# Dates are written YYYY-MM-DD; expires is the last valid day.
version: 1

company:
  name: ''

policy:
  warnWithin: 60 # days of warning
  since: YEAR-01-01 # periodic duties that fell due before this day are not checked

# Licences, one entry for each paper; if a paper allows several services, list them under services (ledger add idc --licence ID). ledger rules lists all kinds
licences: []

# Contracts and proofs: leased lines, IP addresses, domains, certificates, machine rooms …; serves names the licences that they are for
resources: []
`,
};

/**
 * A licence in one word: `KIND:NUMBER:EXPIRES`; the kinds of several services are joined by commas.
 *
 * @throws {Refusal} for a word of another form, an unknown kind or a day that does not exist
 */
export function readLicence(word: string, before: readonly PlainMapping[] = []): readonly PlainMapping[] {
  const [, words = '', number = '', expires = ''] = /^([^:]*):(.*):([^:]*)$/u.exec(word) ?? [];
  const where = `--licence ${word}`;
  if (words === '' || number === '') {
    throw usageError({
      where,
      what: { zh: '应写成 种类:编号:到期日', en: 'not in the form KIND:NUMBER:EXPIRES' },
      remedy: { zh: '如 isp:B1-20220315:2027-03-14。', en: 'For example isp:B1-20220315:2027-03-14.' },
    });
  }
  const day = formatDay(dayFor('--licence')(expires));
  const known = kindWords().allNamed(words);
  if (known !== undefined && known.every(({ list }) => list === 'licences')) {
    return [...before, ...known.map(({ kind }) => ({ kind, number, expires: day }))];
  }
  const kinds = [...catalogue.kinds.keys()];
  throw usageError({
    where,
    what: { zh: `没有${words}这种许可证`, en: `unknown kind of licence ${words}` },
    remedy: didYouMean(nearest(words, kinds)) ?? {
      zh: `可用的种类：${kinds.join('、')}。`,
      en: `Known kinds: ${kinds.join(', ')}.`,
    },
  });
}
