/** A first ledger: its text is commented, so that whoever opens it knows what to write where. */
import { usageError } from '../../command-line/complaint.ts';
import { dayFor } from '../../command-line/option-values.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { Edit, PlainMapping } from '../../domain/edit.ts';
import { didYouMean, nearest } from '../../domain/near-word.ts';
import type { Language } from '../../domain/text.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { kindWords } from '../../run/recording/kinds.ts';

export interface FirstLedger {
  readonly company: PlainMapping;
  readonly licences: readonly PlainMapping[];
  /** The first year whose periodic duties are asked for. */
  readonly year: number;
  /** How the ledger names its schema; absent where there is none. */
  readonly schema: string | undefined;
  readonly language: Language;
}

/** A ledger without entries yet. */
export function templateOf({ year, schema, language }: FirstLedger): string {
  const schemaLine = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return `${schemaLine}${TEMPLATES[language].replaceAll('YEAR', String(year))}`;
}

/** What is put into the template. */
export function firstEntries({ company, licences }: FirstLedger): readonly Edit[] {
  return [
    ...Object.entries(company).map(([field, value]): Edit => ({ kind: 'set-field', path: ['company'], field, value })),
    ...licences.map((entry): Edit => ({ kind: 'append-entry', list: 'licences', entry })),
  ];
}

const TEMPLATES: Readonly<Record<Language, string>> = {
  zh: `# 电信业务合规台账。检查：ledger check；登记：ledger add、ledger renew、ledger record。
# 日期一律写成 YYYY-MM-DD；到期日是最后一个有效日。
version: 1

company:
  name: ''

policy:
  warnWithin: 60 # 提前多少天提醒
  since: YEAR-01-01 # 此前到期的年报等定期义务不再追问

# 许可证：每张一条；一张证含多项业务的，写 services（ledger add idc --licence 编号）。全部种类见 ledger rules
licences: []

# 合同与证明：专线、IP地址、域名、证书、机房……用 serves 写明用于哪些许可证
resources: []
`,
  en: `# Compliance ledger for telecom licences. Check it with ledger check; write with ledger add, renew and record.
# Days are written YYYY-MM-DD; expires is the last valid day.
version: 1

company:
  name: ''

policy:
  warnWithin: 60 # days of warning
  since: YEAR-01-01 # periodic duties that fell due before this day are not asked for

# Licences, one entry a paper; several on one paper are its services (ledger add idc --licence ID). ledger rules lists all kinds
licences: []

# Contracts and proofs: leased lines, IP addresses, domains, certificates, rooms …; serves names the licences they are for
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
      what: { zh: '应写成 种类:编号:到期日', en: 'it must be KIND:NUMBER:EXPIRES' },
      remedy: { zh: '如 isp:B1-20220315:2027-03-14。', en: 'As in isp:B1-20220315:2027-03-14.' },
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
    what: { zh: `没有${words}这种许可证`, en: `there is no licence kind ${words}` },
    remedy: didYouMean(nearest(words, kinds)) ?? {
      zh: `可用的种类：${kinds.join('、')}。`,
      en: `Known kinds: ${kinds.join(', ')}.`,
    },
  });
}
