/** Everything that was asked and how it stands, one table for each licence. */
import { BEGINNING, type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { State, StatusRow, Tally } from '../../domain/status.ts';
import type { Text } from '../../domain/text.ts';
import type { StatusGroup } from '../status/groups.ts';
import { markup, type Markup } from '../writing/html.ts';
import { groupBy } from '../writing/layout.ts';
import { inPieces, made, type Piece } from '../writing/pieces.ts';
import { describeTally, STATE_MARKS, STATE_NAMES } from '../writing/words.ts';
import { both, recorded } from './bilingual.ts';
import { groupName, type PageContext, serviceName } from './page-context.ts';

const COLUMNS = {
  state: { zh: '状态', en: 'State' },
  rule: { zh: '规则', en: 'Rule' },
  entry: { zh: '业务或条目', en: 'Service or entry' },
  until: { zh: '至', en: 'Until' },
  by: { zh: '证明', en: 'Proof' },
  files: { zh: '凭证', en: 'Files' },
  owner: { zh: '负责人', en: 'Owner' },
} as const satisfies Record<string, Text>;

const HEADING: Text = { zh: '检查了什么', en: 'What was checked' };

/** What was asked of a ledger: a table for each of its groups. @param before how many tables of other ledgers stand before them */
export function printStatus(groups: readonly StatusGroup[], context: PageContext, before: number): Iterable<string> {
  return made(function* tables() {
    const byIdentity = new Map(context.of.findings.map((finding) => [finding.identity, finding]));
    const anchorOf = (identity: string): string | undefined => {
      const finding = byIdentity.get(identity);
      return finding && context.anchorOf(finding);
    };
    for (const [at, group] of groups.entries()) {
      yield* groupTable(group, { ...context, id: `asked-${before + at + 1}`, anchorOf });
    }
  });
}

/** @param tables of all ledgers */
export function* statusSection(tally: Tally, tables: Iterable<Piece>): Generator<Piece> {
  yield markup`<section class="asked" aria-labelledby="asked"><h2 id="asked">${both(HEADING)}</h2>
<p>${both(tallyInWords(tally))}</p>
`.source;
  yield* tables;
  yield '</section>';
}

/** How many things were asked and how they stand, and how many do not apply. */
export function tallyInWords(tally: Tally): Text {
  const { zh, en } = describeTally(tally);
  const left = tally['not-applicable'];
  return {
    zh: `${zh}另有${left}项不适用。`,
    en: `${en} ${left} more ${left === 1 ? 'does' : 'do'} not apply.`,
  };
}

interface TableContext extends Pick<PageContext, 'of' | 'names' | 'kinds' | 'isOneOfSeveral'> {
  readonly id: string;
  /** Where a finding stands on the page, by what it is known by. */
  readonly anchorOf: (identity: string) => string | undefined;
}

function* groupTable({ about, rows }: StatusGroup, context: TableContext): Generator<string> {
  const { id, of, names, kinds, isOneOfSeveral } = context;
  const told = [
    ...groupBy(
      rows.filter(({ state }) => state !== 'not-applicable'),
      about === 'resources' ? alike : single,
    ).values(),
  ];
  const left = rows.filter(({ state }) => state === 'not-applicable');
  const company = isOneOfSeveral ? of.ledger?.company.name : undefined;
  yield markup`<h3 id="${id}">${groupName(about, names, kinds)}${company === undefined ? undefined : markup` <span class="dim">${recorded(company)}</span>`}</h3>
`.source;
  if (told.length > 0) yield* tableOf(told, context);
  if (left.length > 0) yield* leftOver(left, context);
}

/** What is asked of every contract and is met is told once for all that have one end and one owner. */
function alike(row: StatusRow): unknown {
  const { state, rule, until, owner, by, evidence } = row;
  return state === 'met' && by.length === 0 ? JSON.stringify([rule, until, owner, evidence]) : row;
}

function single(row: StatusRow): unknown {
  return row;
}

/** @param told each row that stands alone, or those that are told together */
function* tableOf(told: readonly (readonly StatusRow[])[], context: TableContext): Generator<string> {
  const { head, row, foot } = tableParts(context.id, COLUMNS);
  yield head.source;
  const print = (rows: readonly StatusRow[]): Markup | undefined => {
    const [first] = rows;
    return first && row({ state: first.state, cells: cellsOf(first, rows, context) });
  };
  yield* inPieces(
    () => told,
    (some) => markup`${some.map(print)}`.source,
  );
  yield foot.source;
}

function cellsOf(first: StatusRow, rows: readonly StatusRow[], context: TableContext): Cells<keyof typeof COLUMNS> {
  const { rule, until, by, evidence, owner, period } = first;
  return {
    state: stateWords(first, context),
    rule: markup`<code>${rule}</code>${period === undefined ? undefined : ` ${period}`}`,
    entry: inOneLine(rows.flatMap((row) => entryWords(row, context) ?? [])),
    until: until === undefined ? undefined : untilWords(until),
    by: inOneLine(by.map((id) => markup`<code>${id}</code>`)),
    files: evidence === 0 ? undefined : markup`${evidence}`,
    owner: owner === undefined ? undefined : recorded(owner),
  };
}

function inOneLine(names: readonly Markup[]): Markup | undefined {
  if (names.length === 0) return undefined;
  return markup`${names.map((name, at) => (at === 0 ? name : markup`, ${name}`))}`;
}

/** What stands in each column of a row. */
export type Cells<Column extends string> = Readonly<Record<Column, Markup | undefined>>;

/**
 * A table that turns into lines where there is little room.
 *
 * @param id of its heading
 */
export function statesTable<Column extends string>(
  id: string,
  columns: Readonly<Record<Column, Text>>,
  rows: readonly TableRow<Column>[],
): Markup {
  const { head, row, foot } = tableParts(id, columns);
  return markup`${head}${rows.map(row)}${foot}`;
}

interface TableRow<Column extends string> {
  readonly state?: State;
  readonly cells: Cells<Column>;
}

interface TableParts<Column extends string> {
  readonly head: Markup;
  readonly row: (row: TableRow<Column>) => Markup;
  readonly foot: Markup;
}

function tableParts<Column extends string>(id: string, columns: Readonly<Record<Column, Text>>): TableParts<Column> {
  const titles = Object.entries<Text>(columns);
  return {
    head: markup`<table class="states" aria-labelledby="${id}" role="table">
<thead role="rowgroup"><tr role="row">${titles.map(
      ([name, title]) => markup`<th role="columnheader" scope="col" class="${name}">${both(title)}</th>`,
    )}</tr></thead>
<tbody role="rowgroup">
`,
    row: ({ state, cells }) => markup`<tr role="row" class="${state}">${Object.entries<Markup | undefined>(cells).map(
      ([name, content]) => markup`<td role="cell" class="${name}">${content}</td>`,
    )}</tr>
`,
    foot: markup`</tbody>
</table>
`,
  };
}

/** What was found leads to where it is told. */
function stateWords({ state, identity }: StatusRow, { anchorOf }: TableContext): Markup {
  const words = stateBadge(state);
  const anchor = identity === undefined ? undefined : anchorOf(identity);
  return anchor === undefined ? words : markup`<a href="#${anchor}">${words}</a>`;
}

/** A state in a mark and a word: colour only comes on top. */
export function stateBadge(state: State): Markup {
  return markup`<span class="state ${state}"><span aria-hidden="true">${STATE_MARKS[state]}</span> ${both(STATE_NAMES[state])}</span>`;
}

/** The service of a licence that is in the heading; of the others the entry itself. */
function entryWords({ subject, service }: StatusRow, { names, kinds }: TableContext): Markup | undefined {
  if (service !== undefined) return serviceName(service, kinds);
  const isInHeading = names.get(subject)?.list === 'licences' || subject === 'company';
  return isInHeading ? undefined : markup`<code>${subject}</code>`;
}

/** `2027-03-14`, or that there is no end. */
export function untilWords(until: CalendarDay): Markup | undefined {
  if (until === BEGINNING) return undefined;
  return until === FOREVER ? both({ zh: '长期', en: 'no end' }) : markup`<time>${formatDay(until)}</time>`;
}

/** What does not apply, folded: each rule with its reason once, and what it was asked of where that is not the licence. */
function* leftOver(rows: readonly StatusRow[], context: TableContext): Generator<string> {
  const reasons = groupBy(rows, ({ rule, reason }) => `${rule} ${reason?.en}`);
  yield markup`<details class="left-over"><summary>${both({
    zh: `另有${rows.length}项不适用`,
    en: `${rows.length} more ${rows.length === 1 ? 'does' : 'do'} not apply`,
  })}</summary><ul>
`.source;
  for (const alike of reasons.values()) {
    const [first] = alike;
    const entries = alike.flatMap((row) => entryWords(row, context) ?? []);
    const about = inOneLine(entries);
    yield markup`<li><code>${first?.rule}</code> ${first?.reason === undefined ? undefined : both(first.reason)}${
      about === undefined ? undefined : markup` <span class="dim">${about}</span>`
    }</li>
`.source;
  }
  yield '</ul></details>\n';
}
