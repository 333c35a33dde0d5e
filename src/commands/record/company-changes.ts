/** The changes of the company and of its branches, as plans for the ledger: a new one, or a day of one that stands there. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import { type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Branch, CompanyChange } from '../../domain/company.ts';
import type { Edit, PlainMapping } from '../../domain/edit.ts';
import type { Text } from '../../domain/text.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { dayDone } from '../../run/recording/given-days.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import type { OpenLedger } from '../../run/recording/open-ledger.ts';
import type { ChangeDays } from './change-days.ts';

/** The days by which one is known from others of its kind. */
export const FIRST_DAYS = ['decided', 'registered', 'effective'] as const;
const DAYS = [...FIRST_DAYS, 'reported', 'approved', 'publicised'] as const;

const COMPANY = ['company'];

/**
 * With `decided`, `registered` or `effective` the change of that day, a new one where none is recorded, reported only where
 * `on` says so. Without them, the days go to the change of that kind which lacks them.
 *
 * @param of what it concerns; absent: any
 * @throws {Refusal} where no such change is there, or several are
 */
export function planChange(
  { what, of }: Pick<CompanyChange, 'what' | 'of'>,
  days: ChangeDays,
  { today, ledger }: OpenLedger,
): Plan {
  const alike = ledger.company.changes.map((change) =>
    change.what === what && (of === undefined || change.of === of) ? change : undefined,
  );
  return planDays({ name: what, list: 'changes', alike, says: withoutAbsent({ what, of }) }, days, today);
}

/**
 * The same for a branch, which has no day of registration.
 *
 * @throws {Refusal} where no such branch is there, or several are
 */
export function planBranch(
  { province, what }: Pick<Branch, 'province' | 'what'>,
  days: Pick<ChangeDays, 'on' | 'decided'>,
  { today, ledger }: OpenLedger,
): Plan {
  const alike = ledger.company.branches.map((one) =>
    one.province === province && one.what === what ? one : undefined,
  );
  return planDays({ name: `${province} ${what}`, list: 'branches', alike, says: { province, what } }, days, today);
}

type Listed = 'changes' | 'branches';
type DayOfChange = (typeof DAYS)[number];
type Dated = { readonly [Day in DayOfChange]?: CalendarDay | undefined };

interface Sort {
  readonly name: string;
  readonly list: Listed;
  /** Those of the sort, in their places. */
  readonly alike: readonly (Dated | undefined)[];
  /** What a new one says beside its days. */
  readonly says: PlainMapping;
}

/** The days of one that a command gives, by their fields. */
type Given = readonly { readonly field: DayOfChange; readonly day: CalendarDay }[];

function planDays(sort: Sort, days: ChangeDays, today: CalendarDay): Plan {
  const { name, list, alike, says } = sort;
  const given = givenDays(days, today);
  const isOfDay = FIRST_DAYS.some((field) => days[field] !== undefined);
  const at = isOfDay ? alike.findIndex((one) => isOf(one, given)) : theOne(sort, given, today);
  const known = alike[at];
  if (known === undefined) {
    const value = { ...says, ...Object.fromEntries(given.map(({ field, day }) => [field, formatDay(day)])) };
    return planned(name, list, alike.length, [{ kind: 'append-item', path: COMPANY, field: list, value }]);
  }
  const path = [...COMPANY, list, at];
  const edits = given.flatMap(({ field, day }): readonly Edit[] =>
    known[field] === day ? [] : [{ kind: 'set-field', path, field, value: formatDay(day) }],
  );
  return planned(name, list, at, edits);
}

/** Where no day is given, it was reported today. */
function givenDays(days: ChangeDays, today: CalendarDay): Given {
  const given = DAYS.flatMap((field) => {
    const option = field === 'reported' ? 'on' : field;
    const day = days[option];
    return day === undefined ? [] : [{ field, day: field === 'effective' ? day : dayDone(`--${option}`, day, today) }];
  });
  return given.length === 0 ? [{ field: 'reported', day: today }] : given;
}

/** Whether it has a first day that is given, and no other than is given. */
function isOf(one: Dated | undefined, given: Given): boolean {
  const firsts = given.filter(({ field }) => FIRST_DAYS.some((first) => first === field));
  return (
    one !== undefined &&
    firsts.some(({ field, day }) => one[field] === day) &&
    firsts.every(({ field, day }) => one[field] === undefined || one[field] === day)
  );
}

/** Where the only one stands that lacks the days; a day to come has not been yet. */
function theOne({ name, list, alike }: Sort, given: Given, today: CalendarDay): number {
  const isOpen = (one: Dated): boolean => {
    const lacks = ({ field }: Given[number]): boolean => (one[field] ?? FOREVER) > today;
    return given.some(lacks) && given.every((day) => lacks(day) || one[day.field] === day.day);
  };
  const open = alike.flatMap((one, at) => (one !== undefined && isOpen(one) ? [at] : []));
  const [only, another] = open;
  const fields = given.map(({ field }) => field);
  if (only === undefined) throw noneOpen(name, list, fields);
  if (another !== undefined) throw severalOpen(name, list, open, fields);
  return only;
}

const NAMES: Readonly<Record<Listed, Text>> = {
  changes: { zh: '变更', en: 'change' },
  branches: { zh: '分支机构', en: 'branch' },
};

function planned(name: string, list: Listed, at: number, edits: readonly Edit[]): Plan {
  return {
    edits,
    entry: 'company',
    path: [...COMPANY, list, at],
    done: {
      zh: `公司${NAMES[list].zh} ${name} 已登记`,
      en: `the ${NAMES[list].en} of the company (${name}) is recorded`,
    },
    optionOf: (field) => (field === 'reported' ? '--on' : `--${field}`),
  };
}

function noneOpen(name: string, list: Listed, fields: readonly string[]): Refusal {
  const { zh, en } = NAMES[list];
  const [missing] = fields.includes('reported') ? [UNREPORTED] : fields.map(lacking);
  return usageError({
    where: name,
    what: {
      zh: `台账中没有${missing?.zh ?? ''}的这类${zh}`,
      en: `the ledger has no such ${en} that is still ${missing?.en ?? ''}`,
    },
    remedy: {
      zh: `要新增一项${zh}，请用 ${firstDays(list, '、')} 写明日期。`,
      en: `To add one, give its day with ${firstDays(list, ' or ')}.`,
    },
  });
}

/** The options that name the day of one. */
function firstDays(list: Listed, between: string): string {
  const named = list === 'changes' ? FIRST_DAYS : (['decided'] as const);
  return named.map((day) => `\`--${day}\``).join(between);
}

const UNREPORTED: Text = { zh: '尚未报告', en: 'unreported' };

function lacking(field: string): Text {
  return { zh: `还没有${field}`, en: `without \`${field}\`` };
}

function severalOpen(name: string, list: Listed, open: readonly number[], fields: readonly string[]): Refusal {
  const places = open.map((at) => `company.${list}[${at}]`);
  const missing = fields.includes('reported') ? UNREPORTED : lacking(fields.join(', '));
  const { zh, en } = NAMES[list];
  return usageError({
    where: name,
    what: {
      zh: `有${open.length}项这类${zh}${missing.zh}：${places.join('、')}`,
      en: `${open.length} such ${list === 'changes' ? `${en}s` : `${en}es`} are ${missing.en}: ${places.join(', ')}`,
    },
    remedy: {
      zh: `用 ${firstDays(list, '、')} 写明是哪一天的。`,
      en: `Give the day of the one that is meant: ${firstDays(list, ' or ')}.`,
    },
  });
}
