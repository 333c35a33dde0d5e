/** After a build on Node 20: runs one check, and keeps the compiled code beside the program (see bin/start.js). */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Script } from 'node:vm';

interface Start {
  readonly program: string;
  readonly compile: () => Script;
  readonly evaluate: (script: Script) => { readonly main: () => Promise<void> };
}

const root = new URL('../../', import.meta.url);

async function keepCompiled(): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a plain script, which has no types
  const { program, compile, evaluate } = createRequire(import.meta.url)('../../bin/start.js') as Start;
  const script = compile();
  const example = fileURLToPath(new URL('ledger.example.yaml', root));
  process.argv = [process.execPath, 'ledger', 'check', example, '--as-of', '2026-11-21'];
  await evaluate(script).main();
  process.exitCode = 0;
  writeFileSync(`${program}.v8`, script.createCachedData());
}

const isInner = process.env['LEDGER_KEEP_COMPILED'] !== undefined;
if (isInner) {
  await keepCompiled();
} else if (!('enableCompileCache' in nodeModule)) {
  // In a process of its own, whose report nobody sees.
  const { status } = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LEDGER_KEEP_COMPILED: '1' },
  });
  process.exitCode = status ?? 1;
}
