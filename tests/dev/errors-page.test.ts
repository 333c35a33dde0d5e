/** Whatever the program can complain of has its entry in `docs/errors.md`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

import { allRules } from '../../src/rules/catalogue.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = readFileSync(path.join(root, 'docs/errors.md'), 'utf8');
const LINES = PAGE.split('\n');

/** What the page cannot show, and why: by file, and by how the message begins there if others of it are shown. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  'command-line/complaint.ts: ': 'what the parser of command lines says where none of the cases before fits',
  'command-line/path-complaint.ts: another program keeps saving this file; nothing was written':
    'needs a second program',
  'command-line/path-complaint.ts: another program… is using this file; nothing was written': 'needs a second program',
  'command-line/path-complaint.ts: a file of … MB: this may take a minute or more, and over 1 GB of memory':
    'needs a file of many megabytes',
  'command-line/path-complaint.ts: still being read': 'needs a file of many gigabytes',
  'commands/import/read-sheets.ts: the file is too large; not read': 'needs a file of many megabytes',
  'commands/import/read-sheets.ts: not valid CSV': 'where the reader of CSV names no line',
  'commands/import/read-sheets.ts: more than … …; not read': 'needs a file of many megabytes',
  'commands/pack/pack.ts: the file changed during packing; nothing was written': 'needs a second program',
  'commands/report/report.ts: the page is … MB: browsers are slow to open it, or do not open it at all':
    'needs a large group',
  'history/refusals.ts: git cannot read the repository: …': 'needs a broken repository',
  'history/refusals.ts: git ended without an answer: the repository cannot be read': 'needs a broken repository',
  'history/refusals.ts: no answer yet; after … seconds without one it is ended': 'needs a slow git',
  'history/refusals.ts: it and HEAD have no common ancestor': 'needs a repository with two beginnings',
  'history/refusals.ts: the ledgers are in … repositories: …': 'needs a repository inside another',
  'language-server/diagnostics.ts: not checked, because of a fault of ledger itself': 'marked in an editor',
  'run/extension-counter.ts': 'needs a large group',
  'run/recording/answers.ts': 'answers at a terminal',
  'run/recording/draft.ts': 'answers at a terminal',
  'run/recording/entry-choice.ts': 'answers at a terminal',
  'run/recording/questions.ts': 'answers at a terminal',
  'run/today.ts': 'needs a clock that is wrong',
  'send/connection.ts': 'needs a network',
  'send/mail.ts': 'needs a network',
  'send/post.ts': 'needs a network',
};

interface Message {
  readonly place: string;
  readonly en: string;
  /** What the program prints of it: the words that stand in the source, with anything between them. */
  readonly printed: RegExp;
}

/** Every `what: { zh, en }` of the source: that is how a complaint says what is wrong. */
function messagesIn(file: string): readonly Message[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const messages: Message[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === 'what' &&
      ts.isObjectLiteralExpression(node.initializer)
    ) {
      const en = node.initializer.properties.find(({ name }) => name?.getText() === 'en');
      if (en !== undefined && ts.isPropertyAssignment(en)) {
        for (const parts of alternativesOf(en.initializer)) {
          const printed = new RegExp(parts.map(escaped).join('.*'), 'u');
          messages.push({ place: file.replace('src/', ''), en: parts.join('…'), printed });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return messages;
}

/** What it may say, each by the words between what is put in when it runs. */
function alternativesOf(expression: ts.Expression): readonly (readonly string[])[] {
  if (ts.isStringLiteralLike(expression)) return [[expression.text]];
  if (ts.isConditionalExpression(expression))
    return [expression.whenTrue, expression.whenFalse].flatMap(alternativesOf);
  if (!ts.isTemplateExpression(expression)) return [['']];
  return [[expression.head.text, ...expression.templateSpans.map(({ literal }) => literal.text)]];
}

/** Without words of its own it fits any line, so that it must be named. */
function isShown({ en, printed }: Message): boolean {
  return /[a-z]{3}/u.test(en) && LINES.some((line) => printed.test(line));
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
}

const FILES = globSync('src/**/*.ts', {
  cwd: root,
  ignore: ['src/dev/**', 'src/fields/**', 'src/licences/**', 'src/rules/**', 'src/law/**'],
});
const MESSAGES = FILES.toSorted().flatMap(messagesIn);

function reasonFor({ place, en }: Message): string | undefined {
  return NOT_SHOWN[place] ?? NOT_SHOWN[`${place}: ${en}`];
}

test('the messages are found in the source', () => {
  expect(MESSAGES.length).toBeGreaterThan(120);
  expect(MESSAGES.map(({ en }) => en)).toContain('unknown command');
});

test('each message of the program is on the page, or is named here with the reason', () => {
  const missing = MESSAGES.filter((one) => reasonFor(one) === undefined && !isShown(one));
  expect(missing.map(({ place, en }) => `${place}: ${en}`)).toEqual([]);
});

describe('what is named here', () => {
  test.each(Object.keys(NOT_SHOWN))('%s is a message of the program', (name) => {
    expect(MESSAGES.some(({ place, en }) => name === place || name === `${place}: ${en}`)).toBe(true);
  });
});

test('each rule says what it finds, in both languages', () => {
  const rows = new Map(
    [...PAGE.matchAll(/^\| \[`(?<id>[^`]+)`\][^|]*\| (?<zh>.*?) \| (?<en>.*?) \|$/gmu)].map(({ groups }) => [
      groups?.['id'],
      groups,
    ]),
  );
  for (const { id } of allRules()) {
    const { zh = '', en = '' } = rows.get(id) ?? {};
    expect({ id, zh, en }).toEqual({
      id,
      zh: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.stringMatching(/[a-z]{2}/u),
    });
  }
});
