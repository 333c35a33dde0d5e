import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

/**
 * The optimiser of Node 20 looks at a function after 132 kB of its bytecode, and a run is over before what it makes has
 * paid: it took a quarter of the time for a ledger of 10,000 entries. With 400 kB ten times as many lose nothing either.
 * Later versions optimise in other steps and no longer know the flag.
 */
export function optimiseLate(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=400000');
}
