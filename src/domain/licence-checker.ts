/** Checks one licence at a time on any day: for looking ahead, where a whole check of every day would take too long. */
import type { CalendarDay } from './calendar-day.ts';
import {
  type Catalogue,
  type CheckOptions,
  checkLicence,
  Collector,
  contextOf,
  indexFor,
  isAskedOn,
  isSelected,
  rulesByKind,
  type RulesOfKind,
} from './check.ts';
import type { Finding } from './finding.ts';
import type { Ledger, Licence } from './ledger.ts';
import type { Rule, RuleContext } from './rule.ts';

export interface LicenceChecker {
  /** The findings about the licence that a whole check on that day has: no other entry's finding makes one of them yield. */
  readonly findingsOn: (licence: Licence, day: CalendarDay) => readonly Finding[];
  /** The rules that look at it or at one of its services, whether they are asked on a day or not; the same list for the same kinds. */
  readonly rulesOf: (licence: Licence) => readonly Rule[];
  readonly contextOn: (day: CalendarDay) => RuleContext;
}

/** What is worked out once for a ledger or for a day is kept, so ask one checker for all licences. */
export function licenceChecker(
  ledger: Ledger,
  catalogue: Catalogue,
  options: Omit<CheckOptions, 'asOf'>,
): LicenceChecker {
  const index = indexFor(ledger, catalogue);
  const contexts = new Map<CalendarDay, RuleContext>();
  const selected = (rule: Rule): boolean => isSelected(rule, ledger, options);
  const common = catalogue.common.filter((rule) => looksAtLicences(rule) && selected(rule));
  const rules = rulesByKind(catalogue, selected);
  const rulesByKinds = new Map<string, readonly Rule[]>();
  return { findingsOn, rulesOf, contextOn };

  function findingsOn(licence: Licence, day: CalendarDay): readonly Finding[] {
    const context = contextOn(day);
    const found = new Collector();
    const asked = (list: readonly Rule[]): readonly Rule[] => list.filter((rule) => isAskedOn(rule, day));
    const askedOf = (kind: string): RulesOfKind => {
      const { family, own } = rules(kind);
      return { family: asked(family), own: asked(own) };
    };
    checkLicence(licence, askedOf, asked(common), context, found);
    return [...found.settle(context)];
  }

  function rulesOf({ services }: Licence): readonly Rule[] {
    const kinds = services.map(({ kind }) => kind).join(' ');
    const known = rulesByKinds.get(kinds);
    if (known !== undefined) return known;
    const ofKinds = services.flatMap(({ kind }) => [...rules(kind).family, ...rules(kind).own]);
    const all = [...new Set([...ofKinds, ...common])];
    rulesByKinds.set(kinds, all);
    return all;
  }

  function contextOn(day: CalendarDay): RuleContext {
    const known = contexts.get(day);
    if (known !== undefined) return known;
    const context = contextOf(ledger, catalogue, { ...options, asOf: day, index });
    contexts.set(day, context);
    return context;
  }
}

function looksAtLicences({ check }: Rule): boolean {
  return check.of === 'licence' || check.of === 'service' || check.of === 'entry';
}
