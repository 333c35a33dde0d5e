/** What to do this month: what is broken already, what falls due, and what waits for no day. */
import { addMonths, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import { count, type Text } from '../../domain/text.ts';
import { isUpcoming } from '../check/deadline-text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { both, recorded, severityBadge } from './bilingual.ts';
import { entryName, ownersOf, type PageContext, type PageFinding } from './page-context.ts';

export interface Agenda {
  /** Errors: a duty or a condition is not met today. The gravest is no less urgent for having no day. */
  readonly broken: readonly PageFinding[];
  /** To be done by a day of the month that begins with the as-of day, the nearest first. */
  readonly due: readonly PageFinding[];
  /** Warnings that no day ends. */
  readonly open: readonly PageFinding[];
  /** How many fall due later. */
  readonly later: number;
}

/** Sorts what is to be done; what is waived or only information asks for nothing unless a day falls due. */
export function agendaOf(findings: readonly PageFinding[]): Agenda {
  const active = findings.filter(({ finding }) => finding.waived === undefined);
  const upcoming = active.filter(({ finding }) => isUpcoming(finding));
  const due = upcoming.filter((one) => actByOf(one) <= endOfMonth(one.of.asOf));
  const others = active.filter(({ finding }) => !isUpcoming(finding));
  const [error, warning] = SEVERITIES;
  return {
    broken: others.filter(({ finding }) => finding.severity === error),
    due: due.toSorted((one, other) => actByOf(one) - actByOf(other)),
    open: others.filter(({ finding }) => finding.severity === warning),
    later: upcoming.length - due.length,
  };
}

/** The same date of the next month: a month from the as-of day on, not what is left of its calendar month. */
function endOfMonth(asOf: CalendarDay): CalendarDay {
  return addMonths(asOf, 1);
}

function actByOf({ finding, of }: PageFinding): CalendarDay {
  return finding.actBy ?? finding.date ?? of.asOf;
}

const HEADINGS = {
  broken: { zh: '已经不符合要求，马上处理', en: 'Not in order today: do it now' },
  due: { zh: '一个月内到期', en: 'Due within a month' },
  open: { zh: '没有期限，尽早处理', en: 'No day is set: the sooner the better' },
} as const satisfies Record<string, Text>;

const NOTHING_TO_DO: Text = { zh: '这个月没有要办的事。', en: 'There is nothing to do this month.' };

export function agendaSection({ report, findings, kinds }: PageContext): Markup {
  const agenda = agendaOf(findings);
  const groups = (['broken', 'due', 'open'] as const).filter((group) => agenda[group].length > 0);
  const asOf = report.ledgers[0]?.asOf;
  return markup`<section aria-labelledby="agenda"><h2 id="agenda">${both({ zh: '这个月要办的事', en: 'What to do this month' })}</h2>
${asOf === undefined ? undefined : markup`<p class="dim">${both(monthInWords(asOf))}</p>`}
${groups.length === 0 ? markup`<p>${both(NOTHING_TO_DO)}</p>` : undefined}
${groups.map(
  (group) => markup`<h3>${both(HEADINGS[group])} <span class="dim">(${agenda[group].length})</span></h3>
<ul class="agenda">
${agenda[group].map((one) => agendaItem(one, kinds))}</ul>
`,
)}${agenda.later === 0 ? undefined : markup`<p class="dim">${both(laterInWords(agenda.later))}</p>`}
</section>`;
}

function agendaItem(one: PageFinding, kinds: PageContext['kinds']): Markup {
  const { finding, names, anchor } = one;
  const owners = ownersOf(one);
  return markup`<li><p class="dim">${severityBadge(finding.severity)}<span>${entryName(finding.subject, names, kinds)}</span>${
    isUpcoming(finding) ? markup`<span>${both(deadlineInWords(one))}</span>` : undefined
  }${owners.map((owner) => markup`<span>${recorded(owner)}</span>`)}</p>
<p><a href="#${anchor}">${both(finding.message)}</a></p>
<p>${both(finding.remedy)}</p></li>
`;
}

function monthInWords(asOf: CalendarDay): Text {
  const [from, to] = [formatDay(asOf), formatDay(endOfMonth(asOf))];
  return { zh: `${from}至${to}`, en: `${from} to ${to}` };
}

/** Once the last working day is past, the day itself is left. */
function deadlineInWords(one: PageFinding): Text {
  const { date = one.of.asOf } = one.finding;
  const actBy = actByOf(one);
  return actBy < one.of.asOf
    ? { zh: `${formatDay(date)}截止`, en: `due ${formatDay(date)}` }
    : { zh: `最迟${formatDay(actBy)}办理`, en: `act by ${formatDay(actBy)}` };
}

function laterInWords(later: number): Text {
  return {
    zh: `另有${later}项在一个月之后到期，见下面的全部问题。`,
    en: `${count(later, 'more finding')} ${later === 1 ? 'falls' : 'fall'} due after that; see all findings below.`,
  };
}
