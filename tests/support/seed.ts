/** Random cases begin from the seed that tell-seed.ts names; `FUZZ_RUNS`: so many where a property does not say how many. */
import fc from 'fast-check';

const { FUZZ_SEED, FUZZ_RUNS } = process.env;

fc.configureGlobal({
  seed: Number(FUZZ_SEED),
  ...(FUZZ_RUNS === undefined ? {} : { numRuns: Number(FUZZ_RUNS) }),
});
