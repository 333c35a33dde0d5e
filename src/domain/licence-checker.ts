/** Checks one licence at a time on any day: for looking ahead, where a whole check of every day would take too long. */
import type { CalendarDay } from './calendar-day.ts';
import { type Catalogue, type CheckOptions, contextOf, type Found, isAskedOn, settle } from './check.ts';
import type { Finding } from './finding.ts';
import { indexLedger } from './ledger-index.ts';
import type { Ledger, Licence } from './ledger.ts';
import type { Rule, RuleContext } from './rule.ts';

export interface LicenceChecker {
  /** The findings about the licence that a whole check on that day has: no other entry's finding makes one of them yield. */
  readonly findingsOn: (licence: Licence, day: CalendarDay) => readonly Finding[];
  /** The rules that look at licences of its kind, whether they are asked on a day or not. */
  readonly rulesOf: (licence: Licence) => readonly Rule[];
  readonly contextOn: (day: CalendarDay) => RuleContext;
}

/** What is worked out once for a ledger or for a day is kept, so ask one checker for all licences. */
export function licenceChecker(
  ledger: Ledger,
  catalogue: Catalogue,
  options: Omit<CheckOptions, 'asOf'>,
): LicenceChecker {
  const index = indexLedger(ledger);
  const contexts = new Map<CalendarDay, RuleContext>();
  const rules = new Map<string, readonly Rule[]>();
  return { findingsOn, rulesOf, contextOn };

  function findingsOn(licence: Licence, day: CalendarDay): readonly Finding[] {
    const context = contextOn(day);
    const found: Found[] = [];
    for (const rule of rulesOf(licence)) {
      if (rule.check.of !== 'licence' || !isAskedOn(rule, day)) continue;
      for (const problem of rule.check.run(licence, context)) found.push({ rule, subject: licence.id, problem });
    }
    return settle(found, context);
  }

  function rulesOf({ kind }: Licence): readonly Rule[] {
    const known = rules.get(kind);
    if (known !== undefined) return known;
    const own = catalogue.kinds.get(kind)?.rules ?? [];
    const found = [...own, ...catalogue.common].filter(
      ({ id, check }) => check.of === 'licence' && options.selects(id),
    );
    rules.set(kind, found);
    return found;
  }

  function contextOn(day: CalendarDay): RuleContext {
    const known = contexts.get(day);
    if (known !== undefined) return known;
    const context = contextOf(ledger, catalogue, { ...options, asOf: day }, index);
    contexts.set(day, context);
    return context;
  }
}
