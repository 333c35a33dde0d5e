/** The drawn half of the time line: bars, gaps and marks on lanes that share one scale of days. */
import {
  addDays,
  addMonths,
  type CalendarDay,
  dayOf,
  daysBetween,
  formatDay,
  yearOf,
} from '../../domain/calendar-day.ts';
import type { Interval } from '../../domain/cover.ts';
import { markup, type Markup } from '../writing/html.ts';

/** The days that are drawn, and the one that stands for now. */
export interface Scale {
  readonly from: CalendarDay;
  readonly asOf: CalendarDay;
  readonly until: CalendarDay;
}

export interface Bar {
  readonly days: Interval;
  readonly look: 'term' | 'cover' | 'gap' | 'undetermined';
}

/**
 * One lane. Everything across is in percent, so that it fits any width while lines and marks keep their size. It is
 * hidden from screen readers: the words beside it tell the same.
 */
export function drawLane(scale: Scale, bars: readonly Bar[], marks: readonly CalendarDay[] = []): Markup {
  return markup`<svg class="lane" aria-hidden="true">${[
    grid(scale),
    bars.map((bar) => drawBar(bar, scale)),
    nowLine(scale),
    marks.map((day) => drawMark(day, scale)),
  ]}</svg>`;
}

/** Years and months, above the lanes; on a narrow page only every third month is named. */
export function drawAxis(scale: Scale): Markup {
  const names = monthsOf(scale).map((day, at) => {
    const x = across(day, scale);
    const [year, month] = formatDay(day).split('-');
    const yearName = at === 0 || month === '01' ? markup`<text x="${x}" y="40%">${year}</text>` : undefined;
    return markup`${yearName}<text x="${x}" y="90%" class="${at % 3 === 0 ? 'quarter' : 'month'}">${month}</text>`;
  });
  return markup`<svg class="axis" aria-hidden="true">${names}</svg>`;
}

export function drawSample(look: Bar['look'] | 'now' | 'deadline'): Markup {
  const content = { now: markup`<line x1="50%" x2="50%" y1="0" y2="100%" class="now"/>`, deadline: diamond('50%') };
  const drawn = look === 'now' || look === 'deadline' ? content[look] : box(look, '0%', '100%');
  return markup`<svg class="sample" aria-hidden="true">${drawn}</svg>`;
}

function drawBar({ days, look }: Bar, scale: Scale): Markup | undefined {
  const from = Math.max(days.from, scale.from);
  const to = Math.min(days.to, scale.until);
  if (from > to) return undefined;
  return box(look, percent(from - scale.from, scale), percent(to + 1 - from, scale));
}

function box(look: Bar['look'], x: string, width: string): Markup {
  return markup`<rect class="${look}" x="${x}" width="${width}" y="4" height="14" rx="2"/>`;
}

function drawMark(day: CalendarDay, scale: Scale): Markup {
  return diamond(across(day, scale));
}

/** A drawing of its own, because a path knows no percent. */
function diamond(x: string): Markup {
  return markup`<svg x="${x}" y="11" overflow="visible"><path class="deadline" d="M0-7 7 0 0 7-7 0z"/></svg>`;
}

function nowLine(scale: Scale): Markup {
  const x = across(scale.asOf, scale);
  return markup`<line class="now" x1="${x}" x2="${x}" y1="0" y2="100%"/>`;
}

function grid(scale: Scale): readonly Markup[] {
  return monthsOf(scale).map((day) => {
    const x = across(day, scale);
    return markup`<line class="grid" x1="${x}" x2="${x}" y1="0" y2="100%"/>`;
  });
}

/** The first days of the months drawn. */
function monthsOf({ from, until }: Scale): readonly CalendarDay[] {
  const january = dayOf(yearOf(from), 1, 1);
  const months: CalendarDay[] = [];
  for (let at = 0, day = january; day <= until; at += 1, day = addMonths(january, at)) {
    if (day >= from) months.push(day);
  }
  return months;
}

/** Where a day begins. */
function across(day: CalendarDay, scale: Scale): string {
  return percent(daysBetween(scale.from, day), scale);
}

function percent(days: number, { from, until }: Scale): string {
  const drawn = daysBetween(from, addDays(until, 1));
  return `${((100 * days) / drawn).toFixed(2)}%`;
}
