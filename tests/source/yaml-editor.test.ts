import { describe, expect, test } from 'vitest';

import { applyToData, type Edit } from '../../src/domain/edit.ts';
import { editYaml } from '../../src/source/yaml-editor.ts';
import {
  appendEntry,
  appendItem,
  EDIT_CASES,
  removeField,
  removeItem,
  renameField,
  replace,
  setField,
} from '../support/edit-cases.ts';
import { editText } from '../support/edit-text.ts';
import { documentOf } from '../support/read-ledger.ts';

describe('an edit changes its lines and no others', () => {
  test.each(EDIT_CASES)('$name', async ({ edits, before, after }) => {
    const edited = await editText(before, edits);
    expect(edited).toEqual({ text: after, patches: expect.any(Array) });
    const { data } = await documentOf(before);
    expect((await documentOf(after)).data).toEqual(edits.reduce(applyToData, data));
  });
});

describe('what was cut is told', () => {
  test('in the text that was given, however many steps it took', async () => {
    const edited = await editText('\uFEFFlicences: []\nresources:\n', [
      appendEntry('licences', { id: 'a' }),
      appendEntry('licences', { id: 'b' }),
      setField(['licences', 0], 'id', 'c'),
    ]);
    expect(edited).toEqual({
      text: '\uFEFFlicences:\n  - id: c\n  - id: b\nresources:\n',
      patches: [
        { start: 9, end: 12, text: '' },
        { start: 13, end: 13, text: '  - id: c\n  - id: b\n' },
      ],
    });
  });

  test('nothing touches what is as it should be', async () => {
    expect(await editText('policy:  { warnWithin: 60 }', [setField(['policy'], 'warnWithin', 60)])).toEqual({
      text: 'policy:  { warnWithin: 60 }',
      patches: [],
    });
  });
});

const NO_ENTRY = 'the entry to change is not in the ledger, or does not have the expected form';
const ELSEWHERE =
  'as the file is written, this cannot be changed without affecting other content; edit the file by hand';
const ALIAS = 'there is an alias there, and what it stands for is used elsewhere too; edit the file by hand';

const BY_HAND = 'this place is written in a way that cannot be changed automatically; edit the file by hand';
const SHARED = 'resources:\n  - &a { m: &m { x: 1 }, l: &l [1, 2], t: &t x }\n';

describe('made one after the other, where together they would cut the same place', () => {
  test.each<{ name: string; text: string; edits: readonly Edit[]; after: string }>([
    {
      name: 'neighbours in brackets',
      text: 'waivers: [a, b, c, d]\n',
      edits: [removeItem(['waivers'], 3), removeItem(['waivers'], 2)],
      after: 'waivers: [a, b]\n',
    },
    {
      name: 'all items',
      text: 'waivers: [a, b, c, d] # x\n',
      edits: [3, 2, 1, 0].map((at) => removeItem(['waivers'], at)),
      after: 'waivers: [] # x\n',
    },
  ])('$name', async ({ text, edits, after }) => {
    expect(await editText(text, edits)).toHaveProperty('text', after);
  });

  test.each([0, 1])('and refused where one of them cannot be made: %i', async (which) => {
    const text = 'resources:\n  - &a { id: x }\n  - *a\n  - { id: y }\n';
    const edits = [setField(['resources', 2], 'title', 'x')];
    edits.splice(which, 0, setField(['resources', 1], 'title', 'x'));
    expect(await editText(text, edits)).toHaveProperty('refusal.en', ALIAS);
  });
});

describe('what the edited document holds', () => {
  test('are the entries of before, and those that are new, as the same objects', async () => {
    const document = await documentOf('licences:\n  - id: a\n  - id: b\nresources: [{ id: c }]\n');
    const entry = { id: 'd' };
    const edited = await editYaml(document, [setField(['licences', 0], 'id', 'x'), appendEntry('resources', entry)]);
    if ('refusal' in edited) throw new Error(edited.refusal.en);
    const [before, after] = [lists(document.data), lists(edited.document.data)];
    expect(after['licences']).toEqual([{ id: 'x' }, { id: 'b' }]);
    expect(after['licences']?.[1]).toBe(before['licences']?.[1]);
    expect(after['resources']?.[0]).toBe(before['resources']?.[0]);
    expect(after['resources']?.[1]).toBe(entry);
  });

  test('is begun in a file that holds nothing, with the breaks that it has', async () => {
    const add = appendEntry('resources', { id: 'a' });
    expect(await editText('', [add])).toHaveProperty('text', 'resources:\n  - id: a\n');
    expect(await editText('# a\r', [add])).toHaveProperty('text', '# a\rresources:\r  - id: a\r');
    expect(await editText('# a\r\n# b', [add])).toHaveProperty('text', '# a\r\n# b\r\nresources:\r\n  - id: a');
    expect(await editText('# a ...\n...\n# b\n', [add])).toHaveProperty(
      'text',
      '# a ...\nresources:\n  - id: a\n...\n# b\n',
    );
  });

  test('loses an entry with 50,000 lines of comments', async () => {
    const comments = '      # x\n'.repeat(50_000);
    const edited = await editText(`waivers:\n  - rule: a\n${comments}  - rule: b\n`, [removeItem(['waivers'], 0)]);
    expect(edited).toHaveProperty('text', 'waivers:\n  - rule: b\n');
  });
});

function lists(data: unknown): Readonly<Record<string, readonly unknown[]>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the text says so
  return data as Readonly<Record<string, readonly unknown[]>>;
}

describe('refused', () => {
  test.each<{ name: string; text: string; edit: Edit; reason: string }>([
    {
      name: 'an entry that is not there',
      text: 'resources: []',
      edit: setField(['resources', 0], 'a', 1),
      reason: NO_ENTRY,
    },
    { name: 'a field of a text', text: 'resources: [a]', edit: setField(['resources', 0], 'a', 1), reason: NO_ENTRY },
    {
      name: 'a list that is a text',
      text: 'resources: a',
      edit: appendEntry('resources', { id: 'a' }),
      reason: NO_ENTRY,
    },
    { name: 'a file that is a list', text: '- a', edit: appendEntry('resources', { id: 'a' }), reason: NO_ENTRY },
    {
      name: 'an entry behind an alias',
      text: 'resources:\n  - &a { id: x }\n  - *a\n',
      edit: setField(['resources', 1], 'title', 'x'),
      reason: ALIAS,
    },
    {
      name: 'a list behind an alias',
      text: 'resources:\n  - serves: &s [isp]\n  - serves: *s\n',
      edit: appendItem(['resources', 1], 'serves', 'idc'),
      reason: ALIAS,
    },
    {
      name: 'a value that an alias repeats elsewhere',
      text: 'resources:\n  - expires: &e 2026-12-31\n  - expires: *e\n',
      edit: setField(['resources', 0], 'expires', '2027-12-31'),
      reason: ELSEWHERE,
    },
    {
      name: 'an anchor that is used elsewhere',
      text: 'resources:\n  - &a { id: x, serves: &s [isp] }\n  - serves: *s\n',
      edit: removeField(['resources', 0], 'serves'),
      reason: ELSEWHERE,
    },
    {
      name: 'a mapping behind an alias',
      text: `${SHARED}  - m: *m\n`,
      edit: setField(['resources', 1], 'm', { y: 2 }),
      reason: ALIAS,
    },
    {
      name: 'an item that is an alias',
      text: `${SHARED}  - l: [*t, y]\n`,
      edit: replace(['resources', 1, 'l', 0], 'z'),
      reason: ALIAS,
    },
    {
      name: 'an item that is a text in lines',
      text: 'resources:\n  - l:\n      - |\n        x\n',
      edit: replace(['resources', 0, 'l', 0], 'z'),
      reason: BY_HAND,
    },
    {
      name: 'an item that is a mapping',
      text: 'resources:\n  - l: [{ x: 1 }]\n',
      edit: replace(['resources', 0, 'l', 0], 'z'),
      reason: BY_HAND,
    },
    {
      name: 'a list in a list',
      text: 'resources:\n  - l: [[1, 2]]\n',
      edit: removeItem(['resources', 0, 'l', 0], 1),
      reason: BY_HAND,
    },
    {
      name: 'a list behind an alias, of which an item goes',
      text: `${SHARED}  - l: *l\n`,
      edit: removeItem(['resources', 1, 'l'], 0),
      reason: ALIAS,
    },
    {
      name: 'items behind the sign of a key in lines',
      text: '? waivers\n: - a\n  - b\n',
      edit: removeItem(['waivers'], 0),
      reason: BY_HAND,
    },
    {
      name: 'a key that is an alias',
      text: `${SHARED}  - { *t : 1 }\n`,
      edit: renameField(['resources', 1], 'x', 'y'),
      reason: ALIAS,
    },
    {
      name: 'a key that is a text in lines',
      text: 'resources:\n  - ? |-\n      x\n    : 1\n',
      edit: renameField(['resources', 0], 'x', 'y'),
      reason: BY_HAND,
    },
    {
      name: 'a text to which an item is added',
      text: 'resources:\n  - serves: isp\n',
      edit: appendItem(['resources', 0], 'serves', 'idc'),
      reason: NO_ENTRY,
    },
    {
      name: 'the second of two, when the first can be made',
      text: 'resources:\n  - &a { id: x }\n  - *a\n',
      edit: setField(['resources', 1], 'title', 'x'),
      reason: ALIAS,
    },
  ])('$name', async ({ text, edit, reason }) => {
    expect(await editText(text, [edit])).toEqual({
      refusal: { en: reason, zh: expect.stringMatching(/\p{Script=Han}/u) },
    });
  });

  test('all edits, when one of them is', async () => {
    const edits = [appendEntry('resources', { id: 'a' }), setField(['resources', 7], 'id', 'b')];
    expect(await editText('resources: []\n', edits)).toHaveProperty('refusal');
  });
});
