/** Everything that was asked and how it stands, one table for each licence. */
import { BEGINNING, type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { LedgerReport } from '../../domain/report.ts';
import type { State, StatusRow, Tally } from '../../domain/status.ts';
import type { Text } from '../../domain/text.ts';
import { groupRows, type StatusGroup } from '../status/groups.ts';
import { markup, type Markup } from '../writing/html.ts';
import { groupBy } from '../writing/layout.ts';
import { describeTally, STATE_MARKS, STATE_NAMES } from '../writing/words.ts';
import { both, recorded } from './bilingual.ts';
import { type EntryNames, groupName, namesIn, type PageContext, serviceName } from './page-context.ts';

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

/** Undefined where nothing was asked: a report without its rows, or a file that is no ledger. */
export function statusSection(context: PageContext): Markup | undefined {
  const { report } = context;
  const asked = report.ledgers.filter(({ rows }) => rows.length > 0);
  if (asked.length === 0) return undefined;
  const anchors = anchorsIn(context);
  let number = 0;
  const tables = asked.flatMap((of) => {
    const names = namesIn(of.ledger);
    const company = asked.length > 1 ? of.ledger?.company.name : undefined;
    return groupRows(of).map((group) => {
      number += 1;
      return groupTable(group, { id: `asked-${number}`, names, company, anchors, kinds: context.kinds });
    });
  });
  return markup`<section class="asked" aria-labelledby="asked"><h2 id="asked">${both(HEADING)}</h2>
<p>${both(tallyInWords(report.tally))}</p>
${tables}</section>`;
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

/** Where a finding stands on the page, by what it is known by. */
function anchorsIn({ groups }: PageContext): ReadonlyMap<string, string> {
  const findings = groups.flatMap(({ blocks }) => blocks.flatMap((block) => block.findings));
  return new Map(findings.map(({ identity, anchor }) => [identity, anchor]));
}

interface TableContext {
  readonly id: string;
  readonly names: EntryNames;
  /** Where the page has several. */
  readonly company: LedgerReport['file'] | undefined;
  readonly anchors: ReadonlyMap<string, string>;
  readonly kinds: PageContext['kinds'];
}

function groupTable({ about, rows }: StatusGroup, context: TableContext): Markup {
  const { id, names, company, kinds } = context;
  const told = [
    ...groupBy(
      rows.filter(({ state }) => state !== 'not-applicable'),
      about === 'resources' ? alike : single,
    ).values(),
  ];
  const left = rows.filter(({ state }) => state === 'not-applicable');
  const name = groupName(about, names, kinds);
  return markup`<h3 id="${id}">${name}${company === undefined ? undefined : markup` <span class="dim">${recorded(company)}</span>`}</h3>
${told.length === 0 ? undefined : tableOf(told, context)}${left.length === 0 ? undefined : leftOver(left, context)}`;
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
function tableOf(told: readonly (readonly StatusRow[])[], context: TableContext): Markup {
  return statesTable(
    context.id,
    COLUMNS,
    told.flatMap((rows) => {
      const [first] = rows;
      return first === undefined ? [] : [{ state: first.state, cells: cellsOf(first, rows, context) }];
    }),
  );
}

function cellsOf(first: StatusRow, rows: readonly StatusRow[], context: TableContext): Cells<keyof typeof COLUMNS> {
  const { rule, until, by, evidence, owner, period } = first;
  return {
    state: stateWords(first, context.anchors),
    rule: markup`<code>${rule}</code>${period === undefined ? undefined : ` ${period}`}`,
    entry: inOneLine(rows.flatMap((row) => entryWords(row, context) ?? [])),
    until: until === undefined ? undefined : untilWords(until),
    by: by.length === 0 ? undefined : markup`${by.map((id) => markup`<code>${id}</code> `)}`,
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
  rows: readonly { readonly state?: State; readonly cells: Cells<Column> }[],
): Markup {
  const titles = Object.entries<Text>(columns);
  return markup`<table class="states" aria-labelledby="${id}" role="table">
<thead role="rowgroup"><tr role="row">${titles.map(
    ([name, title]) => markup`<th role="columnheader" scope="col" class="${name}">${both(title)}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${rows.map(
  ({ state, cells }) => markup`<tr role="row" class="${state}">${Object.entries<Markup | undefined>(cells).map(
    ([name, content]) => markup`<td role="cell" class="${name}">${content}</td>`,
  )}</tr>
`,
)}</tbody>
</table>
`;
}

/** What was found leads to where it is told. */
function stateWords({ state, identity }: StatusRow, anchors: TableContext['anchors']): Markup {
  const words = stateBadge(state);
  const anchor = identity === undefined ? undefined : anchors.get(identity);
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
function leftOver(rows: readonly StatusRow[], context: TableContext): Markup {
  const reasons = groupBy(rows, ({ rule, reason }) => `${rule} ${reason?.en}`);
  const items = [...reasons.values()].map((alike) => {
    const [first] = alike;
    const entries = alike.flatMap((row) => entryWords(row, context) ?? []);
    const about = inOneLine(entries);
    return markup`<li><code>${first?.rule}</code> ${first?.reason === undefined ? undefined : both(first.reason)}${
      about === undefined ? undefined : markup` <span class="dim">${about}</span>`
    }</li>
`;
  });
  return markup`<details class="left-over"><summary>${both({
    zh: `另有${rows.length}项不适用`,
    en: `${rows.length} more ${rows.length === 1 ? 'does' : 'do'} not apply`,
  })}</summary><ul>
${items}</ul></details>
`;
}
