/** What is filed of a system with the police: its grade, and its connection to the Internet. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { System } from '../../domain/company.ts';
import { recordOnDay } from '../../domain/fix.ts';
import { daysFrom } from '../../domain/limit.ts';
import type { Found } from '../../domain/occasion.ts';
import { notApplicable, type Problem, type RuleContext } from '../../domain/rule.ts';
import { GRADED_PROTECTION_FINE } from '../../law/penalties.ts';
import { cybersecurityLaw, gradedProtectionMeasures, internetConnectionMeasures } from '../../law/security.ts';
import { systemLedger } from '../example-ledgers.ts';
import { nameOf } from './cycle.ts';
import { defineTimedRule } from './timed-rule.ts';

/** 43号, article 15, and the measures of 1997, article 12: calendar days after grading, and after connection. */
const DAYS_TO_FILE = 30;

/** From this grade on a system is filed. */
const FILED_FROM = 2;

function gradedSystems({ ledger, asOf }: RuleContext): readonly System[] {
  return ledger.company.systems.filter(
    ({ kind, level = 0, since }) =>
      kind === 'information-system' && level >= FILED_FROM && (since === undefined || since <= asOf),
  );
}

export const mlpsFiling = defineTimedRule(
  'company/mlps-filing',
  {
    law: gradedProtectionMeasures,
    limitOf: daysFrom(DAYS_TO_FILE),
    act: { zh: '到公安机关办理等级保护备案', en: 'filed with the police' },
    occasionsOf: filingsFound,
    none: notApplicable('没有登记二级以上的信息系统', 'no information system of level 2 or above is on record'),
  },
  {
    summary: {
      zh: `二级以上信息系统，自定级之日起${DAYS_TO_FILE}日内到公安机关办理等级保护备案；新建的自投入运行之日起。`,
      en: `An information system of level 2 or above is filed with the police within ${DAYS_TO_FILE} days of its grading, a new one of its going live.`,
    },
    why: {
      zh: '没有备案，等级测评报告就无处报送，许可审批和检查也会要求备案证明。台账中有一个系统登记了备案日的，其余系统按期限检查；都没有登记的，只提示无法判断。',
      en: 'Without the filing, evaluation reports cannot be submitted, and licence approvals and inspections ask for proof of it. Systems are checked once one of them has a day of filing on record; if none has, the result is only "undetermined".',
    },
    consequence: GRADED_PROTECTION_FINE,
    remedy: {
      zh: '到所在地公安机关办理备案，然后在这个系统上记 `filed: 备案日`。',
      en: 'File it with the local police, then record `filed: DAY` on that system.',
    },
    fix: (target) => (target.status === 'late' ? undefined : recordOnDay('filed')(target)),
    statuses: { due: 'warning', overdue: 'error', late: 'info', undetermined: 'info' },
    basis: [gradedProtectionMeasures.article('15', 'quoted'), cybersecurityLaw.article('61', 'quoted')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger(
        'systems:',
        '  - { id: portal, kind: information-system, level: 2, since: 2024-06-01, filed: 2024-06-20 }',
        '  - { id: shop, kind: information-system, level: 2, since: 2026-10-01 }',
      ),
      passes: systemLedger(
        'systems:',
        '  - { id: portal, kind: information-system, level: 2, since: 2024-06-01, filed: 2024-06-20 }',
        '  - { id: shop, kind: information-system, level: 2, since: 2026-10-01, filed: 2026-10-31 }',
      ),
    }),
  },
);

const NO_DAY_OF_GRADING = notApplicable('没有登记定级日', 'the day of its grading is not on record');

function filingsFound(context: RuleContext): readonly Found[] {
  const systems = gradedSystems(context);
  const isKept = systems.some(({ filed }) => filed !== undefined && filed <= context.asOf);
  if (!isKept) return systems.slice(0, 1).map((first) => neverFiled(first, systems));
  return systems.map((system): Found => {
    const { id, since, filed, warnWithin } = system;
    if (since === undefined) return filed === undefined ? NO_DAY_OF_GRADING : { state: 'met', by: [id] };
    return {
      name: nameOf(system),
      from: since,
      done: filed,
      subject: id,
      at: { entry: id, field: 'filed' },
      period: formatDay(since),
      warned: { warnWithin },
    };
  });
}

function neverFiled({ id }: System, systems: readonly System[]): Problem {
  const names = systems.map(nameOf);
  return {
    status: 'undetermined',
    subject: id,
    at: { entry: id, field: 'filed' },
    message: {
      zh: `没有登记等级保护备案日：${names.map(({ zh }) => zh).join('')}`,
      en: `no day of filing is on record for ${names.map(({ en }) => en).join(', ')}`,
    },
  };
}

export const policeFiling = defineTimedRule(
  'company/police-filing',
  {
    law: internetConnectionMeasures,
    limitOf: daysFrom(DAYS_TO_FILE),
    act: { zh: '到公安机关办理国际联网备案', en: 'filed with the police' },
    occasionsOf: connectionsFound,
    none: notApplicable('没有登记系统的联网日（connected）', 'no system with a day of connection is on record'),
  },
  {
    summary: {
      zh: `系统正式接入国际联网之日起${DAYS_TO_FILE}日内，到公安机关办理备案。`,
      en: `A system that is connected to the Internet is filed with the police within ${DAYS_TO_FILE} days.`,
    },
    why: {
      zh: '这是公安机关的联网备案，与通信管理局的ICP备案、等级保护备案是三件事。',
      en: 'This is the filing of the Internet connection with the police. The ICP filing with the communications administration and the filing of the grade are separate.',
    },
    consequence: {
      zh: '《计算机信息网络国际联网安全保护管理办法》第23条：给予警告，或者停机整顿不超过六个月。',
      en: 'MPS Order 33, article 23: a warning, or suspension of the machines for up to six months.',
    },
    remedy: {
      zh: '在全国互联网安全管理服务平台办理，然后在这个系统上记 `policeFiled: 备案日`。',
      en: 'File it on the national platform of the police, then record `policeFiled: DAY` on that system.',
    },
    fix: (target) => (target.status === 'late' ? undefined : recordOnDay('police-filed')(target)),
    statuses: { due: 'warning', overdue: 'error', late: 'info' },
    basis: [internetConnectionMeasures.article('12', 'text'), internetConnectionMeasures.article('23', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger('systems: [{ id: portal, kind: information-system, connected: 2026-10-01 }]'),
      passes: systemLedger(
        'systems: [{ id: portal, kind: information-system, connected: 2026-10-01, policeFiled: 2026-10-31 }]',
      ),
    }),
  },
);

function connectionsFound({ ledger, asOf }: RuleContext): readonly Found[] {
  return ledger.company.systems.flatMap((system): readonly Found[] => {
    const { id, connected, policeFiled, warnWithin } = system;
    if (connected === undefined || connected > asOf) return [];
    return [
      {
        name: nameOf(system),
        from: connected,
        done: policeFiled,
        subject: id,
        at: { entry: id, field: 'policeFiled' },
        period: formatDay(connected),
        warned: { warnWithin },
      },
    ];
  });
}
