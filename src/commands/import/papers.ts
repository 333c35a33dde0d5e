/** Rows of one number are one paper with several services. */
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import { licenceFields, SERVICE_DECLINED } from '../../fields/licence.ts';
import { columnHeading, fieldsIn } from '../../fields/uses.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { paperIn, serviceIn } from '../../run/recording/add-service.ts';
import { plainNumber } from '../../run/recording/named-entry.ts';
import { formatPlace } from '../../spreadsheet/sheet.ts';
import type { CellProblem } from './cell-reader.ts';
import type { Draft, SheetRow } from './draft.ts';

/** A paper as the rows of a sheet have it. */
export interface PaperDraft {
  /** Its first row. */
  readonly draft: Draft;
  readonly id: string | undefined;
  readonly fields: PlainMapping;
  readonly services: readonly ServiceDraft[];
}

export interface ServiceDraft {
  readonly kind: string;
  /** The row that names it. */
  readonly draft: Draft;
  readonly fields: PlainMapping;
}

export interface DraftProblem extends CellProblem {
  readonly draft: SheetRow;
}

export interface JoinedPapers {
  readonly papers: readonly PaperDraft[];
  /** Rows that say once more what a row above says, with that row. */
  readonly repeated: readonly (readonly [draft: Draft, first: Draft])[];
  readonly problems: readonly DraftProblem[];
}

/** The licences among the drafts, in the order of the file. */
export function joinPapers(drafts: readonly Draft[]): JoinedPapers {
  const papers: Paper[] = [];
  const byNumber = new Map<string, Paper[]>();
  const repeated: (readonly [Draft, Draft])[] = [];
  const problems: DraftProblem[] = [];
  for (const draft of drafts) {
    if (draft.list !== 'licences') continue;
    const number = plainNumber(textIn(draft.fields, 'number') ?? '');
    const ofNumber = byNumber.get(number) ?? [];
    // Rows that bear ids of their own are entries of their own; the schema says that a number is there twice.
    const paper = ofNumber.find(
      ({ rows: [head] }) => draft.id === undefined || head.id === undefined || draft.id === head.id,
    );
    if (paper === undefined) {
      const begun: Paper = { rows: [draft], kinds: new Map(draft.kinds.map((kind) => [kind, draft])) };
      papers.push(begun);
      byNumber.set(number, [...ofNumber, begun]);
      continue;
    }
    const [head] = paper.rows;
    const twice = draft.kinds.map((kind) => paper.kinds.get(kind)).find((one) => one !== undefined);
    const differs = PAPER_KEYS.find((key) => isDifferent(draft.fields[key], head.fields[key]));
    if (twice !== undefined && isSame(draft, twice)) repeated.push([draft, twice]);
    else if (twice !== undefined || !areServices([...draft.kinds, ...head.kinds]))
      problems.push(saysOtherwise(draft, twice ?? head));
    else if (differs !== undefined) problems.push(otherPaper(draft, head, differs));
    else {
      paper.rows.push(draft);
      for (const kind of draft.kinds) paper.kinds.set(kind, draft);
    }
  }
  return { papers: papers.map(paperOf), repeated, problems };
}

interface Paper {
  readonly rows: [Draft, ...Draft[]];
  readonly kinds: Map<string, Draft>;
}

/** What one paper says once. Owners, notes and what became of its renewal may differ from service to service, and are kept. */
const PAPER_KEYS = fieldsIn(licenceFields)
  .map(({ key }) => key)
  .filter((key) => !['id', 'number', 'services', 'owner', 'notes', 'renewal'].includes(key));

function areServices(kinds: readonly string[]): boolean {
  return kinds.every((kind) => catalogue.kinds.get(kind)?.family === 'service');
}

function isSame(one: Draft, other: Draft): boolean {
  return one.kinds.join() === other.kinds.join() && JSON.stringify(one.fields) === JSON.stringify(other.fields);
}

function isDifferent(one: Plain | undefined, other: Plain | undefined): boolean {
  return one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other);
}

function paperOf({ rows, kinds }: Paper): PaperDraft {
  const [draft] = rows;
  const id = rows.find((row) => row.id !== undefined)?.id;
  const papers = rows.map((row) => withoutDeclined(paperIn([...kinds.keys()], row.fields)));
  const all: PlainMapping & { readonly renewal?: Plain } = Object.assign({}, ...papers.toReversed());
  const notes = notesOf(rows);
  const fields = notes === undefined ? all : { ...all, notes };
  const services = [...kinds].map(([kind, row]) => ({ kind, draft: row, fields: serviceOf(kind, row.fields) }));
  const renewals = papers.map(({ renewal }) => JSON.stringify(renewal));
  if (new Set(renewals).size === 1) return { draft, id, fields, services };
  // An application is made for the paper; what is not continued differs from service to service.
  const { renewal, ...others } = fields;
  const applied = partOf(renewal, 'applied');
  return {
    draft,
    id,
    fields: applied === undefined ? others : { ...others, renewal: { applied } },
    services: services.map(({ kind, draft: row, fields: own }) => {
      const declined = partOf(row.fields['renewal'], 'declined');
      return { kind, draft: row, fields: declined === undefined ? own : { ...own, renewal: { declined } } };
    }),
  };
}

/** A column of its own says of a service alone that it is not continued. */
function serviceOf(kind: string, fields: PlainMapping): PlainMapping {
  const declined = fields[SERVICE_DECLINED.key];
  const service = serviceIn(kind, fields);
  return declined === undefined ? service : { ...service, renewal: { declined } };
}

function withoutDeclined(paper: PlainMapping): PlainMapping {
  return Object.fromEntries(Object.entries(paper).filter(([key]) => key !== SERVICE_DECLINED.key));
}

function partOf(value: Plain | undefined, part: string): Plain | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).find(([key]) => key === part)?.[1]
    : undefined;
}

/** Notes of all rows, and the owners of those whose owner is another than the first. */
function notesOf(rows: Paper['rows']): string | undefined {
  const owner = rows.map(({ fields }) => fields['owner']).find((one) => one !== undefined);
  const label = columnHeading(licenceFields.fields.owner).zh;
  const notes = rows.flatMap(({ kinds, fields }) => [
    textIn(fields, 'notes'),
    ...(isDifferent(fields['owner'], owner) ? [`${kinds.join('、')} ${label}：${textIn(fields, 'owner')}`] : []),
  ]);
  const said = new Set(notes.filter((note) => note !== undefined));
  return said.size === 0 ? undefined : [...said].join('；');
}

/** Of two rows that cannot both be true. */
export function saysOtherwise(draft: Draft, first: Draft): DraftProblem {
  const place = formatPlace(first.place);
  return {
    draft,
    where: draft.placeOf(draft.list === 'licences' && draft.id === undefined ? 'number' : 'id'),
    what: {
      zh: `与${place}一行重复，但内容不同`,
      en: `it repeats the row of ${place} with different content`,
    },
  };
}

function otherPaper(draft: Draft, head: Draft, key: string): DraftProblem {
  const place = formatPlace(head.placeOf(key));
  const number = textIn(head.fields, 'number') ?? '';
  const heading = fieldsIn(licenceFields).find((field) => field.key === key)?.title ?? { zh: key, en: key };
  return {
    draft,
    where: draft.placeOf(key),
    what: {
      zh: `证号${number}是同一张许可证，而${heading.zh}与${place}不同`,
      en: `the number ${number} is the same licence, but ${heading.en} differs from ${place}`,
    },
  };
}

export function textIn(fields: PlainMapping, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}
