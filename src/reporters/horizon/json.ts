/** How far each licence is good, for programs: `ledger/horizon@1`. */
import { BEGINNING, type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { Interval } from '../../domain/cover.ts';
import type { Breach, LedgerHorizon, LicenceTimeline } from '../../domain/horizon.ts';
import type { Language } from '../../domain/text.ts';
import type { Kinds } from '../register/words.ts';
import { printJson } from '../writing/json-document.ts';

/** Keys in a fixed order; those without a value are left out. Ends with a line break. */
export function renderHorizonJson(horizons: readonly LedgerHorizon[], language: Language, kinds: Kinds): string {
  const [first] = horizons;
  return printJson({
    schema: 'ledger/horizon@1',
    asOf: first === undefined ? undefined : formatDay(first.timeline.asOf),
    timezone: first?.timezone,
    until: first === undefined ? undefined : formatDay(first.timeline.until),
    files: horizons.map(({ file }) => file),
    licences: horizons.flatMap(({ file, timeline }) =>
      timeline.licences.map((line) => describe(line, file, language, kinds)),
    ),
  });
}

function describe(line: LicenceTimeline, file: string, language: Language, kinds: Kinds): object {
  const { licence, breach, term, goesOnUndetermined, covers, deadlines } = line;
  return {
    file,
    id: licence.id,
    kind: licence.kind,
    kindName: kinds.get(licence.kind)?.name[language] ?? licence.kind,
    number: licence.number,
    term: daysOf(term),
    goesOnUndetermined,
    breach: breach === undefined ? null : describeBreach(breach, language),
    covers: covers.map(({ kind, name, rule, severity, bars, gaps }) => ({
      kind,
      name: name[language],
      rule,
      severity,
      bars: bars.map(({ resource, days }) => ({ id: resource.id, title: resource.title, ...daysOf(days) })),
      gaps: gaps.map((gap) => ({ ...daysOf(gap), days: daysBetween(gap.from, gap.to) + 1 })),
    })),
    deadlines: deadlines.map(({ day, message, finding }) => ({
      rule: finding.rule,
      status: finding.status,
      date: formatDay(day),
      actBy: dayOf(finding.actBy),
      actByCalendar: finding.actByCalendar,
      period: finding.period,
      message: message[language],
      remedy: finding.remedy[language],
    })),
  };
}

function describeBreach({ day, daysLeft, actBy, actByCalendar, causes }: Breach, language: Language): object {
  return {
    day: formatDay(day),
    daysLeft,
    actBy: dayOf(actBy),
    actByCalendar,
    causes: causes.map(({ finding, message }) => ({
      rule: finding.rule,
      status: finding.status,
      related: finding.related,
      date: dayOf(finding.date),
      period: finding.period,
      message: message[language],
      remedy: finding.remedy[language],
    })),
  };
}

/** Without `from` where the first day is not on record; `never` where there is no last one. */
function daysOf({ from, to }: Interval): object {
  return { from: from === BEGINNING ? undefined : formatDay(from), to: formatDay(to) };
}

function dayOf(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}
