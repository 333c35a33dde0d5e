/** What can be recorded as done, each as a plan for the ledger. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Edit } from '../../domain/edit.ts';
import type { DataPath } from '../../domain/ledger.ts';
import type { Text } from '../../domain/text.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { entryNamed, serviceNamed } from '../../run/recording/named-entry.ts';
import { itemsOf } from '../../schema/raw-data.ts';
import { COMPANY_DUTIES } from './company-duties.ts';
import { ENTRY_DUTIES } from './entry-duties.ts';
import { assertPeriod, assertReportable, type Duty, planDay, planned, sharedDuty, unknownDuty } from './plan-day.ts';

/** By the name that the command line has for it; the words are its arguments. */
export const DUTIES = {
  'annual-report': ([id = '', year = '']) => annualReport(id, year),
  renewal: ([id = '']) => renewalApplied(id),
  declined: ([name = '']) => renewalDeclined(name),
  opened: ([name = '']) => opened(name),
  shown: ([id = '']) => numberShown(id),
  ...ENTRY_DUTIES,
  closed: ([id = '']) => ends(id, 'licence'),
  ended: ([id = '']) => ends(id, 'resource'),
  duty: ([id = '', period = '']) => ownDuty(id, period),
  evaluation: ([id = '']) => systemWork(id, 'evaluations'),
  assessment: ([id = '']) => systemWork(id, 'assessments'),
  verified: ([id = '']) => verified(id),
  ...COMPANY_DUTIES,
} as const satisfies Record<string, (words: readonly string[]) => Duty>;

export type DutyName = keyof typeof DUTIES;

/** The report of a year; for number grants that of the numbers. */
function annualReport(word: string, year: string): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(word, ['licence'], ledger);
      const { id, issued: first, annualReports: reports } = entry;
      assertReportable(year, { of: 'licence', id, first, reports }, on);
      return planDay({
        id,
        path,
        field: 'annualReports',
        key: year,
        before: reports[year],
        on,
        what: { zh: `${year}年度报告`, en: `the report for ${year}` },
      });
    },
  };
}

/** An application is no refusal: whichever stood there before goes. */
function renewalApplied(word: string): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(word, ['licence'], ledger);
      const what = { zh: '延续申请', en: 'the application for renewal' };
      const { applied: before, declined } = entry.renewal ?? {};
      const plan = planDay({ id: entry.id, path, field: 'renewal', key: 'applied', before, on, what });
      return withoutOther(plan, path, declined === undefined ? undefined : 'declined');
    },
  };
}

/** Of the paper, or of one of several services. */
function renewalDeclined(name: string): Duty {
  return {
    plan({ ledger }, on) {
      const what = { zh: '不再延续的报告', en: 'the notice of non-renewal' };
      const granted = name.includes('/') ? serviceNamed(name, ledger) : undefined;
      if (granted !== undefined && granted.licence.services.length > 1) {
        const { licence, service, path } = granted;
        const before = service.renewal?.declined;
        return planDay({
          id: `${licence.id}/${service.kind}`,
          path,
          field: 'renewal',
          key: 'declined',
          before,
          on,
          what,
        });
      }
      const { entry, path } = entryNamed(granted?.licence.id ?? name, ['licence'], ledger);
      const { declined: before, applied } = entry.renewal ?? {};
      const plan = planDay({ id: entry.id, path, field: 'renewal', key: 'declined', before, on, what });
      return withoutOther(plan, path, applied === undefined ? undefined : 'applied');
    },
  };
}

function withoutOther(plan: Plan, path: DataPath, field: string | undefined): Plan {
  if (field === undefined) return plan;
  return { ...plan, edits: [...plan.edits, { kind: 'remove-field', path: [...path, 'renewal'], field }] };
}

/** Somebody looked whether the number of a licence is shown. */
function numberShown(word: string): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(word, ['licence'], ledger);
      const what = { zh: '证号标明的查看', en: 'the check that its number is shown' };
      return planDay({ id: entry.id, path, field: 'shown', before: entry.shown, on, what });
    },
  };
}

/** The business of one service was opened. */
function opened(name: string): Duty {
  return {
    plan({ ledger }, on) {
      const { licence, service, path } = serviceNamed(name, ledger);
      const id = licence.services.length > 1 ? `${licence.id}/${service.kind}` : licence.id;
      const what = { zh: '开通业务', en: 'the start of service' };
      return planDay({ id, path, field: 'opened', before: service.opened, on, what });
    },
  };
}

/** A licence that is given up, or a contract that was terminated early: its last day. */
function ends(word: string, of: 'licence' | 'resource'): Duty {
  return {
    mayLieAhead: true,
    plan({ ledger }, on) {
      const found = entryNamed(word, [of], ledger);
      const { path, entry } = found;
      return found.of === 'licence'
        ? planDay({ id: entry.id, path, field: 'closed', before: found.entry.closed, on, what: GIVEN_UP })
        : planDay({ id: entry.id, path, field: 'ended', before: found.entry.ended, on, what: ENDED });
    },
  };
}

const GIVEN_UP: Text = { zh: '注销', en: 'the cancellation' };
const ENDED: Text = { zh: '提前终止', en: 'the early termination' };

/** One period of a duty of the company's own. */
function ownDuty(id: string, period: string): Duty {
  return {
    plan({ ledger, document: { data }, today }, on) {
      const at = ledger.duties.findIndex((one) => one.id === id);
      const duty = ledger.duties[at];
      if (duty === undefined) throw unknownDuty(id, ledger.duties);
      if (at >= itemsOf(data, 'duties').length) throw sharedDuty(id, ledger.extends ?? '');
      assertPeriod(period, duty, today);
      const before = Object.hasOwn(duty.done, period) ? duty.done[period] : undefined;
      const what = { zh: `${duty.title}（${period}）`, en: `${duty.title} (${period})` };
      return planDay({ id, path: ['duties', at], field: 'done', key: period, before, on, what });
    },
  };
}

/** An entry was checked against its paper, or the company against its business licence. */
function verified(word: string): Duty {
  return {
    plan({ ledger }, on) {
      const what = { zh: '核对原件', en: 'the check against the paper' };
      if (word === 'company') {
        const { verified: before } = ledger.company;
        return planDay({ id: word, path: ['company'], field: 'verified', before, on, what });
      }
      const { entry, path } = entryNamed(word, ['licence', 'resource'], ledger);
      return planDay({ id: entry.id, path, field: 'verified', before: entry.verified, on, what });
    },
  };
}

const SYSTEM_WORK = {
  evaluations: { zh: '测评', en: 'the evaluation' },
  assessments: { zh: '风险评估', en: 'the risk assessment' },
} as const satisfies Record<string, Text>;

/** An evaluation or assessment of one of the company's systems that was completed. */
function systemWork(id: string, field: keyof typeof SYSTEM_WORK): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['system'], ledger);
      const isThere = entry[field].includes(on);
      const edit: Edit = { kind: 'append-item', path, field, value: formatDay(on) };
      return planned({ id, path, field, what: SYSTEM_WORK[field], on, edits: isThere ? [] : [edit] });
    },
  };
}
