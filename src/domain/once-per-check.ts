import type { RuleContext } from './rule.ts';

/** Works something out once for a check, however many entries ask for it: no rule walks the whole ledger for each entry. */
export function oncePerCheck<Value extends object>(
  workOut: (context: RuleContext) => Value,
): (context: RuleContext) => Value {
  const known = new WeakMap<RuleContext, Value>();
  return (context) => {
    const value = known.get(context) ?? workOut(context);
    known.set(context, value);
    return value;
  };
}
