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

/** Nothing in it comes from a clock, a random number or a zone. Lines end with CRLF. */
export function writeCalendar(head: CalendarHead, events: readonly AllDayEvent[]): string {
  const refresh = `P${head.refreshDays}D`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//ledger//calendar//${head.language.toUpperCase()}`,
    'METHOD:PUBLISH',
    `NAME:${escapeText(head.name)}`,
    `X-WR-CALNAME:${escapeText(head.name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines({ uid, stamp, day, summary, description, category, alarms }: AllDayEvent): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${basicDay(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${basicDay(day)}`,
    // The first day behind it (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${basicDay(addDays(day, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    'TRANSP:TRANSPARENT',
    `DESCRIPTION:${escapeText(description)}`,
    `CATEGORIES:${escapeText(category)}`,
    ...alarms.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${triggerAt9(days)}`,
      `DESCRIPTION:${escapeText(summary)}`,
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

function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll(/\r\n|[\r\n]/gu, String.raw`\n`);
}

/** Octets of a line without its end (RFC 5545, 3.1). */
const LONGEST = 75;

/** Between characters, never inside one; what goes on begins with a space. */
function foldLine(line: string): string {
  let folded = '';
  let used = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (used + size > LONGEST) {
      folded += '\r\n ';
      used = 1;
    }
    folded += character;
    used += size;
  }
  return folded;
}
