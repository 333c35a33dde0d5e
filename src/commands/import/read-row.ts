/** From a row of a table to what would be an entry of the ledger. */
import type { PlainMapping } from '../../domain/edit.ts';
import type { Language, Text } from '../../domain/text.ts';
import { fieldsOfPaper } from '../../fields/kind-fields.ts';
import type { KnownKind } from '../../fields/kind-words.ts';
import { resourceFields } from '../../fields/resource.ts';
import { fieldsIn, rowLabel } from '../../fields/uses.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { REQUIRED_FIELDS } from '../../run/recording/given-entry.ts';
import { KIND_NAME, kindName, kindWords, likelyKinds } from '../../run/recording/kinds.ts';
import { remembered } from '../../spreadsheet/remembered.ts';
import { type CellProblem, type CellReader, cellReader } from './cell-reader.ts';
import type { Draft } from './draft.ts';
import type { ImportField } from './headings.ts';
import { whyOutOfSight } from './out-of-sight.ts';
import { licenceDraft, resourceDraft } from './row-fields.ts';
import { complainOfOthers, lifeOf, settleLife, type Surroundings } from './row-life.ts';
import type { Table } from './table.ts';

export interface RowReading {
  readonly draft: Draft | undefined;
  readonly problems: readonly CellProblem[];
}

/** A row as an entry, or what keeps it from being one. */
export function readRow(table: Table, row: number, around: Surroundings): RowReading {
  const outOfSight = whyOutOfSight(table, row, around);
  if (outOfSight.length > 0) return { draft: undefined, problems: outOfSight };
  const reader = cellReader(table, row, around.values);
  complainOfOthers(reader, table, row, around);
  const life = lifeOf(reader, table, row, around);
  const kinds = readKinds(table, reader, row, around);
  const [first] = kinds;
  if (first === undefined) return { draft: undefined, problems: reader.problems };
  const { sheet, columns } = table;
  const { list } = first;
  const draft = list === 'licences' ? licenceDraft(reader, table, kinds) : resourceDraft(reader, table, around);
  const fields = settleLife(reader, draft.fields, life, { list, today: around.today, isOurs: table.isOurs });
  requireFields(reader, fields, list, table);
  return {
    draft: {
      list,
      kinds: [first.kind, ...kinds.slice(1).map(({ kind }) => kind)],
      ...draft,
      fields,
      place: { sheet, row, column: 0 },
      placeOf: (field) => ({ sheet, row, column: columns.get(sourceOf(field, table))?.at ?? 0 }),
      saysWhatItFollows: columns.has('follows'),
    },
    problems: reader.problems,
  };
}

/** Without a column that says it, what stands above the rows, or the name of the sheet, may. */
function readKinds(table: Table, reader: CellReader, row: number, around: Surroundings): readonly KnownKind[] {
  const said = reader.text('kind');
  const word = said === undefined ? undefined : (around.values.get(said) ?? said);
  const kinds = word === undefined ? kindsAbove(table, row, around) : kindsNamed(word, table.isOurs);
  if (kinds.length === 0 && reader.problems.length === 0) {
    reader.complain('kind', whyNoKind(word, table.columns.has('kind')));
  }
  return kinds;
}

/** A kebab-case word is a kind of the company's own; what `export` wrote is one although it is a word for another kind, or a number. */
function kindsNamed(word: string, toTheLetter: boolean): readonly KnownKind[] {
  const own = word.normalize('NFKC').trim();
  const isOwn = KIND_NAME.test(own) && (toTheLetter || !/^\d+$/u.test(own));
  const known = allNamed(word) ?? [];
  const isKnown = known.length === 1 || (known.length > 1 && known.every(isService));
  if (isKnown && !(toTheLetter && isOwn && known[0]?.kind !== own)) return known;
  return isOwn ? [{ list: 'resources', kind: own }] : [];
}

const allNamed = remembered((words) => kindWords().allNamed(words));

/** `一、专线合同`, `域名台账`, `示例公司2026年机房租赁合同清单`. */
function kindsAbove(
  { sheet, titles, captionOf, columns }: Table,
  row: number,
  { company }: Surroundings,
): readonly KnownKind[] {
  if (columns.has('kind')) return [];
  const caption = captionOf.get(row);
  for (const { text } of [...(caption === undefined ? [] : [caption]), { text: sheet.name }, ...titles]) {
    const bare = text
      .normalize('NFKC')
      .replaceAll(company, '')
      .replaceAll(/\([^()]*\)|\d{4}年度?|^[一二三四五六七八九十\d]+[、.]/gu, '');
    const kinds = allNamed(
      bare.replace(/(?:管理|登记|统计|信息)?(?:台账|清单|一览表|汇总表?|明细表?|登记表|列表|表)$/u, '').trim(),
    );
    if (kinds?.length === 1) return kinds;
  }
  return [];
}

/** Only services stand several on one paper. */
function isService({ kind }: KnownKind): boolean {
  return catalogue.kinds.get(kind)?.family === 'service';
}

function whyNoKind(word: string | undefined, hasColumn: boolean): Text {
  if (!hasColumn) {
    return {
      zh: `没有种类这一列。补上一列，或用\`--map '列名=种类'\`指明哪一列是，或把工作表改名为种类，如“专线”`,
      en: `no column says the kind. Add one, say which it is with \`--map 'HEADING=kind'\`, or name the sheet after the kind`,
    };
  }
  if (word === undefined) return { zh: '没有写种类', en: 'the kind is missing' };
  if (PAPER_NAME.test(word)) {
    return {
      zh: `“${word}”没有写明是哪项业务。补上“业务种类”一列，或在这一格写明，如 互联网数据中心业务、互联网接入服务业务`,
      en: `"${word}" does not say which services it allows. Add a column "Kind", or say it in this cell, as IDC, ISP`,
    };
  }
  const meant = kindsLike(word) ?? {
    zh: `用\`--map '${word}=…'\`写明是哪一种：专线、机房、等保等通行名称，或公司自己的种类（小写字母和连字符）；与许可证无关的，删去这一行，或加\`--skip-invalid\`跳过`,
    en: `Say what it is with \`--map '${word}=…'\`: a usual name such as leased line, or a kind of your own in lower case with hyphens; what no licence needs, delete, or skip it with \`--skip-invalid\``,
  };
  return { zh: `不认识种类“${word}”。${meant.zh}`, en: `the kind "${word}" is not known. ${meant.en}` };
}

/** What a paper is called whatever it allows. */
const PAPER_NAME = /(?:电信业务|^)(?:经营)?许可证(?:书)?$/u;

function kindsLike(word: string): Text | undefined {
  const kinds = likelyKinds(word);
  if (kinds.length === 0) return undefined;
  const options = (language: Language, [open, close]: readonly [string, string]): string[] =>
    kinds.map((kind) => `\`--map '${word}=${kind}'\`${open}${kindName(kind, language)}${close}`);
  return {
    zh: `是哪一种，用--map指明：${options('zh', ['（', '）']).join('、')}`,
    en: `Say which it is: ${options('en', [' (', ')']).join(', ')}`,
  };
}

/** What was there and could not be read has been complained of already. The ledger takes less than a register must say. */
function requireFields(
  reader: CellReader,
  fields: PlainMapping,
  list: 'licences' | 'resources',
  { isOurs: toTheLetter }: Table,
): void {
  if (reader.problems.length > 0) return;
  for (const key of toTheLetter ? ['expires'] : REQUIRED_FIELDS[list]) {
    if (Object.hasOwn(fields, key)) continue;
    const field = (list === 'licences' ? fieldsOfPaper() : fieldsIn(resourceFields)).find((one) => one.key === key);
    if (field === undefined) continue;
    const { zh, en } = rowLabel(field);
    const never =
      key === 'expires' && list === 'resources'
        ? { zh: '。没有期限的，写“长期”', en: '. If it does not end, write "never"' }
        : { zh: '', en: '' };
    reader.complain(key, { zh: `缺少${zh}${never.zh}`, en: `${en} is missing${never.en}` });
  }
}

const SOURCES: Readonly<Record<string, readonly ImportField[]>> = {
  starts: ['starts', 'issued', 'term'],
  issued: ['issued', 'starts', 'term'],
  expires: ['expires', 'term'],
  ended: ['ended', 'closed'],
  closed: ['closed', 'ended'],
  provider: ['provider', 'partyB', 'partyA'],
  number: ['number', 'id'],
};

/** The column that a field was read from. */
function sourceOf(field: string, { columns }: Table): ImportField {
  const candidates = (Object.hasOwn(SOURCES, field) ? SOURCES[field] : undefined) ?? [field];
  const parts = [...columns.keys()].filter((key) => key.startsWith(`${field}.`));
  return [...candidates, ...parts].find((one) => columns.has(one)) ?? 'id';
}
