import { describe, expect, test } from 'vitest';

import { type MemoryEntry, type MemoryMachine, runInMemory } from '../support/memory-io.ts';
import { AS_OF, CLEAN } from '../support/sample-ledgers.ts';

interface Found {
  readonly code: number;
  readonly files: readonly string[];
  readonly stderr: string;
}

async function find(paths: readonly string[], machine: MemoryMachine): Promise<Found> {
  const { code, stdout, stderr } = await runInMemory(['check', ...AS_OF, '--format', 'json', ...paths], machine);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the published schema is tested with the reporter
  const { files } = JSON.parse(stdout) as { readonly files: readonly string[] };
  return { code, files, stderr };
}

const tree: Readonly<Record<string, MemoryEntry>> = {
  'ledger.yaml': CLEAN,
  'north/ledger.yaml': CLEAN,
  'north/old.ledger.yaml': CLEAN,
  'north/ledger.yml': CLEAN,
  'north/notes.yaml': 'anything',
  'south/deep/er/ledger.yaml': CLEAN,
  'south/.hidden/ledger.yaml': CLEAN,
  'south/node_modules/thing/ledger.yaml': CLEAN,
  'empty/readme.md': 'nothing here',
};

describe('a path', () => {
  test.each([
    ['a file of any name', ['north/old.ledger.yaml'], ['north/old.ledger.yaml']],
    ['a folder', ['north'], ['north/ledger.yaml', 'north/old.ledger.yaml']],
    ['folders below, but no dot folder and no node_modules', ['south'], ['south/deep/er/ledger.yaml']],
    ['a hidden folder that is named', ['south/.hidden'], ['south/.hidden/ledger.yaml']],
    [
      'the working folder',
      ['.'],
      ['ledger.yaml', 'north/ledger.yaml', 'north/old.ledger.yaml', 'south/deep/er/ledger.yaml'],
    ],
    ['an absolute path', ['/company/north/ledger.yaml'], ['north/ledger.yaml']],
    [
      'the same file by several names',
      ['./north/ledger.yaml', 'north/../north/ledger.yaml', 'north'],
      ['north/ledger.yaml', 'north/old.ledger.yaml'],
    ],
  ])('%s', async (_, paths, files) => {
    expect(await find(paths, { files: tree })).toEqual({ code: 0, files, stderr: '' });
  });

  test('outside the working folder is shown by the way there', async () => {
    const found = await find(['../north'], { files: tree, cwd: '/company/south' });
    expect(found.files).toEqual(['../north/ledger.yaml', '../north/old.ledger.yaml']);
  });

  test('in other orders gives the same report', async () => {
    const one = await find(['south', 'north', 'ledger.yaml'], { files: tree });
    expect(await find(['ledger.yaml', 'north', 'south'], { files: tree })).toEqual(one);
  });
});

describe('without a path', () => {
  test.each([
    ['/company', ['ledger.yaml']],
    ['/company/south/deep', ['../../ledger.yaml']],
    ['/company/south/deep/er', ['ledger.yaml']],
  ])('from %s the nearest ledger is checked', async (cwd, files) => {
    expect(await find([], { files: tree, cwd })).toEqual({ code: 0, files, stderr: '' });
  });

  test('a folder of that name is passed over', async () => {
    const files = { 'ledger.yaml': CLEAN, 'south/ledger.yaml': { kind: 'folder' } } as const;
    expect((await find([], { files, cwd: '/company/south' })).files).toEqual(['../ledger.yaml']);
  });
});

describe('links', () => {
  test('to a file lead to a ledger, which is checked once and shown by its first name', async () => {
    const files = { 'a/ledger.yaml': { linkTo: '../b/ledger.yaml' }, 'b/ledger.yaml': CLEAN };
    expect((await find(['.'], { files })).files).toEqual(['a/ledger.yaml']);
    expect((await find(['b', 'a'], { files })).files).toEqual(['a/ledger.yaml']);
  });

  test('to a folder are not followed by a walk, but may be named', async () => {
    const files = {
      'company/link': { linkTo: '../elsewhere' },
      'elsewhere/ledger.yaml': CLEAN,
      'company/ledger.yaml': CLEAN,
    };
    expect((await find(['company'], { files })).files).toEqual(['company/ledger.yaml']);
    expect((await find(['company/link'], { files })).files).toEqual(['company/link/ledger.yaml']);
  });

  test('that lead nowhere or round in a circle are told', async () => {
    const files = {
      'a/ledger.yaml': { linkTo: 'gone.yaml' },
      'b/ledger.yaml': { linkTo: 'ledger.yaml' },
      'c/ledger.yaml': CLEAN,
    };
    const { code, files: found, stderr } = await find(['.'], { files });
    expect({ code, found }).toEqual({ code: 3, found: ['c/ledger.yaml'] });
    expect(stderr).toContain('a/ledger.yaml: does not exist');
    expect(stderr).toContain('b/ledger.yaml: the links form a loop');
  });
});

describe('a path without a ledger', () => {
  test.each([
    ['nothing', 'gone.yaml', 'gone.yaml: does not exist'],
    ['a name that is no text', '\uFFFD.yaml', '\uFFFD.yaml: the name is not valid UTF-8'],
    ['a folder without any', 'empty', 'empty: there is no `ledger.yaml`'],
    ['a pattern without a match', 'x/*.yaml', 'x/*.yaml: no file matches'],
    ['a device', 'device', 'device: neither a file nor a folder'],
    ["a device of a ledger's name", 'odd', 'odd/ledger.yaml: neither a file nor a folder'],
    ['a file that may not be read', 'secret.yaml', 'secret.yaml: permission denied'],
    ['a folder that may not be read', 'locked', 'locked: permission denied'],
  ])('%s: 3, and the others are checked', async (_, path, words) => {
    const { code, files, stderr } = await find([path, 'north/ledger.yaml'], {
      files: {
        ...tree,
        device: { kind: 'device' },
        'odd/ledger.yaml': { kind: 'device' },
        'secret.yaml': { kind: 'file', refuses: 'EACCES' },
        locked: { kind: 'folder', refuses: 'EACCES' },
      },
    });
    expect({ code, files }).toEqual({ code: 3, files: ['north/ledger.yaml'] });
    expect(stderr).toContain(`error: ${words}`);
  });

  test('cannot forge a line on stderr', async () => {
    const { stderr } = await find(['x\nerror: forged\u{1B}[31m'], { files: tree });
    expect(stderr.split('\n')).toHaveLength(3);
    expect(stderr).not.toContain('\u{1B}');
  });
});

describe('a pattern', () => {
  test('stands for the files that it matches', async () => {
    const globs = { '*/ledger.yaml': ['/company/north/ledger.yaml'] };
    expect((await find(['*/ledger.yaml'], { files: tree, globs })).files).toEqual(['north/ledger.yaml']);
  });

  test('is a name where a file of that name exists', async () => {
    expect((await find(['[a].yaml'], { files: { '[a].yaml': CLEAN } })).files).toEqual(['[a].yaml']);
  });
});
