import { describe, expect, test } from 'vitest';

import { applyToData, type Edit } from '../../src/domain/edit.ts';
import { appendEntry, appendItem, EDIT_CASES, removeField, setField } from '../support/edit-cases.ts';
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
