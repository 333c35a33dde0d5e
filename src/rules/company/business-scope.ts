/** What the business licence says of the telecom licences. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { daysFrom } from '../../domain/limit.ts';
import type { Found } from '../../domain/occasion.ts';
import { notApplicable, type RuleContext } from '../../domain/rule.ts';
import { registrationRegulations } from '../../law/company.ts';
import { UNREGISTERED_CHANGE } from '../../law/penalties.ts';
import { licenseeLedger } from '../example-ledgers.ts';
import { beforeTheLedger, defineTimedRule, NO_DAY_OF_ISSUE, serviceLicences } from './timed-rule.ts';

/** Order 746, article 26: calendar days after the approval, and after the end of the licence. */
const SCOPE_DAYS = 30;

export const businessScope = defineTimedRule(
  'company/business-scope',
  {
    law: registrationRegulations,
    limitOf: daysFrom(SCOPE_DAYS),
    act: { zh: '办理经营范围变更登记', en: 'followed by the change of the business scope' },
    occasionsOf: scopesFound,
    none: notApplicable(
      '没有登记许可项目何时写入或删出经营范围（scopeEntered、scopeRemoved）',
      'no licence says when it was entered in the business scope or taken out of it (scopeEntered, scopeRemoved)',
    ),
  },
  {
    summary: {
      zh: `许可项目自许可证批准之日起${SCOPE_DAYS}日内写入营业执照的经营范围；许可证终止的，自终止之日起${SCOPE_DAYS}日内删去。`,
      en: `The licensed business is entered in the business scope of the business licence within ${SCOPE_DAYS} days of the approval of the licence, and removed within ${SCOPE_DAYS} days of its end.`,
    },
    why: {
      zh: '经营范围中的许可项目须与许可证一致。还有别的电信业务许可证在有效期内的，经营范围不必删除。台账只记登记完成日，不记申请日，所以最多是警告；有一张许可证登记了经营范围变更日，其余的才按期限检查。',
      en: 'The licensed items in the business scope must agree with the licences. While another telecom licence is in its term, nothing has to be removed. The ledger records only the day of registration, not of the application, so this is a warning at most; licences are checked once one of them has such a day.',
    },
    consequence: UNREGISTERED_CHANGE,
    remedy: {
      zh: '向登记机关申请经营范围变更登记，然后在许可证上记 `scopeEntered: 登记日`；许可证终止后删去的，记 `scopeRemoved: 登记日`。',
      en: 'Apply to the market regulator for the change of business scope, then record `scopeEntered: DAY` on the licence, or `scopeRemoved: DAY` once it has ended.',
    },
    fix: ({ status, subject, asOf }) =>
      status === 'late' ? undefined : ['ledger', 'record', 'business-scope', subject, '--on', formatDay(asOf)],
    statuses: { due: 'warning', overdue: 'warning', late: 'info' },
    basis: [registrationRegulations.article('26', 'text'), registrationRegulations.article('46', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger().replace(
        'expires: 2031-11-20',
        'expires: 2031-11-20, closed: 2026-10-01, scopeEntered: 2022-04-02',
      ),
      passes: licenseeLedger().replace(
        'expires: 2031-11-20',
        'expires: 2031-11-20, closed: 2026-10-01, scopeEntered: 2022-04-02, scopeRemoved: 2026-10-31',
      ),
    }),
  },
);

function scopesFound(context: RuleContext): readonly Found[] {
  const licences = context.ledger.licences.filter((licence) => context.familyOf(licence) === 'service');
  if (licences.every(({ scopeEntered }) => scopeEntered === undefined)) return [];
  return licences.map((licence) =>
    hasEnded(licence, context) ? removalOf(licence, context) : entryOf(licence, context),
  );
}

function entryOf({ id, issued, scopeEntered, warnWithin }: Licence, { ledger }: RuleContext): Found {
  if (issued === undefined) return NO_DAY_OF_ISSUE;
  return {
    name: {
      zh: `许可证${id}（${formatDay(issued)}发证）`,
      en: `the grant of the licence ${id} (${formatDay(issued)})`,
    },
    from: issued,
    done: scopeEntered,
    subject: id,
    at: { entry: id, field: 'scopeEntered' },
    period: formatDay(issued),
    warned: { warnWithin },
    unless: (limit) => (scopeEntered === undefined ? beforeTheLedger(limit, ledger) : undefined),
  };
}

const NOT_ENTERED = notApplicable('没有登记写入经营范围', 'its entry in the business scope is not on record');
const NOT_HELD_YET = notApplicable('许可证还没有发', 'the licence is not issued yet');
const ANOTHER_RUNS = notApplicable('还有别的电信业务许可证在有效期内', 'another telecom licence is in its term');

function removalOf(licence: Licence, context: RuleContext): Found {
  const { id, issued, closed, expires, scopeEntered, scopeRemoved, warnWithin } = licence;
  if (scopeEntered === undefined) return NOT_ENTERED;
  if (issued !== undefined && issued > context.asOf) return NOT_HELD_YET;
  if (serviceLicences(context).length > 0) return ANOTHER_RUNS;
  const ended = closed !== undefined && closed <= expires ? closed : expires;
  return {
    name: { zh: `许可证${id}（${formatDay(ended)}终止）`, en: `the end of the licence ${id} (${formatDay(ended)})` },
    from: ended,
    done: scopeRemoved,
    subject: id,
    at: { entry: id, field: 'scopeRemoved' },
    period: formatDay(ended),
    warned: { warnWithin },
  };
}
