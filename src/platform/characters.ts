import type { Io } from './io.ts';

/**
 * Whether only ASCII can be counted on: a terminal that is dumb, or a locale whose encoding is not UTF-8. The locale is the
 * first of `LC_ALL`, `LC_CTYPE` and `LANG` that says anything; Windows has none, and its terminals know Unicode.
 */
export function needsAscii(env: Io['env']): boolean {
  if (env['TERM'] === 'dumb') return true;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((value) => value !== undefined && value !== '');
  if (locale === undefined) return env['OS'] !== 'Windows_NT';
  return !/utf-?8/iu.test(locale);
}
