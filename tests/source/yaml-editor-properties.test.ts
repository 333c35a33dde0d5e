import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { applyToData, type Edit, type Plain } from '../../src/domain/edit.ts';
import type { DataPath } from '../../src/domain/ledger.ts';
import { scalarText } from '../../src/source/editing/scalar-text.ts';
import { editYaml, type Patch } from '../../src/source/yaml-editor.ts';
import { readYaml } from '../../src/source/yaml-reader.ts';
import { arbitraryYaml } from '../support/arbitrary-yaml.ts';
import {
  appendEntry,
  appendItem,
  removeField,
  removeItem,
  renameField,
  replace,
  setField,
} from '../support/edit-cases.ts';
import { editText } from '../support/edit-text.ts';

const words = fc.oneof(
  fc.constantFrom(
    'x',
    'yes',
    '12',
    '2026-12-31',
    'a: b',
    '# a',
    ' a',
    '',
    '甲，乙',
    '一\n 二\n',
    '\u001B',
    '[',
    '}',
    ', ',
    '~',
    "it's",
    '\\',
    '"',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const scalar: fc.Arbitrary<Plain> = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null));
const key = fc.oneof(fc.constantFrom('title', 'notes', '2025', '2026-Q3', 'a b', '012', 'true', '__proto__'), words);
const { value } = fc.letrec<{ value: Plain; list: Plain; mapping: Plain }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('list'), tie('mapping')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  mapping: fc.dictionary(key, tie('value'), { maxKeys: 3 }),
}));
const entry = fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 });
const list = fc.constantFrom('licences', 'resources', 'requirements', 'waivers');

/** What an edit is made of; the data decides where it applies. */
const plan = fc.record({
  kind: fc.constantFrom(
    'append-entry',
    'append-item',
    'set-field',
    'remove-field',
    'replace',
    'rename-field',
    'remove-item',
  ),
  list,
  entry,
  at: fc.nat(),
  field: fc.oneof(fc.nat(), fc.constantFrom('serves', 'evidence', 'owner', 'annualReports')),
  value,
});
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}

function mappingsOf(data: unknown, path: DataPath = []): readonly DataPath[] {
  if (!isObject(data)) return [];
  const below = Object.entries(data).flatMap(([key, inner]) =>
    mappingsOf(inner, [...path, Array.isArray(data) ? Number(key) : key]),
  );
  return Array.isArray(data) ? below : [path, ...below];
}

/** Lists that a mapping has, with their lengths. */
function listsOf(data: unknown): readonly (readonly [path: DataPath, length: number])[] {
  return mappingsOf(data).flatMap((path) =>
    Object.entries(valueAt(data, path) ?? {}).flatMap(([field, inner]) =>
      Array.isArray(inner) ? [[[...path, field], inner.length] as const] : [],
    ),
  );
}

function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), data);
}

function editFor(data: unknown, { kind, list, entry, at, field, value }: Plan, among = mappingsOf(data)): Edit {
  const path = among[at % among.length];
  if (kind === 'append-entry' || path === undefined) return appendEntry(list, entry);
  const fields = Object.keys(valueAt(data, path) ?? {});
  const name = typeof field === 'string' ? field : (fields[field % fields.length] ?? 'new');
  if (kind === 'remove-field') return removeField(path, name);
  if (kind === 'replace') return replace([...path, name], typeof value === 'object' ? 'x' : value);
  if (kind === 'rename-field') return renameField(path, name, `${name}-2`);
  if (kind === 'remove-item') return removeItem([...path, name], at % 3);
  return kind === 'append-item' ? appendItem(path, name, value) : setField(path, name, value);
}

async function dataOf(text: string): Promise<unknown> {
  const read = await readYaml(text.replace(/^\uFEFF/, ''));
  return 'document' in read ? read.document.data : undefined;
}

/** What of a text its patches leave. */
function keptOf(text: string, patches: readonly Patch[]): readonly string[] {
  const ends = [0, ...patches.map(({ end }) => end)];
  return ends.map((end, at) => text.slice(end, patches[at]?.start));
}

/** The parts stand in a text in their order. */
function expectKept(text: string, parts: readonly string[]): void {
  let rest = text;
  for (const part of parts) {
    const at = rest.indexOf(part);
    expect(at).toBeGreaterThanOrEqual(0);
    rest = rest.slice(at + part.length);
  }
}

/** Only what is as much as nothing may be cut to make room for what is new. */
const AS_GOOD_AS_NOTHING = /^\s*(?:~|null|\[\s*\]|\{\s*\})?\s*$/i;

function isAddition(data: unknown, edit: Edit): boolean {
  if (edit.kind === 'append-entry' || edit.kind === 'append-item') return true;
  return edit.kind === 'set-field' && !Object.hasOwn(Object(valueAt(data, edit.path)), edit.field);
}

/** The text that an edit makes of another; undefined where it is refused. */
async function textAfter(text: string, edits: readonly Edit[]): Promise<string | undefined> {
  const edited = await editText(text, edits);
  return 'refusal' in edited ? undefined : edited.text;
}

/** What is written beside comments, which belong to none of their neighbours for certain where these are taken out. */
function linesOf(text: string | undefined): readonly string[] | undefined {
  const lines = text?.replaceAll(/# (?:behind|above|deep|at the margin|alone) \d+/gu, '').split('\n');
  return lines?.map((line) => line.trimEnd()).filter((line) => line !== '');
}

describe('for any ledger in any style', () => {
  test('the data is the old data plus the edit, and nothing but the edit is cut', async () => {
    const property = fc.asyncProperty(arbitraryYaml, plan, async (file, plan) => {
      const text = file.replace(/^\uFEFF/, '');
      const data = await dataOf(text);
      fc.pre(data !== undefined);
      const edit = editFor(data, plan);
      const wanted = applyToData(data, edit);
      const edited = await editText(file, [edit]);
      if (wanted === undefined) {
        expect(edited).toHaveProperty('refusal');
        return;
      }
      if ('refusal' in edited) throw new Error(edited.refusal.en);
      expect(await dataOf(edited.text)).toEqual(wanted);
      const { patches } = edited;
      expectKept(edited.text.replace(/^\uFEFF/, ''), keptOf(text, patches));
      if (!isAddition(data, edit)) return;
      for (const { start, end } of patches) expect(text.slice(start, end)).toMatch(AS_GOOD_AS_NOTHING);
    });
    await fc.assert(property, { numRuns: 500 });
  });

  test('edits of different entries may come in either order', async () => {
    const property = fc.asyncProperty(arbitraryYaml, plan, plan, async (text, one, other) => {
      const data = await dataOf(text);
      fc.pre(data !== undefined);
      const entries = mappingsOf(data).filter(({ length }) => length === 1 || length === 2);
      const [first, second] = [entries[one.at % entries.length], entries[other.at % entries.length]];
      fc.pre(first !== undefined && second !== undefined && first !== second);
      const edits = [
        editFor(data, { ...one, list: 'licences' }, [first]),
        editFor(data, { ...other, list: 'resources' }, [second]),
      ];
      fc.pre(edits.every((edit) => applyToData(data, edit) !== undefined));
      const there = await textAfter(text, edits);
      const back = await textAfter(text, edits.toReversed());
      expect(there).toBeDefined();
      expect(await dataOf(there ?? '')).toEqual(await dataOf(back ?? ''));
    });
    await fc.assert(property, { numRuns: 150 });
  });

  test('edits of any kind at once do what they do one after the other', async () => {
    const property = fc.asyncProperty(
      arbitraryYaml,
      fc.array(plan, { minLength: 1, maxLength: 5 }),
      async (file, plans) => {
        const text = file.replace(/^\uFEFF/, '');
        const read = await readYaml(text);
        fc.pre('document' in read);
        const edits: Edit[] = [];
        let [single, wanted]: [string | undefined, unknown] = [text, read.document.data];
        for (const one of plans) {
          const edit = editFor(wanted, one);
          if (single === undefined || applyToData(wanted, edit) === undefined) continue;
          wanted = applyToData(wanted, edit);
          single = await textAfter(single, [edit]);
          edits.push(edit);
        }
        const together = await editYaml(read.document, edits);
        expect('refusal' in together).toBe(single === undefined);
        if ('refusal' in together) return;
        expect(together.document.data).toEqual(wanted);
        // Carried along, the data is what somebody reads who opens the file, the order of fields included.
        const fresh = await dataOf(together.document.text);
        expect(JSON.stringify(together.document.data)).toBe(JSON.stringify(fresh));
      },
    );
    await fc.assert(property, { numRuns: 100 });
  });

  test('items taken out at once leave what is left when they go one after the other', async () => {
    const property = fc.asyncProperty(arbitraryYaml, fc.nat(), fc.nat(), async (file, which, chosen) => {
      const text = file.replace(/^\uFEFF/, '');
      const data = await dataOf(text);
      fc.pre(data !== undefined);
      const lists = listsOf(data);
      const [path, length] = lists[which % lists.length] ?? [[], 0];
      fc.pre(length > 1);
      const edits = Array.from({ length }, (_, at) => removeItem(path, length - 1 - at)).filter(
        (_, at) => ((chosen >> at) & 1) === 1,
      );
      let single: string | undefined = text;
      for (const edit of edits) single = single === undefined ? undefined : await textAfter(single, [edit]);
      expect(linesOf(await textAfter(text, edits))).toEqual(linesOf(single));
    });
    await fc.assert(property, { numRuns: 50 });
  });

  test('many edits are as good as one after the other', async () => {
    const property = fc.asyncProperty(arbitraryYaml, fc.array(plan, { maxLength: 6 }), async (text, plans) => {
      const data = await dataOf(text);
      fc.pre(data !== undefined);
      const appends = plans.map(({ list, entry }) => appendEntry(list, entry));
      let single = text;
      for (const append of appends) single = (await textAfter(single, [append])) ?? '';
      const together = await textAfter(text, appends);
      expect(await dataOf(together ?? '')).toEqual(await dataOf(single));
      expect(await dataOf(single)).toEqual(appends.reduce(applyToData, data));
    });
    await fc.assert(property, { numRuns: 80 });
  });
});

describe('a text printed as a scalar', () => {
  const texts = fc.oneof(
    words,
    fc.string({ unit: fc.constantFrom(...Array.from('ab1- :#,[]{}\'"!&*?|>%@`~._+电　\u00A0')), maxLength: 6 }),
    fc.stringMatching(/^[-+]?[\d._:exoTZ-]{1,8}$/),
  );

  test('is the same text wherever it stands, and without quotes only where the library agrees', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('plain', 'single', 'double'), (text, quote) => {
        const block = scalarText(text, { where: 'block', quote });
        const flow = scalarText(text, { where: 'flow', quote });
        const key = scalarText(text, { where: 'key', quote });
        fc.pre(text.isWellFormed());
        expect(parse(`- ${block}\n- a: ${block} # b\n`)).toEqual([text, { a: text }]);
        expect(parse(`[${flow}, { a: ${flow} }]`)).toEqual([text, { a: text }]);
        expect(parse(`${key}: 1\n`)).toEqual({ [text]: 1 });
        expect(parse(`{ ${key}: 1 }`)).toEqual({ [text]: 1 });
      }),
      { numRuns: 2000 },
    );
  });
});

const PIECES = `resources:|licences: |resources: [%|  - id: a%|- b: |%|\r\n|\r|\t|- |-%|? |: |, |[|]|{|}|{}|"|'|"q"|>-%|\
|+%|&x |*x|!!str |# c%|---%|...%|<<: |2026-12-31|1|~|null|：|  |    |a: |\u0000|\uFEFF|\\`;
const pieces = [...PIECES.split('|').map((piece) => piece.replaceAll('%', '\n')), '|\n', 'notes: |\n  x\n'];
const yamlLike = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));

describe('for any text', () => {
  test('an edit is made or refused, and nothing is thrown', async () => {
    const property = fc.asyncProperty(fc.oneof(yamlLike, fc.string({ unit: 'binary' })), plan, async (text, plan) => {
      const data = await dataOf(text);
      const edit = editFor(data, plan);
      const edited = await editText(text, [edit]);
      if ('refusal' in edited) return;
      expect(await dataOf(edited.text)).toEqual(applyToData(data, edit));
    });
    await fc.assert(property, { numRuns: 1000 });
  });
});
