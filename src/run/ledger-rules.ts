import type { Catalogue } from '../domain/check.ts';
import type { Ledger } from '../domain/ledger.ts';
import { catalogue } from '../rules/catalogue.ts';
import { ownRules } from '../rules/own.ts';

/** All that is asked of a ledger: the catalogue and the company's own requirements. */
export function rulesOf(ledger: Ledger): Catalogue {
  return { kinds: catalogue.kinds, common: [...catalogue.common, ...ownRules(ledger)] };
}
