/** Graded protection of communication networks: the units that Order 11 asks to be looked at again and again. */
import type { System } from '../../domain/ledger.ts';
import { networkProtectionMeasures } from '../../law/security.ts';
import { type Cycle, defineCycleRule } from './cycle.ts';
import { systemLedger } from './example-ledger.ts';

/** Order 11: level 3 and above once a year, level 2 every two years, for the evaluation and the assessment alike. */
function monthsOf(level: number): number | undefined {
  if (level >= 3) return 12;
  return level === 2 ? 24 : undefined;
}

const CYCLE: Pick<Cycle, 'kind' | 'law' | 'decidedBy'> = {
  kind: 'network-unit',
  law: networkProtectionMeasures,
  decidedBy: { field: 'level', name: { zh: '保护等级', en: 'level' } },
};

const WHY = {
  zh: '不做的，电信管理机构责令改正，拒不改正的给予警告，并处5000元以上3万元以下罚款；年报时也会核查网络安全防护的落实情况。',
  en: 'Who leaves it out is told to make it good; refusal brings a warning and a fine of CNY 5,000 to 30,000. The annual report looks at it too.',
};

const PENALTY = networkProtectionMeasures.article('22', 'text');

export const networkEvaluation = defineCycleRule(
  'company/network-evaluation',
  {
    ...CYCLE,
    monthsOf: ({ level }: System) => (level === undefined ? 'unknown' : monthsOf(level)),
    done: 'evaluations',
    act: { zh: '符合性评测', en: 'a conformity evaluation' },
  },
  {
    summary: {
      zh: '三级及以上通信网络单元每年做一次符合性评测，二级每两年一次。',
      en: 'A network unit of level 3 or above is evaluated for conformity once a year, one of level 2 every two years.',
    },
    why: WHY,
    remedy: {
      zh: '完成符合性评测，在这个网络单元的 `evaluations` 中加上完成日；评测结果在30日内报送备案机构。',
      en: 'Have it evaluated, add the day to `evaluations` of that unit, and file the result within 30 days.',
    },
    statuses: { due: 'warning', overdue: 'error', undetermined: 'info' },
    basis: [networkProtectionMeasures.article('11', 'secondary'), PENALTY],
    examples: {
      asOf: '2026-11-21',
      fails: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 3, evaluations: [2025-11-20], assessments: [2026-06-01] }]',
      ),
      passes: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 3, evaluations: [2026-06-01], assessments: [2026-06-01] }]',
      ),
    },
  },
);

export const networkAssessment = defineCycleRule(
  'company/network-assessment',
  {
    ...CYCLE,
    monthsOf: ({ level }: System) => (level === undefined ? undefined : monthsOf(level)),
    done: 'assessments',
    act: { zh: '安全风险评估', en: 'a risk assessment' },
  },
  {
    summary: {
      zh: '三级及以上通信网络单元每年做一次安全风险评估，二级每两年一次。',
      en: 'The risks of a network unit of level 3 or above are assessed once a year, those of level 2 every two years.',
    },
    why: WHY,
    remedy: {
      zh: '完成安全风险评估，在这个网络单元的 `assessments` 中加上完成日；评估结果在30日内报送备案机构。',
      en: 'Have it assessed, add the day to `assessments` of that unit, and file the result within 30 days.',
    },
    statuses: { due: 'warning', overdue: 'error', undetermined: 'info' },
    basis: [networkProtectionMeasures.article('12', 'secondary'), PENALTY],
    examples: {
      asOf: '2026-11-21',
      fails: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 2, evaluations: [2026-06-01], assessments: [2024-11-20] }]',
      ),
      passes: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 2, evaluations: [2026-06-01], assessments: [2025-11-20] }]',
      ),
    },
  },
);
