import { deepStrictEqual } from 'node:assert/strict';

import { expect } from 'vitest';
import { parseDocument } from 'yaml';

import type { DataPath } from '../../src/domain/ledger.ts';
import { readWithLibrary } from '../../src/source/library-reader.ts';
import { plainDocument } from '../../src/source/plain-document.ts';
import { readPlainYaml } from '../../src/source/plain-yaml.ts';
import { pathsOf } from './paths.ts';

/**
 * Whether a text is read in plain style; fails if the library then refuses it, or if data, nodes or places differ from
 * those that the library gives.
 */
export function isReadAlike(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  const parsed = parseDocument(text, { prettyErrors: false, version: '1.2' });
  // In brackets the library forgets a line break, and takes a comment at the start of the next line for one that follows too near.
  const mistakes = parsed.errors.filter(
    ({ code, pos: [at] }) => code !== 'MISSING_CHAR' || !text.startsWith('\n#', at - 1),
  );
  expect([...mistakes, ...parsed.warnings]).toEqual([]);
  deepStrictEqual(plain.data, parsed.toJS());

  const read = readWithLibrary(text, 0);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message.en).join('; '));
  const { document: expected } = read;
  deepStrictEqual(plain.data, expected.data);
  // The order of keys too: messages name fields in it.
  expect(JSON.stringify(plain.data)).toBe(JSON.stringify(expected.data));

  const document = plainDocument(text, plain);
  deepStrictEqual(withoutAbsent(document.root()), withoutAbsent(expected.root()));
  const places = [...pathsOf(plain.data, 60).flatMap(around), ...NOWHERE].flatMap(withKey);
  deepStrictEqual(
    places.map((place) => ({ place, span: document.spanOf(place) })),
    places.map((place) => ({ place, span: expected.spanOf(place) })),
  );
  return true;
}

function withoutAbsent(node: unknown): unknown {
  const json: unknown = JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'items' ? allOf(value) : value)),
  );
  return json;
}

/** Those that are made when somebody asks for them, too. */
function allOf(items: unknown): unknown {
  return typeof items === 'object' && items !== null && Symbol.iterator in items ? Array.from(Object(items)) : items;
}

/** A place, and what is missing there. */
function around(path: DataPath): readonly DataPath[] {
  return [path, [...path, 'missing'], [...path, 'id'], [...path, 0], [...path, 99]];
}

const NOWHERE: readonly DataPath[] = [['missing'], ['missing', 0, 'id'], ['__proto__'], ['resources', '0', 'id']];

function withKey(path: DataPath): readonly { readonly path: DataPath; readonly atKey: boolean }[] {
  return [
    { path, atKey: false },
    { path, atKey: true },
  ];
}
