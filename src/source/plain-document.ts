/** A text that was read in plain style, with places that are found when somebody asks for one. */
import type { TextSpan } from '../domain/file-problem.ts';
import type { YamlNode } from './node.ts';
import { Cursor } from './plain-cursor.ts';
import { fileNode, partsOf } from './plain-nodes.ts';
import { isAtKey, passDash, spanOfScalar } from './plain-value.ts';
import { notePlainItem, notePlainSection, type PlainYaml } from './plain-yaml.ts';
import { spanBelow, type YamlDocument } from './yaml-document.ts';

/**
 * Reading the whole text again for the places of a few findings would cost more than reading it did. So only the entry
 * is looked at in which a place is asked for: in plain style nothing outside of it can change what it means.
 */
export function plainDocument(text: string, plain: PlainYaml): YamlDocument {
  const partAt = partsOf(text);
  let root: YamlNode | undefined;
  const whole = (): YamlNode => (root ??= fileNode(text, plain, partAt));

  return {
    text,
    data: plain.data,
    sections: plain.sections,
    root: whole,
    spanOf({ path, atKey }) {
      const section = plain.sections.get(String(path[0]));
      if (section === undefined) return spanBelow(text, whole(), { path, atKey });
      const [, at, field] = path;
      const item = typeof at === 'number' ? section.items[at] : undefined;
      const next = typeof at === 'number' ? (section.items[at + 1] ?? section.end) : undefined;
      const isField = typeof field === 'string' && path.length === 3 && atKey !== true;
      const isQuick = item !== undefined && next !== undefined && isField;
      const span = isQuick ? spanOfField(text, [item, next], field) : undefined;
      if (span !== undefined) return span;
      // Alone, an item is a list of one.
      return item === undefined
        ? spanBelow(text, partAt(section.start, notePlainSection), { path, atKey })
        : spanBelow(text, partAt(item, notePlainItem), { path: [0, ...path.slice(2)], atKey });
    },
  };
}

/**
 * What nearly every finding points at: a scalar behind a key of a list's item, or its `id` where it has no such key. In plain
 * style a line that begins with a key at the column of the first is that field and nothing else. Undefined for anything else.
 */
function spanOfField(text: string, [start, end]: readonly [number, number], field: string): TextSpan | undefined {
  const cursor = new Cursor(text, start);
  cursor.toContent();
  const { at: dash, column } = cursor;
  if (!passDash(cursor) || !isAtKey(cursor)) return undefined;
  const { at: first } = cursor;
  const indent = `\n${' '.repeat(column + first - dash)}`;
  const lines = indent + text.slice(first, end);
  if (lines.includes(`${indent}"`) || lines.includes(`${indent}'`)) return undefined;
  for (const key of [field, 'id']) {
    const at = lines.indexOf(`${indent}${key}:`);
    if (at >= 0) return spanOfScalar(text, first + at + key.length + 1);
  }
  return undefined;
}
