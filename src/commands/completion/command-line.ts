/** What is asked for at the end of a command line that is still being typed. */
import type { Argument, CommandUnknownOpts, Option } from '@commander-js/extra-typings';

/** What can stand at the cursor. */
export type Place =
  | { readonly kind: 'option' }
  | { readonly kind: 'value'; readonly of: Option }
  | { readonly kind: 'operand'; readonly of: Argument | undefined; readonly mayBeCommand: boolean };

export interface AskedWord {
  readonly command: CommandUnknownOpts;
  readonly place: Place;
  /** The beginning of what is being typed: of the last item in a list with commas. */
  readonly typed: string;
  /** What stands before that in the same word, such as `--select=isp/expiry,`. */
  readonly kept: string;
  /** The ledger that `--file` names. */
  readonly file: string | undefined;
}

export function readCommandLine(words: readonly string[], program: CommandUnknownOpts): AskedWord {
  const reading = new Reading(program);
  for (const word of words.slice(0, -1)) reading.pass(word);
  return reading.ask(words.at(-1) ?? '');
}

/** Where the reader stands after the words that it has passed. */
class Reading {
  private command: CommandUnknownOpts;
  private operands = 0;
  private optionsEnded = false;
  /** The option whose value comes next. */
  private waiting: Option | undefined;
  private file: string | undefined;

  constructor(program: CommandUnknownOpts) {
    this.command = program;
  }

  pass(word: string): void {
    // Bash gives `--lang=zh` as three words.
    if (word === '=' && this.waiting !== undefined) return;
    if (this.waiting !== undefined) {
      this.take(this.waiting, word);
    } else if (this.optionsEnded || !word.startsWith('-')) {
      this.passOperand(word);
    } else if (word === '--') {
      this.optionsEnded = true;
    } else {
      this.passOption(word);
    }
  }

  ask(word: string): AskedWord {
    if (this.waiting !== undefined) return this.asked({ kind: 'value', of: this.waiting }, word);
    if (this.optionsEnded || !word.startsWith('-')) return this.asked(this.operand(), word);
    const [name = '', ...value] = word.split('=');
    const option = this.optionNamed(name);
    if (value.length === 0 || option === undefined || !takesValue(option)) {
      return { ...this.asked({ kind: 'option' }, ''), typed: word };
    }
    const asked = this.asked({ kind: 'value', of: option }, value.join('='));
    return { ...asked, kept: `${name}=${asked.kept}` };
  }

  private asked(place: Place, word: string): AskedWord {
    const items = word.lastIndexOf(',') + 1;
    const { command, file } = this;
    return { command, place, file, typed: word.slice(items), kept: word.slice(0, items) };
  }

  private operand(): Place {
    const { registeredArguments } = this.command;
    const last = registeredArguments.at(-1);
    const of = registeredArguments[this.operands] ?? (last?.variadic === true ? last : undefined);
    return { kind: 'operand', of, mayBeCommand: this.operands === 0 && !this.optionsEnded };
  }

  private passOperand(word: string): void {
    const below = this.operands > 0 ? undefined : this.command.commands.find((one) => one.name() === word);
    if (below === undefined) this.operands += 1;
    else this.command = below;
  }

  private passOption(word: string): void {
    const [name = '', ...value] = word.split('=');
    const option = this.optionNamed(name);
    if (option === undefined || !takesValue(option)) return;
    if (value.length === 0) this.waiting = option;
    else this.take(option, value.join('='));
  }

  private take(option: Option, value: string): void {
    if (option.long === '--file') this.file = value;
    this.waiting = undefined;
  }

  private optionNamed(name: string): Option | undefined {
    return this.command.options.find((option) => option.long === name || option.short === name);
  }
}

function takesValue(option: Option): boolean {
  return option.required || option.optional;
}
