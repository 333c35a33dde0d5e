/** Servers on loopback that behave as the robots do: they look at signatures, sizes and shapes, and answer in their own words. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { RobotName } from '../../src/send/robots.ts';

/** A request as it came. */
export interface Received {
  readonly url: URL;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** What the server does instead of its robot's ordinary answer. */
export type Whim = (response: ServerResponse, request: IncomingMessage) => void;

export interface RobotServer {
  readonly url: string;
  readonly received: readonly Received[];
  readonly close: () => Promise<void>;
}

export interface RobotOptions {
  /** The secret that messages are signed with. */
  readonly secret?: string;
  /** The robot's clock. */
  readonly now?: Date;
  /** One for each request, the last for all that follow; absent, or undefined: its ordinary answer. */
  readonly whims?: readonly (Whim | undefined)[];
}

export const KEY = 'f00dfeed-0123-4567-89ab-keyofrobot';
const PATHS: Readonly<Record<RobotName, string>> = {
  wecom: `/cgi-bin/webhook/send?key=${KEY}`,
  dingtalk: `/robot/send?access_token=${KEY}`,
  feishu: `/open-apis/bot/v2/hook/${KEY}`,
  slack: `/services/T000/B000/${KEY}`,
  webhook: `/hook/${KEY}`,
};

const AN_HOUR = 3_600_000;

export async function robotServer(
  robot: RobotName,
  { secret, now = new Date('2026-11-21T04:00:00Z'), whims = [] }: RobotOptions = {},
): Promise<RobotServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const text = Buffer.concat(pieces).toString();
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a document that the program made
      const one: Received = { url, text, body: JSON.parse(text) as Record<string, unknown> };
      received.push(one);
      const whim = whims[Math.min(received.length, whims.length) - 1];
      if (whim !== undefined) return whim(response, request);
      const { status = 200, body } = ANSWERS[robot](one, { secret, now });
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has one
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${PATHS[robot]}`,
    received,
    close: async () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Checking {
  readonly secret: string | undefined;
  readonly now: Date;
}
type Answering = (request: Received, checking: Checking) => { readonly status?: number; readonly body: string };

const said = (code: number, message: string): { readonly body: string } => ({
  body: JSON.stringify({ errcode: code, errmsg: message }),
});
const saidByFeishu = (code: number, msg: string): { readonly body: string } => ({
  body: JSON.stringify({ code, msg, data: {} }),
});

const ANSWERS: Readonly<Record<RobotName, Answering>> = {
  wecom({ body }) {
    const content = textAt(body, 'markdown', 'content');
    if (body['msgtype'] !== 'markdown' || content === '') return said(40_008, 'invalid message type');
    return Buffer.byteLength(content) > 4096
      ? said(40_058, 'markdown.content exceed max length 4096. invalid Request Parameter')
      : said(0, 'ok');
  },
  dingtalk({ url, text, body }, { secret, now }) {
    if (Buffer.byteLength(text) > 20_000) return said(460_101, 'message too long, exceed 20000 bytes');
    if (textAt(body, 'markdown', 'title') === '' || textAt(body, 'markdown', 'text') === '')
      return said(40_035, '缺少参数');
    const timestamp = url.searchParams.get('timestamp') ?? '';
    const isSigned =
      secret === undefined ||
      (Math.abs(now.getTime() - Number(timestamp)) <= AN_HOUR &&
        url.searchParams.get('sign') === hmac(secret, `${timestamp}\n${secret}`));
    return isSigned ? said(0, 'ok') : said(310_000, 'sign not match, more: [https://ding-doc.dingtalk.com/doc]');
  },
  feishu({ text, body }, { secret, now }) {
    if (Buffer.byteLength(text) > 20 * 1024) return saidByFeishu(9499, 'Bad Request');
    const { timestamp, sign } = body;
    const isSigned =
      secret === undefined ||
      (typeof timestamp === 'string' &&
        Math.abs(now.getTime() / 1000 - Number(timestamp)) <= AN_HOUR / 1000 &&
        sign === hmac(`${timestamp}\n${secret}`, ''));
    if (!isSigned) return saidByFeishu(19_021, 'sign match fail or timestamp is not within one hour from current time');
    return body['msg_type'] === 'interactive'
      ? saidByFeishu(0, 'success')
      : saidByFeishu(19_002, 'params error, msg_type need');
  },
  slack({ body }) {
    const { blocks } = body;
    const texts = Array.isArray(blocks)
      ? blocks.map((block: unknown) => textAt({ block }, 'block', 'text', 'text'))
      : [];
    if (texts.length === 0 || texts.includes('')) return { status: 400, body: 'invalid_payload' };
    const isTooLong = texts.length > 50 || texts.some((one) => one.length > 3000);
    if (isTooLong || texts.join('').length > 13_000) return { status: 400, body: 'invalid_blocks' };
    return { body: 'ok' };
  },
  webhook: ({ body }) => ({ status: body['schema'] === 'ledger/todo@1' ? 204 : 422, body: '' }),
};

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}

/** A text deep in a document; empty where there is none. */
export function textAt(document: unknown, ...path: readonly string[]): string {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !(key in value)) return '';
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return typeof value === 'string' ? value : '';
}
