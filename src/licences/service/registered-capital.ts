/** The company has the registered capital that the widest of its services on a paper asks for. */
import type { Licence } from '../../domain/ledger.ts';
import { definePaperRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { spansProvinces } from '../../domain/province.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { MET, type Problem, report, type Rule } from '../../domain/rule.ts';
import { order42 } from '../../law/licensing.ts';
import { exampleLedger } from '../shared/example-ledger.ts';

/** CNY, Order 42 article 6(4). */
const MINIMUM_ONE_PROVINCE = 1_000_000;
const MINIMUM_SEVERAL_PROVINCES = 10_000_000;

export const registeredCapital: Rule = definePaperRule(
  'licence/registered-capital',
  (licence, context) => {
    if (hasEnded(licence, context)) return LICENCE_ENDED;
    const capital = context.ledger.company.registeredCapital;
    if (capital === undefined) return report(NO_CAPITAL);
    const minimum = minimumFor(licence);
    if (capital < (minimum ?? MINIMUM_ONE_PROVINCE)) return report(shortfall(capital, minimum ?? MINIMUM_ONE_PROVINCE));
    return minimum === undefined && capital < MINIMUM_SEVERAL_PROVINCES ? report(noScope(licence)) : MET;
  },
  {
    summary: {
      zh: '公司注册资本达到许可证要求的最低限额：在一个省经营100万元，跨省或全国经营1000万元。',
      en: 'The company has the minimum registered capital for its licence: CNY 1,000,000 for one province, 10,000,000 for several or the whole country.',
    },
    why: {
      zh: '注册资本是取得许可的法定条件，按许可证上范围最广的业务核对；减资后低于限额，就不再符合许可条件。',
      en: 'Registered capital is a statutory condition for the licence, and the service with the widest coverage decides; after a reduction below the minimum the condition is no longer met.',
    },
    remedy: {
      zh: '对照营业执照核对并改正 `company.registeredCapital`；确实不足的，增资或缩小业务覆盖范围。',
      en: 'Check `company.registeredCapital` against the business licence; if the capital is too low, increase it or reduce the coverage.',
    },
    statuses: { shortfall: 'error', undetermined: 'warning' },
    basis: [order42.article('6(4)', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'isp', capital: 5_000_000 }),
      passes: exampleLedger({ kind: 'isp', capital: 10_000_000 }),
    }),
  },
);

/** Of all its services together; undefined where the coverage of one is not on record and the others do not settle it. */
function minimumFor({ services }: Licence): number | undefined {
  const scopes = services.map(({ scope }) => scope);
  const known = scopes.flatMap((scope) => scope ?? []);
  if (spansProvinces(known.includes('national') ? 'national' : known)) return MINIMUM_SEVERAL_PROVINCES;
  return scopes.includes(undefined) ? undefined : MINIMUM_ONE_PROVINCE;
}

const NO_CAPITAL: Problem = {
  status: 'undetermined',
  at: { company: ['registeredCapital'] },
  message: {
    zh: '未登记注册资本，无法核对最低限额',
    en: 'the registered capital is not on record, so the minimum cannot be checked',
  },
  remedy: {
    zh: '按营业执照填写 `company.registeredCapital`（元）。',
    en: 'Fill in `company.registeredCapital` (CNY) from the business licence.',
  },
};

function noScope({ id, services }: Licence): Problem {
  const service = services.find(({ scope }) => scope === undefined)?.kind;
  return {
    status: 'undetermined',
    at: { entry: id, service, field: 'scope' },
    message: {
      zh: '未登记业务覆盖范围，无法核对注册资本',
      en: 'the coverage is not on record, so the capital cannot be checked',
    },
    remedy: { zh: '按许可证填写 `scope`。', en: 'Fill in `scope` from the licence.' },
  };
}

function shortfall(capital: number, minimum: number): Problem {
  return {
    status: 'shortfall',
    at: { company: ['registeredCapital'] },
    message: {
      zh: `注册资本${yuan(capital)}元，低于最低限额${yuan(minimum)}元`,
      en: `the registered capital is CNY ${yuan(capital)}, below the minimum of CNY ${yuan(minimum)}`,
    },
  };
}

/** Thousands set apart by commas, whatever the locale of the machine. */
function yuan(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/gu, ',');
}
