import { describe, expect, test } from 'vitest';

import { adviseOnDay } from '../../src/schema/day-advice.ts';

const WITHOUT_TIME = 'Leave out the time and write the local day: `YYYY-MM-DD`.';
const ONE_DAY =
  'Write one day, `YYYY-MM-DD`; the first and the last day have separate fields, and remarks belong in `notes`.';
const FORM = 'Write `YYYY-MM-DD`, as in `2026-12-31`.';

describe('what is written instead of a day', () => {
  test.each<{ value: unknown; reason: string; remedy: string }>([
    { value: '2026-1-5', reason: '"2026-1-5" is not a date in the form YYYY-MM-DD', remedy: 'Write `2026-01-05`.' },
    { value: '2026/01/05', reason: '"2026/01/05" is not a date in the form YYYY-MM-DD', remedy: 'Write `2026-01-05`.' },
    { value: '2026.1.5', reason: '"2026.1.5" is not a date in the form YYYY-MM-DD', remedy: 'Write `2026-01-05`.' },
    {
      value: '2026年1月5日',
      reason: '"2026年1月5日" is not a date in the form YYYY-MM-DD',
      remedy: 'Write `2026-01-05`.',
    },
    {
      value: '２０２６年１月５日',
      reason: '"２０２６年１月５日" is not a date in the form YYYY-MM-DD',
      remedy: 'Write `2026-01-05`.',
    },
    {
      value: ' 2026-01-05 ',
      reason: '" 2026-01-05 " is not a date in the form YYYY-MM-DD',
      remedy: 'Write `2026-01-05`.',
    },
    {
      value: 20260105,
      reason: 'the number 20260105 is not a date in the form YYYY-MM-DD',
      remedy: 'Write `2026-01-05`.',
    },
    { value: '20260105', reason: '"20260105" is not a date in the form YYYY-MM-DD', remedy: 'Write `2026-01-05`.' },
    {
      value: '2026-01-05T08:00:00+08:00',
      reason: '"2026-01-05T08:00:00+08:00" has a time; only the date is needed',
      remedy: WITHOUT_TIME,
    },
    {
      value: '2026-01-05 08:00',
      reason: '"2026-01-05 08:00" has a time; only the date is needed',
      remedy: WITHOUT_TIME,
    },
    {
      value: '2026-01-01至2026-12-31',
      reason: '"2026-01-01至2026-12-31" is not a date in the form YYYY-MM-DD',
      remedy: ONE_DAY,
    },
    { value: '2026年12月31日止', reason: '"2026年12月31日止" is not a date in the form YYYY-MM-DD', remedy: ONE_DAY },
    {
      value: '2027-02-29',
      reason: '"2027-02-29" is not a day of the calendar',
      remedy: 'The last day of that month is `2027-02-28`.',
    },
    {
      value: '2028-02-30',
      reason: '"2028-02-30" is not a day of the calendar',
      remedy: 'The last day of that month is `2028-02-29`.',
    },
    {
      value: '2026/4/31',
      reason: '"2026/4/31" is not a day of the calendar',
      remedy: 'The last day of that month is `2026-04-30`.',
    },
    {
      value: '2027年2月',
      reason: '"2027年2月" does not say the day',
      remedy: 'Add it; the month begins on `2027-02-01` and ends on `2027-02-28`.',
    },
    {
      value: 'Feb 2027',
      reason: '"Feb 2027" does not say the day',
      remedy: 'Add it; the month begins on `2027-02-01` and ends on `2027-02-28`.',
    },
    {
      value: '2027 February',
      reason: '"2027 February" does not say the day',
      remedy: 'Add it; the month begins on `2027-02-01` and ends on `2027-02-28`.',
    },
    {
      value: 'feb-2027',
      reason: '"feb-2027" does not say the day',
      remedy: 'Add it; the month begins on `2027-02-01` and ends on `2027-02-28`.',
    },
    { value: '2027-13', reason: '"2027-13" is not a day of the calendar', remedy: 'Months run from 01 to 12.' },
    { value: '1900/1/1', reason: '"1900/1/1" is not a date in the form YYYY-MM-DD', remedy: 'Write `1900-01-01`.' },
    { value: '2999/12/31', reason: '"2999/12/31" is not a date in the form YYYY-MM-DD', remedy: 'Write `2999-12-31`.' },
    {
      value: '2026/1/32',
      reason: '"2026/1/32" is not a day of the calendar',
      remedy: 'The last day of that month is `2026-01-31`.',
    },
    {
      value: '2026/12/32',
      reason: '"2026/12/32" is not a day of the calendar',
      remedy: 'The last day of that month is `2026-12-31`.',
    },
    { value: '2026-00-10', reason: '"2026-00-10" is not a day of the calendar', remedy: 'Months run from 01 to 12.' },
    { value: '2027-00', reason: '"2027-00" is not a day of the calendar', remedy: 'Months run from 01 to 12.' },
    {
      value: '2027.1',
      reason: '"2027.1" does not say the day',
      remedy: 'Add it; the month begins on `2027-01-01` and ends on `2027-01-31`.',
    },
    {
      value: 'Dec, 2027',
      reason: '"Dec, 2027" does not say the day',
      remedy: 'Add it; the month begins on `2027-12-01` and ends on `2027-12-31`.',
    },
    { value: 'Feb', reason: '"Feb" is not a date in the form YYYY-MM-DD', remedy: FORM },
    { value: '2027 Feb 2027', reason: '"2027 Feb 2027" is not a date in the form YYYY-MM-DD', remedy: FORM },
    { value: 'Mai 2027', reason: '"Mai 2027" is not a date in the form YYYY-MM-DD', remedy: FORM },
    { value: '2027', reason: '"2027" is not a date in the form YYYY-MM-DD', remedy: FORM },
    {
      value: '2026-01-05 (08:00)',
      reason: '"2026-01-05 (08:00)" is not a date in the form YYYY-MM-DD',
      remedy: ONE_DAY,
    },
    { value: '2026-01-05第 8', reason: '"2026-01-05第 8" is not a date in the form YYYY-MM-DD', remedy: ONE_DAY },
    { value: '2026-01-05T', reason: '"2026-01-05T" is not a date in the form YYYY-MM-DD', remedy: ONE_DAY },
    {
      value: '2026-01-05   8:00',
      reason: '"2026-01-05   8:00" has a time; only the date is needed',
      remedy: WITHOUT_TIME,
    },
    { value: 2026.1, reason: 'the number 2026.1 is not a date in the form YYYY-MM-DD', remedy: FORM },
    { value: '2026-13-01', reason: '"2026-13-01" is not a day of the calendar', remedy: 'Months run from 01 to 12.' },
    { value: '1899-12-31', reason: '"1899-12-31" is not between 1900 and 2999', remedy: FORM },
    { value: '3000-01-01', reason: '"3000-01-01" is not between 1900 and 2999', remedy: FORM },
    { value: '31/12/2026', reason: '"31/12/2026" is not a date in the form YYYY-MM-DD', remedy: FORM },
    { value: 'next year', reason: '"next year" is not a date in the form YYYY-MM-DD', remedy: FORM },
    { value: '', reason: '"" is not a date in the form YYYY-MM-DD', remedy: FORM },
    { value: 2026, reason: 'the number 2026 is not a date in the form YYYY-MM-DD', remedy: FORM },
    { value: true, reason: 'true is not a date in the form YYYY-MM-DD', remedy: FORM },
    { value: ['2026-01-05'], reason: 'a list is not a date in the form YYYY-MM-DD', remedy: FORM },
    { value: 'x'.repeat(100), reason: `"${'x'.repeat(40)}…" is not a date in the form YYYY-MM-DD`, remedy: FORM },
  ])('$value', ({ value, reason, remedy }) => {
    const advice = adviseOnDay(value, false);
    expect([advice.reason.en, advice.remedy.en]).toEqual([reason, remedy]);
  });
});

describe('no end', () => {
  test.each(['never', '长期', '长期有效', '永久', 'permanent'])('%s', (value) => {
    expect(adviseOnDay(value, true)).toMatchObject({
      reason: { en: `"${value}" is not a date` },
      remedy: { en: 'Write `never`.' },
    });
    expect(adviseOnDay(value, false).remedy.en).toBe(
      'A date is required here; `never` is only for the `expires` of resources.',
    );
  });
});
