/** The library's errors in the words of somebody who keeps a ledger. */
import type { Text } from '../domain/text.ts';
import { LOOK_ALIKE } from './text-problems.ts';

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
const WIDE_COLON: Text = { zh: '这一行的冒号是全角的', en: 'the colon on this line is full-width' };
const LOOK_ALIKE_SPACE: Text = {
  zh: '冒号后面的字符看起来像空格，其实不是',
  en: 'the character after the colon looks like a space, but is not',
};
const COLON_AND_SPACE: Text = {
  zh: '写成`键: 值`，冒号用半角，后面留一个空格。',
  en: 'Write `key: value`, with a space after the colon.',
};

export const COMPLEX_KEY: Text = {
  zh: '键只能是一个词，不能是列表或一组键值',
  en: 'a key is a single word, not a list or a mapping',
};

/** The first that fits counts. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    code: 'BAD_BRACKET',
    message: { zh: '这一行收尾的括号缩进不够', en: 'the closing bracket on this line is not indented far enough' },
    remedy: {
      zh: '把它缩进到不浅于所属的键，或移到上一行的末尾。',
      en: 'Indent it at least as far as its key, or put it at the end of the line above.',
    },
  },
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
    message: { zh: '缩进与上文不一致', en: 'the indentation does not match the lines above' },
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
    message: { zh: '冒号后面缺少空格', en: 'a space is missing after the colon' },
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
      en: 'Put a space before a comment; put a value that contains # in quotes.',
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
    message: { zh: '不加引号的值不能以这个符号开头', en: 'a value without quotes cannot start with this character' },
    remedy: QUOTE_VALUE,
  },
  {
    code: 'BAD_DQ_ESCAPE',
    message: { zh: '双引号里的反斜杠写法无效', en: 'this backslash is not valid in double quotes' },
    remedy: { zh: '改用单引号，或把反斜杠写两遍。', en: 'Use single quotes, or write the backslash twice.' },
  },
  {
    code: 'UNEXPECTED_TOKEN',
    saying: /^Unexpected .*(?:empty item|,)/,
    message: { zh: '多了一个逗号', en: 'there is an extra comma' },
  },
  {
    code: 'UNEXPECTED_TOKEN',
    saying: /^Block scalar header/,
    message: { zh: '以|或>开头的值，正文要另起一行', en: 'text after | or > starts on the next line' },
    remedy: QUOTE_VALUE,
  },
  {
    code: 'UNEXPECTED_TOKEN',
    saying: /at node end|in YAML stream|^Unexpected .* token/,
    message: { zh: '这里的内容与上文接不上', en: 'this does not follow from the lines before it' },
    remedy: {
      zh: '检查缩进、短横线后的空格和引号；同一层不能既有列表项又有键。',
      en: 'Check the indentation, the space after a dash and the quotes; one level has either list items or keys, not both.',
    },
  },
  { code: 'NON_STRING_KEY', message: COMPLEX_KEY },
  {
    code: 'TAG_RESOLVE_FAILED',
    message: { zh: '台账不使用这个标签', en: 'a ledger does not use this tag' },
  },
];

/** Our words for an error of the library on a line; for rare ones, its own. */
export function syntaxMessage(code: string, sentence: string, line: string): SyntaxMessage {
  const known = EXPLANATIONS.find((one) => one.code === code && (one.saying?.test(sentence) ?? true));
  if (known === undefined) return lastResort(sentence);
  const { message, remedy } = known;
  return { message: message === NO_COLON ? missingColon(line) : message, remedy };
}

const BEHIND_COLON = new RegExp(`:${LOOK_ALIKE.source}`);

function missingColon(line: string): Text {
  if (BEHIND_COLON.test(line)) return LOOK_ALIKE_SPACE;
  return line.includes('：') ? WIDE_COLON : NO_COLON;
}

function lastResort(sentence: string): SyntaxMessage {
  const [words = sentence] = sentence.split(/ at line \d/);
  return { message: { zh: `不是有效的YAML（${words}）`, en: `this is not valid YAML (${words})` } };
}
