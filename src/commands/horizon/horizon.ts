/** `ledger horizon`: how long each licence stays compliant. */
import { usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { Until } from '../../command-line/option-values.ts';
import type { Assumption } from '../../command-line/options.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { ExitCode } from '../../exit-code.ts';
import { isPlain, needsAscii } from '../../platform/colour.ts';
import type { Style } from '../../reporters/writing/style.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { horizonOf } from '../../run/ahead.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { readToTell } from '../../run/tell-ledgers.ts';

export type HorizonFormat = 'text' | 'json';

export interface HorizonOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly assume?: readonly Assumption[] | undefined;
  readonly until?: Until | undefined;
  readonly ascii?: boolean | undefined;
  readonly format?: HorizonFormat | undefined;
}

/** @throws {Refusal} for a time line that would end before the as-of day */
export async function horizon(
  paths: readonly string[],
  { asOf, assume, until, ascii, format }: HorizonOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const { ledgers, code } = await readToTell(paths, asOf, invocation, assume);
  for (const ledger of ledgers) assertAhead(until, ledger.asOf);
  if (ledgers.length === 0) return code;
  const horizons = ledgers.map((ledger) => horizonOf(ledger, until));
  if (format === 'json') {
    const { renderHorizonJson } = await import('../../reporters/horizon/json.ts');
    await io.stdout.write(renderHorizonJson(horizons, languages.machines, catalogue.kinds));
  } else {
    const { renderHorizon } = await import('../../reporters/horizon/text.ts');
    const { ASCII_GLYPHS, UNICODE_GLYPHS } = await import('../../reporters/writing/glyphs.ts');
    const isAscii = ascii === true || isPlain(io.env, io.stdout) || needsAscii(io.env);
    const glyphs = isAscii ? ASCII_GLYPHS : UNICODE_GLYPHS;
    const page = (style: Style): string => renderHorizon(horizons, { ...style, glyphs }, catalogue.kinds);
    await io.stdout.write(await pageOnStdout(page, invocation));
  }
  return code;
}

function assertAhead(until: Until | undefined, asOf: CalendarDay): void {
  if (until === undefined || !('day' in until) || until.day >= asOf) return;
  const [last, first] = [formatDay(until.day), formatDay(asOf)];
  throw usageError({
    where: `--until ${last}`,
    what: { zh: `早于检查日${first}`, en: `before the as-of day, ${first}` },
    remedy: { zh: '请写检查日或以后的日期。', en: 'Write the as-of day or a later day.' },
  });
}
