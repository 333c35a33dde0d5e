import { type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import { recordsField } from '../../domain/licence-kind.ts';
import { hasEnded, isAsked } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { defineRule, notApplicable, type Problem, report, type Rule, type RuleContext } from '../../domain/rule.ts';
import { count, type Text } from '../../domain/text.ts';
import { numberMeasures } from '../../law/numbers.ts';
import { deadlineProblem } from '../shared/duties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';

/** A change of the holder's address or contact, and the day on which the authority was told. */
interface ContactChange {
  readonly changed: CalendarDay;
  readonly reported?: CalendarDay | undefined;
}

export const contactChanges = recordsField<ContactChange>(
  'contactChanges',
  {
    title: {
      zh: '地址或联系方式的变更日和通知日',
      en: 'Changes of address or contact, and when the authority was told',
    },
    example: '[{ changed: 2026-09-18, reported: 2026-09-30 }]',
  },
  { changed: { type: 'day', required: true }, reported: { type: 'day', required: false } },
);

/** Order 28, article 26: working days after the change. */
const WORKING_DAYS = 10;

const NO_CHANGE = notApplicable('没有登记地址或联系方式的变更', 'no change of address or contact is on record');

/** A new address or contact of the holder is told to the authority that allotted the number. */
export const contactChange: Rule = defineRule(
  'number/contact-change',
  {
    of: 'service',
    run({ licence, service }, context) {
      if (hasEnded(licence, context)) return LICENCE_ENDED;
      const changes = (contactChanges.of(service) ?? []).filter(
        (change) => change.changed <= context.asOf && !isBeforeGrant(change, licence),
      );
      if (changes.length === 0) return NO_CHANGE;
      const at = { entry: licence.id, service: service.kind, field: contactChanges.name };
      const problems = changes.flatMap((change) => {
        const problem = checkChange(licence, change, context);
        return problem === undefined ? [] : [{ ...problem, period: formatDay(change.changed), at }];
      });
      return report(...problems);
    },
  },
  {
    summary: {
      zh: `码号使用者的地址或联系方式变更后，${WORKING_DAYS}个工作日内通知原码号分配机关。`,
      en: `The holder of an allotted number tells the authority that allotted it of a new address or contact within ${WORKING_DAYS} working days.`,
    },
    why: {
      zh: '分配机关联系不上使用者，催缴、年报和检查的通知就会落空，码号可能在使用者不知情时被收回。',
      en: 'Reminders of fees, reports and inspections go to the contact on file; who cannot be reached may lose the number unawares.',
    },
    remedy: {
      zh: '通知原码号分配机关，在码号管理系统中更新，然后登记通知日。',
      en: 'Tell the authority that allotted the number, update the number system, then record the day.',
    },
    fix: ({ subject, status, period = '', asOf }) =>
      status === 'late'
        ? undefined
        : ['ledger', 'record', 'contact-change', subject, '--changed', period, '--on', formatDay(asOf)],
    statuses: { due: 'warning', overdue: 'error', late: 'info' },
    basis: [numberMeasures.article('26.2', 'text')],
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'number-95', also: 'contactChanges: [{ changed: 2026-09-18 }]' }),
      passes: exampleLedger({
        kind: 'number-95',
        also: 'contactChanges: [{ changed: 2026-09-18, reported: 2026-10-09 }]',
      }),
    },
  },
);

/** What changed before the grant stood in its application. */
function isBeforeGrant({ changed }: ContactChange, { issued }: Licence): boolean {
  return issued !== undefined && changed < issued;
}

function checkChange(licence: Licence, change: ContactChange, context: RuleContext): Problem | undefined {
  const { day: date, calendar } = context.calendar.addWorkingDays(change.changed, WORKING_DAYS);
  if (!isAsked(licence, date)) return undefined;
  const sum = sumOf(change.changed, date, calendar === 'published');
  const { reported } = change;
  if (reported !== undefined && reported <= context.asOf) {
    if (reported <= date) return undefined;
    const days = daysBetween(date, reported);
    return {
      status: 'late',
      date,
      sum,
      message: {
        zh: `${formatDay(change.changed)}的变更于${formatDay(reported)}通知，晚了${days}天`,
        en: `the change of ${formatDay(change.changed)} was told on ${formatDay(reported)}, ${count(days, 'day')} late`,
      },
      remedy: {
        zh: '事情已经办了，留好通知的凭证即可；不想再看到的，可删去这一条。',
        en: 'It is done: keep the proof. To see it no more, remove the entry.',
      },
    };
  }
  const problem = deadlineProblem(licence, date, context, {
    due: (daysLeft) => ({
      zh: `${formatDay(change.changed)}的地址或联系方式变更，最迟${formatDay(date)}通知原分配机关（还有${daysLeft}天）`,
      en: `tell the authority of the change of ${formatDay(change.changed)} by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
    }),
    overdue: (daysAgo) => ({
      zh: `${formatDay(change.changed)}的地址或联系方式变更未通知原分配机关，${formatDay(date)}截止，已过${daysAgo}天`,
      en: `the authority had to be told of the change of ${formatDay(change.changed)} by ${formatDay(date)}, ${count(daysAgo, 'day')} ago`,
    }),
  });
  return problem === undefined ? undefined : { ...problem, sum };
}

function sumOf(changed: CalendarDay, date: CalendarDay, isPublished: boolean): Text {
  return {
    zh: `${formatDay(changed)} + ${WORKING_DAYS}个工作日 = ${formatDay(date)}${isPublished ? '' : '（本版本没有该年的调休安排）'}`,
    en: `${formatDay(changed)} + ${WORKING_DAYS} working days = ${formatDay(date)}${isPublished ? '' : ' (make-up days of that year are not known to this version)'}`,
  };
}
