/** Who holds a number, and how long it therefore runs: with the telecom licence of an operator, or five years. */
import { type CalendarDay, daysBetween, earlier, formatDay } from '../../domain/calendar-day.ts';
import type { GrantedService, Licence, Service } from '../../domain/ledger.ts';
import { choiceField } from '../../domain/licence-kind.ts';
import { isDormant, lastDayAsked } from '../../domain/licence-term.ts';
import { spansProvinces } from '../../domain/province.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { defineRule, notApplicable, type Problem, report, type Rule, type RuleContext } from '../../domain/rule.ts';
import { endOfTerm } from '../../domain/term.ts';
import { count, sentences } from '../../domain/text.ts';
import { numberMeasures } from '../../law/numbers.ts';
import { numberMisuse, numberTakenBack } from '../../law/penalties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { endOfTerm as endOfPaper } from '../shared/term.ts';

export const holder = choiceField(
  'holder',
  {
    title: {
      zh: '使用者：电信业务经营者，或其他单位（95码号为在6个省、15个城市以上设有分支机构的服务企业）',
      en: 'The holder: a telecom operator or another organisation (for a 95 number, a service enterprise with branches in at least 6 provinces and 15 cities)',
    },
    example: 'telecom-operator',
  },
  ['telecom-operator', 'service-enterprise'],
);

/** The last day of an operator's number, and the licences that set it. */
interface BoundEnd {
  readonly day: CalendarDay;
  readonly by: readonly Licence[];
}

/**
 * When the telecom licences end that reach as far as a number does; undefined where its holder is no operator or no such
 * licence is on record. What the ledger does not say of their coverage is taken for far enough.
 */
export function boundEnd({ service }: GrantedService, context: RuleContext): BoundEnd | undefined {
  if (holder.of(service) !== 'telecom-operator') return undefined;
  const reaching = context.index.services
    .filter(({ licence, service: one }) => context.familyOf(licence) === 'service' && reaches(one, service))
    .map(({ licence }) => licence)
    .filter((licence) => licence.issued === undefined || licence.issued <= context.asOf);
  const [first] = reaching;
  if (first === undefined) return undefined;
  const endOf = (licence: Licence): CalendarDay => lastDayAsked(licence, context);
  const day = reaching.map(endOf).reduce((one, other) => (one > other ? one : other));
  return { day, by: [...new Set(reaching.filter((licence) => endOf(licence) === day))] };
}

function reaches({ scope }: Service, { scope: asked }: Service): boolean {
  return scope === undefined || asked === undefined || spansProvinces(scope) || !spansProvinces(asked);
}

/** The last day on which a number may be used: that of its certificate, or of the licence behind it if that is sooner. */
export function lastDayOfUse(granted: GrantedService, context: RuleContext): CalendarDay {
  const bound = boundEnd(granted, context)?.day;
  return bound === undefined ? granted.licence.expires : earlier(granted.licence.expires, bound);
}

const FIVE_YEARS = 60;
const NO_LICENCE = notApplicable(
  '台账中没有它所依附的电信业务经营许可证',
  'the telecom licence that it runs with is not in the ledger',
);

/** An operator's number ends with its telecom licence, whatever the certificate says; that of others runs five years. */
export const term: Rule = defineRule(
  'number/term',
  {
    of: 'service',
    run(granted, context) {
      const { licence, service } = granted;
      if (isDormant(licence, context)) return LICENCE_ENDED;
      switch (holder.of(service)) {
        case undefined:
          return report(holderUnknown(granted));
        case 'service-enterprise':
          return report(...longerThanFiveYears(licence));
        case 'telecom-operator': {
          const bound = boundEnd(granted, context);
          if (bound === undefined) return NO_LICENCE;
          const problem = boundProblem(granted, bound, context);
          if (problem !== undefined) return report(problem);
          return { state: 'met', until: earlier(bound.day, licence.expires), by: bound.by.map(({ id }) => id) };
        }
      }
    },
  },
  {
    summary: {
      zh: '电信业务经营者的码号，使用期限与电信业务经营许可证一致，证书写得更晚也随许可证终止；其他使用者的期限为5年。',
      en: "A telecom operator's number expires with its telecom licence, even if the certificate has a later day; for other holders the term is five years.",
    },
    why: {
      zh: '电信业务经营者使用码号的期限和范围应当与许可证一致：许可证没有延续，码号也就到期，继续使用就是超过规定期限使用。证书写得更早的，仍按证书办理延续。',
      en: "The term and area of an operator's number must agree with its licence: if the licence is not renewed, the number expires too, and further use is use beyond the term. If the certificate has an earlier day, renewal follows the certificate.",
    },
    consequence: sentences(numberTakenBack(4), numberMisuse(3)),
    remedy: {
      zh: '先办许可证延续，再凭新证到原分配机关办理码号延期；许可证已经终止的，停用码号并在10个工作日内上报，用 `ledger record end-reported` 登记。',
      en: 'Renew the licence first, then have the number extended at the authority that allotted it; if the licence has ended, stop using the number, report it within 10 working days and record that with `ledger record end-reported`.',
    },
    statuses: { expired: 'error', expiring: 'warning', mismatch: 'warning', undetermined: 'info' },
    basis: [
      numberMeasures.article('19.1', 'text'),
      numberMeasures.article('38(4)', 'text'),
      numberMeasures.article('41(3)', 'text'),
    ],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'number-95', issued: '2023-03-15', fields: { holder: 'service-enterprise' } }),
      passes: exampleLedger({
        kind: 'number-95',
        fields: { holder: 'telecom-operator' },
        besides:
          '{ id: telecom, kind: idc, number: B1-20240315, scope: national, issued: 2024-03-15, opened: 2024-06-01, expires: 2029-03-14, shown: 2026-06-01 }',
      }),
    }),
  },
);

function holderUnknown({ licence, service }: GrantedService): Problem {
  return {
    status: 'undetermined',
    at: { entry: licence.id, service: service.kind, field: holder.name },
    message: {
      zh: '没有登记使用者是不是电信业务经营者，无法判断码号随许可证到期还是期限为5年',
      en: 'it is not on record whether the holder is a telecom operator, so whether the number expires with the licence or after five years is unknown',
    },
    remedy: {
      zh: '电信业务经营者记 `holder: telecom-operator`，其他单位记 `holder: service-enterprise`。',
      en: 'Record `holder: telecom-operator` for a telecom operator, `holder: service-enterprise` for another organisation.',
    },
  };
}

/** Where the day of issue is on record. */
function longerThanFiveYears({ id, issued, expires }: Licence): readonly Problem[] {
  const most = issued === undefined ? undefined : endOfTerm(issued, { months: FIVE_YEARS });
  if (issued === undefined || most === undefined || expires <= most) return [];
  return [
    {
      status: 'mismatch',
      date: most,
      at: { entry: id, field: 'expires' },
      sum: {
        zh: `${formatDay(issued)}起5年 = ${formatDay(most)}`,
        en: `five years from ${formatDay(issued)} = ${formatDay(most)}`,
      },
      message: {
        zh: `登记的到期日是${formatDay(expires)}，但5年的使用期限到${formatDay(most)}为止`,
        en: `the last day on record is ${formatDay(expires)}, but the term of five years ends on ${formatDay(most)}`,
      },
      remedy: {
        zh: '对照证书核对 `issued` 和 `expires`；已延期的，两个日期都用新证书上的。',
        en: 'Check `issued` and `expires` against the certificate; if it was extended, take both dates from the new certificate.',
      },
    },
  ];
}

/** Told where the licence ends before the certificate does; of the end itself the licence tells first. */
function boundProblem({ licence }: GrantedService, { day, by }: BoundEnd, context: RuleContext): Problem | undefined {
  if (day >= licence.expires) return undefined;
  const daysLeft = daysBetween(context.asOf, day);
  if (daysLeft > context.windowOf(licence)) return undefined;
  const common = {
    date: day,
    related: by.map(({ id }) => id),
    at: { entry: licence.id, field: 'expires' },
  } as const;
  const certificate = formatDay(licence.expires);
  if (daysLeft >= 0) {
    const [first] = by;
    return {
      ...common,
      status: 'expiring',
      yieldsTo: first === undefined ? undefined : endOfPaper(first),
      message: {
        zh: `证书写到${certificate}，但码号随许可证于${formatDay(day)}到期（还有${daysLeft}天）`,
        en: `the certificate says ${certificate}, but the number expires with the licence on ${formatDay(day)}, in ${count(daysLeft, 'day')}`,
      },
    };
  }
  return {
    ...common,
    status: 'expired',
    message: {
      zh: `证书写到${certificate}，但许可证已于${formatDay(day)}终止（${-daysLeft}天前），码号随之到期，不得继续使用`,
      en: `the certificate says ${certificate}, but the licence ended on ${formatDay(day)}, ${count(-daysLeft, 'day')} ago, and the number with it: it must no longer be used`,
    },
  };
}
