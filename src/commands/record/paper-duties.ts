/** Days of a paper or a system that the law of companies and of the police asks for, as plans for the ledger. */
import type { Text } from '../../domain/text.ts';
import { entryNamed } from '../../run/recording/named-entry.ts';
import { type Duty, planDay } from './plan-day.ts';

/** By the name that the command line has for it; the words are its arguments. */
export const PAPER_DUTIES = {
  publicised: ([id = '']) => publicised(id),
  'business-scope': ([id = '']) => businessScope(id),
  filed: ([id = '']) => systemDay(id, 'filed', WHAT.filed),
  connected: ([id = '']) => systemDay(id, 'connected', WHAT.connected),
  'police-filed': ([id = '']) => systemDay(id, 'policeFiled', WHAT.policeFiled),
} as const satisfies Record<string, (words: readonly string[]) => Duty>;

const WHAT = {
  publicised: { zh: '公示', en: 'the publicity' },
  scopeEntered: { zh: '写入经营范围', en: 'the entry in the business scope' },
  scopeRemoved: { zh: '从经营范围删去', en: 'the removal from the business scope' },
  filed: { zh: '等级保护备案', en: 'the filing of the grade' },
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

function systemDay(id: string, field: 'filed' | 'connected' | 'policeFiled', what: Text): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['system'], ledger);
      return planDay({ id, path, field, before: entry[field], on, what });
    },
  };
}
