/**
 * iCalendar (RFC 5545) as text. Written here rather than by a library: the one at hand folds lines by comparing halves of
 * surrogate pairs, and a bundler that writes such a half as U+FFFD makes it cut rare characters in two.
 */
import { addDays, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';

export interface CalendarHead {
  readonly name: string;
  readonly language: string;
  /** Days after which subscribers look again. */
  readonly refreshDays: number;
}

/** An event that takes a whole day, keeps nobody from other appointments and rings at nine in the morning. */
export interface AllDayEvent {
  readonly uid: string;
  /** The day on which it was last true. */
  readonly stamp: CalendarDay;
  readonly day: CalendarDay;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
  /** Days before its day on which it rings. */
  readonly alarms: readonly number[];
}

/** What stands before the events. Nothing in a calendar comes from a clock, a random number or a zone; lines end with CRLF. */
export function beginCalendar({ name, language, refreshDays }: CalendarHead): string {
  const refresh = `P${refreshDays}D`;
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//ledger//calendar//${language.toUpperCase()}`,
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
  ]);
}

export const END_OF_CALENDAR = 'END:VCALENDAR\r\n';

/** One of its events, as text. */
export function writeEvent(event: AllDayEvent): string {
  return contentLines(eventLines(event));
}

function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines({ uid, stamp, day, summary, description, category, alarms }: AllDayEvent): readonly string[] {
  const title = escapeText(summary);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${basicDay(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${basicDay(day)}`,
    // The first day behind it (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${basicDay(addDays(day, 1))}`,
    `SUMMARY:${title}`,
    'TRANSP:TRANSPARENT',
    `DESCRIPTION:${escapeText(description)}`,
    `CATEGORIES:${escapeText(category)}`,
    ...alarms.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${triggerAt9(days)}`,
      `DESCRIPTION:${title}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

const HOUR = 9;

/** Counted from the midnight with which an all-day event begins: nine in the morning some days before it, or of the day itself. */
function triggerAt9(daysBefore: number): string {
  if (daysBefore === 0) return `PT${HOUR}H`;
  return `-P${daysBefore > 1 ? `${daysBefore - 1}D` : ''}T${24 - HOUR}H`;
}

/** `20261214` */
function basicDay(day: CalendarDay): string {
  return formatDay(day).replaceAll('-', '');
}

const SPECIAL = /[\\;,]|\r\n|[\r\n]/g;

function escapeText(text: string): string {
  return text.replace(SPECIAL, (found) => (found < ' ' ? String.raw`\n` : `\\${found}`));
}

/** Octets of a line without its end (RFC 5545, 3.1). */
const LONGEST = 75;

/** Between characters, never inside one; what goes on begins with a space. */
function foldLine(line: string): string {
  if (line.length * MOST_OCTETS <= LONGEST) return line;
  let folded = '';
  let start = 0;
  let used = 0;
  for (let at = 0; at < line.length;) {
    const code = line.codePointAt(at) ?? 0;
    const size = octetsOf(code);
    if (used + size > LONGEST) {
      folded += `${line.slice(start, at)}\r\n `;
      start = at;
      used = 1;
    }
    used += size;
    at += code > LAST_OF_PLANE_0 ? 2 : 1;
  }
  return folded + line.slice(start);
}

/** Of a UTF-16 unit in UTF-8: half of a pair has two of the four that the pair takes. */
const MOST_OCTETS = 3;
const LAST_OF_PLANE_0 = 0xff_ff;

/** Of a character in UTF-8. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code > LAST_OF_PLANE_0 ? 4 : 3;
}
