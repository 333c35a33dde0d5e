/** The walls between the rooms of src/. docs/architecture.md says what each room is for; tests/walls.test.ts holds them. */
import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

const only = (room: string, allowed: readonly string[], comment: string): IForbiddenRuleType => ({
  name: `${room}-imports-only-${allowed.length === 0 ? 'itself' : allowed.join('-')}`,
  severity: 'error',
  comment,
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...allowed].map((name) => `^src/${name}${name.endsWith('.ts') ? '$' : '/'}`) },
});

const PURE = ['schema', 'rules', 'licences', 'law', 'fields', 'domain'];
const BELOW_RUN = [
  'command-line',
  'history',
  'reporters',
  'source',
  'spreadsheet',
  'platform',
  'exit-code.ts',
  'version.ts',
  ...PURE,
];

const walls: IConfiguration = {
  forbidden: [
    only(
      'domain',
      [],
      'The domain is what the program is about. If it needs something from outside, pass it in as a parameter.',
    ),
    only(
      'fields',
      ['domain'],
      'A field says what stands in a ledger and what it is called. Others make schema, options and columns of it.',
    ),
    only('law', ['domain'], 'An instrument of law knows nothing of rules, files or reports.'),
    only(
      'licences',
      ['law', 'domain'],
      'A rule module says what in the data is wrong. Reading, locating and printing are for others.',
    ),
    only('rules', ['licences', 'law', 'domain'], 'The catalogue gathers rules; it reads and prints nothing.'),
    only('schema', ['fields', 'domain'], 'The schema turns plain data into a ledger. It sees neither text nor YAML.'),
    only('source', ['domain'], 'The source turns text into data with places. It does not know what a ledger is.'),
    only('spreadsheet', ['domain'], 'A spreadsheet is cells and days. What its columns mean is for the commands.'),
    only('reporters', ['fields', 'domain'], 'A reporter is (report, style) → string.'),
    only('reporters/writing', ['domain'], 'Tables, wrapping and escapes serve every document and know none.'),
    only('reporters/rules', ['reporters/writing', 'domain'], 'What a rule asks is told without any finding.'),
    only(
      'reporters/check',
      ['reporters/rules', 'reporters/writing', 'domain'],
      'A report may explain its rules. What it shares with other documents lies in writing.',
    ),
    only(
      'reporters/status',
      ['reporters/check', 'reporters/writing', 'domain'],
      'A row names a finding as the check does. What it shares with other documents lies in writing.',
    ),
    only(
      'reporters/register',
      ['reporters/check', 'reporters/writing', 'fields', 'domain'],
      'An entry is shown with its findings. What it shares with other documents lies in writing.',
    ),
    only(
      'reporters/horizon',
      ['reporters/register', 'reporters/writing', 'domain'],
      'A horizon names entries as the register does. What it shares with other documents lies in writing.',
    ),
    only(
      'reporters/todo',
      ['reporters/writing', 'domain'],
      'What is to be done is one list of the domain. What its documents share with others lies in writing.',
    ),
    only(
      'reporters/history',
      ['reporters/check', 'reporters/writing', 'fields', 'domain'],
      'What changed is told in the words of the fields. What it shares with other documents lies in writing.',
    ),
    only(
      'reporters/page',
      ['reporters/check', 'reporters/overview', 'reporters/status', 'reporters/todo', 'reporters/writing', 'domain'],
      'The page tells findings as the check does, companies as the overview does, how all stands as the status does, and what to do as the todo does.',
    ),
    only(
      'reporters/pack',
      [
        ...['check', 'history', 'page', 'register', 'status', 'writing'].map((of) => `reporters/${of}`),
        'fields',
        'domain',
      ],
      'Its page is made of what the other documents tell.',
    ),
    only(
      'send',
      ['reporters/todo', 'reporters/writing', 'domain'],
      'What is sent is a digest and an address. Where they come from is for the command.',
    ),
    {
      name: 'connections-in-one-room',
      severity: 'error',
      comment: 'A program that says nothing to anybody unless it is asked to has one door: src/send.',
      from: { path: '^src/', pathNot: '^src/send/' },
      to: { path: '^(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:/|$)|node_modules/nodemailer/' },
    },
    only(
      'platform',
      ['reporters/writing', 'domain'],
      'The platform is the machine: streams, files, clock, colour. Decisions are for the commands.',
    ),
    only(
      'command-line',
      ['reporters/writing', 'fields', 'schema', 'platform', 'domain', 'exit-code.ts', 'version.ts'],
      'What command lines have in common is loaded at every start: it reads no ledger and runs nothing.',
    ),
    only(
      'history',
      ['command-line', 'reporters/writing', 'platform', 'domain', 'exit-code.ts'],
      'History asks git and gives files and commits. What a ledger says, and how it is told, is for others.',
    ),
    {
      name: 'git-alone-is-run',
      severity: 'error',
      comment: 'One file starts a program, and the program is git: src/history/git-process.ts.',
      from: { path: '^src/', pathNot: ['^src/history/git-process\\.ts$', '^src/dev/'] },
      to: { path: '^(node:)?child_process$' },
    },
    only(
      'run',
      BELOW_RUN,
      'What commands do alike knows no command. If it needs something of one, pass it in as a parameter.',
    ),
    only(
      'language-server',
      ['run', ...BELOW_RUN],
      'The language server tells an editor what the run finds. It reads no file and knows no command.',
    ),
    {
      name: 'only-dev-imports-dev',
      severity: 'error',
      comment: 'What builds the project is no part of the program.',
      from: { path: '^src/', pathNot: '^src/dev/' },
      to: { path: '^src/dev/' },
    },
    {
      name: 'commands-know-no-app',
      severity: 'error',
      comment: 'The app loads a command when it is called; a command that imports the app would load everything.',
      from: { path: '^src/commands/' },
      to: { path: '^src/(app|cli)\\.ts$' },
    },
    {
      name: 'commands-know-no-other-command',
      severity: 'error',
      comment: 'A command is one folder. What two of them need lies in src/command-line or src/run.',
      from: { path: '^src/commands/([^/]+)/' },
      to: { path: '^src/commands/', pathNot: '^src/commands/$1/' },
    },
    {
      name: 'luxon-in-one-file',
      severity: 'error',
      comment: 'A day is a whole number everywhere else: luxon with a zone costs twelve times the sum.',
      from: { path: '^src/', pathNot: '^src/domain/calendar-day\\.ts$' },
      to: { path: 'node_modules/luxon/' },
    },
    {
      name: 'holidays-in-one-file',
      severity: 'error',
      comment: 'Which days are worked is asked of the working calendar, which knows what the ledger adds.',
      from: { path: '^src/', pathNot: '^src/(?:domain/working-calendar|dev/law-calendar)\\.ts$' },
      to: { path: 'node_modules/chinese-days/|^src/domain/arrangements\\.json$' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Files that need each other are one file, or a third one is missing.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'A file that nobody imports is dead, unless it is an entry.',
      from: { orphan: true, path: '^src/', pathNot: ['^src/cli\\.ts$', '^src/dev/'] },
      to: {},
    },
    {
      name: 'only-declared-packages',
      severity: 'error',
      comment: 'A package that package.json does not name is there by accident.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};

export default walls;
