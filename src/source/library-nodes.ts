/** The library's nodes and tokens as nodes of our own. */
import { type Alias, type CST, isAlias, isMap, isScalar, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';

import type { TextSpan } from '../domain/file-problem.ts';
import type { LibraryNode } from './library-parse.ts';
import type { MappingNode, Pair, ScalarNode, ScalarStyle, SequenceNode, YamlNode } from './node.ts';

type Tokens = readonly CST.SourceToken[];

interface Properties {
  readonly tag: TextSpan | undefined;
  readonly anchor: TextSpan | undefined;
}

/**
 * The node with its places. Aliases find the last node before them that has their anchor, open ones included.
 *
 * @param before the tokens in front of it, where its tag and its anchor are
 */
export function nodeFromLibrary(text: string, root: LibraryNode, before: Tokens): YamlNode {
  const anchors = new Map<string, YamlNode>();
  return build(root, before, 0);

  /** @param behind where an unwritten node counts as standing: behind its colon or dash */
  function build(node: LibraryNode | null, tokens: Tokens, behind: number): YamlNode {
    const properties = propertiesOf(tokens);
    if (node === null) return unwritten(properties, behind);
    if (isAlias(node)) return aliasOf(node);
    if (isScalar(node)) return named(scalarOf(text, node, properties, behind), properties);
    return isMap(node) ? mappingOf(node, properties) : sequenceOf(node, properties);
  }

  function aliasOf({ source, range }: Alias.Parsed): YamlNode {
    return { kind: 'alias', start: range[0], end: range[1], name: source, target: anchors.get(source) };
  }

  function mappingOf({ items, flow, range: [start, valueEnd] }: YAMLMap.Parsed, properties: Properties): MappingNode {
    const pairs: Pair[] = [];
    const node = named(
      { kind: 'mapping', isFlow: flow === true, ...properties, start, end: valueEnd, pairs },
      properties,
    );
    for (const { key, value, srcToken } of items) {
      const { start: front = [], sep = [] } = srcToken ?? {};
      const keyNode = build(key, front, endOf(front) ?? start);
      const colon = sep.find(({ type }) => type === 'map-value-ind');
      const colonEnd = colon === undefined ? keyNode.end : colon.offset + 1;
      pairs.push({ key: keyNode, value: build(value, sep, colonEnd), colonEnd });
    }
    // The library counts the comments behind a block mapping to it.
    if (!node.isFlow) node.end = Math.max(start, pairs.at(-1)?.value.end ?? start);
    return node;
  }

  function sequenceOf(
    { items, flow, srcToken, range: [start, valueEnd] }: YAMLSeq.Parsed,
    properties: Properties,
  ): SequenceNode {
    const children: YamlNode[] = [];
    const dashes: number[] = [];
    const node = named(
      { kind: 'sequence', isFlow: flow === true, ...properties, start, end: valueEnd, items: children, dashes },
      properties,
    );
    const tokens = srcToken !== undefined && 'items' in srcToken ? srcToken.items.filter(isItem) : [];
    for (const [at, item] of items.entries()) {
      const front = tokens[at]?.start ?? [];
      const dash = front.find(({ type }) => type === 'seq-item-ind');
      if (dash !== undefined) dashes.push(dash.offset);
      // Of a pair in a list, `[a: b]`, the tokens in front are those of its key.
      const isPair = isMap(item) && item.items[0]?.srcToken === tokens[at];
      children.push(build(item, isPair ? [] : front, dash === undefined ? start : dash.offset + 1));
    }
    if (!node.isFlow) node.end = Math.max(start + 1, children.at(-1)?.end ?? start);
    return node;
  }

  function named<Node extends YamlNode>(node: Node, { anchor }: Properties): Node {
    if (anchor !== undefined) anchors.set(text.slice(anchor.start + 1, anchor.end), node);
    return node;
  }
}

/** What stands between commas or behind a dash; comments at the end of a collection are among its tokens, too. */
function isItem({ start, key, sep, value }: CST.CollectionItem): boolean {
  if (sep !== undefined || value !== undefined || (key !== undefined && key !== null)) return true;
  return start.some(({ type }) => ITEM_SIGNS.has(type));
}

const ITEM_SIGNS: ReadonlySet<string> = new Set(['seq-item-ind', 'explicit-key-ind', 'anchor', 'tag']);

const NONE: Properties = { tag: undefined, anchor: undefined };

function propertiesOf(tokens: Tokens): Properties {
  if (!tokens.some(({ type }) => type === 'tag' || type === 'anchor')) return NONE;
  return { tag: spanOfToken(tokens, 'tag'), anchor: spanOfToken(tokens, 'anchor') };
}

function spanOfToken(tokens: Tokens, type: CST.TokenType): TextSpan | undefined {
  const token = tokens.find((one) => one.type === type);
  return token === undefined ? undefined : { start: token.offset, end: token.offset + token.source.length };
}

/** Behind the last token that is more than space. */
function endOf(tokens: Tokens): number | undefined {
  const last = tokens.findLast(({ type }) => type !== 'space' && type !== 'newline' && type !== 'comment');
  return last === undefined ? undefined : last.offset + last.source.length;
}

function unwritten(properties: Properties, behind: number): ScalarNode {
  const at = Math.max(behind, properties.tag?.end ?? 0, properties.anchor?.end ?? 0);
  return { kind: 'scalar', style: 'plain', value: null, words: '', ...properties, start: at, end: at };
}

const STYLES: ReadonlyMap<unknown, ScalarStyle> = new Map([
  ['QUOTE_SINGLE', 'single'],
  ['QUOTE_DOUBLE', 'double'],
  ['BLOCK_LITERAL', 'lines'],
  ['BLOCK_FOLDED', 'lines'],
]);

function scalarOf(text: string, scalar: Scalar.Parsed, properties: Properties, behind: number): ScalarNode {
  const {
    value,
    source: words,
    type,
    srcToken,
    range: [start, valueEnd],
  } = scalar;
  const style = STYLES.get(type) ?? 'plain';
  if (start === valueEnd) return { ...unwritten(properties, behind), value: valueOf(value, words) };
  const { tag, anchor } = properties;
  const sign = srcToken?.type === 'block-scalar' ? srcToken.props[0] : undefined;
  const isInLines = sign !== undefined && 'source' in sign;
  const signEnd = isInLines ? start + sign.source.length : start;
  return {
    kind: 'scalar',
    style,
    value: valueOf(value, words),
    words,
    tag,
    anchor,
    start,
    end: isInLines ? endOfLines(text, sign.source, signEnd, valueEnd) : valueEnd,
    sign: isInLines ? { start, end: signEnd } : undefined,
  };
}

function valueOf(value: unknown, words: string): ScalarNode['value'] {
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : words;
}

/** A text in lines ends before its last line break, unless it keeps the empty lines at its end (`|+`). */
function endOfLines(text: string, sign: string, signEnd: number, end: number): number {
  if (sign.includes('+')) return end;
  const before = text.slice(Math.max(signEnd, end - 2), end);
  return Math.max(signEnd, end - (/(?:\r\n|[\r\n])$/.exec(before)?.[0].length ?? 0));
}
