/** Somebody at a terminal who answers what was agreed before. */
import type { Dialogue } from '../../src/platform/dialogue.ts';
import { Interruption } from '../../src/platform/io.ts';

export const CTRL_C = Symbol('Ctrl-C');

/** `''` takes the default, `<` steps back; in a list `false` is the line that stands for nothing. */
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
    async askText({ label, initial, judge, echo = (answer) => answer }) {
      let taken = initial ?? '';
      for (;;) {
        const given = next(label);
        if (given === '<') return note(label, undefined);
        const answer = given === '' ? taken : String(given);
        const objection = await judge(answer);
        if (objection === undefined) {
          note(label, echo(answer));
          return answer;
        }
        taken = objection.offer ?? taken;
        note(label, `✖ ${objection.reason}`);
      }
    },
    async choose({ label, choices, initial, orElse, judge }) {
      for (;;) {
        const given = next(label);
        if (given === '<') return note(label, undefined);
        const usual = choices.some(({ value }) => value === initial) ? initial : choices[0]?.value;
        const word = given === '' ? usual : given === false ? '' : given;
        const known = choices.find(({ value }) => value === word) ?? orElse?.(String(word));
        if (known === undefined) throw new Error(`no such choice: ${String(given)}`);
        const reason = judge?.(known.value);
        if (reason === undefined) return note(label, known.value);
        note(label, `✖ ${reason}`);
      }
    },
    async chooseSeveral({ label, choices, initial = [], judge }) {
      for (;;) {
        const given = next(label);
        if (given === '<') return note(label, undefined);
        const answer = Array.isArray(given) ? given.map(String) : initial;
        const values = new Set(choices.map(({ value }) => value));
        for (const one of answer) if (!values.has(one)) throw new Error(`no such choice: ${one}`);
        const reason = judge?.(answer);
        if (reason === undefined) return note(label, answer);
        note(label, `✖ ${reason}`);
      }
    },
    async confirm({ label, initial }) {
      const given = next(label);
      if (given === '<') return note(label, undefined);
      return note(label, typeof given === 'boolean' ? given : initial);
    },
  };
}
