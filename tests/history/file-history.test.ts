/** What our side reads out of git's log: revisions, the names that a file had, and where a clone ends. */
import { describe, expect, test } from 'vitest';

import { type Revision, revisionsOf } from '../../src/history/file-history.ts';
import { FACTS, type GitScript, scriptedRepository } from '../support/scripted-git.ts';

const COMMIT = { 'rev-parse --verify HEAD^{commit}': 'h', 'rev-parse --verify v1^{commit}': 'h' };
const NO_NAME = '0'.repeat(40);

function logOf(...names: readonly string[]): string {
  return `log --full-history --date-order --no-show-signature --no-ext-diff --no-textconv --raw --no-abbrev -z -c -M --format=%x01%H%x01%at%x01%aN HEAD -- ${names.join(' ')}`;
}

function madeIn(commit: string): string {
  return `diff-tree -r --raw -z -M --no-commit-id --no-ext-diff --diff-filter=R ${commit}`;
}

/** A commit as `git log --raw -z` tells it. @param contents the names of the parents' contents and of its own, in git's order */
function told(commit: string, contents: readonly string[], status: string, ...paths: readonly string[]): string {
  const names = contents.map((name) => (name === '' ? NO_NAME : name));
  const colons = ':'.repeat(contents.length - 1);
  const modes = contents.map(() => '100644').join(' ');
  return `\u0001${commit}\u00011767574800\u0001张 三\0\n${colons}${modes} ${names.join(' ')} ${status}\0${paths.join('\0')}\0`;
}

async function revisions(script: GitScript, path = 'a.yaml'): Promise<readonly Revision[]> {
  return revisionsOf(await scriptedRepository({ 'diff-tree': '', ...COMMIT, ...script }), path);
}

function shown(all: readonly Revision[]): readonly string[] {
  return all.map(
    ({ commit, content, before }) => `${commit} ${content ?? 'gone'} after ${before.join(',') || 'nothing'}`,
  );
}

describe('the revisions of a file', () => {
  test('each with its author, its time and what was there before', async () => {
    const log = [
      told('c5', ['x3', 'x4', 'x5'], 'MM', 'a.yaml'),
      told('c4', ['x3', 'x3', 'x5'], 'MM', 'a.yaml'),
      told('c3', ['', 'x3'], 'A', 'a.yaml'),
      told('c2', ['x1', ''], 'D', 'a.yaml'),
      told('c1', ['', 'x1'], 'A', 'a.yaml'),
    ];
    const all = await revisions({ [logOf('a.yaml')]: log.join('') });
    expect(shown(all)).toEqual([
      'c5 x5 after x4,x3',
      'c4 x5 after x3',
      'c3 x3 after nothing',
      'c2 gone after x1',
      'c1 x1 after nothing',
    ]);
    expect(all[0]).toMatchObject({ author: '张 三', at: new Date('2026-01-05T01:00:00Z') });
  });

  test('none, where no commit has it', async () => {
    expect(await revisions({ log: '' })).toEqual([]);
  });

  test('up to the commit that is asked for', async () => {
    const log = { [logOf('a.yaml').replace('HEAD', 'v1')]: told('c1', ['', 'x1'], 'A', 'a.yaml') };
    const repository = await scriptedRepository({ 'diff-tree': '', ...COMMIT, ...log });
    expect(shown(await revisionsOf(repository, 'a.yaml', 'v1'))).toEqual(['c1 x1 after nothing']);
  });

  test('of a repository with a file of another sort in between', async () => {
    const log = `${told('c2', ['x1', 'x2'], 'M', 'a.yaml')}stray\0${told('c1', ['', 'x1'], 'A', 'a.yaml')}`;
    expect(shown(await revisions({ log }))).toEqual(['c2 x2 after x1', 'c1 x1 after nothing']);
  });
});

const nth = (at: number): string => (at === 0 ? 'a.yaml' : `n${at}`);
const firstNames = (most: number): readonly string[] => Array.from({ length: most }, (_, at) => nth(at));

describe('under all its names', () => {
  const OLD = told('c1', ['', 'x1'], 'A', 'old.yaml');
  const both = ['c2 x2 after x1', 'c1 x1 after nothing'];

  test('where the log has the renaming', async () => {
    const renamed = told('c2', ['x1', 'x2'], 'R090', 'old.yaml', 'a.yaml');
    // Only a beginning makes the log be asked again.
    const begun = told('c0', ['', 'x9'], 'A', 'a.yaml');
    const script = { [logOf('a.yaml')]: renamed + begun, [logOf('a.yaml', 'old.yaml')]: renamed + OLD };
    expect(shown(await revisions(script))).toEqual(both);
  });

  test('where the commit that made it has the renaming', async () => {
    const made = told('c2', ['', 'x1'], 'A', 'a.yaml');
    const script = {
      [logOf('a.yaml')]: made,
      [madeIn('c2')]: ':1 1 x y R100\0other\0b.yaml\0:1 1 x y R100\0old.yaml\0a.yaml\0',
      [logOf('a.yaml', 'old.yaml')]: made + told('c1', ['', 'x1'], 'A', 'old.yaml'),
      [madeIn('c1')]: '',
    };
    expect(shown(await revisions(script))).toEqual(['c2 x1 after nothing', 'c1 x1 after nothing']);
  });

  test('but for what another file was under one of them', async () => {
    const log = [
      told('c6', ['x2', 'x3'], 'M', 'a.yaml'),
      told('c5', ['y1', 'y2'], 'M', 'old.yaml'),
      told('c4', ['', 'y1'], 'A', 'old.yaml'),
      told('c3', ['x1', 'x2'], 'R080', 'old.yaml', 'a.yaml'),
      told('c2', ['x0', 'x1'], 'M', 'old.yaml'),
      told('c1', ['', 'x0'], 'A', 'old.yaml'),
      told('c0', ['z1', ''], 'D', 'a.yaml'),
    ].join('');
    expect(shown(await revisions({ log }))).toEqual([
      'c6 x3 after x2',
      'c3 x2 after x1',
      'c2 x1 after x0',
      'c1 x0 after nothing',
    ]);
  });

  test('also where the newest commit took it away', async () => {
    const log = [
      told('c4', ['x2', ''], 'D', 'a.yaml'),
      told('c3', ['', 'y1'], 'A', 'old.yaml'),
      told('c2', ['x1', 'x2'], 'R080', 'old.yaml', 'a.yaml'),
      told('c1', ['', 'x1'], 'A', 'old.yaml'),
    ].join('');
    expect(shown(await revisions({ log }))).toEqual(['c4 gone after x2', 'c2 x2 after x1', 'c1 x1 after nothing']);
  });

  test('fifty of them at most', async () => {
    const script: Record<string, string> = {};
    for (let most = 1; most <= 60; most += 1) {
      const names = firstNames(most);
      script[logOf(...names)] = names.map((name, at) => told(`c${at}`, ['', 'x'], 'A', name)).join('');
      script[madeIn(`c${most - 1}`)] = `:1 1 x y R100\0${nth(most)}\0${nth(most - 1)}\0`;
    }
    expect(await revisions(script)).toHaveLength(50);
  });
});

test('a clone that ends there is refused with the command that helps', async () => {
  const script = {
    ...COMMIT,
    'diff-tree': '',
    log: told('a1b2c3d4e5f60718', ['', 'x1'], 'A', 'a.yaml'),
    'rev-list --max-count=1 --parents a1b2c3d4e5f60718': 'a1b2c3d4e5f60718\n',
    remote: 'far\n',
  };
  const object = { a1b2c3d4e5f60718: 'tree ab\nparent cd\n' };
  const shallow = await scriptedRepository(script, object, FACTS.replace('false', 'true'));
  await expect(revisionsOf(shallow, 'a.yaml')).rejects.toMatchObject({
    complaint: {
      where: '--since x',
      what: { en: 'the clone is shallow: the history before a1b2c3d4e5 is not here' },
      remedy: { en: 'Run `git fetch --unshallow far`.' },
    },
  });
  shallow.close();
  const whole = await scriptedRepository(script, object);
  expect(await revisionsOf(whole, 'a.yaml')).toHaveLength(1);
});
