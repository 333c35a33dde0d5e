/** What is made from the help of the program: the man page, and `llms.txt` for programs that read documentation. */
import { readdirSync, readFileSync } from 'node:fs';

import packageJson from '../../../package.json' with { type: 'json' };
import type { GeneratedFile } from './licence-index.ts';
import { inPlace } from './real-run.ts';

type Help = (words: readonly string[]) => Promise<string>;

/** Every command by the words that name it, with its help in English; the program itself is no command. */
export async function commandsInHelp(help: Help, words: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
  const text = await help([...words, '--help', '--lang', 'en']);
  const found = new Map(words.length > 0 ? [[words.join(' '), text]] : []);
  for (const { name } of listed(text))
    for (const one of await commandsInHelp(help, [...words, name])) found.set(...one);
  return found;
}

interface Listed {
  readonly name: string;
  readonly summary: string;
}

function listed(help: string): readonly Listed[] {
  const lines = help.matchAll(/^ {2}(?!ledger )(?<name>[a-z][a-z-]*) \[options\].*? {2,}(?<summary>\S.*)$/gmu);
  return [...lines].map(({ groups }) => ({ name: groups?.['name'] ?? '', summary: groups?.['summary'] ?? '' }));
}

export async function helpPages(root: URL): Promise<readonly GeneratedFile[]> {
  return inPlace({}, async (place) => {
    const help: Help = async (words) => (await place.run(words)).stdout;
    const whole = await help(['--help', '--lang', 'en']);
    const commands = await commandsInHelp(help);
    return [
      { path: 'man/ledger.1', text: manPage(whole, commands) },
      { path: 'llms.txt', text: llmsText(root, listed(whole)) },
    ];
  });
}

const ENVIRONMENT = `LEDGER_LANG  zh or en, over the locale; --lang is over both
LEDGER_WECOM_URL, LEDGER_DINGTALK_URL, LEDGER_DINGTALK_SECRET, LEDGER_FEISHU_URL, LEDGER_FEISHU_SECRET, LEDGER_SLACK_URL,
LEDGER_WEBHOOK_URL, LEDGER_SMTP_URL, LEDGER_MAIL_FROM, LEDGER_MAIL_TO
             where \`ledger notify --send\` sends, and with which secret
NO_COLOR     no colour; FORCE_COLOR is over it
TZ           has no say: days are counted in the time zone of the ledger`;

const FILES = `ledger.yaml, *.ledger.yaml
             the ledgers; the nearest ledger.yaml from the working folder upward is read where none is named`;

function manPage(whole: string, commands: ReadonlyMap<string, string>): string {
  const sections = [...commands].map(([name, help]) => `.SS ledger ${roff(name)}\n${verbatim(help)}`);
  return `${[
    '.\\" Made from the help of the program; do not edit it.',
    `.TH LEDGER 1 "" "licence-ledger ${packageJson.version}"`,
    `.SH NAME\nledger \\- ${roff(packageJson.description.split(':', 1)[0] ?? '')}`,
    '.SH SYNOPSIS\n.B ledger\n.I command\n[\\fIoption\\fR ...] [\\fIargument\\fR ...]',
    `.SH DESCRIPTION\n${verbatim(whole)}`,
    `.SH COMMANDS\n${sections.join('\n')}`,
    `.SH ENVIRONMENT\n${verbatim(ENVIRONMENT)}`,
    `.SH FILES\n${verbatim(FILES)}`,
  ].join('\n')}\n`;
}

/** Text as it stands, line by line. */
function verbatim(text: string): string {
  return `.nf\n${text.trimEnd().split('\n').map(roff).join('\n')}\n.fi`;
}

/** Signs that roff would read, and typographic ones that it would make of them. */
function roff(line: string): string {
  const escaped = line
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll('`', String.raw`\(ga`)
    .replaceAll('~', String.raw`\(ti`)
    .replaceAll('^', String.raw`\(ha`)
    .replaceAll("'", String.raw`\(aq`);
  return escaped.startsWith('.') ? String.raw`\&` + escaped : escaped;
}

function llmsText(root: URL, commands: readonly Listed[]): string {
  const docs = readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => {
      const [, title = name] = /^# (?<title>.*)$/mu.exec(readFileSync(new URL(`docs/${name}`, root), 'utf8')) ?? [];
      return `- [${title}](docs/${name})`;
    });
  return `# licence-ledger

> ${packageJson.description}.

The program is called \`ledger\`. It reads one YAML file for each company, checks it against the law on a given day, without a
network, and prints findings with their legal basis and the command that fixes each.

- Install it as \`licence-ledger\`; the package \`ledger\` on npm is somebody else's.
- The verdict is the exit code: 0 pass, 1 findings, 2 wrong usage, 3 no verdict, 70 a fault, 130 interrupted.
- Ask for \`--format json\`; each document names its format under \`schema\` and has a JSON Schema in \`docs/schemas\`.
- Change a ledger with the commands that findings give under \`fix\`; they need \`--yes\` where nobody can be asked, and \`--dry-run\` shows the change.

## Start here

- [README](README.md): what it does, and a first ledger
- [README in Chinese](README.zh-CN.md)
- [An example ledger](ledger.example.yaml)

## Commands

${commands.map(({ name, summary }) => `- \`ledger ${name}\`: ${summary}`).join('\n')}

## Docs

${docs.join('\n')}
- [Every rule](docs/rules/README.md)
`;
}
