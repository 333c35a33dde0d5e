/** A text through the library `yaml`, which decides what it means; loaded for texts that are not in plain style. */
import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';

import type { TextSpan } from '../domain/file-problem.ts';
import { BeyondMeasure, TokenGuard } from './token-guard.ts';

/** The library's own node. */
export type LibraryNode = ParsedNode;

/** A mistake as the library tells it. */
export interface Mistake extends TextSpan {
  readonly code: string;
  readonly sentence: string;
}

export interface LibraryParse {
  /** What the first document holds; undefined where that is nothing, or too much. */
  readonly contents: LibraryNode | undefined;
  /** What stands before it: its tag and its anchor, comments. */
  readonly before: readonly CST.SourceToken[];
  /** The first of them; the library goes on after an error. */
  readonly mistakes: readonly Mistake[];
  /** Where tags stand that do not fit their values. */
  readonly misfits: ReadonlySet<number>;
  /** Where lines are indented by something that only looks like a space. */
  readonly lookAlikes: readonly number[];
  /** Those of them that are part of a key. */
  readonly keyLookAlikes: readonly number[];
  /** How many documents there are, and where the second one begins. */
  readonly documents: number;
  readonly second: TextSpan | undefined;
  /** What the text holds beyond all measure, and where. */
  readonly beyond: BeyondMeasure | undefined;
}

/** YAML 1.2 whatever a directive says; duplicate keys are found by ourselves, because the library compares each with each. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  strict: true,
  uniqueKeys: false,
  resolveKnownTags: false,
  keepSourceTokens: true,
  logLevel: 'silent',
} as const;

/** More than this nobody reads; a text of a megabyte can have as many mistakes as characters. */
const MOST_MISTAKES = 100;

const UNSEPARATED = /^Comments must be separated/;
const MISFIT = /^(?:TAG_RESOLVE_FAILED|BAD_COLLECTION_TYPE)$/;

class Enough extends Error {}

/** Parses a text. It throws for nothing that a text can hold. */
export function parseWithLibrary(text: string): LibraryParse {
  const early = parse(text, true);
  if (!early.guard.hasEnough || early.beyond !== undefined) return conclude(early, early.mistakes);
  // The rest was left out: that something does not end is no mistake.
  const mistakes = early.mistakes.filter(({ start }) => start < early.guard.at);
  if (mistakes.length > 0) return conclude(early, mistakes);
  // All of it only looked wrong.
  const whole = parse(text, false);
  return conclude(whole, whole.mistakes);
}

interface Parsed {
  readonly composed: readonly Document.Parsed[];
  readonly documents: readonly CST.Document[];
  readonly mistakes: readonly Mistake[];
  readonly misfits: ReadonlySet<number>;
  readonly guard: TokenGuard;
  readonly beyond: BeyondMeasure | undefined;
}

/** @param stopsEarly whether the text counts as ended where very much of it looks wrong */
function parse(text: string, stopsEarly: boolean): Parsed {
  const mistakes: Mistake[] = [];
  const misfits = new Set<number>();
  const documents: CST.Document[] = [];
  const composed: Document.Parsed[] = [];
  const composer = new Composer(OPTIONS);
  const guard = new TokenGuard();

  const note = (source: ErrorSource, code: string, sentence: string, isWarning?: boolean): void => {
    const { start, end } = within(text, source);
    if (isWarning === true) {
      if (MISFIT.test(code)) misfits.add(start);
      return;
    }
    // In brackets the library forgets the line break that it has passed behind a value.
    if (UNSEPARATED.test(sentence) && /[\r\n]/.test(text.charAt(start - 1))) return;
    if (mistakes.length === MOST_MISTAKES) throw new Enough();
    mistakes.push({ code, sentence, start, end });
  };
  // The library would make an error with a stack for each mistake, and there is no end to them.
  Object.assign(composer, { onError: note });

  const take = (token: CST.Token): void => {
    if (token.type === 'document') documents.push(token);
    if (token.type === 'error') note(token, 'UNEXPECTED_TOKEN', token.message);
    // Only the first document counts, and is composed.
    else if (documents.length < 2) composed.push(...composer.next(token));
  };
  let beyond: BeyondMeasure | undefined;
  try {
    for (const token of tokensOf(text, guard, stopsEarly)) take(token);
    composed.push(...composer.end(true, text.length));
  } catch (error) {
    if (error instanceof BeyondMeasure) beyond = error;
    else if (!(error instanceof Enough)) throw error;
  }
  return { composed, documents, mistakes, misfits, guard, beyond };
}

function* tokensOf(text: string, guard: TokenGuard, stopsEarly: boolean): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    guard.look(lexeme);
    yield* parser.next(lexeme);
    if (stopsEarly && guard.hasEnough) break;
  }
  yield* parser.end();
}

function conclude({ composed, documents, misfits, guard, beyond }: Parsed, mistakes: readonly Mistake[]): LibraryParse {
  const [first, second] = documents;
  return {
    contents: composed[0]?.contents ?? undefined,
    before: first?.start ?? [],
    mistakes,
    misfits,
    lookAlikes: guard.lookAlikes,
    keyLookAlikes: guard.keyLookAlikes,
    documents: documents.length,
    second: second === undefined ? undefined : startOf(second),
    beyond,
  };
}

type ErrorSource = number | readonly number[] | { readonly offset: number; readonly source?: string };

function within(text: string, source: ErrorSource): TextSpan {
  const [from, to] = rangeOf(source);
  const start = Math.min(from, text.length);
  return { start, end: Math.min(Math.max(to, start), text.length) };
}

function rangeOf(source: ErrorSource): readonly [number, number] {
  if (typeof source === 'number') return [source, source + 1];
  if ('offset' in source) return [source.offset, source.offset + (source.source?.length ?? 1)];
  const [from = 0, to = from] = source;
  return [from, to];
}

/** Its marker, else its first character. */
function startOf({ offset, start, value }: CST.Document): TextSpan {
  const marker = start.find(({ type }) => type === 'doc-start');
  const at = marker?.offset ?? value?.offset ?? offset;
  return { start: at, end: at + (marker?.source.length ?? 1) };
}
