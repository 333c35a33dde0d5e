import type { Fix } from './finding.ts';
import type { Text } from './text.ts';

/**
 * The message of a deadline without the days that are left or gone: an entry in a calendar, or a thing told ahead of its
 * day, would tell them wrongly. Rules write them in a few ways: `（还有40天）`, `（1天前）`, `, in 40 days`, `, 1 day ago`.
 */
export function withoutDaysLeft({ zh, en }: Text): Text {
  return {
    zh: zh.replaceAll(/（(?:还有\d+天|\d+天前|已\d+天)）|，已过\d+天/gu, ''),
    en: en
      .replaceAll(/, (?:in \d+ days?(?![\w-])|\d+ days? ago)/gu, '')
      .replaceAll(/ since (\d{4}-\d{2}-\d{2}) \(\d+ days?\)/gu, ' since $1'),
  };
}

/** The command of a thing told ahead of its day: none where it records a day, which nobody knows yet. */
export function withoutDay(fix: Fix | undefined): Fix | undefined {
  return fix?.command.includes('--on') === true ? undefined : fix;
}
