/** What services that carry calls or messages for others owe: a number of their own, and records that are kept. */
import { addMonths, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { isInForce } from '../../domain/cover.ts';
import { renewOrAdd } from '../../domain/fix.ts';
import { type LicenceField, recordField, type ServiceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { type Place, type Problem, report, type RuleDescription } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { exampleLedger } from './example-ledger.ts';

interface NumberBehind extends Pick<RuleDescription, 'summary' | 'why' | 'basis'> {
  readonly name: string;
  /** Kinds of number grants, any of which will do. */
  readonly grants: readonly string[];
  readonly number: Text;
}

/** The service runs on a number: a grant in the ledger that is in its term, or a certificate that serves the licence. */
export function numberBehind({ name, grants, number, ...description }: NumberBehind): ServiceRule {
  return ({ kind }) => ({
    name,
    ...description,
    remedy: {
      zh: `把${number.zh}登记为许可条目（${grants.join('、')}），或登记为支撑本许可证的 \`number-certificate\` 条目。`,
      en: `Record the ${number.en} as a licence of kind ${grants.join(', ')}, or as a \`number-certificate\` that serves this licence.`,
    },
    fix: renewOrAdd('number-certificate'),
    statuses: { missing: 'warning' },
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger({ kind }),
      passes: exampleLedger({ kind, resource: { kind: 'number-certificate', expires: '2029-10-31' } }),
    },
    check(granted, context) {
      if (hasEnded(granted.licence, context)) return LICENCE_ENDED;
      const { asOf, index } = context;
      const held = grants
        .flatMap((one) => index.servicesOfKind(one))
        .filter(({ licence }) => !hasEnded(licence, context))
        .map(({ licence }) => licence.id);
      const certificates = index
        .resourcesServing(granted, 'number-certificate')
        .filter((resource) => isInForce(resource, asOf))
        .map(({ id }) => id);
      const by = [...held, ...certificates];
      if (by.length > 0) return { state: 'met', by };
      return report({
        status: 'missing',
        message: { zh: `没有登记有效的${number.zh}`, en: `no ${number.en} in force is on record` },
      });
    },
  });
}

/** For how long records are kept, and when somebody last saw that they are. */
interface KeptRecords {
  readonly kept: number;
  readonly checked?: CalendarDay | undefined;
}

/** A field for records that the law wants kept. */
export function recordsField(
  name: string,
  described: Pick<LicenceField, 'title' | 'example'>,
): LicenceField<KeptRecords> {
  return recordField<KeptRecords>(name, described, {
    kept: { type: 'count', required: true },
    checked: { type: 'day', required: false },
  });
}

interface RecordsKept extends Pick<RuleDescription, 'summary' | 'why' | 'remedy' | 'basis'> {
  readonly name: string;
  readonly field: LicenceField<KeptRecords>;
  /** What they are and how `kept` counts. */
  readonly records: Text;
  readonly unit: Text;
  /** The least that the law of a day asks for. */
  readonly leastOn: (day: CalendarDay) => number;
  readonly asOf: string;
}

const MONTHS_BETWEEN_CHECKS = 12;

/** Records are kept for long enough, and somebody looked within a year. */
export function recordsKept({ name, field, records, unit, leastOn, asOf, ...description }: RecordsKept): ServiceRule {
  return ({ kind }) => ({
    name,
    ...description,
    statuses: { shortfall: 'error', stale: 'warning', undetermined: 'info' },
    examples: {
      asOf,
      fails: exampleLedger({ kind, fields: { [field.name]: `{ kept: 1, checked: ${asOf} }` } }),
      passes: exampleLedger({ kind, fields: { [field.name]: `{ kept: 36, checked: ${asOf} }` } }),
    },
    check({ licence, service }, context) {
      if (hasEnded(licence, context)) return LICENCE_ENDED;
      const given = field.of(service);
      const at = { entry: licence.id, service: service.kind, field: field.name };
      if (given === undefined) return report({ ...notRecorded(records, field.name), at });
      const { asOf: today } = context;
      const problems = [tooShort(given, leastOn(today), at), unseen(given, today, at)].flatMap((one) => one ?? []);
      return report(...problems);
    },
  });

  function tooShort({ kept }: KeptRecords, least: number, at: Place): Problem | undefined {
    if (kept >= least) return undefined;
    return {
      status: 'shortfall',
      at,
      message: {
        zh: `${records.zh}只保存${kept}${unit.zh}，至少应保存${least}${unit.zh}`,
        en: `${records.en} are kept for ${kept} ${unit.en}, at least ${least} are asked for`,
      },
    };
  }

  function unseen({ checked }: KeptRecords, today: CalendarDay, at: Place): Problem | undefined {
    const isKnown = checked !== undefined && checked <= today;
    if (isKnown && addMonths(checked, MONTHS_BETWEEN_CHECKS) >= today) return undefined;
    return {
      status: 'stale',
      at,
      date: isKnown ? addMonths(checked, MONTHS_BETWEEN_CHECKS) : undefined,
      message: isKnown
        ? {
            zh: `${records.zh}自${formatDay(checked)}后一年未再核对`,
            en: `nobody has looked at them since ${formatDay(checked)}, more than a year ago`,
          }
        : { zh: `${records.zh}没有核对日期`, en: `no day is on record on which ${records.en} were looked at` },
      remedy: {
        zh: `抽查一次，把核对日记入 \`${field.name}.checked\`。`,
        en: `Take a sample and record the day in \`${field.name}.checked\`.`,
      },
    };
  }
}

function notRecorded(records: Text, field: string): Problem {
  return {
    status: 'undetermined',
    message: {
      zh: `没有登记${records.zh}的保存期限，无法核对`,
      en: `for how long ${records.en} are kept is not on record, so it cannot be checked`,
    },
    remedy: {
      zh: `查一查系统里的保存期限，记入 \`${field}\`。`,
      en: `Look up in the system for how long they are kept and record it in \`${field}\`.`,
    },
  };
}
