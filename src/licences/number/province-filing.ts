/** A number allotted by the ministry is filed with the local communications administration before it is put into use in each province. */
import { type CalendarDay, daysBetween, earlier, formatDay } from '../../domain/calendar-day.ts';
import type { GrantedService } from '../../domain/ledger.ts';
import { provincesField } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { spansProvinces } from '../../domain/province.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import {
  defineRule,
  notApplicable,
  type Place,
  type Problem,
  report,
  type Rule,
  type RuleContext,
} from '../../domain/rule.ts';
import { count } from '../../domain/text.ts';
import { numberMeasures } from '../../law/numbers.ts';
import { numberFine } from '../../law/penalties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';

export const filings = provincesField('filings', {
  title: { zh: '各省备案日', en: 'Days on which the number was filed with each province' },
  example: '{ 北京: 2024-05-20, 上海: 2024-05-22 }',
});

const ONE_PROVINCE = notApplicable(
  '由省通信管理局分配、只在一个省使用，不必另行备案',
  'a province allotted it for itself, so it is not filed there again',
);
const NOT_OPENED = notApplicable('还没有启用', 'it is not in use yet');

export const provinceFiling: Rule = defineRule(
  'number/province-filing',
  {
    of: 'service',
    run(granted, context) {
      const { licence, service } = granted;
      if (hasEnded(licence, context)) return LICENCE_ENDED;
      if (service.scope !== undefined && !spansProvinces(service.scope)) return ONE_PROVINCE;
      const { opened } = service;
      if (opened !== undefined && opened > context.asOf) return NOT_OPENED;
      const at = { entry: licence.id, service: service.kind, field: filings.name };
      const filed = filings.of(service);
      if (filed === undefined) return report(notRecorded(at));
      if (opened === undefined) return NOT_OPENED;
      return report(...faultsOf(granted, filed, opened, at, context));
    },
  },
  {
    summary: {
      zh: '工业和信息化部分配的码号，在每个使用地启用之前向当地通信管理局备案。',
      en: 'A number allotted by the ministry is filed with the local communications administration before it is put into use in each province.',
    },
    why: {
      zh: '当地通信管理局收到备案才通知当地电信业务经营者制作局数据、开通码号；没有备案就启用的，查到了要处罚。与基础电信企业总公司的码号开通协议要先签好。',
      en: 'The local administration notifies the local operators to set up and open the number only after the filing; using it without a filing is punished. The opening agreement with the head offices of the basic operators must be signed first.',
    },
    consequence: numberFine(7),
    remedy: {
      zh: '持批准文件和备案材料向当地通信管理局备案，然后用 `ledger record province-filing` 登记备案日。',
      en: 'File it with the administration of the province and record the day with `ledger record province-filing`.',
    },
    statuses: { missing: 'error', late: 'info', undetermined: 'info' },
    basis: [numberMeasures.article('23.2', 'text'), numberMeasures.article('40(7)', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'number-95', fields: { scope: '[北京, 上海]', filings: '{ 北京: 2024-05-20 }' } }),
      passes: exampleLedger({
        kind: 'number-95',
        fields: { scope: '[北京, 上海]', filings: '{ 北京: 2024-05-20, 上海: 2024-05-22 }' },
      }),
    }),
  },
);

function notRecorded(at: Place): Problem {
  return {
    status: 'undetermined',
    at,
    message: {
      zh: '没有登记各省的备案日，无法判断启用前是否备案',
      en: 'no day of filing with a province is on record, so whether it was filed before it was put into use is unknown',
    },
  };
}

/** Of a number for the whole country those that are on record; of one for named provinces each of them. */
function faultsOf(
  { licence, service: { scope } }: GrantedService,
  filed: Readonly<Record<string, CalendarDay>>,
  opened: CalendarDay,
  at: Place,
  { asOf }: RuleContext,
): readonly Problem[] {
  const done = Object.entries(filed).filter(([, day]) => day <= asOf);
  const known = new Set(done.map(([province]) => province));
  const open = scope === undefined || scope === 'national' ? [] : scope.filter((one) => !known.has(one));
  const first = done
    .map(([, day]) => day)
    .reduce<CalendarDay | undefined>((one, day) => earlier(one ?? day, day), undefined);
  const [province] = open;
  if (province !== undefined || first === undefined) {
    const where =
      open.length === 0 ? { zh: '任何省份', en: 'any province' } : { zh: open.join('、'), en: open.join(', ') };
    return [
      {
        status: 'missing',
        at,
        fix: {
          command: ['ledger', 'record', 'province-filing', licence.id, province ?? 'PROVINCE', '--on', formatDay(asOf)],
        },
        message: {
          zh: `码号已于${formatDay(opened)}启用，没有登记在${where.zh}的备案`,
          en: `the number was put into use on ${formatDay(opened)}, and no filing with ${where.en} is on record`,
        },
      },
    ];
  }
  // Provinces that join later are opened there later: only the first filing must come before the opening.
  const days = daysBetween(opened, first);
  if (days <= 0) return [];
  return [
    {
      status: 'late',
      at,
      message: {
        zh: `最早的备案日${formatDay(first)}晚于启用日${formatDay(opened)}（${days}天）`,
        en: `the first filing, on ${formatDay(first)}, was ${count(days, 'day')} after the number was put into use on ${formatDay(opened)}`,
      },
      remedy: {
        zh: '核对 `opened` 和 `filings`；确实先启用后备案的，留好备案凭证即可。',
        en: 'Check `opened` and `filings`; if it was put into use before the filing, keep the proof of the filing.',
      },
    },
  ];
}
