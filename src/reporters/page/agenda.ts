/** What to do this month: what is broken already, what falls due, and what waits for no day. */
import { addDays, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { isAhead } from '../../domain/deadlines-ahead.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Text } from '../../domain/text.ts';
import { actByOf, compareTodo, dueWithin, isExcused, type TodoItem } from '../../domain/todo.ts';
import { todoBlocks, URGENCY_NAMES } from '../todo/groups.ts';
import { markup, type Markup } from '../writing/html.ts';
import { both, ownerWords, recorded, severityBadge } from './bilingual.ts';
import { entryName, type EntryNames, namesIn, type PageContext, serviceName } from './page-context.ts';

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
  readonly asOf: CalendarDay;
  readonly names: EntryNames;
  /** Undefined where the file is no ledger. */
  readonly company?: string | undefined;
}

/** Days that are told as this month, the same as those of `ledger todo`. */
const DAYS_OF_MONTH = 31;

/** Sorts what is to be done, of all ledgers. */
export function agendaOf({ report, groups, todo }: Pick<PageContext, 'report' | 'groups' | 'todo'>): Agenda {
  const items = report.ledgers.flatMap(({ file }) => todo.get(file) ?? []).toSorted(compareTodo);
  const month = dueWithin(items, DAYS_OF_MONTH);
  const inMonth = new Set(month);
  const later = items.filter((item) => item.told === 'today' && !inMonth.has(item) && !isExcused(item));
  const unreadable = groups
    .filter(({ about }) => about === 'file')
    .flatMap(({ blocks, of: { asOf } }) => blocks.map(({ findings, names }) => ({ findings, asOf, names })));
  const of = (urgency: TodoItem['urgency']): readonly AgendaItem[] =>
    agendaItems(month.filter((item) => item.urgency === urgency));
  return { broken: [...unreadable, ...of('broken')], due: of('due'), open: of('open'), later: agendaItems(later) };
}

function agendaItems(items: readonly TodoItem[]): readonly AgendaItem[] {
  const names = new Map<Ledger, EntryNames>();
  return todoBlocks(items).map(({ items: [first, ...others] }) => {
    const { ledger, asOf } = first.of;
    const known = names.get(ledger) ?? namesIn(ledger);
    names.set(ledger, known);
    return {
      findings: [first.finding, ...others.map(({ finding }) => finding)],
      asOf,
      names: known,
      company: ledger.company.name,
    };
  });
}

const HEADINGS = {
  ...URGENCY_NAMES,
  due: { zh: '一个月内到期', en: 'Due within a month' },
  later: { zh: '一个月以后到期', en: 'Due after that' },
} as const satisfies Record<keyof Agenda, Text>;

const NOTHING_TO_DO: Text = { zh: '一个月内没有待办事项。', en: 'Nothing to do this month.' };

/** The agenda of all ledgers of the report. */
export function agendaSection(context: PageContext): Markup {
  const { report } = context;
  const agenda = agendaOf(context);
  const groups = (['broken', 'due', 'open'] as const).filter((group) => agenda[group].length > 0);
  const asOf = report.ledgers[0]?.asOf;
  return markup`<section aria-labelledby="agenda"><h2 id="agenda">${both({ zh: '一个月内的待办事项', en: 'What to do this month' })}</h2>
${asOf === undefined ? undefined : markup`<p class="dim">${both(monthInWords(asOf))}</p>`}
${groups.length === 0 ? markup`<p>${both(NOTHING_TO_DO)}</p>` : undefined}
${groups.map(
  (group) => markup`${agendaHeading(group, agenda)}
<ul class="agenda">
${agenda[group].map((one) => agendaItem(one, context))}</ul>
`,
)}${agenda.later.length === 0 ? undefined : laterList(agenda, context)}
</section>`;
}

function agendaHeading(group: keyof Agenda, agenda: Agenda): Markup {
  return markup`<h3>${both(HEADINGS[group])} <span class="dim">(${agenda[group].length})</span></h3>`;
}

function agendaItem(one: AgendaItem, context: PageContext): Markup {
  const [first] = one.findings;
  return markup`<li><p class="dim">${severityBadge(first.severity)}${companyOf(one, context)}<span>${whatIsMeant(first, one, context)}</span>${
    isAhead(first) ? markup`<span>${both(deadlineInWords(one))}</span>` : undefined
  }${first.owner === undefined ? undefined : markup`<span>${ownerWords(first.owner)}</span>`}</p>
${messages(one, context)}
<p>${both(first.remedy)}</p></li>
`;
}

/** Where the page has several. */
function companyOf({ company }: AgendaItem, { report }: PageContext): Markup | undefined {
  return report.ledgers.length > 1 && company !== undefined ? markup`<span>${recorded(company)}</span>` : undefined;
}

function whatIsMeant({ subject, service }: Finding, { names }: AgendaItem, { kinds }: PageContext): Markup {
  const name = entryName(subject, names, kinds);
  return service === undefined ? name : markup`${name} <strong>${serviceName(service, kinds)}</strong>`;
}

/** One line for each period, and for each entry beside the first with its name. */
function messages(one: AgendaItem, context: PageContext): readonly Markup[] {
  const [first] = one.findings;
  return one.findings.map((finding) => {
    const anchor = context.anchors.get(finding);
    const message = both(finding.message);
    const isOther = finding.subject !== first.subject || finding.service !== first.service;
    return markup`<p class="matter">${isOther ? markup`${whatIsMeant(finding, one, context)} ` : undefined}${
      anchor === undefined ? message : markup`<a href="#${anchor}">${message}</a>`
    }</p>`;
  });
}

function laterList(agenda: Agenda, context: PageContext): Markup {
  return markup`${agendaHeading('later', agenda)}
<ul class="later">
${agenda.later.map((one) => {
  const [first] = one.findings;
  const { owner } = first;
  return markup`<li><p class="dim"><span>${both(deadlineInWords(one))}</span>${companyOf(one, context)}<span>${whatIsMeant(first, one, context)}</span>${
    owner === undefined ? undefined : markup`<span>${ownerWords(owner)}</span>`
  }</p>${messages(one, context)}</li>
`;
})}</ul>`;
}

function monthInWords(asOf: CalendarDay): Text {
  const [from, to] = [formatDay(asOf), formatDay(addDays(asOf, DAYS_OF_MONTH))];
  return { zh: `${from}至${to}`, en: `${from} to ${to}` };
}

/** Once the last working day is past, the day itself is left. */
function deadlineInWords({ findings: [first], asOf }: AgendaItem): Text {
  const { date = asOf } = first;
  const actBy = actByOf(first, asOf);
  return actBy < asOf
    ? { zh: `${formatDay(date)}截止`, en: `due ${formatDay(date)}` }
    : { zh: `最迟${formatDay(actBy)}办理`, en: `act by ${formatDay(actBy)}` };
}
