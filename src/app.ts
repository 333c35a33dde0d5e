/** The program: argv → a command → exit code. Whatever goes wrong on the way ends here in words and a code. */
import { Command, type CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings';

import {
  type Complaint,
  filledIn,
  Refusal,
  renderComplaint,
  reportFault,
  usageComplaint,
  usageError,
} from './command-line/complaint.ts';
import { addExamples, addLanguageOption, allCommands, headingsIn } from './command-line/help.ts';
import { type Declaring, type Invocation, languagesOf } from './command-line/invocation.ts';
import { refusedBySystem, refusedOutput, refuseEmptyPaths } from './command-line/path-complaint.ts';
import { declareAdd } from './commands/add/usage.ts';
import { declareCalendar } from './commands/calendar/usage.ts';
import { declareCheck } from './commands/check/usage.ts';
import { declareCompletion } from './commands/completion/usage.ts';
import { declareDiff } from './commands/diff/usage.ts';
import { declareEvidence } from './commands/evidence/usage.ts';
import { declareExplain } from './commands/explain/usage.ts';
import { declareExport } from './commands/export/usage.ts';
import { declareHorizon } from './commands/horizon/usage.ts';
import { declareImport } from './commands/import/usage.ts';
import { declareInit } from './commands/init/usage.ts';
import { declareList } from './commands/list/usage.ts';
import { declareLog } from './commands/log/usage.ts';
import { declareLsp } from './commands/lsp/usage.ts';
import { declareNotify } from './commands/notify/usage.ts';
import { declareOverview } from './commands/overview/usage.ts';
import { declarePack } from './commands/pack/usage.ts';
import { declareReceipt } from './commands/receipt/usage.ts';
import { declareRecord } from './commands/record/usage.ts';
import { declareRenew } from './commands/renew/usage.ts';
import { declareReport } from './commands/report/usage.ts';
import { declareRules } from './commands/rules/usage.ts';
import { declareSchema } from './commands/schema/usage.ts';
import { declareShow } from './commands/show/usage.ts';
import { declareStatus } from './commands/status/usage.ts';
import { declareTodo } from './commands/todo/usage.ts';
import { declareWaive } from './commands/waive/usage.ts';
import type { Language, Text } from './domain/text.ts';
import { ExitCode } from './exit-code.ts';
import { Interruption, type Io, OutputError } from './platform/io.ts';
import { machineFor, outputFor } from './platform/plain-output.ts';
import { VERSION } from './version.ts';

type Declare = (declaring: Declaring) => void;

interface CommandGroup {
  readonly heading: Text;
  readonly commands: Readonly<Record<string, Declare>>;
}

/** In the order of help. */
const GROUPS: readonly CommandGroup[] = [
  {
    heading: { zh: '检查与安排：', en: 'Check and plan:' },
    commands: {
      check: declareCheck,
      status: declareStatus,
      todo: declareTodo,
      horizon: declareHorizon,
      calendar: declareCalendar,
      overview: declareOverview,
    },
  },
  {
    heading: { zh: '登记：', en: 'Record:' },
    commands: {
      init: declareInit,
      add: declareAdd,
      renew: declareRenew,
      record: declareRecord,
      evidence: declareEvidence,
      waive: declareWaive,
    },
  },
  {
    heading: { zh: '查看：', en: 'Look up:' },
    commands: {
      list: declareList,
      show: declareShow,
      report: declareReport,
      receipt: declareReceipt,
      pack: declarePack,
    },
  },
  {
    heading: { zh: '导入导出：', en: 'Import and export:' },
    commands: { import: declareImport, export: declareExport },
  },
  { heading: { zh: '版本管理（git）：', en: 'Git:' }, commands: { diff: declareDiff, log: declareLog } },
  { heading: { zh: '提醒：', en: 'Notify:' }, commands: { notify: declareNotify } },
  {
    heading: { zh: '规则与其他：', en: 'About the rules, and more:' },
    commands: {
      explain: declareExplain,
      rules: declareRules,
      schema: declareSchema,
      lsp: declareLsp,
      completion: declareCompletion,
    },
  },
];

const COMMANDS: Readonly<Record<string, Declare>> = Object.fromEntries(
  GROUPS.flatMap(({ commands }) => Object.entries(commands)),
);

/** The commands that a command line can mean: the one that it begins with, else any; to declare all costs 5 ms. */
function commandsFor([first = '']: readonly string[]): readonly Declare[] {
  const named = Object.hasOwn(COMMANDS, first) && first !== 'completion' ? COMMANDS[first] : undefined;
  return named === undefined ? Object.values(COMMANDS) : [named];
}

/** Runs one command line, without the program's own name. Never rejects. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const languages = languagesOf(argv, io.env);
  const machine = await machineFor(io, languages.people);
  return runCommandLine(argv, { io: machine, languages }).catch(async (error: unknown) =>
    settle(error, argv, languages.people, machine),
  );
}

async function runCommandLine(argv: readonly string[], invocation: Invocation): Promise<ExitCode> {
  const { io, languages } = invocation;
  let code: ExitCode = ExitCode.ok;
  const help = { out: '', err: '' };
  const program = createProgram((text) => text[languages.people], help);
  const declaring: Declaring = {
    program,
    say: (text) => text[languages.people],
    run: async (work) => {
      code = await work(invocation);
    },
  };
  for (const declare of commandsFor(filledIn(argv))) declare(declaring);
  for (const { heading, commands } of GROUPS) {
    for (const command of program.commands) {
      if (Object.hasOwn(commands, command.name())) command.helpGroup(heading[languages.people]);
    }
  }
  for (const command of allCommands(program)) command.exitOverride((error) => endParsing(error, command));
  try {
    await program.hook('preAction', (_, command) => refuseEmptyPaths(command)).parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof HelpShown)) throw error;
    await (await outputFor(io.stdout, languages.people, io.env)).write(help.out);
    await io.stderr.write(help.err);
    return help.err === '' ? ExitCode.ok : ExitCode.usage;
  }
  return code;
}

function createProgram(say: (text: Text) => string, help: { out: string; err: string }): Command {
  const program = new Command('ledger')
    .description(
      say({
        zh: '电信业务经营许可的合规台账：找出已经失效、即将失效或缺失的许可、合同和义务。',
        en: 'Compliance ledger for Chinese telecom licences: finds what has lapsed, soon will, or is missing.',
      }),
    )
    // An option behind a command is that command's own.
    .enablePositionalOptions()
    .version(VERSION, '--version', say({ zh: '显示版本', en: 'print the version' }))
    .helpOption('-h, --help', say({ zh: '显示帮助', en: 'print this help' }))
    .helpCommand('help [COMMAND]', say({ zh: '显示命令的帮助', en: 'print the help of a command' }))
    .configureHelp({ styleTitle: headingsIn(say) })
    .configureOutput({
      writeOut: (text) => {
        help.out += text;
      },
      writeErr: (text) => {
        help.err += text;
      },
      outputError: () => {},
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
    });
  addExamples(
    addLanguageOption(program, say),
    say,
    [
      ['ledger check', { zh: '检查最近的台账', en: 'check the nearest ledger' }],
      [
        'ledger explain isp/leased-line',
        { zh: '查看一条规则的依据和处理办法', en: 'what a rule asks, why, what to do' },
      ],
    ],
    'any',
  );
  return program;
}

const HELP_WIDTH = 100;

/** Help or the version was asked for, or no command was named: there is text to print and nothing else to do. */
class HelpShown extends Error {}

function endParsing(error: CommanderError, command: CommandUnknownOpts): never {
  const isHelp = ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(error.code);
  throw isHelp ? new HelpShown() : usageError(usageComplaint(error, command));
}

async function settle(error: unknown, argv: readonly string[], language: Language, io: Io): Promise<ExitCode> {
  if (error instanceof Interruption) return ExitCode.interrupted;
  if (error instanceof Refusal) return complain(error.complaint, error.code, error.also);
  if (error instanceof OutputError) return complain(refusedOutput('stdout', error.cause), ExitCode.noVerdict);
  const refusal = refusedBySystem(error);
  if (refusal !== undefined) return complain(refusal, ExitCode.noVerdict);
  await reportFault(error, argv, language, io);
  return ExitCode.fault;

  async function complain(complaint: Complaint, code: ExitCode, also: readonly Complaint[] = []): Promise<ExitCode> {
    for (const one of [complaint, ...also]) await io.stderr.write(renderComplaint(one, language));
    return code;
  }
}
