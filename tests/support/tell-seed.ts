/**
 * Random cases are the same for a whole day, so that a failure can be run again, and others tomorrow. `FUZZ_SEED` names
 * another day, or any number.
 */
export default function tellSeed(): void {
  process.env['FUZZ_SEED'] ??= new Date().toISOString().slice(0, 10).replaceAll('-', '');
  process.stdout.write(`FUZZ_SEED=${process.env['FUZZ_SEED']}\n`);
}
