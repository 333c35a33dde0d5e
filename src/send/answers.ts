/** What the answers of robots mean, in words. */
import type { Text } from '../domain/text.ts';

/** What a robot made of a message. */
export type Answer =
  | { readonly state: 'taken' }
  /** It says no, or not yet. */
  | {
      readonly state: 'refused' | 'busy';
      readonly code: string;
      readonly said: string;
      readonly words?: Text | undefined;
    };

export const TOO_FAST: Text = { zh: '发送太频繁', en: 'too many messages in a short time' };
export const TOO_LONG: Text = { zh: '内容太长', en: 'the message is too long' };
export const INVALID_ADDRESS: Text = {
  zh: '机器人地址无效或已删除',
  en: 'the robot address is not valid, or the robot was deleted',
};
export const INVALID_MESSAGE: Text = { zh: '消息格式不对', en: 'the message format is not valid' };

const BUSY: ReadonlySet<Text> = new Set([TOO_FAST]);
const TAKEN: Answer = { state: 'taken' };
const TOO_MANY_REQUESTS = 429;

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Robots that answer 200 and say in the body what is wrong. */
export function judgeCode(
  status: number,
  body: string,
  codeKey: string,
  messageKey: string,
  words: Readonly<Record<number, Text>>,
): Answer {
  const said = readObject(body);
  const code = said?.[codeKey];
  if (isSuccess(status) && code === 0) return TAKEN;
  if (typeof code !== 'number' || code === 0) return refusalOf(status, '', body);
  const message = said?.[messageKey];
  return {
    state: BUSY.has(words[code] ?? INVALID_MESSAGE) || isBusy(status) ? 'busy' : 'refused',
    code: String(code),
    said: typeof message === 'string' ? message : '',
    words: words[code],
  };
}

/** Slack answers with one word. */
export function judgeSlack(status: number, body: string): Answer {
  const code = body.trim();
  if (isSuccess(status) && code === 'ok') return TAKEN;
  return refusalOf(status, code, SLACK_WORDS.has(code) ? '' : body, SLACK_WORDS.get(code));
}

const SLACK_WORDS: ReadonlyMap<string, Text> = new Map([
  ['invalid_payload', INVALID_MESSAGE],
  ['invalid_blocks', INVALID_MESSAGE],
  ['msg_blocks_too_long', TOO_LONG],
  ['invalid_token', INVALID_ADDRESS],
  ['no_service', INVALID_ADDRESS],
  ['no_team', INVALID_ADDRESS],
  ['channel_not_found', { zh: '频道不存在', en: 'the channel does not exist' }],
  ['channel_is_archived', { zh: '频道已归档', en: 'the channel is archived' }],
  ['action_prohibited', { zh: '管理员不允许', en: 'an administrator does not allow it' }],
  ['posting_to_general_channel_denied', { zh: '管理员不允许', en: 'an administrator does not allow it' }],
  ['rate_limited', TOO_FAST],
]);

function refusalOf(status: number, code: string, said: string, words?: Text): Answer {
  return {
    state: isBusy(status) ? 'busy' : 'refused',
    code: code === '' || words === undefined ? `HTTP ${status}` : code,
    said,
    words: words ?? (status === TOO_MANY_REQUESTS ? TOO_FAST : undefined),
  };
}

function isBusy(status: number): boolean {
  return status === TOO_MANY_REQUESTS || status >= 500;
}

function readObject(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' && read !== null ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}

/** Whoever answers like any server of the web. */
export function judgeStatus(status: number, body: string): Answer {
  return isSuccess(status) ? TAKEN : refusalOf(status, '', body);
}
