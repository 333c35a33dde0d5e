/** Questions one after the other: with steps back, and with a draft where they are broken off. */
import { Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Dialogue } from '../../platform/dialogue.ts';
import { printable } from '../../reporters/writing/printable.ts';
import { styleOnStderr } from '../destinations.ts';
import { type Draft, type DraftOf, keepDraft, noDraft, readDraft, removeDraft, tellOfDraft } from './draft.ts';
import { about, type Step } from './questions.ts';

/**
 * Puts one question at a time and is given its answer, until it makes something of them all. It is run again from its
 * beginning after each answer: for the same answers it must ask the same.
 */
export type Interview<Result> = Generator<Step, Result, Plain>;

/** Questions about one thing: see `about`. */
export function* allAbout<Result>(subject: string, interview: Interview<Result>): Interview<Result> {
  let turn = interview.next();
  while (turn.done !== true) turn = interview.next(yield about(subject, turn.value));
  return turn.value;
}

export interface Conversation<Result> extends DraftOf {
  /** What the command line says; a draft brings along what it said then. */
  readonly given: PlainMapping;
  readonly interview: (given: PlainMapping) => Interview<Result> | Promise<Interview<Result>>;
  /** Carries out what was answered; undefined when a step back is wanted. */
  readonly finish: (result: Result) => Promise<ExitCode | undefined>;
  /** Whether it goes on with a draft. */
  readonly resume: boolean;
}

/**
 * Asks until all is answered, then carries it out. Whatever keeps it from that, the answers can be kept.
 *
 * @throws {Refusal} where there is no draft to go on with, or none that can be used
 */
export async function converse<Result>(
  conversation: Conversation<Result>,
  dialogue: Dialogue,
  invocation: Invocation,
): Promise<ExitCode> {
  const { resume, interview, finish } = conversation;
  const kept = await draftFor(conversation, invocation);
  const given = { ...kept?.given, ...conversation.given };
  const talk = new Talk(kept);
  try {
    for (;;) {
      const next = talk.next(await interview(given));
      if (next.done !== true) {
        await talk.put(next.value, dialogue, invocation);
        continue;
      }
      const code = await finish(next.value);
      if (code === undefined) talk.stepBack();
      else {
        if (resume && code === ExitCode.ok) await removeDraft(conversation, invocation);
        return code;
      }
    }
  } catch (error) {
    if (talk.hasAnswers) await keepDraft(conversation, talk.draft(given), error, dialogue, invocation);
    throw error;
  }
}

/** The draft to go on with, where that is wanted; whoever begins anew is told of it. */
async function draftFor(
  of: DraftOf & { readonly resume: boolean },
  invocation: Invocation,
): Promise<Draft | undefined> {
  const draft = await readDraft(of, invocation);
  if (draft === undefined || draft instanceof Refusal) {
    if (of.resume) throw draft ?? noDraft(of);
    return undefined;
  }
  if (of.resume) return draft;
  await tellOfDraft(of, invocation);
  return undefined;
}

/** Nobody can be asked where `--resume` goes on. */
export function needsTerminal(): Refusal {
  return usageError({
    where: '--resume',
    what: { zh: '没有终端，无法接着提问', en: 'there is no terminal to continue the questions' },
    remedy: { zh: '在终端中运行。', en: 'Run it in a terminal.' },
  });
}

/** The answers of an interview, and how far it has come. */
class Talk {
  readonly #answers = new Map<string, Plain>();
  /** Behind which steps back were taken. */
  readonly #before: Map<string, Plain>;
  /** Those answers that Enter alone would have given: whoever steps back is offered what is usual then. */
  readonly #usual = new Set<string>();
  /** Those of a draft that have not come up again yet. */
  readonly #kept: Map<string, Plain>;

  constructor(kept: Draft | undefined) {
    this.#before = new Map(Object.entries(kept?.before ?? {}));
    this.#kept = new Map(Object.entries(kept?.answers ?? {}));
  }

  get hasAnswers(): boolean {
    return this.#answers.size > 0;
  }

  draft(given: PlainMapping): Draft {
    const answers = Object.fromEntries([...this.#answers, ...this.#kept]);
    return { given, answers, before: Object.fromEntries(this.#before) };
  }

  /** The first question without an answer, or what all answers make. */
  next<Result>(interview: Interview<Result>): IteratorResult<Step, Result> {
    let turn = interview.next();
    while (turn.done !== true) {
      const answer = this.#answers.get(turn.value.key);
      if (answer === undefined) break;
      turn = interview.next(answer);
    }
    return turn;
  }

  async put(step: Step, dialogue: Dialogue, { io, languages }: Invocation): Promise<void> {
    const { key } = step;
    const known = this.#kept.get(key);
    const line = known === undefined ? undefined : step.retell(known);
    if (known !== undefined && line !== undefined) {
      const { colour } = await styleOnStderr(languages.people, io);
      await io.stderr.write(`${colour.good('✔')} ${printable(line)}\n`);
      this.#kept.delete(key);
      this.#take(step, known);
      return;
    }
    if (step.isAnother !== undefined) this.#forgetAnother(key, step.isAnother);
    // From the first question that is asked again, what the draft has stands as the default.
    for (const [other, answer] of this.#kept) this.#before.set(other, answer);
    this.#kept.clear();
    const answer = await step.ask(dialogue, this.#before.get(key));
    if (answer === undefined) this.stepBack();
    else this.#take(step, answer);
  }

  /** Drops what was answered about an entry that has found its place elsewhere. */
  #forgetAnother(first: string, isAnother: NonNullable<Step['isAnother']>): void {
    const subject = first.slice(0, first.lastIndexOf('.') + 1);
    const about = [...this.#before].filter(([key]) => key.startsWith(subject));
    const fields = Object.fromEntries(about.map(([key, answer]) => [key.slice(subject.length), answer]));
    if (isAnother(fields)) for (const [key] of about) this.#before.delete(key);
  }

  #take({ key, isUsual }: Step, answer: Plain): void {
    this.#answers.set(key, answer);
    if (isUsual(answer)) this.#usual.add(key);
    else this.#usual.delete(key);
  }

  /** To the question before; where none was asked, the same comes again. */
  stepBack(): void {
    const last = [...this.#answers].at(-1);
    if (last === undefined) return;
    const [key, answer] = last;
    this.#answers.delete(key);
    if (this.#usual.has(key)) this.#before.delete(key);
    else this.#before.set(key, answer);
  }
}
