/** `ledger complete -- WORD…`: what may stand where the cursor is. Hidden: it is for the shells' scripts. */
import type { Argument, Command, CommandUnknownOpts, Option } from '@commander-js/extra-typings';

import type { Invocation } from '../../command-line/invocation.ts';
import { choicesOf } from '../../command-line/option-values.ts';
import { type Ledger, serviceName } from '../../domain/ledger.ts';
import { nameOfResourceKind, RESOURCE_KINDS } from '../../domain/resource-kinds.ts';
import type { Language } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Io } from '../../platform/io.ts';
import { servicesOf } from '../../reporters/writing/licence-heading.ts';
import { printable } from '../../reporters/writing/printable.ts';
import { allRules, catalogue } from '../../rules/catalogue.ts';
import { ownRules } from '../../rules/own.ts';
import { findLedgers } from '../../run/find-ledgers.ts';
import { loadLedger } from '../../run/load-ledger.ts';

/**
 * Prints one line for each candidate: the word, a tab, what it means. Nothing is printed where a file may stand, or any text.
 *
 * @param words the command line up to the cursor without the program's name; the last one is being typed and may be empty
 */
export async function complete(
  words: readonly string[],
  program: Command,
  { io, languages }: Invocation,
): Promise<ExitCode> {
  const asked = readCommandLine(words, program);
  const candidates = await wordsFor(asked, languages.people, io);
  const fitting = [...candidates].filter(([word]) => word.startsWith(asked.typed));
  await io.stdout.write(
    fitting.map(([word, means]) => `${asked.kept}${printable(word)}\t${printable(means)}\n`).join(''),
  );
  return ExitCode.ok;
}

type Candidates = ReadonlyMap<string, string>;

type Known = (ledger: Ledger | undefined, language: Language) => Candidates;

/** The words that fit, each with what it means. Never fails: where the ledger cannot be read, the words that need it are missing. */
async function wordsFor({ command, place, file }: AskedWord, language: Language, io: Io): Promise<Candidates> {
  if (place.kind === 'option') return optionsOf(command);
  const commands = place.kind === 'operand' && place.mayBeCommand ? commandsBelow(command) : NONE;
  const choices = place.of === undefined ? [] : choicesOf(place.of.parseArg);
  const known = KNOWN.get(nameOf(place));
  const values = known === undefined ? NONE : known(await readNearest(file, io), language);
  return new Map([...commands, ...choices.map((choice) => [choice, ''] as const), ...values]);
}

const NONE: Candidates = new Map();

/** By the name that help gives to a value. */
const KNOWN: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['RULE', rules],
  ['KIND', kinds],
  ['ID', entries],
  ['ENTRY', (ledger, language) => new Map([...licencesAndServices(ledger, language), ...entries(ledger, language)])],
  ['LICENCE', papers],
  ['SERVICE', licencesAndServices],
  ['DUTY', (ledger) => new Map(ledger?.duties.map(({ id, title }) => [id, title]))],
  ['SYSTEM', (ledger) => new Map(ledger?.company.systems.map(({ id }) => [id, '']))],
]);

/** As help writes it: `ID` of `--serves <ID>`. The `--id` of a writing command is a new one. */
function nameOf(place: Place): string {
  if (place.kind === 'option' || place.of === undefined) return '';
  if (place.kind === 'operand') return place.of.name();
  if (place.of.long === '--serves' || place.of.long === '--licence') return 'SERVICE';
  return place.of.long === '--id' ? '' : (/[<[](?<name>[A-Z]+)/u.exec(place.of.flags)?.groups?.['name'] ?? '');
}

function optionsOf(command: CommandUnknownOpts): Candidates {
  const options = command.createHelp().visibleOptions(command);
  return new Map(options.map((option) => [option.long ?? option.flags, option.description]));
}

function commandsBelow(command: CommandUnknownOpts): Candidates {
  if (command.commands.length === 0) return NONE;
  const visible = command.createHelp().visibleCommands(command);
  return new Map(visible.map((one) => [one.name(), one.summary() === '' ? one.description() : one.summary()]));
}

function rules(ledger: Ledger | undefined, language: Language): Candidates {
  const own = ledger === undefined ? [] : ownRules(ledger);
  return new Map([...own, ...allRules()].map(({ id, summary }) => [id, summary[language]]));
}

/** Those that rules know, and those that the ledger uses. */
function kinds(ledger: Ledger | undefined, language: Language): Candidates {
  const used = ledger?.resources.map(({ kind }) => kind) ?? [];
  const resourceKinds = [...used, ...Object.keys(RESOURCE_KINDS)];
  return new Map([
    ...[...catalogue.kinds].map(([kind, { name }]) => [kind, name[language]] as const),
    ...resourceKinds.map((kind) => [kind, nameOfResourceKind(kind)[language]] as const),
  ]);
}

function entries(ledger: Ledger | undefined, language: Language): Candidates {
  const resources = ledger?.resources.map(({ id, title, kind }) => [id, title ?? kind] as const) ?? [];
  return new Map([...papers(ledger, language), ...resources]);
}

/** What a contract serves, a waiver waives, or a word means that takes services: the licences and each of several services. */
function licencesAndServices(ledger: Ledger | undefined, language: Language): Candidates {
  const services = (ledger?.licences ?? []).flatMap((licence) =>
    licence.services.length < 2
      ? []
      : licence.services.map(
          (service) => [serviceName({ licence, service }), nameOfKind(service.kind, language)] as const,
        ),
  );
  return new Map([...papers(ledger, language), ...services]);
}

function papers(ledger: Ledger | undefined, language: Language): Candidates {
  return new Map(ledger?.licences.map((licence) => [licence.id, servicesOf(licence, language, catalogue.kinds)]));
}

function nameOfKind(kind: string, language: Language): string {
  return catalogue.kinds.get(kind)?.name[language] ?? kind;
}

async function readNearest(file: string | undefined, io: Io): Promise<Ledger | undefined> {
  try {
    const { files } = await findLedgers(file === undefined ? [] : [file], io);
    const [nearest] = files;
    if (nearest === undefined) return undefined;
    return (await loadLedger(await io.files.read(nearest.path), { file: nearest, files: io.files })).ledger;
  } catch {
    // The shell has asked, nobody else: `ledger check` will say what is wrong.
    return undefined;
  }
}

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
