/** What to do this month: what is broken already, what falls due, and what waits for no day. */
import { addMonths, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Finding } from '../../domain/finding.ts';
import type { LedgerReport } from '../../domain/report.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import type { Text } from '../../domain/text.ts';
import { isUpcoming } from '../check/deadline-text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { both, ownerWords, severityBadge } from './bilingual.ts';
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

/** A finding, the open periods of one duty, or the last day of an entry that no finding tells. */
export interface AgendaItem {
  readonly findings: readonly [Finding & { readonly anchor?: string | undefined }, ...Finding[]];
  readonly of: LedgerReport;
  readonly names: EntryNames;
}

/** Sorts what is to be done; what is waived or only information asks for nothing unless a day falls due. */
export function agendaOf(context: Pick<PageContext, 'report' | 'groups' | 'lastDays'>): Agenda {
  const blocks: readonly AgendaItem[] = context.groups.flatMap((group) => group.blocks);
  const active = blocks.filter(({ findings: [first] }) => first.waived === undefined);
  const isAhead = ({ findings: [first] }: AgendaItem): boolean => isUpcoming(first);
  const inMonth = (one: AgendaItem): boolean => actByOf(one) <= endOfMonth(one.of.asOf);
  const upcoming = [...active.filter(isAhead), ...untoldEnds(context).filter(inMonth)].toSorted(
    (one, other) => actByOf(one) - actByOf(other),
  );
  const others = active.filter((one) => !isAhead(one));
  const [error, warning] = SEVERITIES;
  return {
    broken: others.filter(({ findings: [{ severity }] }) => severity === error),
    due: upcoming.filter(inMonth),
    open: others.filter(({ findings: [{ severity }] }) => severity === warning),
    later: upcoming.filter((one) => !inMonth(one)),
  };
}

/** The last days of licences and contracts that no finding names: what else is reported about an entry does not hide its end. */
function untoldEnds({ report, lastDays }: Pick<PageContext, 'report' | 'lastDays'>): readonly AgendaItem[] {
  return report.ledgers.flatMap((of) => {
    const names = namesIn(of.ledger);
    const told = new Set(
      of.findings.flatMap(({ subject, related, date }) => [subject, ...related].map((id) => `${id} ${date}`)),
    );
    const ends = lastDays.get(of.file) ?? [];
    return ends
      .filter(({ subject, date }) => !told.has(`${subject} ${date}`))
      .map((finding): AgendaItem => ({ findings: [finding], of, names }));
  });
}

/** The same date of the next month: a month from the as-of day on, not what is left of its calendar month. */
function endOfMonth(asOf: CalendarDay): CalendarDay {
  return addMonths(asOf, 1);
}

function actByOf({ findings: [{ actBy, date }], of }: AgendaItem): CalendarDay {
  return actBy ?? date ?? of.asOf;
}

const HEADINGS = {
  broken: { zh: '已经不符合要求，马上处理', en: 'Not in order today: do it now' },
  due: { zh: '一个月内到期', en: 'Due within a month' },
  open: { zh: '尽早处理', en: 'The sooner the better' },
  later: { zh: '一个月以后到期', en: 'Due after that' },
} as const satisfies Record<keyof Agenda, Text>;

const NOTHING_TO_DO: Text = { zh: '这个月没有要办的事。', en: 'There is nothing to do this month.' };

/** The agenda of all ledgers of the report. */
export function agendaSection(context: PageContext): Markup {
  const { report, kinds } = context;
  const agenda = agendaOf(context);
  const groups = (['broken', 'due', 'open'] as const).filter((group) => agenda[group].length > 0);
  const asOf = report.ledgers[0]?.asOf;
  return markup`<section aria-labelledby="agenda"><h2 id="agenda">${both({ zh: '这个月要办的事', en: 'What to do this month' })}</h2>
${asOf === undefined ? undefined : markup`<p class="dim">${both(monthInWords(asOf))}</p>`}
${groups.length === 0 ? markup`<p>${both(NOTHING_TO_DO)}</p>` : undefined}
${groups.map(
  (group) => markup`${agendaHeading(group, agenda)}
<ul class="agenda">
${agenda[group].map((one) => agendaItem(one, kinds))}</ul>
`,
)}${agenda.later.length === 0 ? undefined : laterList(agenda, kinds)}
</section>`;
}

function agendaHeading(group: keyof Agenda, agenda: Agenda): Markup {
  return markup`<h3>${both(HEADINGS[group])} <span class="dim">(${agenda[group].length})</span></h3>`;
}

function agendaItem(one: AgendaItem, kinds: PageContext['kinds']): Markup {
  const [first] = one.findings;
  const isAhead = isUpcoming(first);
  return markup`<li><p class="dim">${severityBadge(first.severity)}<span>${whatIsMeant(one, kinds)}</span>${
    isAhead ? markup`<span>${both(deadlineInWords(one))}</span>` : undefined
  }${first.owner === undefined ? undefined : markup`<span>${ownerWords(first.owner)}</span>`}</p>
${messages(one)}
<p>${both(first.remedy)}</p></li>
`;
}

function whatIsMeant({ findings: [{ subject, service }], names }: AgendaItem, kinds: PageContext['kinds']): Markup {
  const name = entryName(subject, names, kinds);
  return service === undefined ? name : markup`${name} <strong>${serviceName(service, kinds)}</strong>`;
}

/** One line for each period. */
function messages({ findings }: AgendaItem): readonly Markup[] {
  return findings.map((finding: AgendaItem['findings'][0]) => {
    const { anchor } = finding;
    const message = both(finding.message);
    return markup`<p class="matter">${anchor === undefined ? message : markup`<a href="#${anchor}">${message}</a>`}</p>`;
  });
}

function laterList(agenda: Agenda, kinds: PageContext['kinds']): Markup {
  return markup`${agendaHeading('later', agenda)}
<ul class="later">
${agenda.later.map((one) => {
  const { owner } = one.findings[0];
  return markup`<li><p class="dim"><span>${both(deadlineInWords(one))}</span><span>${whatIsMeant(one, kinds)}</span>${
    owner === undefined ? undefined : markup`<span>${ownerWords(owner)}</span>`
  }</p>${messages(one)}</li>
`;
})}</ul>`;
}

function monthInWords(asOf: CalendarDay): Text {
  const [from, to] = [formatDay(asOf), formatDay(endOfMonth(asOf))];
  return { zh: `${from}至${to}`, en: `${from} to ${to}` };
}

/** Once the last working day is past, the day itself is left. */
function deadlineInWords(one: AgendaItem): Text {
  const { date = one.of.asOf } = one.findings[0];
  const actBy = actByOf(one);
  return actBy < one.of.asOf
    ? { zh: `${formatDay(date)}截止`, en: `due ${formatDay(date)}` }
    : { zh: `最迟${formatDay(actBy)}办理`, en: `act by ${formatDay(actBy)}` };
}
