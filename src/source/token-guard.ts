/**
 * A look at each token of a text before the parser sees it. Some texts of a few kilobytes would keep the parser busy for
 * minutes or fill the memory: what is nested without end, or has thousands of tags on one value. No ledger comes near.
 */
import type { Text } from '../domain/text.ts';
import { LOOK_ALIKE } from './text-problems.ts';

/** Thrown where a text goes beyond what a ledger needs; the offset says where. */
export class BeyondMeasure extends Error {
  readonly at: number;
  readonly reason: Text;

  constructor(at: number, reason: Text) {
    super(reason.en);
    this.at = at;
    this.reason = reason;
  }
}

/** Levels of brackets and indentation. */
const DEEPEST = 100;
/** One tag and one anchor are allowed, and as many on the key behind it. */
const MOST_PROPERTIES = 8;
/** Ten million characters of ordinary entries have three million. */
const MOST_TOKENS = 4_000_000;
const MOST_EMPTY_LINES = 100_000;
/** Between two signs stand the value behind the first and the key before the second. */
const MOST_BETWEEN_SIGNS = 2;
/** Behind so many slips nobody reads on, and each of them costs the parser as much as an entry. */
const MOST_SLIPS = 100;

const TOO_DEEP: Text = { zh: '嵌套太深', en: 'nested too deeply' };
const TOO_DECORATED: Text = {
  zh: '同一个值前的标签或锚点太多',
  en: 'there are too many tags or anchors before one value',
};
const TOO_MANY: Text = {
  zh: `内容太多，语法单元超过${MOST_TOKENS}个`,
  en: `too much content: more than ${MOST_TOKENS} tokens`,
};

const TOO_EMPTY: Text = {
  zh: `空行太多，连续超过${MOST_EMPTY_LINES}行`,
  en: `there are more than ${MOST_EMPTY_LINES} empty lines in a row`,
};

/** Follows the tokens of the library's lexer, one after the other. */
export class TokenGuard {
  /** Where lines are indented by something that only looks like a space; quotes and texts in lines are no matter. */
  readonly lookAlikes: number[] = [];
  /** Those of them that are part of a key: that is certainly not meant. */
  readonly keyLookAlikes: number[] = [];
  private inKey: number | undefined;
  /** The offset behind the tokens that were seen. */
  at = 0;
  private slips = 0;
  private betweenSigns = 0;
  private emptyLines = 0;
  private tokens = 0;
  private properties = 0;
  private brackets = 0;
  /** Columns at which the levels of block style begin. */
  private readonly columns: number[] = [];
  private column = 0;
  /** Nothing but spaces and signs of block style stands before on this line. */
  private isAtStart = true;
  private isBeforeScalar = false;
  private isBehindSign = false;

  /** So much looks like a slip of the pen that the rest can wait until it is corrected. */
  get hasEnough(): boolean {
    return this.slips > MOST_SLIPS;
  }

  /** Takes the next token. Throws `BeyondMeasure`. */
  look(token: string): void {
    this.tokens += 1;
    if (this.tokens > MOST_TOKENS) throw new BeyondMeasure(this.at, TOO_MANY);
    if (this.isBeforeScalar) {
      this.isBeforeScalar = false;
      const first = !this.isBehindSign && LOOK_ALIKE.test(token) ? this.lookAround(token) : undefined;
      this.pass(token, this.isBehindSign ? 'lines' : 'content');
      this.isBehindSign = false;
      this.inKey = first;
    } else if (token === SCALAR_NEXT) {
      this.isBeforeScalar = true;
    } else if (token === FLOW_BROKEN) {
      this.brackets = 0;
    } else if (token !== DOCUMENT_NEXT) {
      const kind = kindOf(token);
      this.isBehindSign ||= kind === 'header';
      this.pass(token, kind);
    }
  }

  private pass(token: string, kind: TokenKind): void {
    this.endKey(token, kind);
    this.countSlips(token, kind);
    this.countProperties(kind);
    if (kind === 'open') this.brackets += 1;
    else if (kind === 'close' && this.brackets > 0) this.brackets -= 1;
    else if (this.brackets === 0 && this.isAtStart && (kind === 'sign' || kind === 'content')) this.enter();
    if (this.brackets + this.columns.length > DEEPEST) throw new BeyondMeasure(this.at, TOO_DEEP);
    this.advance(token, kind);
  }

  private advance(token: string, kind: TokenKind): void {
    this.at += token.length;
    this.column += token.length;
    if (kind === 'break' || kind === 'lines') {
      this.column = 0;
      this.isAtStart = true;
    } else if (kind === 'open' || kind === 'close' || kind === 'content' || kind === 'header') {
      this.isAtStart = false;
    }
  }

  private endKey(token: string, kind: TokenKind): void {
    if (this.inKey === undefined || kind === 'blank') return;
    if (token === ':') this.keyLookAlikes.push(this.inKey);
    this.inKey = undefined;
  }

  private countProperties(kind: TokenKind): void {
    if (kind === 'property') {
      this.properties += 1;
      if (this.properties > MOST_PROPERTIES) throw new BeyondMeasure(this.at, TOO_DECORATED);
    } else if (kind === 'break') {
      this.emptyLines += 1;
      if (this.emptyLines > MOST_EMPTY_LINES) throw new BeyondMeasure(this.at, TOO_EMPTY);
    } else if (kind !== 'blank') {
      if (kind !== 'comment') this.properties = 0;
      this.emptyLines = 0;
    }
  }

  /** Values without a sign between them, signs without a value, quotes and brackets without an end or a beginning. */
  private countSlips(token: string, kind: TokenKind): void {
    if (kind === 'content' || kind === 'close') {
      if (kind === 'content' ? isOpenQuote(token) : this.brackets === 0) this.slips += 1;
      // What stands in brackets is one value.
      this.betweenSigns = kind === 'close' ? 1 : this.betweenSigns + 1;
      if (this.betweenSigns > MOST_BETWEEN_SIGNS) this.slips += 1;
    } else if (kind === 'sign' || kind === 'open') {
      if (this.brackets > 0 && kind === 'sign' && this.betweenSigns === 0) this.slips += 1;
      this.betweenSigns = 0;
    }
  }

  /** Notes the look-alikes of a text; gives the one that it begins with. */
  private lookAround(words: string): number | undefined {
    const first = this.isAtStart && FIRST.test(words) ? this.at + words.search(LOOK_ALIKE) : undefined;
    if (first !== undefined) this.lookAlikes.push(first);
    for (const { index, 0: line } of words.matchAll(NEXT)) this.lookAlikes.push(this.at + index + line.length - 1);
    return first;
  }

  private enter(): void {
    while ((this.columns.at(-1) ?? -1) >= this.column) this.columns.pop();
    this.columns.push(this.column);
  }
}

const FIRST = new RegExp(`^[-?]?${LOOK_ALIKE.source}`);
const NEXT = new RegExp(`\\n *[-?]?${LOOK_ALIKE.source}`, 'g');

/** A comma is a sign as well; `lines` are those of a text behind its header, `|` or `>`. */
type TokenKind =
  | 'blank'
  | 'comment'
  | 'break'
  | 'property'
  | 'open'
  | 'close'
  | 'sign'
  | 'header'
  | 'lines'
  | 'content';

// Signs of the lexer that stand for no character of the text.
const DOCUMENT_NEXT = '\u0002';
const FLOW_BROKEN = '\u0018';
const SCALAR_NEXT = '\u001F';

const KINDS: ReadonlyMap<string, TokenKind> = new Map([
  [' ', 'blank'],
  ['\t', 'blank'],
  ['#', 'comment'],
  ['\n', 'break'],
  ['\r', 'break'],
  ['!', 'property'],
  ['&', 'property'],
  ['[', 'open'],
  ['{', 'open'],
  [']', 'close'],
  ['}', 'close'],
  [',', 'sign'],
  ['|', 'header'],
  ['>', 'header'],
]);

const SIGNS: ReadonlySet<string> = new Set(['-', '?', ':', '---', '...']);

function kindOf(token: string): TokenKind {
  return SIGNS.has(token) ? 'sign' : (KINDS.get(token.charAt(0)) ?? 'content');
}

function isOpenQuote(token: string): boolean {
  const [quote = ''] = token;
  return (quote === '"' || quote === "'") && (token.length === 1 || !token.endsWith(quote));
}
