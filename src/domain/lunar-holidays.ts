/** The holidays whose date follows the moon or the sun, by year: 春节, 清明, 端午 and 中秋. tests/domain compares them with a library. */

/** Month and day of the month. */
export type MonthAndDate = readonly [month: number, date: number];

export interface LunarHolidays {
  /** The first day of the lunar year; its eve is a holiday too. */
  readonly springFestival: MonthAndDate;
  readonly qingming: MonthAndDate;
  readonly dragonBoat: MonthAndDate;
  readonly midAutumn: MonthAndDate;
}

const FIRST_YEAR = 2025;

/** For each year, in this order: 春节 清明 端午 中秋, each as MMDD. */
const TABLE =
  '0129 0404 0531 1006, 0217 0405 0619 0925, 0206 0405 0609 0915, 0126 0404 0528 1003, ' + // 2025
  '0213 0404 0616 0922, 0203 0405 0605 0912, 0123 0405 0624 1001, 0211 0404 0612 0919, ' + // 2029
  '0131 0404 0601 0908, 0219 0405 0620 0927, 0208 0405 0610 0916, 0128 0404 0530 1004, ' + // 2033
  '0215 0404 0618 0924, 0204 0405 0607 0913, 0124 0405 0527 1002, 0212 0404 0614 0920, ' + // 2037
  '0201 0404 0603 0910, 0122 0404 0622 0928, 0210 0405 0611 0917, 0130 0404 0531 1005, ' + // 2041
  '0217 0404 0619 0925, 0206 0404 0608 0915, 0126 0405 0529 1004, 0214 0404 0615 0922, ' + // 2045
  '0202 0404 0604 0911, 0123 0404 0623 0930, 0211 0405 0613 0919, 0201 0404 0601 0907, ' + // 2049
  '0219 0404 0620 0926, 0208 0404 0610 0916, 0128 0405 0530 1005, 0215 0404 0617 0924, ' + // 2053
  '0204 0404 0606 0913, 0124 0404 0625 1002, 0212 0405 0614 0921, 0202 0404 0603 0909, ' + // 2057
  '0121 0404 0622 0928, 0209 0404 0611 0917, 0129 0405 0601 1006, 0217 0404 0619 0925, ' + // 2061
  '0205 0404 0608 0915, 0126 0404 0528 1003, 0214 0405 0616 0923, 0203 0404 0604 0911, ' + // 2065
  '0123 0404 0623 0929, 0211 0404 0613 0919, 0131 0405 0602 0908, 0219 0404 0620 0926, ' + // 2069
  '0207 0404 0610 0916, 0127 0404 0530 1005, 0215 0404 0617 0924, 0205 0404 0606 0912, ' + // 2073
  '0124 0404 0624 1001, 0212 0404 0614 0920, 0202 0404 0604 0910, 0122 0404 0622 0928, ' + // 2077
  '0209 0404 0611 0917, 0129 0404 0601 1006, 0217 0404 0619 0926, 0206 0404 0607 0914, ' + // 2081
  '0126 0404 0527 1003, 0214 0404 0615 0922, 0203 0404 0605 0911, 0124 0404 0623 0929, ' + // 2085
  '0210 0404 0613 0918, 0130 0404 0602 0908, 0218 0404 0621 0927, 0207 0404 0609 0916, ' + // 2089
  '0127 0404 0529 1005, 0215 0404 0617 0924, 0205 0404 0606 0913, 0125 0404 0624 0930, ' + // 2093
  '0212 0404 0614 0920, 0201 0404 0604 0909, 0121 0404 0623 0929, 0209 0404 0612 0918'; // 2097

const years = TABLE.split(', ');

/** Undefined for years before 2025, whose arrangements are all known, and after 2100. */
export function lunarHolidaysOf(year: number): LunarHolidays | undefined {
  const [springFestival, qingming, dragonBoat, midAutumn] = years[year - FIRST_YEAR]?.split(' ').map(partsOf) ?? [];
  if (springFestival === undefined || qingming === undefined) return undefined;
  if (dragonBoat === undefined || midAutumn === undefined) return undefined;
  return { springFestival, qingming, dragonBoat, midAutumn };
}

function partsOf(written: string): MonthAndDate {
  return [Number(written.slice(0, 2)), Number(written.slice(2))];
}
