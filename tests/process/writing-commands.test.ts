/** The commands that write, as real processes: forty at once, and killed at random points. `KILL_ROUNDS=28` makes these 504. */
import { readdir, readFile, utimes, watch, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { FILES } from '../support/every-command.ts';
import { ending, type ProgramRun, runProgram, startProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MANY = Array.from({ length: 10 }, (_, at) => at);

/** For each of the forty commands an entry of its own. */
const FOR_MANY = `version: 1
company: { name: 示例公司 }
resources:
${MANY.map((at) => `  - { id: line-${at}, kind: domain, title: line-${at}, expires: 2026-10-31 }\n  - { id: over-${at}, kind: domain, title: over-${at}, expires: 2026-10-31 }\n  - { id: seal-${at}, kind: e-seal, title: seal-${at}, expires: never }\n`).join('')}`;

/** Commands, each with what it alone leaves in the ledger. */
const FORTY: readonly (readonly [line: string, mark: RegExp])[] = MANY.flatMap((at) => [
  [`add domain --title new-${at} --expires never`, new RegExp(`title: new-${at}\\b`, 'gu')],
  [`renew line-${at} --expires 2027-10-31 --id next-${at}`, new RegExp(`id: next-${at}\\b`, 'gu')],
  [`record verified seal-${at} --on 2026-11-20`, new RegExp(`title: seal-${at}, .*verified: 2026-11-20`, 'gu')],
  [
    `waive resource/expiry over-${at} --until +30d --reason why-${at} --approved-by y`,
    new RegExp(`reason: why-${at}\\b`, 'gu'),
  ],
]);

describe('forty commands at once', () => {
  test(
    'write all that they say they have written, each once, and leave nothing beside the ledger',
    { timeout: 180_000 },
    async () => {
      const cwd = await temporaryFolder({ 'ledger.yaml': FOR_MANY });
      const runs = await Promise.all(FORTY.map(async ([line]) => runProgram([...line.split(' '), '--yes'], { cwd })));
      const text = await readFile(path.join(cwd, 'ledger.yaml'), 'utf8');
      const told = FORTY.map(([line, mark], at) => [line, runs[at]?.code, runs[at]?.stderr, text.match(mark)?.length]);
      expect(told).toEqual(FORTY.map(([line]) => [line, 0, '', 1]));
      expect(await readdir(cwd)).toEqual(['ledger.yaml']);
      expect((await runProgram(['check', '--fail-on', 'never'], { cwd })).code).toBe(0);
    },
  );

  test('wait for a holder that lives, but not without end, and say who it is', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': FOR_MANY });
    const lock = path.join(cwd, '.ledger.yaml.lock');
    await writeFile(lock, '4711\nof another machine\n');
    const heart = setInterval(() => void utimes(lock, new Date(), new Date()), 250);
    const runs = await Promise.all(
      FORTY.slice(0, 4).map(async ([line]) => runProgram([...line.split(' '), '--yes'], { cwd })),
    );
    clearInterval(heart);
    for (const { code, stdout, stderr } of runs) {
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toMatch(
        /^error: ledger\.yaml: another program \(process 4711\) is using this file; nothing was written\n {3}do: .*`\S+\/\.ledger\.yaml\.lock`\.\n$/u,
      );
    }
    expect(await readFile(path.join(cwd, 'ledger.yaml'), 'utf8')).toBe(FOR_MANY);
    expect((await readdir(cwd)).toSorted()).toEqual(['.ledger.yaml.lock', 'ledger.yaml']);
  });
});

const KILLED = [
  { name: 'ledger.yaml', argv: ['add', 'domain', '--title', 'x', '--expires', 'never', '--yes'] },
  { name: 'ledger.yaml', argv: ['import', 'register.csv', '--yes'] },
  { name: 'slip.ledger.yaml', argv: ['check', 'slip.ledger.yaml', '--fix', '--fail-on', 'never', '--yes'] },
] as const;

/** How many rounds there are, each with every signal from both beginnings for every command. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 1);
const POINTS = Array.from({ length: ROUNDS }, () =>
  (['SIGTERM', 'SIGINT', 'SIGKILL'] as const).flatMap((signal) =>
    (['start', 'lock'] as const).map((since) => ({ signal, since })),
  ),
);

type Point = (typeof POINTS)[number][number];

/** Milliseconds from the lock on within which the ledger is written, with some to spare. */
const WRITING = 60;

/** Starts a command in a folder, and kills it within so many milliseconds of its start or of when its lock is there. */
async function killed(
  argv: readonly string[],
  cwd: string,
  { signal, since }: Point,
  took: number,
): Promise<ProgramRun> {
  const ended = new AbortController();
  const lock = since === 'lock' ? aLockIn(cwd, ended.signal) : undefined;
  const child = startProgram(argv, { cwd });
  const run = ending(child).finally(() => ended.abort());
  await lock;
  await setTimeout(Math.random() * (since === 'lock' ? WRITING : took));
  child.kill(signal);
  return run;
}

/** Resolves once a lock is there, or the signal says that none will come. */
async function aLockIn(folder: string, signal: AbortSignal): Promise<void> {
  try {
    for await (const { filename } of watch(folder, { signal })) if (filename?.endsWith('.lock') === true) return;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** How a command may end that was to be killed: by the signal, before it had written or behind, or unharmed. */
function endings(command: string, signal: string): readonly string[] {
  const killed = [`${signal} old`, `${signal} new`, '0 new'];
  if (signal !== 'SIGINT') return killed;
  // What was repaired is checked, and that may be interrupted too.
  return [...killed, '130 old', ...(command === 'check' ? ['130 new'] : [])];
}

describe.each(KILLED)('$argv', ({ name, argv }) => {
  test(
    `killed at ${ROUNDS * 6} random points, leaves the ledger whole, and the next command needs no help`,
    { timeout: 60_000 + 60_000 * ROUNDS },
    async () => {
      const start = performance.now();
      const { after } = await undisturbed();
      const took = performance.now() - start;
      for (const points of POINTS) {
        await Promise.all(points.map(async (point) => expectWhole(point, took, after)));
      }
    },
  );

  async function undisturbed(): Promise<{ readonly after: string }> {
    const cwd = await temporaryFolder(FILES);
    expect(await runProgram(argv, { cwd })).toMatchObject({ code: 0 });
    return { after: await readFile(path.join(cwd, name), 'utf8') };
  }

  async function expectWhole(point: Point, took: number, after: string): Promise<void> {
    const cwd = await temporaryFolder(FILES);
    const { code, signal } = await killed(argv, cwd, point, took);
    const text = await readFile(path.join(cwd, name), 'utf8');
    const found = text === after ? 'new' : text === FILES[name] ? 'old' : text;
    expect(endings(argv[0], point.signal)).toContain(`${code ?? signal} ${found}`);
    const next = found === 'old' ? argv : ['record', 'verified', 'seal', '--file', name, '--yes'];
    expect(await runProgram(next, { cwd })).toMatchObject({ code: 0 });
    const now = await readFile(path.join(cwd, name), 'utf8');
    expect(found === 'old' ? now === after : now.includes('verified: ')).toBe(true);
    const left = (await readdir(cwd)).filter((file) => !Object.hasOwn(FILES, file));
    // What is half filled goes with the next writer a minute later: it might be another's that still works.
    expect(left.filter((file) => !/^\.(slip\.)?ledger\.yaml\.[0-9a-f]{12}\.tmp$/u.test(file))).toEqual([]);
  }
});
