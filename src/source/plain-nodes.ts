/** The nodes of a text that was read in plain style. */
import type { Items, MappingNode, Pair, ScalarNode, ScalarStyle, SequenceNode, YamlNode } from './node.ts';
import type { Notes } from './plain-cursor.ts';
import { signOfLines, textOfLines } from './plain-lines.ts';
import { scalarMeaning, unquoted } from './plain-value.ts';
import { notePlainItem, notePlainKey, notePlainSection, type PlainYaml, type Section } from './plain-yaml.ts';

/** Takes down what stands at an offset. */
type NotePart = (text: string, at: number, notes: Notes) => void;

/** The nodes of a part of the text, made once. */
type PartAt = (start: number, note: NotePart) => YamlNode;

/** Makes the nodes of parts, and remembers them. */
export function partsOf(text: string): PartAt {
  const parts = new Map<number, YamlNode>();
  return (start, note) => {
    const known = parts.get(start) ?? nodesOf(text, (notes) => note(text, start, notes));
    parts.set(start, known);
    return known;
  };
}

/** The whole file. An item of one of its lists is made when somebody asks for it: an edit looks at a few of thousands. */
export function fileNode(text: string, { sections }: PlainYaml, partAt: PartAt): MappingNode {
  const pairs = [...sections.values()].map((section) =>
    section.items.length === 0 ? onlyPair(partAt(section.start, notePlainSection)) : listPair(text, section, partAt),
  );
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a file in plain style has a field');
  return {
    kind: 'mapping',
    isFlow: false,
    start: first.key.start,
    get end() {
      return last.value.end;
    },
    pairs,
  };
}

function onlyPair(node: YamlNode): Pair {
  const pair = node.kind === 'mapping' ? node.pairs[0] : undefined;
  if (pair === undefined) throw new Error('a field of the file is a mapping of one pair');
  return pair;
}

function listPair(text: string, { start, items }: Section, partAt: PartAt): Pair {
  const key = nodesOf(text, (notes) => notePlainKey(text, start, notes));
  const [first = 0] = items;
  const column = text.indexOf('-', first) - first;
  const made = new ItemsAt(items, partAt);
  const value: SequenceNode = {
    kind: 'sequence',
    isFlow: false,
    start: first + column,
    get end() {
      return made.at(-1)?.end ?? first + column;
    },
    items: made,
    dashes: items.map((line) => line + column),
  };
  const { key: head, colonEnd } = onlyPair(key);
  return { key: head, value, colonEnd };
}

class ItemsAt implements Items {
  readonly length: number;
  /** Where their lines begin. */
  private readonly starts: readonly number[];
  private readonly partAt: PartAt;

  constructor(starts: readonly number[], partAt: PartAt) {
    this.length = starts.length;
    this.starts = starts;
    this.partAt = partAt;
  }

  at(index: number): YamlNode | undefined {
    const line = this.starts.at(index);
    return line === undefined ? undefined : [...this.itemAt(line)][0];
  }

  slice(start?: number): readonly YamlNode[] {
    return this.starts.slice(start).flatMap((line) => this.itemAt(line));
  }

  *[Symbol.iterator](): Iterator<YamlNode> {
    for (const line of this.starts) yield* this.itemAt(line);
  }

  /** Alone, an item is a list of one. */
  private itemAt(line: number): readonly YamlNode[] {
    const list = this.partAt(line, notePlainItem);
    return list.kind === 'sequence' ? list.items.slice() : [];
  }
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
      const sign = signOfLines(written);
      const value = sign === undefined ? scalarMeaning(written) : textOfLines(sign, written);
      const words = typeof value === 'string' ? value : written;
      this.add({
        kind: 'scalar',
        start,
        end,
        style: sign === undefined ? styleOf(written) : 'lines',
        value,
        words,
        sign: sign === undefined ? undefined : { start, end: start + sign.length },
      });
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
