/** What came between two versions of a ledger, in the ledger's own words. */
import { addDays, addMonths, parseDay, yearOf } from '../../domain/calendar-day.ts';
import type { EntrySort, LedgerChange, WrittenValue } from '../../domain/ledger-change.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import { nameOfResourceKind } from '../../domain/resource-kinds.ts';
import { type Term, termBetween } from '../../domain/term.ts';
import { count, type Text } from '../../domain/text.ts';
import { mappingCell, mappingsCell, textsCell } from '../../fields/cells.ts';
import type { EntryFields } from '../../fields/field.ts';
import { ENTRIES } from '../../fields/index.ts';
import { fieldsOfService } from '../../fields/kind-fields.ts';
import { fieldsIn } from '../../fields/uses.ts';

type Kinds = ReadonlyMap<string, LicenceProfile>;

/** One change as a phrase; the entry that it is about is named beside it. */
export function describeChange(change: LedgerChange, kinds: Kinds): Text {
  switch (change.what) {
    case 'added':
      return addedEntry(change, kinds);
    case 'removed':
      return removedEntry(change);
    case 'changed':
      return changedField(change, kinds);
    case 'invalid':
      return {
        zh: `文件有误，不再是有效的台账：${change.problem?.zh ?? ''}`,
        en: `the file is no longer a valid ledger: ${change.problem?.en ?? ''}`,
      };
    case 'valid':
      return { zh: '文件已改正，重新成为有效的台账', en: 'the file is a valid ledger again' };
  }
}

const SORT_NAMES: Readonly<Record<EntrySort, Text>> = {
  ledger: { zh: '台账', en: 'ledger' },
  company: { zh: '公司', en: 'company' },
  policy: { zh: '公司规定', en: 'policy' },
  rules: { zh: '规则级别', en: 'rule settings' },
  licence: { zh: '许可证', en: 'licence' },
  service: { zh: '业务', en: 'service' },
  system: { zh: '系统', en: 'system' },
  resource: { zh: '合同', en: 'contract' },
  requirement: { zh: '自定要求', en: 'requirement' },
  duty: { zh: '自定事项', en: 'duty' },
  waiver: { zh: '豁免', en: 'waiver' },
};

function addedEntry(change: LedgerChange, kinds: Kinds): Text {
  const { sort, entry, after } = change;
  if (sort === 'resource') return addedResource(after);
  if (sort === 'waiver') return addedWaiver(change);
  const name = SORT_NAMES[sort];
  if (sort === 'service') {
    const [, kind = ''] = entry.split('/');
    const service = kinds.get(kind)?.name ?? { zh: kind, en: kind };
    return { zh: `新增业务：${service.zh}`, en: `service added: ${service.en}` };
  }
  const until = saidIn(after, 'expires');
  return {
    zh: `新增${name.zh}${until === undefined ? '' : `，有效期至${until.zh}`}`,
    en: `${name.en} added${until === undefined ? '' : `, until ${until.en}`}`,
  };
}

function addedWaiver(change: LedgerChange): Text {
  const { rule, after } = change;
  const [until, by, why] = ['until', 'approvedBy', 'reason'].map((field) => saidIn(after, field) ?? NONE);
  const notes = extensionNotes(change);
  return {
    zh: `豁免${rule}，至${until?.zh}，${by?.zh}批准：${why?.zh}${notes.map(({ zh }) => `（${zh}）`).join('')}`,
    en: `${rule} waived until ${until?.en}, approved by ${by?.en}: ${why?.en}${notes.map(({ en }) => ` (${en})`).join('')}`,
  };
}

function addedResource(fields: WrittenValue): Text {
  const kind = nameOfResourceKind(saidIn(fields, 'kind')?.en ?? '');
  const title = shortened(saidIn(fields, 'title')?.zh ?? '');
  const term = termOf(fields);
  const follows = saidIn(fields, 'follows');
  return {
    zh: `新增${kind.zh}${title === '' ? '' : `“${title}”`}，${term.zh}${follows === undefined ? '' : `，接续${follows.zh}`}`,
    en: `${kind.en}${title === '' ? '' : ` "${title}"`} added, ${term.en}${follows === undefined ? '' : `, follows ${follows.en}`}`,
  };
}

function termOf(fields: WrittenValue): Text {
  const [starts, expires = NONE] = [saidIn(fields, 'starts'), saidIn(fields, 'expires')];
  if (isMapping(fields) && fields['expires'] === 'never') {
    return starts === undefined
      ? { zh: '长期有效', en: 'without an end' }
      : { zh: `${starts.zh}起长期有效`, en: `from ${starts.en} without an end` };
  }
  return starts === undefined
    ? { zh: `至${expires.zh}`, en: `until ${expires.en}` }
    : { zh: `${starts.zh}至${expires.zh}`, en: `${starts.en} to ${expires.en}` };
}

function removedEntry({ sort, rule }: LedgerChange): Text {
  if (rule !== undefined) return { zh: `删去对${rule}的豁免`, en: `the waiver of ${rule} removed` };
  return { zh: `删去${SORT_NAMES[sort].zh}`, en: `${SORT_NAMES[sort].en} removed` };
}

function changedField(change: LedgerChange, kinds: Kinds): Text {
  const { sort, rule, field = '', before, after, extension } = change;
  const [was, is] = [sayWritten(before), sayWritten(after)];
  if (field === 'id') return { zh: `编号由${was.zh}改为${is.zh}`, en: `renamed from ${was.en}` };
  const title = titleOf(change, kinds);
  const name =
    rule === undefined ? title : { zh: `对${rule}的豁免，${title.zh}`, en: `waiver of ${rule}, ${title.en}` };
  const line = { zh: `${name.zh}：${was.zh} → ${is.zh}`, en: `${name.en}: ${was.en} → ${is.en}` };
  if (extension === undefined) return line;
  const notes = [lengthOf(before, after), ...extensionNotes(change)].filter((note) => note !== undefined);
  const evidence = sort === 'waiver' ? [] : [extension.newEvidence ? NEW_EVIDENCE : NO_EVIDENCE];
  const all = [...notes, ...evidence];
  return {
    zh: `${line.zh}（${all.map(({ zh }) => zh).join('，')}）`,
    en: `${line.en} (${all.map(({ en }) => en).join(', ')})`,
  };
}

const NEW_EVIDENCE: Text = { zh: '有新凭证', en: 'with new evidence' };
const NO_EVIDENCE: Text = { zh: '没有新凭证', en: 'without new evidence' };

/** How much longer it runs. */
function lengthOf(before: WrittenValue, after: WrittenValue): Text | undefined {
  const [was, is] = [dayIn(before), dayIn(after)];
  if (was === undefined || is === undefined) return undefined;
  const months = 12 * (yearOf(is) - yearOf(was));
  // To the same day of another year it is years, whatever February says.
  const term = months > 0 && addMonths(was, months) === is ? { months } : termBetween(addDays(was, 1), is);
  return term === undefined ? undefined : inWords(term);
}

function dayIn(value: WrittenValue): ReturnType<typeof parseDay> {
  return typeof value === 'string' ? parseDay(value) : undefined;
}

function inWords(term: Term): Text {
  return 'months' in term
    ? { zh: `延长${term.months}个月`, en: `${count(term.months, 'month')} longer` }
    : { zh: `延长${term.days}天`, en: `${count(term.days, 'day')} longer` };
}

function extensionNotes({ extension, times }: LedgerChange): readonly Text[] {
  if (extension === undefined || times === undefined) return [];
  return [{ zh: `第${times}次延长`, en: `${ordinal(times)} extension` }];
}

function ordinal(number: number): string {
  const rest = number % 100;
  const ending = rest >= 11 && rest <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

/** What a field is called; of a part of a mapping the part with it. */
function titleOf({ sort, entry, field = '' }: LedgerChange, kinds: Kinds): Text {
  if (sort === 'rules') return { zh: field, en: field };
  const [key = field, ...part] = field.split('.');
  const fields =
    sort === 'service' ? fieldsOfService(kinds.get(entry.split('/')[1] ?? '')) : fieldsIn(fieldsOfSort(sort));
  const title = fields.find((one) => one.key === key)?.title ?? { zh: key, en: key };
  const more = part.length === 0 ? '' : ` ${part.join('.')}`;
  return { zh: title.zh + more, en: title.en.toLowerCase() + more };
}

function fieldsOfSort(sort: Exclude<EntrySort, 'rules'>): EntryFields {
  return ENTRIES[sort];
}

const NONE: Text = { zh: '（无）', en: '(none)' };
const WORDS: ReadonlyMap<unknown, Text> = new Map<unknown, Text>([
  [undefined, NONE],
  [null, NONE],
  ['never', { zh: '长期', en: 'never' }],
  ['national', { zh: '全国', en: 'national' }],
  [true, { zh: '是', en: 'yes' }],
  [false, { zh: '否', en: 'no' }],
]);

/** A value as the file writes it, on one line. */
function sayWritten(value: WrittenValue): Text {
  const known = WORDS.get(value);
  if (known !== undefined) return known;
  const text = shortened(cellOf(value));
  return { zh: text, en: text };
}

function cellOf(value: WrittenValue): string {
  if (!Array.isArray(value)) return isMapping(value) ? mappingCell(value) : String(value);
  return value.every(isMapping) ? mappingsCell(value).replaceAll('\n', '; ') : textsCell(value);
}

function isMapping(value: WrittenValue): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function saidIn(fields: WrittenValue, field: string): Text | undefined {
  return isMapping(fields) && fields[field] !== undefined ? sayWritten(fields[field]) : undefined;
}

const LONGEST = 80;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
