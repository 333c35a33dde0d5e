import type { Scope } from '../../domain/ledger.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { spansProvinces } from '../../domain/scope.ts';
import { order42 } from '../../law/licensing.ts';
import { exampleLedger } from './example-ledger.ts';

/** CNY, Order 42 article 6(4). */
const MINIMUM_ONE_PROVINCE = 1_000_000;
const MINIMUM_SEVERAL_PROVINCES = 10_000_000;

/** The company has the registered capital that its coverage asks for. */
export const registeredCapital: LicenceRule = ({ kind, name }) => ({
  name: 'registered-capital',
  summary: {
    zh: `经营${name.zh}的公司，注册资本达到最低限额：在一个省经营100万元，跨省或全国经营1000万元。`,
    en: `A company licensed for ${name.en} has the least registered capital: CNY 1,000,000 for one province, 10,000,000 for several or the whole country.`,
  },
  why: {
    zh: '注册资本是取得许可的法定条件；减资后低于限额，就不再符合许可条件。',
    en: 'The capital is a statutory condition of the licence; a reduction below the minimum breaks it.',
  },
  remedy: {
    zh: '核对营业执照上的注册资本并改正 `company.registeredCapital`；确实不足的，增资或缩小业务覆盖范围。',
    en: 'Hold `company.registeredCapital` against the business licence; if it is really short, raise the capital or narrow the coverage.',
  },
  statuses: { shortfall: 'error', undetermined: 'info' },
  basis: [order42.article('6(4)', 'text')],
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2031-11-20', capital: 5_000_000 }),
    passes: exampleLedger({ kind, expires: '2031-11-20', capital: 10_000_000 }),
  },
  *check(licence, context) {
    if (hasEnded(licence, context)) return;
    const capital = context.ledger.company.registeredCapital;
    const minimum = minimumFor(licence.scope);
    if (capital === undefined || (minimum === undefined && capital < MINIMUM_SEVERAL_PROVINCES)) {
      yield {
        status: 'undetermined',
        message:
          capital === undefined
            ? {
                zh: '未登记注册资本，无法核对最低限额',
                en: 'the registered capital is not on record, so the minimum cannot be checked',
              }
            : {
                zh: '未登记业务覆盖范围，无法核对注册资本',
                en: 'the coverage is not on record, so the capital cannot be checked',
              },
        remedy:
          capital === undefined
            ? {
                zh: '按营业执照填写 `company.registeredCapital`（元）。',
                en: 'Fill in `company.registeredCapital` (CNY) from the business licence.',
              }
            : { zh: '按许可证填写 `scope`。', en: 'Fill in `scope` from the licence.' },
      };
    } else if (minimum !== undefined && capital < minimum) {
      yield {
        status: 'shortfall',
        at: { company: ['registeredCapital'] },
        message: {
          zh: `注册资本${yuan(capital)}元，低于最低限额${yuan(minimum)}元`,
          en: `the registered capital is CNY ${yuan(capital)}, below the minimum of CNY ${yuan(minimum)}`,
        },
      };
    }
  },
});

function minimumFor(scope: Scope | undefined): number | undefined {
  if (scope === undefined) return undefined;
  return spansProvinces(scope) ? MINIMUM_SEVERAL_PROVINCES : MINIMUM_ONE_PROVINCE;
}

/** Thousands set apart by commas, whatever the locale of the machine. */
function yuan(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/gu, ',');
}
