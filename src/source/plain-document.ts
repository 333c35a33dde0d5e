/** The nodes of a text that was read in plain style, made when somebody asks for a place. */
import type { TextSpan } from '../domain/file-problem.ts';
import type { MappingNode, Pair, ScalarNode, ScalarStyle, SequenceNode, YamlNode } from './node.ts';
import { Cursor, isAtKey, type Notes, passDash, scalarMeaning, spanOfScalar, unquoted } from './plain-value.ts';
import { notePlainFile, notePlainItem, notePlainSection, type PlainYaml } from './plain-yaml.ts';
import { spanBelow, type YamlDocument } from './yaml-document.ts';

/**
 * Reading the whole text again for the places of a few findings would cost more than reading it did. So only the entry
 * is looked at in which a place is asked for: in plain style nothing outside of it can change what it means.
 */
export function plainDocument(text: string, plain: PlainYaml): YamlDocument {
  const parts = new Map<number, YamlNode>();
  let root: YamlNode | undefined;

  const partAt = (start: number, note: (text: string, at: number, notes: Notes) => void): YamlNode => {
    const known = parts.get(start) ?? nodesOf(text, (notes) => note(text, start, notes));
    parts.set(start, known);
    return known;
  };

  const whole = (): YamlNode => (root ??= nodesOf(text, (notes) => notePlainFile(text, notes)));

  return {
    text,
    data: plain.data,
    root: whole,
    spanOf({ path, atKey }) {
      const section = plain.sections.get(String(path[0]));
      if (section === undefined) return spanBelow(text, whole(), { path, atKey });
      const [, at, field] = path;
      const [item, next] = typeof at === 'number' ? [section.items[at], section.items[at + 1]] : [];
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

function nodesOf(text: string, note: (notes: Notes) => void): YamlNode {
  const maker = new NodeMaker(text);
  note(maker);
  return maker.root;
}

/** A collection that has begun and not ended. */
interface Open {
  readonly kind: 'mapping' | 'sequence';
  readonly isFlow: boolean;
  readonly start: number;
  readonly items: YamlNode[];
  readonly pairs: Pair[];
  readonly dashes: number[];
  key: ScalarNode | undefined;
}

class NodeMaker implements Notes {
  private readonly text: string;
  private readonly open: Open[] = [];
  private made: YamlNode | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get root(): YamlNode {
    if (this.made === undefined) throw new Error('no collection was noted');
    return this.made;
  }

  begin(kind: Open['kind'], isFlow: boolean, start: number): void {
    this.open.push({ kind, isFlow, start, items: [], pairs: [], dashes: [], key: undefined });
  }

  dash(at: number): void {
    this.open.at(-1)?.dashes.push(at);
  }

  key(start: number, end: number): void {
    const written = this.text.slice(start, end);
    const words = unquoted(written);
    const parent = this.open.at(-1);
    if (parent !== undefined)
      parent.key = { kind: 'scalar', start, end, style: styleOf(written), value: scalarMeaning(written), words };
  }

  scalar(start: number, end: number): void {
    if (start < end) {
      const written = this.text.slice(start, end);
      const value = scalarMeaning(written);
      const words = typeof value === 'string' ? value : written;
      this.add({ kind: 'scalar', start, end, style: styleOf(written), value, words });
    } else {
      const at = (this.open.at(-1)?.key?.end ?? 0) + 1;
      this.add({ kind: 'scalar', start: at, end: at, style: 'plain', value: null, words: '' });
    }
  }

  finish(end: number): void {
    const last = this.open.pop();
    if (last === undefined) return;
    const { kind, isFlow, start, items, pairs, dashes } = last;
    const placed = { start, end: isFlow ? end : ((pairs.at(-1)?.value ?? items.at(-1))?.end ?? end), isFlow };
    const node: MappingNode | SequenceNode =
      kind === 'mapping' ? { kind, ...placed, pairs } : { kind, ...placed, items, dashes };
    this.add(node);
    this.made = node;
  }

  private add(node: YamlNode): void {
    const parent = this.open.at(-1);
    if (parent === undefined) return;
    if (parent.kind === 'sequence') parent.items.push(node);
    else if (parent.key !== undefined)
      parent.pairs.push({ key: parent.key, value: node, colonEnd: parent.key.end + 1 });
  }
}

function styleOf(written: string): ScalarStyle {
  if (written.startsWith('"')) return 'double';
  return written.startsWith("'") ? 'single' : 'plain';
}
