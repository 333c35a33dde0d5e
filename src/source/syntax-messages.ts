/** The parsers' errors in the words of somebody who keeps a ledger. */
import type { YAMLException } from 'js-yaml';

import type { FileProblem } from '../domain/file-problem.ts';
import type { Text } from '../domain/text.ts';
import { textProblem } from './text-problem.ts';

interface SyntaxMessage {
  readonly message: Text;
  readonly remedy?: Text | undefined;
}

interface Explanation extends SyntaxMessage {
  readonly code: string;
  /** Where one code stands for several mistakes: what the library's sentence must contain. */
  readonly saying?: RegExp;
}

const QUOTE_VALUE: Text = { zh: '给整个值加上引号。', en: 'Put the whole value in quotes.' };
const NO_COLON: Text = { zh: '这一行缺少冒号', en: 'a colon is missing on this line' };
const WIDE_COLON: Text = { zh: '这一行的冒号是全角的', en: 'the colon on this line is a full-width one' };
const COLON_AND_SPACE: Text = {
  zh: '写成`键: 值`，冒号用半角，后面留一个空格。',
  en: 'Write `key: value`, with a space behind the colon.',
};

/** The first that fits counts. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    code: 'TAB_AS_INDENT',
    message: { zh: '缩进用了制表符', en: 'a tab is used for indentation' },
    remedy: { zh: '缩进只用空格。', en: 'Indent with spaces only.' },
  },
  { code: 'DUPLICATE_KEY', message: { zh: '键重复', en: 'this key is there twice' } },
  { code: 'MULTIPLE_DOCS', message: { zh: '这里开始了第二个YAML文档', en: 'a second YAML document begins here' } },
  ...['BAD_INDENT', 'MISSING_CHAR'].map((code) => ({
    code,
    saying: /end with a [\]}]/,
    message: { zh: '括号没有闭合', en: 'a bracket is not closed' },
    remedy: {
      zh: '补上 ] 或 }；括号内的各行要比所属的键缩进更多。',
      en: 'Add the ] or }; lines inside brackets are indented further than their key.',
    },
  })),
  {
    code: 'BAD_INDENT',
    message: { zh: '缩进与上文不一致', en: 'the indentation does not fit the lines above' },
    remedy: { zh: '同一层的键或短横线从同一列开始。', en: 'Keys, or dashes, of one level start in the same column.' },
  },
  {
    code: 'MISSING_CHAR',
    saying: /closing ["']quote/,
    message: { zh: '引号没有闭合', en: 'a quote is not closed' },
    remedy: { zh: '在值的末尾补上引号。', en: 'Close it at the end of the value.' },
  },
  { code: 'MISSING_CHAR', saying: /followed by map values/, message: NO_COLON, remedy: COLON_AND_SPACE },
  {
    code: 'MISSING_CHAR',
    saying: /Missing space after :/,
    message: { zh: '冒号后面缺少空格', en: 'a space is missing behind the colon' },
    remedy: COLON_AND_SPACE,
  },
  {
    code: 'MISSING_CHAR',
    saying: /Missing ,/,
    message: { zh: '括号内的各项之间缺少逗号', en: 'a comma is missing between the items in brackets' },
    remedy: { zh: '各项之间用半角逗号隔开。', en: 'Separate the items with commas.' },
  },
  {
    code: 'MISSING_CHAR',
    saying: /Comments must be separated/,
    message: { zh: '#前面缺少空格', en: 'a space is missing before the #' },
    remedy: {
      zh: '注释前留一个空格；#属于值的，给值加上引号。',
      en: 'Put a space before a comment; quote a value that holds a #.',
    },
  },
  {
    code: 'MISSING_CHAR',
    saying: /without - indicator/,
    message: { zh: '列表项前面缺少短横线', en: 'a dash is missing before the list item' },
  },
  { code: 'MULTILINE_IMPLICIT_KEY', message: NO_COLON, remedy: COLON_AND_SPACE },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    message: { zh: '同一行有两个冒号，分不清键和值', en: 'two colons on one line: key and value cannot be told apart' },
    remedy: QUOTE_VALUE,
  },
  {
    code: 'BAD_SCALAR_START',
    message: { zh: '不加引号的值不能以这个符号开头', en: 'a value without quotes cannot start with this sign' },
    remedy: QUOTE_VALUE,
  },
  {
    code: 'BAD_DQ_ESCAPE',
    message: { zh: '双引号里的反斜杠写法无效', en: 'this backslash means nothing in double quotes' },
    remedy: { zh: '改用单引号，或把反斜杠写两遍。', en: 'Use single quotes, or write the backslash twice.' },
  },
  {
    code: 'UNEXPECTED_TOKEN',
    saying: /^Unexpected .*(?:empty item|,)/,
    message: { zh: '多了一个逗号', en: 'there is a comma too many' },
  },
  {
    code: 'UNEXPECTED_TOKEN',
    saying: /^Block scalar header/,
    message: { zh: '以|或>开头的值，正文要另起一行', en: 'text after | or > starts on the next line' },
    remedy: QUOTE_VALUE,
  },
  {
    code: 'UNEXPECTED_TOKEN',
    saying: /at node end|in YAML stream/,
    message: { zh: '这里的内容与上文接不上', en: 'this does not continue what stands before it' },
    remedy: {
      zh: '检查缩进、短横线后的空格和引号；同一层不能既有列表项又有键。',
      en: 'Check the indentation, the space behind a dash and the quotes; one level holds either items or keys.',
    },
  },
  {
    code: 'TAG_RESOLVE_FAILED',
    message: { zh: '台账不使用这个标签', en: 'a ledger has no such tag' },
  },
];

/** Our words for an error of the second parser on a line; for rare ones, its own. */
export function syntaxMessage(code: string, sentence: string, line: string): SyntaxMessage {
  const seen = code === 'BAD_INDENT' && /^ *\t/.test(line) ? 'TAB_AS_INDENT' : code;
  const known = EXPLANATIONS.find((one) => one.code === seen && (one.saying?.test(sentence) ?? true));
  if (known === undefined) return lastResort(sentence);
  const { message, remedy } = known;
  return { message: message === NO_COLON && line.includes('：') ? WIDE_COLON : message, remedy };
}

function lastResort(sentence: string): SyntaxMessage {
  const [words = sentence] = sentence.split(/ at line \d/);
  return { message: { zh: `不是有效的YAML（${words}）`, en: `this is not valid YAML (${words})` } };
}

const TOO_DEEP = /exceeded maxDepth/;
const MISFIT_TAG = /explicit tag$|^unknown \w+ tag/;
const CONTROL_CHARACTER = /non-printable|null byte|valid JSON character/;

/** Errors that no other parser need be asked about. */
export function isBeyondRepair({ reason }: YAMLException): boolean {
  return TOO_DEEP.test(reason) || CONTROL_CHARACTER.test(reason);
}

/** The reader's own error, where the second parser sees none. */
export function explainParserError(text: string, { reason, mark }: YAMLException): FileProblem {
  const start = Math.min(mark?.position ?? 0, text.length);
  const at = { start, end: Math.min(start + 1, text.length) };
  if (TOO_DEEP.test(reason)) {
    return textProblem('yaml/syntax', at, { zh: '嵌套太深', en: 'it is nested too deeply' });
  }
  if (CONTROL_CHARACTER.test(reason)) return controlCharacter(text, at);
  if (MISFIT_TAG.test(reason)) return misfitTag(text, start);
  return textProblem('yaml/syntax', at, lastResort(reason).message);
}

function misfitTag(text: string, start: number): FileProblem {
  const [tag = ''] = /^\S*/.exec(text.slice(start)) ?? [];
  return textProblem(
    'yaml/tag',
    { start, end: start + tag.length },
    { zh: `值与标签${tag}不符`, en: `the value does not fit its tag ${tag}` },
  );
}

function controlCharacter(text: string, at: { readonly start: number; readonly end: number }): FileProblem {
  const code = text.charCodeAt(at.start).toString(16).toUpperCase().padStart(4, '0');
  return textProblem(
    'yaml/syntax',
    at,
    { zh: `有看不见的控制字符U+${code}`, en: `there is a control character, U+${code}` },
    {
      remedy: {
        zh: `删掉它；确实需要的，在双引号里写成 \\u${code}。`,
        en: `Remove it; where it is meant, write \\u${code} in double quotes.`,
      },
    },
  );
}
