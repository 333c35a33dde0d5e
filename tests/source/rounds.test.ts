/** Which edits are cut in one step: a wrong answer is found out and costs time, so that no other test sees it. */
import { expect, test } from 'vitest';

import type { Edit } from '../../src/domain/edit.ts';
import type { DataPath } from '../../src/domain/ledger.ts';
import { nextRound } from '../../src/source/editing/rounds.ts';
import {
  appendEntry,
  appendItem,
  removeField,
  removeItem,
  renameField,
  replace,
  setField,
} from '../support/edit-cases.ts';

const DATA = { policy: {}, licences: [], resources: [{}, {}, {}], waivers: [1, 2, 3, 4] };
const at = (index: number): DataPath => ['resources', index];
const set = (index: number, field: string): Edit => setField(at(index), field, 1);
const entry = (list: 'licences' | 'resources' | 'duties'): Edit => appendEntry(list, { id: 'a' });
const waiver = (index: number): Edit => removeItem(['waivers'], index);

test.each<[name: string, edits: readonly Edit[], now: readonly (readonly number[])[], later: readonly number[]]>([
  ['fields of one entry and of another', [set(0, 'a'), set(1, 'a'), set(1, 'b')], [[0], [1], [2]], []],
  ['one field twice', [set(0, 'a'), set(0, 'a'), set(0, 'b')], [[0], [2]], [1]],
  ['a field, and what lies in it', [set(0, 'a'), setField([...at(0), 'a'], 'b', 1), set(1, 'a')], [[0], [2]], [1]],
  ['what lies in a field, and the field', [setField([...at(0), 'a'], 'b', 1), set(0, 'a')], [[0]], [1]],
  ['a field gone, and another of the same entry', [removeField(at(0), 'a'), set(0, 'b'), set(1, 'b')], [[0], [2]], [1]],
  ['a field, and another of the same entry gone', [set(0, 'b'), removeField(at(0), 'a')], [[0]], [1]],
  ['a value replaced, and set', [replace([...at(0), 'a'], 1), set(0, 'a'), set(0, 'b')], [[0], [2]], [1]],
  [
    'another name, and the fields of both names',
    [renameField(at(0), 'a', 'b'), set(0, 'a'), set(0, 'b'), set(0, 'c')],
    [[0], [3]],
    [1, 2],
  ],
  ['a new section, and anything', [setField([], 'rules', 1), set(0, 'a')], [[0]], [1]],
  ['a section that is there, and an entry', [setField([], 'policy', 1), set(0, 'a')], [[0], [1]], []],
  ['a new list, and an entry for it', [entry('duties'), entry('duties'), set(0, 'a')], [[0, 1]], [2]],
  ['entries for two lists', [entry('licences'), entry('resources'), entry('licences')], [[0, 2], [1]], []],
  [
    'items for lists of several entries',
    [appendItem(at(0), 'a', 1), appendItem(at(1), 'a', 1), appendItem(at(0), 'a', 2), appendItem(at(0), 'b', 3)],
    [[0, 2], [1], [3]],
    [],
  ],
  [
    'an entry, and a field of another one of its list',
    [entry('resources'), set(0, 'a'), entry('resources')],
    [[0]],
    [1, 2],
  ],
  ['items from the last to the first', [waiver(3), waiver(1), waiver(0)], [[0], [1], [2]], []],
  ['items from the first to the last', [waiver(0), waiver(1), waiver(2)], [[0]], [1, 2]],
  ['an item between two', [waiver(3), waiver(0), waiver(1)], [[0], [1]], [2]],
  ['an item twice', [waiver(1), waiver(1)], [[0]], [1]],
  [
    'an item, and fields before and behind it',
    [removeItem(['resources'], 1), set(0, 'a'), set(1, 'a'), set(2, 'a')],
    [[0], [1]],
    [2, 3],
  ],
  ['an item, and something of another list', [removeItem(['resources'], 0), waiver(1)], [[0], [1]], []],
  [
    'a field, and items before it and of it',
    [set(2, 'a'), removeItem(['resources'], 2), removeItem(['resources'], 0)],
    [[0]],
    [1, 2],
  ],
  ['a field, and an item of another entry', [set(2, 'a'), removeItem(['resources'], 0)], [[0], [1]], []],
  [
    'what has to wait, and what would move it',
    [set(2, 'a'), set(2, 'a'), removeItem(['resources'], 0), set(1, 'a')],
    [[0]],
    [1, 2, 3],
  ],
])('%s', (_, edits, now, later) => {
  const round = nextRound(edits, DATA);
  expect({
    now: round.now.map((unit) => unit.map((one) => edits.indexOf(one))),
    later: round.later.map((one) => edits.indexOf(one)),
  }).toEqual({ now, later });
});
