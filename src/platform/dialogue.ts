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

export interface TextQuestion extends Question {
  /** The answer of somebody who types nothing; absent: nothing typed is the answer `''`. */
  readonly initial?: string | undefined;
  /** What is wrong with an answer; undefined where nothing is. */
  readonly check: (answer: string) => string | undefined;
  /** How the answer is repeated, as `2027-12-31` for `+1y`. */
  readonly echo?: (answer: string) => string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceQuestion extends Question {
  /** The first is the answer of somebody who only presses Enter. */
  readonly choices: readonly Choice[];
  /** Turns a word that is no choice into one; absent: only what is listed can be chosen. */
  readonly orElse?: (typed: string) => Choice | undefined;
}

export interface SeveralQuestion extends Question {
  readonly choices: readonly Choice[];
  readonly initial: readonly string[];
}

export interface ConfirmQuestion extends Question {
  readonly yes: string;
  readonly no: string;
  readonly initial: boolean;
}
