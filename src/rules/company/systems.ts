/** What security law asks of systems and network units again and again. */
import type { System } from '../../domain/company.ts';
import { GRADED_PROTECTION_FINE, NETWORK_PROTECTION_FINE } from '../../law/penalties.ts';
import {
  cybersecurityLaw,
  cybersecurityLaw2016,
  gradedProtectionMeasures,
  networkProtectionMeasures,
} from '../../law/security.ts';
import { systemLedger } from '../example-ledgers.ts';
import { type Cycle, defineCycleRule } from './cycle.ts';

/** 43号, article 14.1: level 3 once a year, level 4 every half year, level 5 as the need is. */
const GRADE_MONTHS: Readonly<Record<number, number>> = { 3: 12, 4: 6 };

const ADVISED_MONTHS = 24;

const GRADED: Omit<Cycle, 'monthsOf'> = {
  kind: 'information-system',
  law: gradedProtectionMeasures,
  done: 'evaluations',
  act: { zh: '等级测评', en: 'an MLPS evaluation' },
};

const HAVE_IT_EVALUATED = {
  zh: '委托测评机构完成等级测评，然后在这个系统的 `evaluations` 中加上完成日。',
  en: 'Have an accredited body evaluate it, then add the day to `evaluations` of that system.',
};

export const mlpsEvaluation = defineCycleRule(
  'company/mlps-evaluation',
  { ...GRADED, monthsOf: ({ level }: System) => (level === undefined ? 'unknown' : GRADE_MONTHS[level]) },
  {
    summary: {
      zh: '三级信息系统每年至少做一次等级测评，四级每半年至少一次。',
      en: 'An information system of level 3 is evaluated at least once a year, one of level 4 every half year.',
    },
    why: {
      zh: '等级测评是网络安全等级保护制度的核心义务；发生安全事件而没有有效测评报告的，责任更重。',
      en: 'The evaluation is a core duty of multi-level protection; without a valid report, liability is heavier when a security incident happens.',
    },
    consequence: GRADED_PROTECTION_FINE,
    remedy: HAVE_IT_EVALUATED,
    statuses: { due: 'warning', overdue: 'error', undetermined: 'info' },
    basis: [
      gradedProtectionMeasures.article('14.1', 'quoted'),
      cybersecurityLaw2016.article('21', 'text'),
      cybersecurityLaw.article('23', 'quoted'),
    ],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger(
        'systems: [{ id: portal, kind: information-system, level: 3, evaluations: [2024-11-10, 2025-11-20] }]',
      ),
      passes: systemLedger(
        'systems: [{ id: portal, kind: information-system, level: 3, evaluations: [2025-11-20, 2026-11-10] }]',
      ),
    }),
  },
);

export const mlpsAdvice = defineCycleRule(
  'company/mlps-advice',
  { ...GRADED, monthsOf: ({ level }: System) => (level === 2 ? ADVISED_MONTHS : undefined) },
  {
    summary: {
      zh: '二级信息系统宜每两年做一次等级测评。',
      en: 'It is advisable to have an information system of level 2 evaluated every two years.',
    },
    why: {
      zh: '法规没有规定二级系统的测评周期，两年一次是公安机关和测评机构的实务要求。',
      en: 'No regulation sets a period for level 2: two years is the practice of the police and evaluation bodies.',
    },
    remedy: HAVE_IT_EVALUATED,
    statuses: { due: 'info', overdue: 'warning', undetermined: 'info' },
    basis: [gradedProtectionMeasures.whole('practice')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger('systems: [{ id: portal, kind: information-system, level: 2, evaluations: [2024-11-20] }]'),
      passes: systemLedger('systems: [{ id: portal, kind: information-system, level: 2, evaluations: [2026-05-20] }]'),
    }),
  },
);

/** Order 11: level 3 and above once a year, level 2 every two years, for the evaluation and the assessment alike. */
function networkMonths(level: number): number | undefined {
  if (level >= 3) return 12;
  return level === 2 ? 24 : undefined;
}

const NETWORK: Pick<Cycle, 'kind' | 'law'> = {
  kind: 'network-unit',
  law: networkProtectionMeasures,
};

const NETWORK_WHY = {
  zh: '周期由网络单元的级别决定；通信管理局检查和电信业务经营许可年报都会核对网络安全防护的落实情况。',
  en: 'The period depends on the grade of the unit. Inspections by communications administrations and the annual report of the telecom licence check network security protection.',
};

export const NETWORK_PENALTY = networkProtectionMeasures.article('22', 'text');

export const networkEvaluation = defineCycleRule(
  'company/network-evaluation',
  {
    ...NETWORK,
    monthsOf: ({ level }: System) => (level === undefined ? 'unknown' : networkMonths(level)),
    done: 'evaluations',
    act: { zh: '符合性评测', en: 'a conformity evaluation' },
  },
  {
    summary: {
      zh: '三级及以上通信网络单元每年做一次符合性评测，二级每两年一次。',
      en: 'A network unit of level 3 or above is evaluated for conformity once a year, one of level 2 every two years.',
    },
    why: NETWORK_WHY,
    consequence: NETWORK_PROTECTION_FINE,
    remedy: {
      zh: '完成符合性评测，在这个网络单元的 `evaluations` 中加上完成日；评测结果在30日内报送备案机构。',
      en: 'Have it evaluated, add the day to `evaluations` of that unit, and file the result within 30 days.',
    },
    statuses: { due: 'warning', overdue: 'error', undetermined: 'info' },
    basis: [networkProtectionMeasures.article('11.1', 'text'), NETWORK_PENALTY],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 3, evaluations: [2025-11-20], assessments: [2026-06-01] }]',
      ),
      passes: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 3, evaluations: [2026-06-01], assessments: [2026-06-01] }]',
      ),
    }),
  },
);

export const networkAssessment = defineCycleRule(
  'company/network-assessment',
  {
    ...NETWORK,
    monthsOf: ({ level }: System) => (level === undefined ? undefined : networkMonths(level)),
    done: 'assessments',
    act: { zh: '安全风险评估', en: 'a risk assessment' },
  },
  {
    summary: {
      zh: '三级及以上通信网络单元每年做一次安全风险评估，二级每两年一次。',
      en: 'The risks of a network unit of level 3 or above are assessed once a year, those of level 2 every two years.',
    },
    why: NETWORK_WHY,
    consequence: NETWORK_PROTECTION_FINE,
    remedy: {
      zh: '完成安全风险评估，在这个网络单元的 `assessments` 中加上完成日；评估结果在30日内报送备案机构。',
      en: 'Have it assessed, add the day to `assessments` of that unit, and file the result within 30 days.',
    },
    statuses: { due: 'warning', overdue: 'error', undetermined: 'info' },
    basis: [networkProtectionMeasures.article('12.1', 'text'), NETWORK_PENALTY],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 2, evaluations: [2026-06-01], assessments: [2024-11-20] }]',
      ),
      passes: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 2, evaluations: [2026-06-01], assessments: [2025-11-20] }]',
      ),
    }),
  },
);
