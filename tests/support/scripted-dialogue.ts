/** Somebody at a terminal who answers what was agreed before. */
import type { Dialogue } from '../../src/platform/dialogue.ts';
import { Interruption } from '../../src/platform/io.ts';

export const CTRL_C = Symbol('Ctrl-C');

/** `''` takes the default, `<` steps back. */
export type Answer = string | boolean | readonly string[] | typeof CTRL_C;

/** Each question and how it was answered, or what was wrong with the answer. */
export type Transcript = string[];

export function scriptedDialogue(answers: readonly Answer[], transcript: Transcript): Dialogue {
  const left = [...answers];

  function next(label: string): Exclude<Answer, symbol> {
    const answer = left.shift();
    if (answer === undefined) throw new Error(`nobody answers the question: ${label}`);
    if (answer === CTRL_C) throw new Interruption();
    return answer;
  }

  function note<Value>(label: string, answer: Value): Value {
    transcript.push(`${label} ${String(answer)}`);
    return answer;
  }

  return {
    async askText({ label, initial = '', check, echo = (answer) => answer }) {
      for (;;) {
        const given = next(label);
        if (given === '<') return note(label, undefined);
        const answer = given === '' ? initial : String(given);
        const complaint = check(answer);
        if (complaint === undefined) {
          note(label, echo(answer));
          return answer;
        }
        note(label, `✖ ${complaint}`);
      }
    },
    async choose({ label, choices, orElse }) {
      const given = next(label);
      if (given === '<') return note(label, undefined);
      if (given === '') return note(label, choices[0]?.value);
      const known = choices.find(({ value }) => value === given) ?? orElse?.(String(given));
      if (known === undefined) throw new Error(`no such choice: ${String(given)}`);
      return note(label, known.value);
    },
    async chooseSeveral({ label, choices, initial }) {
      const given = next(label);
      if (given === '<') return note(label, undefined);
      if (!Array.isArray(given)) return note(label, initial);
      const values = new Set(choices.map(({ value }) => value));
      for (const one of given) if (!values.has(String(one))) throw new Error(`no such choice: ${String(one)}`);
      return note(label, given.map(String));
    },
    async confirm({ label, initial }) {
      const given = next(label);
      if (given === '<') return note(label, undefined);
      return note(label, typeof given === 'boolean' ? given : initial);
    },
  };
}
