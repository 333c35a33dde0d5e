import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import type { Complaint } from '../../src/command-line/complaint.ts';
import { gitStarter } from '../../src/history/git-process.ts';
import type { GitRun, StartGit } from '../../src/platform/io.ts';
import { testRepository } from '../support/git-repository.ts';

const PLACE = {
  cwd: '/',
  env: { PATH: process.env['PATH'], GIT_EXTERNAL_DIFF: 'x', GIT_ICASE_PATHSPECS: '1', LANG: 'de_DE.UTF-8' },
};

async function textOf(run: GitRun): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of run.stdout) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const slowly = (seconds: string): readonly string[] => ['-c', `alias.e=!sleep ${seconds}; echo a`, 'e'];

async function toldBy(work: (start: StartGit) => Promise<void>): Promise<readonly string[]> {
  const told: string[] = [];
  const note = ({ where, what }: Complaint): void => void told.push(`${where}: ${what.en}`);
  await work(gitStarter(new AbortController().signal, note, { word: 200, quick: 100, other: 3000 }));
  return told;
}

describe('a git that is started', () => {
  const start = gitStarter(new AbortController().signal);

  test('is handed texts, and answers', async () => {
    const run = await start(['hash-object', '--stdin'], PLACE);
    run.say('no');
    run.say('w');
    run.close();
    expect(await textOf(run)).toBe('7dc6d95485dbee10cdbf3418aab9982f83f1488c\n');
    expect(await run.ended).toEqual({ code: 0, stderr: '' });
  });

  test('runs and asks nothing that anybody else has set', async () => {
    const run = await start(['-c', 'alias.e=!env', 'e'], PLACE);
    const set = (await textOf(run))
      .split('\n')
      .filter((line) => /^(?:GIT_(?!CONFIG|EXEC|DIR|PREFIX|LITERAL)|LC_|LANGUAGE)/u.test(line));
    expect(set.toSorted()).toEqual([
      'GIT_ALLOW_PROTOCOL=',
      'GIT_GRAFT_FILE=/dev/null',
      'GIT_NO_LAZY_FETCH=1',
      'GIT_NO_REPLACE_OBJECTS=1',
      'GIT_OPTIONAL_LOCKS=0',
      'GIT_PAGER=cat',
      'GIT_TERMINAL_PROMPT=0',
      'LANGUAGE=C',
      'LC_ALL=C',
    ]);
  });

  test('says what went wrong, and not too much of it', async () => {
    const refused = await start(['no-such-command'], PLACE);
    expect(await textOf(refused)).toBe('');
    expect(await refused.ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/is not a git command/u) });
    const long = await start(['-c', 'alias.e=!yes | head -c 1000000 >&2; exit 7', 'e'], PLACE);
    const { code, stderr } = await long.ended;
    expect(code).toBe(7);
    expect(stderr.length).toBeGreaterThanOrEqual(10_000);
    expect(stderr.length).toBeLessThan(200_000);
  });

  test('that takes no more is no failure, and one that is ended has a code', async () => {
    const run = await start(['version'], PLACE);
    await run.ended;
    run.say('x'.repeat(100_000));
    run.close();
    const killed = await start(['-c', 'alias.e=!kill -9 $PPID; sleep 0.1', 'e'], PLACE);
    expect(await killed.ended).toMatchObject({ code: 128 });
  });

  const none = new AbortController().signal;
  const impatient = gitStarter(none, () => {}, { word: 100, quick: 200, other: 400 });

  test.each([
    ['config', ['rev-parse', '--git-dir']],
    ['packed-refs', ['for-each-ref']],
    ['index', ['diff-tree', '-r', 'HEAD']],
  ])('that waits for ever because %s is a pipe is ended', async (name, args) => {
    const { folder } = await testRepository({ a: 'b' });
    rmSync(path.join(folder, '.git', name), { force: true });
    execFileSync('mkfifo', [path.join(folder, '.git', name)]);
    const run = await impatient(args, { ...PLACE, cwd: folder });
    expect(await run.ended).toEqual({ code: 128, stderr: '' });
  });

  test('that is ended is not waited for any longer because of what it started', async () => {
    const from = performance.now();
    const run = await impatient(['-c', 'alias.e=!sleep 20; echo a', 'e'], PLACE);
    expect(await textOf(run)).toBe('');
    expect(await run.ended).toEqual({ code: 128, stderr: '' });
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  test('that speaks, or is spoken to, goes on', async () => {
    const patient = gitStarter(none, () => {}, { word: 1000, quick: 1000, other: 1000 });
    const speaking = await patient(['-c', 'alias.e=!for i in 1 2 3 4 5; do echo $i; sleep 0.3; done', 'e'], PLACE);
    const spoken = textOf(speaking);
    const listening = await patient(['hash-object', '--stdin'], PLACE);
    for (const letter of 'nownow') {
      await setTimeout(200);
      listening.say(letter);
    }
    listening.close();
    expect(await spoken).toBe('1\n2\n3\n4\n5\n');
    expect(await speaking.ended).toEqual({ code: 0, stderr: '' });
    expect(await listening.ended).toEqual({ code: 0, stderr: '' });
  });

  describe('that is silent while somebody waits', () => {
    test('is told of once in a run, and its answer is taken all the same', async () => {
      const told = await toldBy(async (patient) => {
        for (let times = 0; times < 2; times += 1)
          expect(await textOf(await patient(slowly('0.5'), PLACE))).toBe('a\n');
      });
      expect(told).toEqual(['git -c: no answer yet; after 3 seconds without one it is ended']);
    });

    test('is not told of where it answers, where nobody waits, and where it is ended at once', async () => {
      const { folder } = await testRepository({ a: 'b' });
      const told = await toldBy(async (patient) => {
        await textOf(await patient(slowly('0.05'), PLACE));
        const contents = await patient(['cat-file', '--batch'], { ...PLACE, cwd: folder });
        await setTimeout(500);
        contents.close();
        await contents.ended;
        rmSync(path.join(folder, '.git/config'));
        execFileSync('mkfifo', [path.join(folder, '.git/config')]);
        await textOf(await patient(['rev-parse', '--git-dir'], { ...PLACE, cwd: folder }));
      });
      expect(told).toEqual([]);
    });
  });

  test('that is not there', async () => {
    const run = await start(['version'], { cwd: '/', env: { PATH: '/nowhere' } });
    await expect(run.ended).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

test('no git is started once the program ends', async () => {
  const aborted = AbortSignal.abort(new Error('ended'));
  await expect(gitStarter(aborted)(['version'], PLACE)).rejects.toThrow('ended');
});
