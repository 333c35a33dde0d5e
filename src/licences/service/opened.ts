/** Each service of a licence was opened in its term: what was not is not continued. */
import { daysBetween, formatDay } from '../../domain/calendar-day.ts';
import { recordOfService } from '../../domain/fix.ts';
import type { GrantedService } from '../../domain/ledger.ts';
import { hasEnded, isAsked, renewalDeadline } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { defineRule, MET, notApplicable, type Problem, report, type Rule } from '../../domain/rule.ts';
import { order42 } from '../../law/licensing.ts';
import { GIVEN_UP_BEFORE } from '../shared/duties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { isDeclined, isServiceDeclined } from '../shared/term.ts';

/** The ledger itself says that it was not opened in the term. */
function openedTooLate({ licence, service }: GrantedService): Problem {
  const [opens, ends] = [formatDay(service.opened ?? licence.expires), formatDay(licence.expires)];
  return {
    status: 'late',
    date: licence.expires,
    at: { entry: licence.id, service: service.kind, field: 'opened' },
    message: {
      zh: `业务${opens}才开通，晚于有效期届满日${ends}；按许可办法第27条第2款，有效期届满不予延续`,
      en: `the service opens on ${opens}, after the term ends on ${ends}; under article 27, paragraph 2 of Order 42 it is not renewed after its term`,
    },
    remedy: {
      zh: '在有效期内开通，并改正 `opened`；无法开通的，提前90日报告不再延续，记 `renewal: { declined: 报告日 }`。',
      en: 'Open it within the term and correct `opened`; if that is not possible, report 90 days in advance that it will not be renewed and record `renewal: { declined: DAY }`.',
    },
  };
}

const NOT_CONTINUED = notApplicable('这项业务不再延续', 'this service will not be renewed');
const NOT_ASKED_YET = notApplicable('临近申请延续时才检查', 'it is checked only before renewal falls due');

export const opened: Rule = defineRule(
  'licence/opened',
  {
    of: 'service',
    run(granted, context) {
      const { licence, service } = granted;
      const deadline = renewalDeadline(licence, context);
      if (deadline === undefined || hasEnded(licence, context)) return LICENCE_ENDED;
      if (service.opened !== undefined && service.opened > licence.expires) return report(openedTooLate(granted));
      if (service.opened !== undefined && service.opened <= context.asOf) return MET;
      if (!isAsked(licence, deadline)) return GIVEN_UP_BEFORE;
      if (isDeclined(licence, context) || isServiceDeclined(granted, context)) return NOT_CONTINUED;
      if (daysBetween(context.asOf, deadline) > context.windowOf(licence, 'renewal')) return NOT_ASKED_YET;
      return report({
        status: 'undetermined',
        date: deadline,
        at: { entry: licence.id, service: service.kind, field: 'opened' },
        message:
          service.opened === undefined
            ? {
                zh: '没有登记业务开通日期；有效期内未开通的业务不予延续',
                en: 'no opening day is on record; a service that was not opened in the term is not renewed',
              }
            : {
                zh: `业务要到${formatDay(service.opened)}才开通；有效期内未开通的业务不予延续`,
                en: `the service does not open until ${formatDay(service.opened)}; a service that was not opened in the term is not renewed`,
              },
      });
    },
  },
  {
    summary: {
      zh: '申请延续之前，登记了许可证上每一项业务的开通日期。',
      en: 'Before renewal falls due, the day on which each service of the licence was opened is on record.',
    },
    why: {
      zh: '申请延续时须提交开展业务的证明。一张许可证上有几项业务的，实务中只延续已开通的。',
      en: 'The application needs proof that the service is in operation. In practice, if a licence has several services, only those that were opened are renewed.',
    },
    remedy: {
      zh: '按开通证明记 `opened: 日期`；确未开通的，尽快开通，或在这项业务上记 `renewal: { declined: 报告日 }`。',
      en: 'Record `opened: DAY` from the proof of opening; if the service was never opened, open it soon, or record `renewal: { declined: DAY }` on it.',
    },
    consequence: {
      zh: '《电信业务经营许可管理办法》第27条第2款：有效期内未开通的，有效期届满不予延续。',
      en: 'Order 42, article 27, paragraph 2: a service not opened in the term is not renewed after it.',
    },
    fix: (target) => (target.status === 'late' ? undefined : recordOfService('opened')(target)),
    statuses: { late: 'error', undetermined: 'warning' },
    basis: [order42.article('27.2', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({
        kind: 'isp',
        expires: '2027-03-14',
        also: 'renewal: { applied: 2026-11-20 }',
        services: ['{ kind: isp, scope: national, opened: 2022-06-01 }', '{ kind: cdn, scope: national }'],
      }),
      passes: exampleLedger({
        kind: 'isp',
        expires: '2027-03-14',
        also: 'renewal: { applied: 2026-11-20 }',
        services: [
          '{ kind: isp, scope: national, opened: 2022-06-01 }',
          '{ kind: cdn, scope: national, opened: 2022-09-01 }',
        ],
      }),
    }),
  },
);
