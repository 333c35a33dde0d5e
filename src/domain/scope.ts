import type { Scope } from './ledger.ts';

/** Whether the coverage reaches beyond one province: then the ministry decides, not the provincial administration. */
export function spansProvinces(scope: Scope): boolean {
  return scope === 'national' || new Set(scope).size > 1;
}
