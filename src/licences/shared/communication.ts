/** What services that carry calls or messages for others owe: a number of their own, and records that are kept. */
import { addMonths, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { isInForce } from '../../domain/cover.ts';
import { renewOrAdd } from '../../domain/fix.ts';
import type { GrantedService } from '../../domain/ledger.ts';
import { type LicenceField, recordField, type ServiceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { type Outcome, type Place, type Problem, report, type RuleDescription } from '../../domain/rule.ts';
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
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind }),
      passes: exampleLedger({ kind, resource: { kind: 'number-certificate', expires: '2029-10-31' } }),
    }),
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

/** When somebody last saw that records are kept. */
interface Checked {
  readonly checked?: CalendarDay | undefined;
}

/** For how long records of one sort are kept, and when somebody last saw that they are. */
interface KeptRecords extends Checked {
  readonly kept: number;
}

/** A field for records that the law wants kept. */
export function recordsField(
  name: string,
  described: Pick<LicenceField, 'title' | 'example'> & { readonly short: Text },
): LicenceField<KeptRecords> {
  return recordField<KeptRecords>(name, described, {
    kept: { type: 'count', required: true },
    checked: { type: 'day', required: false },
  });
}

interface RecordsKept<Value extends Checked> extends Pick<
  RuleDescription,
  'summary' | 'why' | 'consequence' | 'remedy' | 'basis'
> {
  readonly name: string;
  readonly field: LicenceField<Value>;
  /** What all of them are called. */
  readonly records: Text;
  /** What each sort is called, as far as it is kept for a time of its own, and for how long it is. */
  readonly sorts: readonly { readonly records: Text; readonly kept: (value: Value) => number }[];
  readonly unit: Text;
  /** The least that the law of a day asks for. */
  readonly leastOn: (day: CalendarDay) => number;
  /** Why a service keeps no such records; undefined where it does. */
  readonly notKept?: (granted: GrantedService) => Outcome | undefined;
  /** The field as the examples write it, by the number that is kept. */
  readonly example: (kept: number, checked: string) => string;
  readonly asOf: string;
}

const MONTHS_BETWEEN_CHECKS = 12;

/** Records are kept for long enough, and somebody looked within a year. */
export function recordsKept<Value extends Checked>(asked: RecordsKept<Value>): ServiceRule {
  const { name, field, records, sorts, unit, leastOn, notKept, example, asOf, ...description } = asked;
  return ({ kind }) => ({
    name,
    ...description,
    statuses: { shortfall: 'error', stale: 'warning', undetermined: 'info' },
    examples: () => ({
      asOf,
      fails: exampleLedger({ kind, fields: { [field.name]: example(1, asOf) } }),
      passes: exampleLedger({ kind, fields: { [field.name]: example(36, asOf) } }),
    }),
    check(granted, context) {
      const { licence, service } = granted;
      if (hasEnded(licence, context)) return LICENCE_ENDED;
      const exempt = notKept?.(granted);
      if (exempt !== undefined) return exempt;
      const given = field.of(service);
      const at = { entry: licence.id, service: service.kind, field: field.name };
      if (given === undefined) return report({ ...notRecorded(records, field), at });
      const { asOf: today } = context;
      const short = sorts.filter(({ kept }) => kept(given) < leastOn(today));
      const problems = short.map((sort) => tooShort(sort.records, sort.kept(given), leastOn(today), at));
      const stale = unseen(given, today, at);
      return report(...problems, ...(stale === undefined ? [] : [stale]));
    },
  });

  function tooShort(sort: Text, kept: number, least: number, at: Place): Problem {
    return {
      status: 'shortfall',
      at,
      message: {
        zh: `${sort.zh}只保存${kept}${unit.zh}，至少应保存${least}${unit.zh}`,
        en: `${sort.en} are kept for ${kept} ${unit.en}, but at least ${least} are required`,
      },
    };
  }

  function unseen({ checked }: Checked, today: CalendarDay, at: Place): Problem | undefined {
    const isKnown = checked !== undefined && checked <= today;
    if (isKnown && addMonths(checked, MONTHS_BETWEEN_CHECKS) >= today) return undefined;
    return {
      status: 'stale',
      at,
      date: isKnown ? addMonths(checked, MONTHS_BETWEEN_CHECKS) : undefined,
      message: isKnown
        ? {
            zh: `${records.zh}自${formatDay(checked)}后一年未再核对`,
            en: `not checked since ${formatDay(checked)}, more than a year ago`,
          }
        : { zh: `${records.zh}没有核对日期`, en: `no check of the ${records.en} is on record` },
      remedy: {
        zh: `抽查一次，把核对日记入 \`${field.name}.checked\`。`,
        en: `Check a sample and record the day in \`${field.name}.checked\`.`,
      },
    };
  }
}

function notRecorded(records: Text, { name, example }: LicenceField): Problem {
  return {
    status: 'undetermined',
    message: {
      zh: `没有登记${records.zh}的保存期限，无法核对`,
      en: `it is not on record how long ${records.en} are kept, so it cannot be checked`,
    },
    remedy: {
      zh: `在系统里查保存期限，记入 \`${name}\`，如 \`${name}: ${example}\`。`,
      en: `Look up in the system for how long they are kept and record it, as \`${name}: ${example}\`.`,
    },
  };
}
