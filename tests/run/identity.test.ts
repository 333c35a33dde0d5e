/* oxlint-disable typescript/no-unsafe-type-assertion -- documents of the program itself, whose schema has tests of its own */
import { describe, expect, test } from 'vitest';

import { runInMemory } from '../support/memory-io.ts';
import { EXPIRED } from '../support/sample-ledgers.ts';

interface Machine {
  readonly files: Readonly<Record<string, string>>;
  readonly cwd: string;
}

async function fingerprints(paths: readonly string[], machine: Machine): Promise<readonly string[]> {
  const run = await runInMemory(['check', ...paths, '--as-of', '2026-11-21', '--format', 'json'], machine);
  const { findings } = JSON.parse(run.stdout) as { readonly findings: readonly { readonly fingerprint: string }[] };
  return findings.map(({ fingerprint }) => fingerprint);
}

function broken(line: string): Machine {
  return { files: { '/x/ledger.yaml': `version: 1\ncompany: "${line}"` }, cwd: '/x' };
}

describe('what a finding is known by', () => {
  const files = { '/repository/.git/HEAD': '', '/repository/companies/a/ledger.yaml': EXPIRED };

  test('is the same wherever in the repository the program is run, and the repository itself may move', async () => {
    const below = await fingerprints([], { files, cwd: '/repository/companies/a' });
    expect(below).toHaveLength(1);
    expect(await fingerprints(['companies'], { files, cwd: '/repository' })).toEqual(below);
    expect(await fingerprints(['/repository/companies/a/ledger.yaml'], { files, cwd: '/' })).toEqual(below);
    const moved = { '/elsewhere/.git/HEAD': '', '/elsewhere/companies/a/ledger.yaml': EXPIRED };
    expect(await fingerprints([], { files: moved, cwd: '/elsewhere/companies/a' })).toEqual(below);
  });

  test('is another for another ledger of the repository', async () => {
    const two = { ...files, '/repository/companies/b/ledger.yaml': EXPIRED };
    const [a, b] = await fingerprints(['companies'], { files: two, cwd: '/repository' });
    expect(a).not.toBe(b);
  });

  test('outside a repository is the file name with the company', async () => {
    const [here] = await fingerprints([], { files: { '/one/ledger.yaml': EXPIRED }, cwd: '/one' });
    const [there] = await fingerprints(['two/ledger.yaml'], { files: { '/x/two/ledger.yaml': EXPIRED }, cwd: '/x' });
    const other = EXPIRED.replace('91110108MA01ABCD5T', '91310000MA1FL0000X');
    const [ofOther] = await fingerprints([], { files: { '/one/ledger.yaml': other }, cwd: '/one' });
    expect(there).toBe(here);
    expect(ofOther).not.toBe(here);
  });

  test('where the text cannot be read is the beginning of its line, however long that is', async () => {
    const named = await fingerprints([], broken('\\q'.repeat(2000)));
    expect(new Set(named).size).toBe(named.length);
    expect(await fingerprints([], broken('\\q'.repeat(500_000)))).toEqual(named);
    expect(await fingerprints([], broken(`x${'\\q'.repeat(2000)}`))).not.toEqual(named);
  });

  test('of two that share even that is their place in the order of paths', async () => {
    const same = { '/x/a/ledger.yaml': EXPIRED, '/x/b/ledger.yaml': EXPIRED };
    const [first, second] = await fingerprints(['.'], { files: same, cwd: '/x' });
    expect(first).not.toBe(second);
    expect(await fingerprints(['a', 'b'], { files: same, cwd: '/x' })).toEqual([first, second]);
  });
});
