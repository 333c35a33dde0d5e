/** What was done about a number, a paper or a system, each as a plan for the ledger. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Licence, Service } from '../../domain/ledger.ts';
import { didYouMean } from '../../domain/near-word.ts';
import type { Text } from '../../domain/text.ts';
import { shortNameOf } from '../../fields/provinces.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { entryNamed, serviceNamed } from '../../run/recording/named-entry.ts';
import { assertQuarter, type Duty, noProvince, noSuchField, planDay } from './plan-day.ts';

/** By the name that the command line has for it; the words are its arguments. */
export const ENTRY_DUTIES = {
  fee: ([id = '', quarter = '']) => feePaid(id, quarter),
  disused: ([id = '']) => dayOfNumber(id, 'disused', { zh: '停用', en: 'the end of use' }),
  'end-reported': ([id = '']) =>
    dayOfNumber(id, 'endReported', { zh: '到期或停用的上报', en: 'the report of its end' }),
  'province-filing': ([id = '', province = '']) => provinceFiling(id, province),
  publicised: ([id = '']) => publicised(id),
  'business-scope': ([id = '']) => businessScope(id),
  filed: ([id = '']) => filed(id),
  reviewed: ([id = '']) => systemDay(id, 'reviewed', WHAT.reviewed),
  regraded: ([id = '']) => systemDay(id, 'regraded', WHAT.regraded),
  'result-sent': ([id = '', ended = '']) => resultSent(id, ended),
  connected: ([id = '']) => systemDay(id, 'connected', WHAT.connected),
  'police-filed': ([id = '']) => systemDay(id, 'policeFiled', WHAT.policeFiled),
} as const satisfies Record<string, (words: readonly string[]) => Duty>;

/** The number fee of a quarter, where the kind of licence owes one. */
function feePaid(word: string, quarter: string): Duty {
  return {
    plan({ ledger }, on) {
      const { licence, service, path } = serviceNamed(word, ledger);
      const paid = ofNumber('feesPaid', licence, service);
      assertQuarter(quarter, on);
      const before = isDays(paid) ? paid[quarter] : undefined;
      const what = { zh: `${quarter} 码号费`, en: `the number fee of ${quarter}` };
      return planDay({ id: licence.id, path, field: 'feesPaid', key: quarter, before, on, what });
    },
  };
}

/** What a grant of numbers has in a field of its own. @throws {Refusal} for a licence whose kind has no such field */
function ofNumber(field: string, licence: Licence, service: Service): unknown {
  const own = catalogue.kinds.get(service.kind)?.fields?.find(({ name }) => name === field);
  if (own === undefined) throw noSuchField(licence, service.kind, field);
  return own.of(service);
}

/** A day that a grant of numbers records in a field of its own. */
function dayOfNumber(word: string, field: 'disused' | 'endReported', what: Text): Duty {
  return {
    plan({ ledger }, on) {
      const { licence, service, path } = serviceNamed(word, ledger);
      const recorded = ofNumber(field, licence, service);
      const before = isDay(recorded) ? recorded : undefined;
      return planDay({ id: licence.id, path, field, before, on, what });
    },
  };
}

/** A number was filed with the administration of a province. */
function provinceFiling(word: string, name: string): Duty {
  return {
    plan({ ledger }, on) {
      const { licence, service, path } = serviceNamed(word, ledger);
      const filed = ofNumber('filings', licence, service);
      const province = shortNameOf(name);
      if (province === undefined) throw noProvince(name);
      const before = isDays(filed) && Object.hasOwn(filed, province) ? filed[province] : undefined;
      const what = { zh: `在${province}的备案`, en: `the filing with ${province}` };
      return planDay({ id: licence.id, path, field: 'filings', key: province, before, on, what });
    },
  };
}

function isDay(value: unknown): value is CalendarDay {
  return typeof value === 'number';
}

function isDays(value: unknown): value is Readonly<Record<string, CalendarDay>> {
  return typeof value === 'object' && value !== null;
}

const WHAT = {
  publicised: { zh: '公示', en: 'the publication' },
  scopeEntered: { zh: '写入经营范围', en: 'the entry in the business scope' },
  scopeRemoved: { zh: '从经营范围删去', en: 'the removal from the business scope' },
  filed: { zh: '备案', en: 'the filing' },
  reviewed: { zh: '定级评审通过', en: 'the grading review' },
  regraded: { zh: '划分或级别调整', en: 'the change of division or grade' },
  connected: { zh: '接入国际联网', en: 'the connection to the Internet' },
  policeFiled: { zh: '国际联网备案', en: 'the filing of the connection' },
} as const satisfies Record<string, Text>;

/** A paper, as it was granted or renewed, was made public. */
function publicised(word: string): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(word, ['licence'], ledger);
      const before = entry.publicised;
      return planDay({ id: entry.id, path, field: 'publicised', before, on, what: WHAT.publicised });
    },
  };
}

/** What a licence allows stands in the business scope, or once it has ended, no more. */
function businessScope(word: string): Duty {
  return {
    plan({ ledger, today }, on) {
      const { entry, path } = entryNamed(word, ['licence'], ledger);
      const { id, expires, closed = expires, scopeEntered, scopeRemoved } = entry;
      const isOver = expires < today || closed <= today;
      return isOver && scopeEntered !== undefined
        ? planDay({ id, path, field: 'scopeRemoved', before: scopeRemoved, on, what: WHAT.scopeRemoved })
        : planDay({ id, path, field: 'scopeEntered', before: scopeEntered, on, what: WHAT.scopeEntered });
    },
  };
}

/** The grade of a system, a network unit, or addresses were filed. */
function filed(id: string): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['system', 'resource'], ledger);
      return planDay({ id, path, field: 'filed', before: entry.filed, on, what: WHAT.filed });
    },
  };
}

/** The result of an evaluation or assessment that ended on a day was sent. */
function resultSent(id: string, ended: string): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['system'], ledger);
      const { evaluations, assessments, resultsSent } = entry;
      const known = [...evaluations, ...assessments].map((day) => formatDay(day));
      if (!known.includes(ended)) throw noResult(id, ended, known);
      const what = { zh: `${ended}的评测或评估结果的报送`, en: `the sending of the result of ${ended}` };
      return planDay({ id, path, field: 'resultsSent', key: ended, before: resultsSent[ended], on, what });
    },
  };
}

function noResult(id: string, ended: string, known: readonly string[]): Refusal {
  const last = known.toSorted().at(-1);
  return usageError({
    where: ended,
    what: {
      zh: `${id}没有登记在这一天结束的评测或评估`,
      en: `${id} has no evaluation or assessment on record that ended on this day`,
    },
    remedy: didYouMean(last) ?? {
      zh: '先用 `ledger record evaluation` 或 `ledger record assessment` 登记完成日。',
      en: 'Record the day first with `ledger record evaluation` or `ledger record assessment`.',
    },
  });
}

function systemDay(id: string, field: 'connected' | 'policeFiled' | 'reviewed' | 'regraded', what: Text): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['system'], ledger);
      return planDay({ id, path, field, before: entry[field], on, what });
    },
  };
}
