/** How far each licence is good, for programs: `ledger/horizon@1`. */
import { BEGINNING, type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { Interval } from '../../domain/cover.ts';
import { withoutDay } from '../../domain/deadlines-ahead.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Breach, DeadlineMark, LedgerHorizon, LicenceTimeline } from '../../domain/horizon.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language } from '../../domain/text.ts';
import { printJson } from '../writing/json-document.ts';

/** Keys in a fixed order; those without a value are left out. Ends with a line break. */
export function renderHorizonJson(
  horizons: readonly LedgerHorizon[],
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): string {
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

function describe(
  line: LicenceTimeline,
  file: string,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): object {
  const { licence, breach, term, goesOnUndetermined, covers, deadlines } = line;
  return {
    file,
    id: licence.id,
    number: licence.number,
    services: licence.services.map(({ kind }) => ({ kind, kindName: kinds.get(kind)?.name[language] ?? kind })),
    term: daysOf(term),
    goesOnUndetermined,
    breach: breach === undefined ? null : describeBreach(breach, language),
    covers: covers.map(({ service, kind, name, rule, severity, bars, gaps }) => ({
      service,
      kind,
      name: name[language],
      rule,
      severity,
      bars: bars.map(({ resource, days }) => ({ id: resource.id, title: resource.title, ...daysOf(days) })),
      gaps: gaps.map((gap) => ({ ...daysOf(gap), days: daysBetween(gap.from, gap.to) + 1 })),
    })),
    deadlines: deadlines.map((deadline) => describeDeadline(deadline, language)),
  };
}

function describeDeadline({ message, finding }: DeadlineMark, language: Language): object {
  return {
    ...describeMatter({ ...finding, message, fix: withoutDay(finding.fix) }, language),
    actBy: dayOf(finding.actBy),
    actByCalendar: finding.actByCalendar,
  };
}

function describeBreach({ day, daysLeft, actBy, actByCalendar, causes }: Breach, language: Language): object {
  return {
    day: formatDay(day),
    daysLeft,
    actBy: dayOf(actBy),
    actByCalendar,
    causes: causes.map(({ finding, message, fix }) => describeMatter({ ...finding, message, fix }, language)),
  };
}

/** @param finding with the message and the command that hold on the as-of day */
function describeMatter(finding: Finding, language: Language): object {
  const { rule, status, service, related, owner, date, period, message, remedy, fix } = finding;
  return {
    rule,
    status,
    service,
    related,
    owner,
    date: dayOf(date),
    period,
    message: message[language],
    remedy: remedy[language],
    fix: fix === undefined ? undefined : { command: fix.command },
  };
}

/** Without `from` where the first day is not on record; `never` where there is no last one. */
function daysOf({ from, to }: Interval): object {
  return { from: from === BEGINNING ? undefined : formatDay(from), to: formatDay(to) };
}

function dayOf(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}
