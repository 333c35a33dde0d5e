/** What to do this month: what is broken already, what falls due, and what waits for no day. */
import { addDays, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { type Finding, isAhead } from '../../domain/finding.ts';
import type { Text } from '../../domain/text.ts';
import {
  actByOf,
  compareTodo,
  dueWithin,
  isExcused,
  orderOf,
  type TodoItem,
  type TodoOrder,
} from '../../domain/todo.ts';
import { todoBlocks, URGENCY_NAMES } from '../todo/groups.ts';
import { markup, type Markup } from '../writing/html.ts';
import { groupBy } from '../writing/layout.ts';
import { made, type Piece } from '../writing/pieces.ts';
import { both, ownerWords, recorded, severityBadge } from './bilingual.ts';
import { entryName, type PageContext, serviceName } from './page-context.ts';

export interface Agenda {
  /** Errors: a duty or a condition is not met today. The gravest is no less urgent for having no day. */
  readonly broken: readonly AgendaItem[];
  /** To be done by a day of the month that begins with the as-of day, the nearest first; the last days of entries are among them. */
  readonly due: readonly AgendaItem[];
  /** Warnings that wait for no day: it is past, or there is none. */
  readonly open: readonly AgendaItem[];
  /** What the report tells that falls due after that, the nearest first. */
  readonly later: readonly AgendaItem[];
}

/** Things to do that are told together, or what keeps a file from being a ledger. */
export interface AgendaItem {
  readonly findings: readonly [Finding, ...Finding[]];
  /** The first of them; undefined where the file is no ledger. */
  readonly first?: TodoItem | undefined;
}

/** Where an item stands in the agenda of all ledgers. */
export interface AgendaPlace {
  readonly group: keyof Agenda;
  /** Undefined before all others. */
  readonly order: TodoOrder | undefined;
}

/** Days that are told as this month, the same as those of `ledger todo`. */
const DAYS_OF_MONTH = 31;

/** Sorts what is to be done about a ledger. */
export function agendaOf({ groups, todo }: Pick<PageContext, 'groups' | 'todo'>): Agenda {
  const items = todo.toSorted(compareTodo);
  const month = dueWithin(items, DAYS_OF_MONTH);
  const inMonth = new Set(month);
  const later = items.filter((item) => item.told === 'today' && !inMonth.has(item) && !isExcused(item));
  const unreadable = groups
    .filter(({ about }) => about === 'file')
    .flatMap(({ blocks }) => blocks.map((findings) => ({ findings })));
  const of = (urgency: TodoItem['urgency']): readonly AgendaItem[] =>
    agendaItems(month.filter((item) => item.urgency === urgency));
  return { broken: [...unreadable, ...of('broken')], due: of('due'), open: of('open'), later: agendaItems(later) };
}

function agendaItems(items: readonly TodoItem[]): readonly AgendaItem[] {
  return todoBlocks(items).map(({ items: [first, ...others] }) => ({
    findings: [first.finding, ...others.map(({ finding }) => finding)],
    first,
  }));
}

/** In the order in which the agenda of all ledgers has them. */
const GROUPS = ['broken', 'due', 'open', 'later'] as const satisfies readonly (keyof Agenda)[];

/** Where each item of a ledger stands, in the order of `printAgenda`. */
export function agendaPlaces(agenda: Agenda): readonly AgendaPlace[] {
  return GROUPS.flatMap((group) => agenda[group].map(({ first }) => ({ group, order: first && orderOf(first) })));
}

/** Each item of a ledger in a piece of its own. */
export function printAgenda(agenda: Agenda, context: PageContext): Iterable<string> {
  return made(function* items() {
    for (const group of GROUPS) {
      const print = group === 'later' ? laterItem : agendaItem;
      for (const one of agenda[group]) yield print(one, context).source;
    }
  });
}

/** Of one ledger: where its items stand, and the items in that order. */
export interface ToldAgenda {
  readonly places: readonly AgendaPlace[];
  readonly items: Iterable<Piece>;
}

/** What is to be done, woven from the agendas of all ledgers. @param asOf undefined where there is no ledger */
export function* agendaSection(asOf: CalendarDay | undefined, told: readonly ToldAgenda[]): Generator<Piece> {
  const woven = groupBy(
    told.flatMap(({ places }, of) => places.map((place) => ({ ...place, of }))),
    ({ group }) => group,
  );
  const items = told.map((one) => one.items[Symbol.iterator]());
  yield markup`<section aria-labelledby="agenda"><h2 id="agenda">${both({ zh: '一个月内的待办事项', en: 'What to do this month' })}</h2>
${asOf === undefined ? undefined : markup`<p class="dim">${both(monthInWords(asOf))}</p>`}
${woven.size === 0 || (woven.size === 1 && woven.has('later')) ? markup`<p>${both(NOTHING_TO_DO)}</p>` : undefined}
`.source;
  for (const group of GROUPS) {
    const places = woven.get(group);
    if (places === undefined) continue;
    yield markup`<h3>${both(HEADINGS[group])} <span class="dim">(${places.length})</span></h3>
<ul class="${group === 'later' ? 'later' : 'agenda'}">
`.source;
    // Each ledger has its own in this order already.
    for (const { of } of places.toSorted(comparePlaces)) yield items[of]?.next().value ?? '';
    yield group === 'later' ? '</ul>' : '</ul>\n';
  }
  yield '\n</section>';
}

function comparePlaces({ order: one }: AgendaPlace, { order: other }: AgendaPlace): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  return compareTodo(one, other);
}

const HEADINGS = {
  ...URGENCY_NAMES,
  due: { zh: '一个月内到期', en: 'Due within a month' },
  later: { zh: '一个月以后到期', en: 'Due after that' },
} as const satisfies Record<keyof Agenda, Text>;

const NOTHING_TO_DO: Text = { zh: '一个月内没有待办事项。', en: 'Nothing to do this month.' };

function agendaItem(one: AgendaItem, context: PageContext): Markup {
  const [first] = one.findings;
  return markup`<li><p class="dim">${severityBadge(first.severity)}${companyName(context)}<span>${whatIsMeant(first, context)}</span>${
    isAhead(first) ? markup`<span>${both(deadlineInWords(first, context))}</span>` : undefined
  }${first.owner === undefined ? undefined : markup`<span>${ownerWords(first.owner)}</span>`}</p>
${messages(one, context)}
<p>${both(first.remedy)}</p></li>
`;
}

/** Where the page has several; the file where it is no ledger. */
function companyName({ of: { ledger, file }, isOneOfSeveral }: PageContext): Markup | undefined {
  if (!isOneOfSeveral) return undefined;
  return ledger === undefined ? markup`<code>${file}</code>` : markup`<span>${recorded(ledger.company.name)}</span>`;
}

function whatIsMeant({ subject, service }: Finding, { names, kinds }: PageContext): Markup {
  const name = entryName(subject, names, kinds);
  return service === undefined ? name : markup`${name} <strong>${serviceName(service, kinds)}</strong>`;
}

/** One line for each period, and for each entry beside the first with its name. */
function messages({ findings }: AgendaItem, context: PageContext): readonly Markup[] {
  const [first] = findings;
  return findings.map((finding) => {
    const anchor = context.anchorOf(finding);
    const message = both(finding.message);
    const isOther = finding.subject !== first.subject || finding.service !== first.service;
    return markup`<p class="matter">${isOther ? markup`${whatIsMeant(finding, context)} ` : undefined}${
      anchor === undefined ? message : markup`<a href="#${anchor}">${message}</a>`
    }</p>`;
  });
}

function laterItem(one: AgendaItem, context: PageContext): Markup {
  const [first] = one.findings;
  const { owner } = first;
  return markup`<li><p class="dim"><span>${both(deadlineInWords(first, context))}</span>${companyName(context)}<span>${whatIsMeant(first, context)}</span>${
    owner === undefined ? undefined : markup`<span>${ownerWords(owner)}</span>`
  }</p>${messages(one, context)}</li>
`;
}

function monthInWords(asOf: CalendarDay): Text {
  const [from, to] = [formatDay(asOf), formatDay(addDays(asOf, DAYS_OF_MONTH))];
  return { zh: `${from}至${to}`, en: `${from} to ${to}` };
}

/** Once the last working day is past, the day itself is left. */
function deadlineInWords(first: Finding, { of: { asOf } }: PageContext): Text {
  const { date = asOf } = first;
  const actBy = actByOf(first, asOf);
  return actBy < asOf
    ? { zh: `${formatDay(date)}截止`, en: `due ${formatDay(date)}` }
    : { zh: `最迟${formatDay(actBy)}办理`, en: `act by ${formatDay(actBy)}` };
}
