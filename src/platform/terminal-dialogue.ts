/** Questions on the terminal itself: they stand on stderr, so that stdout keeps to the answer. Loaded when something is asked. */
import type { Readable, Writable } from 'node:stream';

import {
  AutocompletePrompt,
  ConfirmPrompt,
  isCancel,
  MultiSelectPrompt,
  type Prompt,
  settings,
  TextPrompt,
} from '@clack/core';

import type {
  Choice,
  ChoiceQuestion,
  ConfirmQuestion,
  Dialogue,
  Judged,
  SeveralQuestion,
  TextQuestion,
} from './dialogue.ts';
import { Interruption } from './io.ts';
import { frameOf, listLines, type Look } from './terminal-frame.ts';

export interface Terminal extends Look {
  readonly input: Readable;
  readonly output: Writable;
  readonly signal: AbortSignal;
}

/** The terminal while one question is asked. */
interface Asking extends Terminal {
  /** Whether Enter steps back now. */
  readonly goesBack: () => boolean;
}

const STEP_BACK = '<';
/** What its key gives where Chinese is typed. */
const STEPS_BACK: ReadonlySet<string | undefined> = new Set([STEP_BACK, '＜', '《']);
const CTRL_D = '\u0004';

export function terminalDialogue(terminal: Terminal): Dialogue {
  settings.aliases.set(CTRL_D, 'cancel');
  // Here Escape steps back; the library would end the run.
  settings.aliases.delete('escape');
  // Enter pressed between two questions arrives as a line feed: the library would move to the other answer.
  settings.actions.delete('enter');
  const ask = asker(terminal);
  return {
    askText: async (question) => ask((streams) => textPrompt(question, streams)),
    choose: async (question) => {
      const chosen = await ask((streams) => choicePrompt(question, streams));
      return Array.isArray(chosen) ? chosen[0] : chosen;
    },
    chooseSeveral: async (question) => ask((streams) => severalPrompt(question, streams)),
    confirm: async (question) => ask((streams) => confirmPrompt(question, streams)),
  };
}

type Ask = <Value>(make: (terminal: Asking) => Prompt<Value>) => Promise<Value | undefined>;

function asker(terminal: Terminal): Ask {
  const { input, signal } = terminal;
  const gone = endOf(input);
  return async (make) => {
    signal.throwIfAborted();
    // One for each question: the library never takes its listener away from a signal.
    const ending = new AbortController();
    const end = (): void => ending.abort();
    signal.addEventListener('abort', end);
    let wantsBack = false;
    let typedBack = false;
    const goesBack = (): boolean =>
      prompt instanceof TextPrompt ? STEPS_BACK.has(prompt.userInput.trim()) : typedBack;
    const prompt = make({ ...terminal, signal: ending.signal, goesBack });
    // A step back goes on as if the prompt had been cancelled: Escape at once, `<` with the Enter that every answer takes.
    prompt.on('key', (key, { name }) => {
      if (name === 'escape') prompt.state = 'cancel';
      if (name !== 'return') typedBack = STEPS_BACK.has(key);
      wantsBack = name === 'escape';
    });
    prompt.on('finalize', () => {
      if (prompt.state !== 'submit' || !goesBack()) return;
      wantsBack = true;
      prompt.state = 'cancel';
    });
    const answer = await Promise.race([prompt.prompt(), gone]).finally(() => signal.removeEventListener('abort', end));
    if (wantsBack) return undefined;
    if (isCancel(answer)) throw new Interruption();
    return answer;
  };
}

/** The terminal was closed: nobody is there any more. */
async function endOf(input: Readable): Promise<never> {
  const gone = new Promise<never>((_, reject) => {
    for (const event of ['end', 'error']) input.once(event, () => reject(new Interruption()));
  });
  // Between two questions nobody waits for it.
  gone.catch(() => {});
  return gone;
}

function answerTo(initial: string | undefined, typed: string): string {
  return typed.trim() === '' ? (initial ?? '') : typed.trim();
}

function textPrompt(question: TextQuestion, { colours, isPlain, goesBack, ...streams }: Asking): TextPrompt {
  const { label, hint, judge, echo = (answer: string): string => answer } = question;
  // What Enter alone takes: the default, and after an objection what was offered.
  let { initial } = question;
  const prompt = new TextPrompt({
    ...streams,
    validate(typed = '') {
      const judged = goesBack() ? undefined : judge(answerTo(initial, typed));
      return judged instanceof Promise ? judged.then(told) : told(judged);
    },
    render() {
      const shown = this.userInput === '' && initial !== undefined ? colours.dim(initial) : this.userInputWithCursor;
      const answer = (): string => echo(answerTo(initial, this.userInput));
      const body = [shown];
      return frameOf({ label, hint, state: this.state, error: this.error, answer, body }, { colours, isPlain });
    },
  });
  prompt.on('submit', () => {
    prompt.value = answerTo(initial, prompt.userInput);
  });
  return prompt;

  function told(objection: Judged): string | undefined {
    if (objection?.offer === undefined) return objection?.reason;
    initial = objection.offer;
    prompt.userInput = '';
    prompt.value = '';
    return objection.reason;
  }
}

function choicePrompt(
  question: ChoiceQuestion,
  { colours, isPlain, goesBack, ...streams }: Asking,
): AutocompletePrompt<Choice> {
  const { label, hint, unlisted, initial, judge } = question;
  return new AutocompletePrompt<Choice>({
    ...streams,
    initialValue: initial === undefined ? undefined : [initial],
    options() {
      return fitting(question, this.userInput);
    },
    validate(value) {
      if (goesBack()) return undefined;
      return value === undefined ? unlisted : judge?.(String(value));
    },
    render() {
      const { focusedValue } = this;
      const lines = listLines(
        this.filteredOptions,
        this.cursor,
        ({ label }, isHere) => `${isHere ? '❯' : ' '} ${label}`,
      );
      const answer = (): string => this.options.find(({ value }) => value === focusedValue)?.label ?? '';
      const body = goesBack() ? [STEP_BACK] : [this.userInputWithCursor, ...lines];
      return frameOf({ label, hint, state: this.state, error: this.error, answer, body }, { colours, isPlain });
    },
  });
}

/** What is listed for a word: the choice that it means, else those that contain it, and the word itself where it may be a new one. */
function fitting({ choices, orElse }: ChoiceQuestion, typed: string): Choice[] {
  const word = typed.trim();
  const found = choices.filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(word.toLowerCase()));
  const meant = word === '' ? undefined : (choices.find(({ value }) => value === word) ?? orElse?.(word));
  if (meant === undefined) return found;
  // The prompt keeps to the line that it stands on for as long as that is listed.
  return choices.some(({ value }) => value === meant.value) ? [meant] : [...found, meant];
}

function severalPrompt(
  question: SeveralQuestion,
  { colours, isPlain, goesBack, ...streams }: Asking,
): MultiSelectPrompt<Choice> {
  const { label, hint, choices, initial = [], judge } = question;
  return new MultiSelectPrompt<Choice>({
    ...streams,
    options: [...choices],
    initialValues: [...initial],
    required: false,
    validate: (values) => (goesBack() ? undefined : judge?.(values ?? [])),
    render() {
      const chosen = new Set(this.value);
      const list = listLines(
        choices,
        this.cursor,
        ({ value, label }, isHere) => `${isHere ? '❯' : ' '} ${chosen.has(value) ? '◉' : '◯'} ${label}`,
      );
      const body = goesBack() ? [STEP_BACK] : list;
      const answer = (): string => [...chosen].join(', ');
      return frameOf({ label, hint, state: this.state, error: this.error, answer, body }, { colours, isPlain });
    },
  });
}

function confirmPrompt({ label, hint, yes, no, initial }: ConfirmQuestion, terminal: Asking): ConfirmPrompt {
  const { colours, isPlain, goesBack, ...streams } = terminal;
  return new ConfirmPrompt({
    ...streams,
    active: yes,
    inactive: no,
    initialValue: initial,
    render() {
      const word = this.value === true ? yes : no;
      const words = [yes, no].map((one) => (one === word ? colours.bold(`❯ ${one}`) : `  ${one}`));
      const body = [goesBack() ? STEP_BACK : words.join('  ')];
      return frameOf(
        { label, hint, state: this.state, error: this.error, answer: () => word, body },
        { colours, isPlain },
      );
    },
  });
}
