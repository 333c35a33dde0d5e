import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import { recordsField } from '../../domain/licence-kind.ts';
import { hasEnded, isAsked } from '../../domain/licence-term.ts';
import { workingDaysFrom } from '../../domain/limit.ts';
import { type Found, judgeOccasions, type TimedDuty } from '../../domain/occasion.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { defineRule, notApplicable, type Rule } from '../../domain/rule.ts';
import { numberMeasures } from '../../law/numbers.ts';
import { GIVEN_UP_BEFORE } from '../shared/duties.ts';
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
      en: 'Changes of address or contact, and the day on which the authority was notified',
    },
    example: '[{ changed: 2026-09-18, reported: 2026-09-30 }]',
  },
  { changed: { type: 'day', required: true }, reported: { type: 'day', required: false } },
);

/** Order 28, article 26: working days after the change. */
const WORKING_DAYS = 10;

const DUTY: TimedDuty = {
  law: numberMeasures,
  limitOf: workingDaysFrom(WORKING_DAYS),
  act: { zh: '通知原码号分配机关', en: 'reported to the authority that allotted the number' },
};

const STATUSES = { due: 'warning', overdue: 'error', late: 'info' } as const;

const NO_CHANGE = notApplicable('没有登记地址或联系方式的变更', 'no change of address or contact is on record');

/** A new address or contact of the holder is told to the authority that allotted the number. */
export const contactChange: Rule = defineRule(
  'number/contact-change',
  {
    of: 'service',
    run({ licence, service }, context) {
      if (hasEnded(licence, context)) return LICENCE_ENDED;
      const at = { entry: licence.id, service: service.kind, field: contactChanges.name };
      const found = (contactChanges.of(service) ?? [])
        .filter((change) => change.changed <= context.asOf && !isBeforeGrant(change, licence))
        .map(({ changed, reported }): Found => {
          const period = formatDay(changed);
          return {
            name: { zh: `${period}的地址或联系方式变更`, en: `the change of address or contact of ${period}` },
            from: changed,
            done: reported,
            at,
            period,
            warned: licence,
            unless: (limit) => (isAsked(licence, limit) ? undefined : GIVEN_UP_BEFORE),
          };
        });
      return judgeOccasions(found, { ...DUTY, none: NO_CHANGE, statuses: STATUSES }, context);
    },
  },
  {
    summary: {
      zh: `码号使用者的地址或联系方式变更后，${WORKING_DAYS}个工作日内通知原码号分配机关。`,
      en: `The holder of an allotted number reports a change of address or contact to the authority that allotted it within ${WORKING_DAYS} working days.`,
    },
    why: {
      zh: '分配机关联系不上使用者，催缴、年报和检查的通知就会落空，码号可能在使用者不知情时被收回。',
      en: 'Notices of fees, annual reports and inspections go to the contact on file; if the holder cannot be reached, the number may be taken back without the holder knowing.',
    },
    consequence: {
      zh: '《电信网码号资源管理办法》第40条、第41条没有为此规定罚款。',
      en: 'Order 28, articles 40 and 41, sets no fine for this.',
    },
    remedy: {
      zh: '通知原码号分配机关，在码号管理系统中更新，然后登记通知日。',
      en: 'Notify the authority that allotted the number, update the number management system, then record the day.',
    },
    fix: ({ subject, status, period = '', asOf }) =>
      status === 'late'
        ? undefined
        : ['ledger', 'record', 'contact-change', subject, '--changed', period, '--on', formatDay(asOf)],
    statuses: STATUSES,
    hasPeriods: true,
    basis: [numberMeasures.article('26.2', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'number-95', also: 'contactChanges: [{ changed: 2026-09-18 }]' }),
      passes: exampleLedger({
        kind: 'number-95',
        also: 'contactChanges: [{ changed: 2026-09-18, reported: 2026-10-09 }]',
      }),
    }),
  },
);

/** What changed before the grant stood in its application. */
function isBeforeGrant({ changed }: ContactChange, { issued }: Licence): boolean {
  return issued !== undefined && changed < issued;
}
