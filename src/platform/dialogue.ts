/** Questions to somebody at a terminal. */

/**
 * Each question resolves to its answer, or to `undefined` when a step back is wanted (`<` or Escape).
 *
 * @throws {Interruption} on Ctrl-C, on Ctrl-D and when the terminal goes away
 */
export interface Dialogue {
  askText(question: TextQuestion): Promise<string | undefined>;
  choose(question: ChoiceQuestion): Promise<string | undefined>;
  chooseSeveral(question: SeveralQuestion): Promise<readonly string[] | undefined>;
  confirm(question: ConfirmQuestion): Promise<boolean | undefined>;
}

interface Question {
  readonly label: string;
  /** How it is answered, in a word or two. */
  readonly hint: string;
}

/** Why an answer will not do, and what Enter takes instead; without an offer the answer stays, to be corrected. */
export interface Objection {
  readonly reason: string;
  readonly offer?: string | undefined;
}

/** Undefined where nothing is wrong with an answer. */
export type Judged = Objection | undefined;

export interface TextQuestion extends Question {
  /** The answer of somebody who types nothing; absent: nothing typed is the answer `''`. */
  readonly initial?: string | undefined;
  /** Called once for each Enter. */
  readonly judge: (answer: string) => Judged | Promise<Judged>;
  /** How the answer is repeated, as `2027-12-31` for `+1y`. */
  readonly echo?: (answer: string) => string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A choice with what it is called. */
export function choiceOf(value: string, name = ''): Choice {
  return { value, label: name === '' || value === '' ? `${value}${name}` : `${value}  ${name}` };
}

interface ListQuestion<Answer> extends Question {
  readonly choices: readonly Choice[];
  readonly initial?: Answer | undefined;
  /** Why a choice will not do; undefined where nothing is wrong with it. */
  readonly judge?: ((answer: Answer) => string | undefined) | undefined;
}

export interface ChoiceQuestion extends ListQuestion<string> {
  /** What is said where nothing that is listed fits what was typed. */
  readonly unlisted: string;
  /** Turns a word that is no choice into one; absent: only what is listed can be chosen. */
  readonly orElse?: (typed: string) => Choice | undefined;
}

export type SeveralQuestion = ListQuestion<readonly string[]>;

export interface ConfirmQuestion extends Question {
  readonly yes: string;
  readonly no: string;
  readonly initial: boolean;
}
