/** What somebody who writes a ledger sees in an editor, by the schema line that `ledger init` writes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { licenceKinds } from '../../src/licences/index.ts';
import { LanguageServer, type Position } from '../support/language-server.ts';
import { runProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ENTRIES = `licences:
  - id: isp
    kind: isp
    expires: 2027-03-14
  - id: another
    kind: 
resources:
  - id: line
    kind: leased-line
    colour: red
    expires: 2027-03-14
`;

/** A first ledger with entries in it, open in an editor. */
async function edit(): Promise<{ server: LanguageServer; problems: unknown; after: (text: string) => Position }> {
  const folder = await temporaryFolder({});
  expect(await runProgram(['init', '--company', '示例', '--yes'], { cwd: folder })).toMatchObject({ code: 0 });
  const file = path.join(folder, 'ledger.yaml');
  const first = await readFile(file, 'utf8');
  expect(first).toMatch(/^# yaml-language-server: \$schema=/u);
  const text = first.replace('licences: []\n', '').replace('resources: []\n', ENTRIES);
  const server = new LanguageServer(file);
  onTestFinished(() => {
    server.close();
  });
  const after = (part: string): Position => {
    const lines = text.slice(0, text.indexOf(part) + part.length).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  return { server, problems: await server.open(text), after };
}

test('completes kinds and keys, explains a key, and marks a wrong one', async () => {
  const { server, problems, after } = await edit();
  expect(problems).toMatchObject({
    diagnostics: expect.arrayContaining([
      expect.objectContaining({
        message: expect.stringContaining('colour'),
        range: expect.objectContaining({ start: expect.objectContaining({ line: after('colour').line }) }),
      }),
    ]),
  });
  const kinds = await server.at('completion', after('id: another\n    kind: '));
  const keys = await server.at('completion', after('colour: red\n    '));
  for (const { kind } of licenceKinds) {
    expect(kinds).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ label: kind })]) });
  }
  for (const key of ['serves', 'provider', 'evidence']) {
    expect(keys).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ label: key })]) });
  }
  const hover = await server.at('hover', after('colour: red\n    exp'));
  expect(hover).toMatchObject({
    contents: {
      value: expect.stringContaining(
        '#### 到期日 Expires\n\n到期日，即最后有效日；没有期限的写never。\n\nThe last valid day;',
      ),
    },
  });
});
