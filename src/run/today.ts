/** The day of the clock, which is not believed whatever it says. */
import { Refusal } from '../command-line/complaint.ts';
import { type CalendarDay, dayAt, LAST_YEAR } from '../domain/calendar-day.ts';
import { ExitCode } from '../exit-code.ts';
import { BUILT_ON } from '../version.ts';

/**
 * The day of an instant in a zone, for a run that names no day itself.
 *
 * @throws {Refusal} where the clock can only be wrong: at such a day everything may seem to be in order
 */
export async function todayAt(instant: Date, timezone: string): Promise<CalendarDay> {
  if (instant.getTime() < Date.parse(BUILT_ON)) throw wrongClock(instant, BEFORE_BUILD);
  if (instant.getUTCFullYear() > LAST_YEAR) throw wrongClock(instant, AFTER_ALL);
  return dayAt(instant, timezone);
}

const BEFORE_BUILD = { zh: `早于本程序的构建日${BUILT_ON}`, en: `before this program was built on ${BUILT_ON}` };
const AFTER_ALL = { zh: `晚于${LAST_YEAR}年`, en: `after the year ${LAST_YEAR}` };

function wrongClock(instant: Date, why: typeof BEFORE_BUILD): Refusal {
  const day = instant.toISOString().replace(/T.*$/u, '');
  return new Refusal(ExitCode.noVerdict, {
    what: { zh: `本机时钟显示${day}，${why.zh}`, en: `the clock of this machine says ${day}, ${why.en}` },
    remedy: {
      zh: '请校准时钟；带 `--as-of` 的命令，也可以用它指定检查日。',
      en: 'Set the clock, or give the day with `--as-of` where the command has it.',
    },
  });
}
