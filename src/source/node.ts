/** What a YAML text consists of, with places: the same nodes whichever reader made them. */
import type { TextSpan } from '../domain/file-problem.ts';

export type YamlNode = MappingNode | SequenceNode | ScalarNode | AliasNode;
export type CollectionNode = MappingNode | SequenceNode;

interface Placed {
  /**
   * The first character of the node itself, tag and anchor left out. A block mapping starts with its first key, a block
   * list with its first dash, a text in lines with its sign. Where nothing is written: behind the colon or the dash.
   */
  readonly start: number;
  /** Behind the last character; the same as `start` where nothing is written. */
  readonly end: number;
  readonly tag?: TextSpan | undefined;
  /** With its `&`. */
  readonly anchor?: TextSpan | undefined;
}

export interface MappingNode extends Placed {
  readonly kind: 'mapping';
  readonly isFlow: boolean;
  /** In the order of the text. */
  readonly pairs: readonly Pair[];
}

/** Nodes in the order of the text. Those of a long list may be made as somebody asks for them. */
export interface Items extends Iterable<YamlNode> {
  readonly length: number;
  at(index: number): YamlNode | undefined;
  slice(start?: number): readonly YamlNode[];
}

export interface SequenceNode extends Placed {
  readonly kind: 'sequence';
  readonly isFlow: boolean;
  readonly items: Items;
  /** Where the dash of each item stands; empty in flow style. */
  readonly dashes: readonly number[];
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'lines';

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** As the core schema has it. */
  readonly value: string | number | boolean | null;
  /** The text before the schema gives it a meaning, without quotes and escapes. */
  readonly words: string;
  /** Of a text in lines (`|`, `>`): its sign, behind which it begins on the next line. */
  readonly sign?: TextSpan | undefined;
}

export interface AliasNode extends Placed {
  readonly kind: 'alias';
  readonly name: string;
  /** The last node before it that has its anchor. */
  readonly target: YamlNode | undefined;
}

export interface Pair {
  readonly key: YamlNode;
  readonly value: YamlNode;
  /** Behind the colon; behind the key where there is none. */
  readonly colonEnd: number;
}

export function isCollection(node: YamlNode | undefined): node is CollectionNode {
  return node?.kind === 'mapping' || node?.kind === 'sequence';
}

/** Written in brackets. */
export function isFlow(node: YamlNode | undefined): boolean {
  return isCollection(node) && node.isFlow;
}

/** A value of which not a character is written, as behind `resources:`. */
export function isUnwritten(node: YamlNode): boolean {
  return node.start === node.end;
}

/** What an alias stands for; any other node stands for itself. */
export function resolve(node: YamlNode): YamlNode | undefined {
  return node.kind === 'alias' ? node.target : node;
}

/** The key as the data has it; undefined where it is no scalar. */
export function keyOf(node: YamlNode): string | undefined {
  const key = resolve(node);
  return key?.kind === 'scalar' ? String(key.value ?? '') : undefined;
}

const lookups = new WeakMap<MappingNode, ReadonlyMap<string, Pair>>();
const FEW = 16;

/** The pair of a key; undefined where it is missing. */
export function pairOf(mapping: MappingNode, key: string): Pair | undefined {
  if (mapping.pairs.length <= FEW) return mapping.pairs.find((pair) => keyOf(pair.key) === key);
  const known = lookups.get(mapping) ?? new Map(mapping.pairs.map((pair) => [keyOf(pair.key) ?? '', pair]));
  lookups.set(mapping, known);
  return known.get(key);
}

/** From the key to the end of the value. */
export function spanOfPair({ key, value }: Pair): TextSpan {
  return { start: key.start, end: value.end };
}

/** Whether it is a collection with something in it. */
export function isFilled(node: YamlNode): node is CollectionNode {
  return node.kind === 'mapping' ? node.pairs.length > 0 : node.kind === 'sequence' && node.items.length > 0;
}

/** Keys, values and items, in the order of the text. */
export function childrenOf(node: YamlNode): Items {
  if (node.kind === 'mapping') return node.pairs.flatMap(({ key, value }) => [key, value]);
  return node.kind === 'sequence' ? node.items : [];
}

/**
 * What shows a node to a reader: a scalar's own text, quotes included; a flow collection from bracket to bracket; of a
 * block mapping the first key, of a block list the first dash. Undefined where nothing is written.
 */
export function spanOfNode(text: string, node: YamlNode): TextSpan | undefined {
  if (isUnwritten(node)) return node.tag;
  if (isCollection(node) && !node.isFlow) {
    const first = node.kind === 'mapping' ? node.pairs[0]?.key : undefined;
    return (first === undefined ? undefined : spanOfNode(text, first)) ?? { start: node.start, end: node.start + 1 };
  }
  const { start, end } = node;
  return node.kind === 'scalar' && node.sign !== undefined ? linesBehind(text, node.sign.end, end) : { start, end };
}

const END_OF_LINE = /[\r\n]/g;

function linesBehind(text: string, signEnd: number, end: number): TextSpan | undefined {
  END_OF_LINE.lastIndex = signEnd;
  const first = END_OF_LINE.exec(text)?.index ?? end;
  const written = text.slice(first, end);
  const start = first + (written.length - written.trimStart().length);
  return start >= end ? undefined : { start, end: start + written.trim().length };
}

/** The data of a node whose aliases end and whose keys are scalars. What an alias repeats is one object. */
export function dataOf(root: YamlNode): unknown {
  const made = new Map<YamlNode, unknown>();
  const make = (node: YamlNode): unknown => {
    const source = resolve(node);
    if (source === undefined) return undefined;
    if (source.kind === 'scalar') return source.value;
    if (made.has(source)) return made.get(source);
    const data = source.kind === 'mapping' ? mappingOf(source.pairs, make) : [...childrenOf(source)].map(make);
    if (source.anchor !== undefined) made.set(source, data);
    return data;
  };
  return make(root);
}

function mappingOf(pairs: readonly Pair[], make: (node: YamlNode) => unknown): object {
  const mapping: Record<string, unknown> = {};
  for (const { key, value } of pairs) {
    const name = keyOf(key) ?? '';
    // An assignment would change the prototype.
    if (name === '__proto__') Object.defineProperty(mapping, name, { ...OWN, value: make(value) });
    else mapping[name] = make(value);
  }
  return mapping;
}

const OWN = { enumerable: true, configurable: true, writable: true };
