/** What an output can show: whether and how it is painted, and whether it has more than ASCII. */
import type { ColorSupportLevel } from 'chalk';

import { coloursOf, plainColours, type Colours } from '../reporters/writing/style.ts';
import type { Io, Output } from './io.ts';

export type ColourLevel = ColorSupportLevel;

/**
 * 0 is plain, 1 has 16 colours, 2 has 256, 3 has all.
 * A plain page has none; else `FORCE_COLOR` wins over `NO_COLOR`, as in Node itself; an empty `NO_COLOR` says nothing (no-color.org).
 */
export function colourLevel(env: Io['env'], output: Pick<Output, 'isTerminal'>): ColourLevel {
  if (isPlain(env, output)) return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forcedLevel(forced);
  const refused = env['NO_COLOR'];
  if (refused !== undefined && refused !== '') return 0;
  return output.isTerminal ? terminalLevel(env) : 0;
}

/** The colours for a level. chalk is loaded only where there are any. */
export async function coloursFor(level: ColourLevel): Promise<Colours> {
  if (level === 0) return plainColours;
  const { Chalk } = await import('chalk');
  return coloursOf(new Chalk({ level }));
}

function forcedLevel(value: string): ColorSupportLevel {
  if (value === '0' || value === 'false') return 0;
  if (value === '2') return 2;
  return value === '3' ? 3 : 1;
}

function terminalLevel(env: Io['env']): ColorSupportLevel {
  const terminal = env['TERM'] ?? '';
  if (terminal === 'dumb') return 0;
  if (/^(?:truecolor|24bit)$/u.test(env['COLORTERM'] ?? '')) return 3;
  return /256/u.test(terminal) ? 2 : 1;
}

/** Whether words stand in place of signs: where somebody asks for it, and on a terminal that says that it cannot show them. */
export function isPlain(env: Io['env'], output: Pick<Output, 'isTerminal'>): boolean {
  if (isAskedPlain(env)) return true;
  const saysSo = env['TERM'] === 'dumb' || isUtf8(env) === false;
  return saysSo && output.isTerminal;
}

function isAskedPlain({ LEDGER_PLAIN: asked = '' }: Io['env']): boolean {
  return asked !== '' && asked !== '0';
}

/** Whether only ASCII can be counted on: nothing says that there is more. Windows says nothing, and its terminals know Unicode. */
export function needsAscii(env: Io['env']): boolean {
  return env['TERM'] === 'dumb' || !(isUtf8(env) ?? env['OS'] === 'Windows_NT');
}

/** By the first of `LC_ALL`, `LC_CTYPE` and `LANG` that says anything; undefined where none does. */
function isUtf8(env: Io['env']): boolean | undefined {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale === undefined ? undefined : /utf-?8/iu.test(locale);
}
