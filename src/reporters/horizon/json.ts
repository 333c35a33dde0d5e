/** How far each licence is good, for programs: `ledger/horizon@1`. */
import { BEGINNING, type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { Hold } from '../../domain/cover-lines.ts';
import type { Interval } from '../../domain/cover.ts';
import { withoutDay } from '../../domain/deadlines-ahead.ts';
import type { Finding } from '../../domain/finding.ts';
import {
  type Breach,
  compareTimelines,
  type DeadlineMark,
  type LedgerHorizon,
  type LicenceTimeline,
  type ServiceOutlook,
} from '../../domain/horizon.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language } from '../../domain/text.ts';
import { assumedKey } from '../writing/assumed.ts';
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
    assumed: assumedKey([...new Set(horizons.flatMap(({ assumed }) => assumed))]),
    files: horizons.map(({ file }) => file),
    licences: horizons.flatMap(({ file, timeline, recorded }) => {
      if (recorded === undefined) return timeline.licences.map((line) => describe(line, file, language, kinds));
      return compareTimelines(timeline, recorded).licences.map(({ assumed, recorded: before }) =>
        Object.assign(describe(assumed, file, language, kinds), {
          recorded: before === undefined ? null : describeStanding(before, language),
        }),
      );
    }),
    gone: goneIn(horizons, language),
  });
}

/** Recorded licences that are assumed away; undefined where nothing is assumed. */
function goneIn(horizons: readonly LedgerHorizon[], language: Language): readonly object[] | undefined {
  if (horizons.every(({ recorded }) => recorded === undefined)) return undefined;
  return horizons.flatMap(({ file, timeline, recorded }) =>
    recorded === undefined
      ? []
      : compareTimelines(timeline, recorded).gone.map((line) => ({
          file,
          id: line.licence.id,
          recorded: describeStanding(line, language),
        })),
  );
}

/** How long a licence is good as it is recorded, and what holds it. */
function describeStanding({ breach, services, covers }: LicenceTimeline, language: Language): object {
  return {
    breach: breach === undefined ? null : describeBreach(breach, language),
    services:
      services.length === 0 ? undefined : services.map((one) => ({ kind: one.kind, breach: dayOfService(one) })),
    covers: covers.map(({ service, kind, held }) => ({ service, kind, held: held.map(describeHold) })),
  };
}

function dayOfService(outlook: ServiceOutlook | undefined): string | null {
  return outlook?.breach === undefined ? null : formatDay(outlook.breach.day);
}

function describeHold({ days: { from, to }, by }: Hold): object {
  return { from: formatDay(from), to: formatDay(to), by: by.map(({ id }) => id) };
}

function describe(
  line: LicenceTimeline,
  file: string,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): object {
  const { licence, breach, term, goesOnUndetermined, services, covers, deadlines } = line;
  const ofService = new Map(services.map((one) => [one.kind, one]));
  return {
    file,
    id: licence.id,
    number: licence.number,
    services: licence.services.map(({ kind }) => ({
      kind,
      kindName: kinds.get(kind)?.name[language] ?? kind,
      breach: services.length === 0 ? undefined : dayOfService(ofService.get(kind)),
    })),
    term: daysOf(term),
    goesOnUndetermined,
    breach: breach === undefined ? null : describeBreach(breach, language),
    covers: covers.map(({ service, kind, name, rule, severity, bars, gaps, held }) => ({
      service,
      kind,
      name: name[language],
      rule,
      severity,
      bars: bars.map(({ resource, days }) => ({ id: resource.id, title: resource.title, ...daysOf(days) })),
      gaps: gaps.map((gap) => ({ ...daysOf(gap), days: daysBetween(gap.from, gap.to) + 1 })),
      held: held.map(describeHold),
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
