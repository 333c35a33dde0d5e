import { deepStrictEqual } from 'node:assert/strict';

import { constructFromEvents, parseEvents } from 'js-yaml';
import { expect } from 'vitest';

import type { DataPath } from '../../src/domain/ledger.ts';
import { plainDocument } from '../../src/source/plain-document.ts';
import { readPlainYaml } from '../../src/source/plain-yaml.ts';
import { findSpansIn } from '../../src/source/yaml-document.ts';
import { pathsOf } from './paths.ts';

/** Whether a text is read in plain style; fails if js-yaml then refuses it, reads other data, or finds other places. */
export function isReadAlike(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  const events = parseEvents(text, {});
  const documents = constructFromEvents(events, { source: text });
  deepStrictEqual([plain.data], documents);
  // The order of keys too: messages name fields in it.
  expect(JSON.stringify(plain.data)).toBe(JSON.stringify(documents[0]));

  const places = [...pathsOf(plain.data, 60).flatMap(around), ...NOWHERE].flatMap(withKey);
  const document = plainDocument(text, plain);
  const expected = findSpansIn(text, events);
  deepStrictEqual(
    places.map((place) => ({ place, span: document.spanOf(place) })),
    places.map((place) => ({ place, span: expected(place) })),
  );
  return true;
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
