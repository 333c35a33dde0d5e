/** The registers of the ledgers that a command tells about. */
import { type Register, registerOf } from '../domain/register.ts';
import type { ReadableLedger } from './tell-ledgers.ts';

export function toRegister(
  { file, ledger, asOf, locate }: ReadableLedger,
  { within }: { readonly within?: number | undefined },
): Register {
  return {
    file,
    company: ledger.company.name,
    asOf,
    timezone: ledger.policy.timezone,
    rows: registerOf(ledger, { asOf, within }),
    locate: ({ list, at }) => locate({ path: [list, at, 'id'] }),
  };
}
