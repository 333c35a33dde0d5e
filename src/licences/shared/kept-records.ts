import { addMonths, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { LicenceField } from '../../domain/licence-field.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import type { RuleDescription } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { exampleLedger } from './example-ledger.ts';

/** For how long records are kept, and when somebody last saw that they are. */
export interface KeptRecords {
  readonly kept: number;
  readonly checked?: CalendarDay | undefined;
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

/** Where the ledger says how long records are kept, it is long enough and was looked at within a year. */
export function recordsKept({ name, field, records, unit, leastOn, asOf, ...description }: RecordsKept): LicenceRule {
  return ({ kind }) => ({
    name,
    ...description,
    statuses: { shortfall: 'error', stale: 'warning' },
    examples: {
      asOf,
      fails: exampleLedger({ kind, expires: '2031-11-20', also: `${field.name}: { kept: 1, checked: ${asOf} }` }),
      passes: exampleLedger({ kind, expires: '2031-11-20', also: `${field.name}: { kept: 36, checked: ${asOf} }` }),
    },
    *check(licence, context) {
      const given = field.of(licence);
      if (given === undefined || hasEnded(licence, context)) return;
      const { asOf: today } = context;
      const least = leastOn(today);
      const at = { entry: licence.id, field: field.name };
      if (given.kept < least) {
        yield {
          status: 'shortfall',
          at,
          message: {
            zh: `${records.zh}只保存${given.kept}${unit.zh}，至少应保存${least}${unit.zh}`,
            en: `${records.en} are kept for ${given.kept} ${unit.en}, at least ${least} are asked for`,
          },
        };
      }
      const { checked } = given;
      const isKnown = checked !== undefined && checked <= today;
      if (isKnown && addMonths(checked, MONTHS_BETWEEN_CHECKS) >= today) return;
      yield {
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
    },
  });
}
