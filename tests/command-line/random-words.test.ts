/** Whatever words a command line is made of, it ends with an answer or a complaint: never with a fault of the program. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { TELLERS, WRITERS } from '../support/every-command.ts';
import { runInMemory } from '../support/memory-io.ts';
import { anyNastyText } from '../support/nasty-strings.ts';
import { OWN_REQUIREMENT } from '../support/sample-ledgers.ts';

const words = (text: string): fc.Arbitrary<string> => fc.constantFrom(...text.split(' '));

const COMMANDS = words([...Object.keys(TELLERS), ...Object.keys(WRITERS), 'help'].join(' '));
const OPTIONS = words(
  '--as-of --within --fail-on --format --receipt --since --fix --yes --dry-run --show --owner --licence --select --ignore --assume --lang --file --group-by --until --ascii --output --kind --status --to --steps --state --send --redact --max-age --expires --on --title --entry --reason --approved-by --interactive --map --update --help --version -- -h -',
);
const VALUES = words(
  'ledger.yaml isp iso27001 company isp/leased-line licence/renewal 2026-11-21 +1y never 0 -1 99999999999 text json csv sarif=a.sarif zh en all error wecom cn HEAD HEAD~1 gone.yaml . .. / *.yaml isp.expires=2027-01-01 isp=gone {"id":1} [ 9999-12-31 1899-12-31 __proto__ constructor',
);

const commandLine = fc
  .tuple(
    COMMANDS,
    fc.array(fc.oneof({ weight: 4, arbitrary: OPTIONS }, { weight: 4, arbitrary: VALUES }, anyNastyText), {
      maxLength: 6,
    }),
  )
  // The system cuts an argument at a NUL.
  .map(([command, more]) => [command].concat(more.map((word) => word.replaceAll('\0', ''))));

test('any words end with an answer or a complaint', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(commandLine, async (argv) => {
      const { code, stdout, stderr } = await runInMemory(argv, { files: { 'ledger.yaml': OWN_REQUIREMENT } });
      expect({ code, stderr: code === 70 ? stderr : '' }).not.toMatchObject({ code: 70 });
      expect(stdout + stderr).not.toMatch(/^ {4}at /mu);
    }),
  );
});
