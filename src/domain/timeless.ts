import type { Text } from './text.ts';

/**
 * The message of a deadline without the days that are left: an entry in a calendar, or a thing told ahead of its day, would
 * tell them wrongly. Rules write them in one way, `（还有40天）` and `, in 40 days`.
 */
export function withoutDaysLeft({ zh, en }: Text): Text {
  return { zh: zh.replaceAll(/（还有\d+天）/gu, ''), en: en.replaceAll(/, in \d+ days?(?![\w-])/gu, '') };
}
