/** Graded protection of information systems (等级保护, MLPS). */
import type { System } from '../../domain/ledger.ts';
import { cybersecurityLaw, cybersecurityLaw2016, gradedProtectionMeasures } from '../../law/security.ts';
import { type Cycle, defineCycleRule } from './cycle.ts';
import { systemLedger } from './example-ledger.ts';

/** 43号, article 14: level 3 once a year, level 4 every half year, level 5 as the need is. */
const MONTHS: Readonly<Record<number, number>> = { 3: 12, 4: 6 };

const MONTHS_LEVEL_2 = 24;

const CYCLE: Omit<Cycle, 'monthsOf'> = {
  kind: 'information-system',
  law: gradedProtectionMeasures,
  done: 'evaluations',
  act: { zh: '等级测评', en: 'an MLPS evaluation' },
  decidedBy: { field: 'level', name: { zh: '保护等级', en: 'level' } },
};

const REMEDY = {
  zh: '委托测评机构完成等级测评，然后在这个系统的 `evaluations` 中加上完成日。',
  en: 'Have an accredited body evaluate it, then add the day to `evaluations` of that system.',
};

export const mlpsEvaluation = defineCycleRule(
  'company/mlps-evaluation',
  { ...CYCLE, monthsOf: ({ level }: System) => (level === undefined ? 'unknown' : MONTHS[level]) },
  {
    summary: {
      zh: '三级信息系统每年至少做一次等级测评，四级每半年至少一次。',
      en: 'An information system of level 3 is evaluated at least once a year, one of level 4 every half year.',
    },
    why: {
      zh: '等级测评是网络安全等级保护制度的核心义务。不做的，责令改正、警告，还可处罚款；出了安全事件，没有有效的测评报告，责任更重。',
      en: 'The evaluation is at the heart of graded protection. Who leaves it out is warned and may be fined, and stands worse when an incident comes.',
    },
    remedy: REMEDY,
    statuses: { due: 'warning', overdue: 'error', undetermined: 'info' },
    basis: [
      gradedProtectionMeasures.article('14', 'text'),
      cybersecurityLaw2016.article('21', 'text'),
      cybersecurityLaw.article('23', 'text'),
    ],
    examples: {
      asOf: '2026-11-21',
      fails: systemLedger(
        'systems: [{ id: portal, kind: information-system, level: 3, evaluations: [2024-11-10, 2025-11-20] }]',
      ),
      passes: systemLedger(
        'systems: [{ id: portal, kind: information-system, level: 3, evaluations: [2025-11-20, 2026-11-10] }]',
      ),
    },
  },
);

export const mlpsAdvice = defineCycleRule(
  'company/mlps-advice',
  { ...CYCLE, monthsOf: ({ level }: System) => (level === 2 ? MONTHS_LEVEL_2 : undefined) },
  {
    summary: {
      zh: '二级信息系统宜每两年做一次等级测评。',
      en: 'An information system of level 2 had better be evaluated every two years.',
    },
    why: {
      zh: '法规没有规定二级系统的测评周期，两年一次是公安机关和测评机构的实务要求。',
      en: 'No regulation sets a period for level 2: two years is what the police and the evaluating bodies ask for.',
    },
    remedy: REMEDY,
    statuses: { due: 'info', overdue: 'warning', undetermined: 'info' },
    basis: [gradedProtectionMeasures.whole('practice')],
    examples: {
      asOf: '2026-11-21',
      fails: systemLedger('systems: [{ id: portal, kind: information-system, level: 2, evaluations: [2024-11-20] }]'),
      passes: systemLedger('systems: [{ id: portal, kind: information-system, level: 2, evaluations: [2026-05-20] }]'),
    },
  },
);
