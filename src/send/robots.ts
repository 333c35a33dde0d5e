/** What each robot takes, how it is signed, and what its answers mean (in its own codes). Nothing here opens a connection. */
import { createHmac } from 'node:crypto';

import type { Dialect } from '../reporters/todo/digest.ts';
import {
  type Answer,
  INVALID_ADDRESS,
  INVALID_MESSAGE,
  judgeCode,
  judgeSlack,
  judgeStatus,
  TOO_FAST,
  TOO_LONG,
} from './answers.ts';

/** From a sign of ASCII to that of full width (U+FF01 to U+FF5E). */
const TO_FULL_WIDTH = 0xfe_e0;

/** Signs with a meaning in the Markdown of some robot, and their likenesses, which have none. */
const LIKENESSES: ReadonlyMap<string, string> = new Map(
  Array.from('&<>*_~`[]#@|\\', (sign) => [sign, String.fromCodePoint(sign.charCodeAt(0) + TO_FULL_WIDTH)]),
);

/** Besides those signs: colons of addresses and of the names of emoji, and the dot of addresses without a scheme. */
const SIGNS = /[&<>*_~`[\]#@|\\]|:(?=\/\/)|:(?=[\w+-]{1,99}:)|(?<=www)\./giu;
const COLON_LIKE = '\u{A789}';
const DOT_LIKE = '\u{2024}';

/**
 * Text that no robot takes for markup, a link, an emoji or a mention, whatever it holds. Every robot has escapes of its own,
 * or none; a likeness of full width is read alike by people and means nothing to any of them.
 */
export function harmless(text: string): string {
  return text.replaceAll(SIGNS, (sign) => LIKENESSES.get(sign) ?? (sign === ':' ? COLON_LIKE : DOT_LIKE));
}

/** The dialect of a robot. */
export function robotDialect(parts: Omit<Dialect, 'escape'>): Dialect {
  return { ...parts, escape: harmless };
}

/** Mail and programs: text that nobody reads markup into, as long as it may be. */
export const plainDialect: Dialect = {
  escape: (text) => text,
  strong: (text) => text,
  lineBreak: '\n',
  room: Number.POSITIVE_INFINITY,
  sizeOf: (text) => text.length,
};

/** A digest, ready to be sent. */
export interface Message {
  readonly title: string;
  /** In the dialect of the channel. */
  readonly text: string;
  /** The same for programs: `ledger/todo@1`. */
  readonly document: object;
}

export interface Robot {
  /** The variable of the environment that holds its address. */
  readonly address: string;
  /** And that of its secret, where it can be signed. */
  readonly secret?: string | undefined;
  readonly dialect: Dialect;
  readonly request: (message: Message, address: string, secret: string | undefined, now: Date) => Request;
  readonly judge: (status: number, body: string) => Answer;
}

interface Request {
  readonly address: string;
  readonly body: object;
}

const MILLISECONDS = 1000;

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

/** Bytes of a text inside a JSON document. */
function bytesInJson(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

const wecom: Robot = {
  address: 'LEDGER_WECOM_URL',
  // 群机器人: markdown.content takes 4,096 bytes of UTF-8.
  dialect: robotDialect({ lineBreak: '\n', strong: (text) => `**${text}**`, room: 4096, sizeOf: bytes }),
  request: ({ text }, address) => ({ address, body: { msgtype: 'markdown', markdown: { content: text } } }),
  judge: (status, body) =>
    judgeCode(status, body, 'errcode', 'errmsg', {
      40_008: INVALID_MESSAGE,
      40_058: INVALID_MESSAGE,
      45_002: TOO_LONG,
      45_009: TOO_FAST,
      93_000: INVALID_ADDRESS,
      93_008: { zh: '机器人不在群里', en: 'the robot is not in the group' },
    }),
};

const dingtalk: Robot = {
  address: 'LEDGER_DINGTALK_URL',
  secret: 'LEDGER_DINGTALK_SECRET',
  // 自定义机器人: 20,000 bytes for the whole request, of which the title and what stands around the text take some.
  dialect: robotDialect({ lineBreak: '  \n', strong: (text) => `**${text}**`, room: 19_000, sizeOf: bytesInJson }),
  request: ({ title, text }, address, secret, now) => ({
    address: secret === undefined ? address : signedAddress(address, secret, now),
    body: { msgtype: 'markdown', markdown: { title, text }, at: { isAtAll: false } },
  }),
  judge: (status, body) =>
    judgeCode(status, body, 'errcode', 'errmsg', {
      40_035: INVALID_MESSAGE,
      130_101: TOO_FAST,
      300_001: INVALID_ADDRESS,
      310_000: {
        zh: '没有通过安全设置：签名不对或时钟相差超过一小时、缺少关键词，或IP不在名单中',
        en: 'the security settings of the robot refuse the message: the signature is wrong or the clock is more than an hour off, a keyword is missing, or the IP address is not on the list',
      },
      400_013: { zh: '群已解散', en: 'the group no longer exists' },
      400_101: INVALID_ADDRESS,
      400_102: { zh: '机器人已停用', en: 'the robot is switched off' },
      400_106: INVALID_ADDRESS,
      410_100: TOO_FAST,
    }),
};

const feishu: Robot = {
  address: 'LEDGER_FEISHU_URL',
  secret: 'LEDGER_FEISHU_SECRET',
  // 自定义机器人: 20 KB for the whole request.
  dialect: robotDialect({ lineBreak: '\n', strong: (text) => `【${text}】`, room: 19_000, sizeOf: bytesInJson }),
  request: ({ text }, address, secret, now) => {
    const timestamp = String(Math.floor(now.getTime() / MILLISECONDS));
    const signature = secret === undefined ? {} : { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') };
    // Plain text, in which no sign means a mention or a link.
    const card = { elements: [{ tag: 'div', text: { tag: 'plain_text', content: text } }] };
    return { address, body: { ...signature, msg_type: 'interactive', card } };
  },
  judge: (status, body) =>
    judgeCode(status, body, 'code', 'msg', {
      9499: INVALID_MESSAGE,
      11_232: TOO_FAST,
      11_247: TOO_FAST,
      19_001: INVALID_ADDRESS,
      19_002: INVALID_MESSAGE,
      19_007: { zh: '机器人已停用', en: 'the robot is switched off' },
      19_021: {
        zh: '签名不对，或时钟相差超过一小时',
        en: 'the signature is wrong, or the clock is more than an hour off',
      },
      19_022: { zh: 'IP不在名单中', en: 'this IP address is not on its list' },
      19_024: { zh: '缺少关键词', en: 'a keyword is missing' },
    }),
};

/** Characters of one section. */
const SLACK_SECTION = 3000;

const slack: Robot = {
  address: 'LEDGER_SLACK_URL',
  // 3,000 characters a section are documented; sections of some 13,000 together are refused as well (msg_blocks_too_long).
  dialect: robotDialect({
    lineBreak: '\n',
    strong: (text) => `*${text}*`,
    room: 12_000,
    sizeOf: (text) => JSON.stringify(text).length - 2,
  }),
  request: ({ title, text }, address) => ({
    address,
    body: {
      // What notifications show.
      text: harmless(title),
      blocks: sectionsOf(text).map((section) => ({
        type: 'section',
        // Verbatim: no address, channel or name in it becomes a link.
        text: { type: 'mrkdwn', text: section, verbatim: true },
      })),
    },
  }),
  judge: judgeSlack,
};

const webhook: Robot = {
  address: 'LEDGER_WEBHOOK_URL',
  dialect: plainDialect,
  request: ({ title, text, document }, address) => ({ address, body: { ...document, title, text } }),
  judge: judgeStatus,
};

export const ROBOTS = { wecom, dingtalk, feishu, slack, webhook } as const satisfies Record<string, Robot>;
export type RobotName = keyof typeof ROBOTS;

/** DingTalk: the signature of time and secret, in the address. */
function signedAddress(address: string, secret: string, now: Date): string {
  const signed = new URL(address);
  const timestamp = String(now.getTime());
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`));
  return signed.href;
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}

/** Whole lines, as many as a section takes. */
function sectionsOf(text: string): readonly string[] {
  const sections: string[] = [];
  let section = '';
  for (const line of text.split('\n')) {
    const longer = section === '' ? line : `${section}\n${line}`;
    if (longer.length > SLACK_SECTION) {
      sections.push(section);
      section = line;
    } else section = longer;
  }
  return [...sections, section].filter((one) => one.trim() !== '');
}
