/** Digests to servers on loopback that behave as the robots do. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, test } from 'vitest';

import type { SendFailure } from '../../src/send/connection.ts';
import { post } from '../../src/send/post.ts';
import { type Message, type RobotName, ROBOTS } from '../../src/send/robots.ts';
import { KEY, type RobotOptions, type RobotServer, robotServer, textAt, type Whim } from '../support/robot-server.ts';

const NOW = new Date('2026-11-21T04:00:00Z');
const SECRET = 'SECf00dfeedf00dfeed';
const NAMES: readonly RobotName[] = ['wecom', 'dingtalk', 'feishu', 'slack', 'webhook'];

function messageFor(robot: RobotName, text = '网络部\n▲ 2026-12-20 line：到期'): Message {
  return { title: '合规提醒 · 2026-11-21', text, document: { schema: 'ledger/todo@1', items: [], for: robot } };
}

let open: { readonly close: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const server of open) await server.close();
  open = [];
});

interface Sent {
  readonly failure: SendFailure | undefined;
  readonly server: RobotServer;
  /** Milliseconds that were waited. */
  readonly pauses: readonly number[];
}

interface Sending extends RobotOptions {
  /** What the program signs with; absent: the robot's secret. */
  readonly sign?: string;
  readonly text?: string;
  readonly patience?: number;
}

async function send(robot: RobotName, { sign, text, patience = 5000, ...options }: Sending = {}): Promise<Sent> {
  const server = await robotServer(robot, { now: NOW, ...options });
  open.push(server);
  const pauses: number[] = [];
  const failure = await post(
    ROBOTS[robot],
    messageFor(robot, text),
    { address: server.url, secret: sign ?? options.secret },
    {
      now: () => NOW,
      patience,
      sleep: async (milliseconds) => {
        pauses.push(milliseconds);
      },
    },
  );
  return { failure, server, pauses };
}

const answering =
  (status: number, body = '', headers: Record<string, string> = {}): Whim =>
  (response) =>
    response.writeHead(status, headers).end(body);

const dripping: Whim = (response) => {
  response.writeHead(200).write('{');
};
const breaking: Whim = (response) => {
  response.destroy();
};

function later(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

describe.each(NAMES)('%s', (robot) => {
  test('takes a digest', async () => {
    const { failure, server, pauses } = await send(robot);
    expect([failure, server.received.length, pauses]).toEqual([undefined, 1, []]);
  });

  test('takes the longest digest that its room allows', async () => {
    const { room, sizeOf, lineBreak } = ROBOTS[robot].dialect;
    const line = `▲ 2026-12-20 条目"\\：到期${lineBreak}`;
    const text = line.repeat(Math.min(2000, Math.floor(room / sizeOf(line))));
    expect((await send(robot, { text })).failure).toBeUndefined();
  });

  test.each([429, 500, 503])('is tried again after %d, and taken then', async (status) => {
    const { failure, server, pauses } = await send(robot, { whims: [answering(status), undefined] });
    expect([failure, server.received.length, pauses]).toEqual([undefined, 2, [500]]);
  });

  test('is waited for as long as it asks', async () => {
    const { failure, pauses } = await send(robot, { whims: [answering(429, '', { 'retry-after': '7' }), undefined] });
    expect([failure, pauses]).toEqual([undefined, [7000]]);
  });

  test('is given up after four tries', async () => {
    const { failure, server, pauses } = await send(robot, { whims: [answering(502)] });
    expect([server.received.length, pauses]).toEqual([4, [500, 1000, 2000]]);
    expect(failure?.what.en).toBe('the robot did not accept the message: HTTP 502, after 4 tries');
  });

  test('is not waited for half an hour', async () => {
    const { failure, pauses } = await send(robot, { whims: [answering(429, '', { 'retry-after': '1800' })] });
    expect(pauses).toEqual([]);
    expect(failure?.what.zh).toBe('发送太频繁：HTTP 429，要求等1800秒');
  });

  test('is not followed elsewhere', async () => {
    const { failure, server } = await send(robot, { whims: [answering(307, '', { location: 'http://127.0.0.1:9/' })] });
    expect(server.received).toHaveLength(1);
    expect(failure?.what.en).toContain('HTTP 307');
  });

  test('that does not answer in time is not told twice', async () => {
    const { failure, server } = await send(robot, { patience: 150, whims: [() => {}] });
    expect(server.received).toHaveLength(1);
    expect(failure?.what.en).toContain('no answer within 0.15 seconds; the message may have arrived (TimeoutError)');
  });

  test('whose answer never ends is not waited for', async () => {
    expect((await send(robot, { patience: 150, whims: [dripping] })).failure?.what.zh).toContain('可能已经送达');
  });

  test('that breaks the connection is not told twice', async () => {
    const { failure, server } = await send(robot, { whims: [breaking] });
    expect(server.received).toHaveLength(1);
    expect(failure?.what.en).toContain('the connection was lost');
  });

  test('is tried again where nobody listens yet', async () => {
    const { server } = await send(robot);
    await server.close();
    const pauses: number[] = [];
    const sleep = async (milliseconds: number): Promise<void> => {
      pauses.push(milliseconds);
    };
    const failure = await post(
      ROBOTS[robot],
      messageFor(robot),
      { address: server.url, secret: undefined },
      { now: () => NOW, sleep },
    );
    expect(pauses).toHaveLength(3);
    expect(failure?.what.en).toContain('cannot be reached (ECONNREFUSED)');
  });

  test('with a certificate that nobody vouches for gets nothing', async () => {
    const [key, cert] = await Promise.all(
      ['key.pem', 'cert.pem'].map(async (name) => readFile(`tests/fixtures/tls/${name}`)),
    );
    let requests = 0;
    const server = createServer({ key, cert }, (_, response) => {
      requests += 1;
      response.end('ok');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    open.push({ close: async () => new Promise((resolve) => void server.close(() => resolve())) });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has one
    const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/${KEY}`;
    const failure = await post(ROBOTS[robot], messageFor(robot), { address, secret: undefined }, { now: () => NOW });
    expect(requests).toBe(0);
    expect(failure?.what.en).toBe(
      'the encrypted connection cannot be trusted; nothing was sent (DEPTH_ZERO_SELF_SIGNED_CERT)',
    );
  });

  test('that quotes its address and secret is not quoted', async () => {
    const quoting: Whim = (response, request) => {
      response.writeHead(400).end(`no such robot: ${request.url} of ${SECRET}\n::error::forged`);
    };
    const { failure } = await send(robot, { sign: SECRET, whims: [quoting] });
    for (const text of [failure?.what.zh, failure?.what.en, failure?.remedy.zh, failure?.remedy.en]) {
      expect(text).not.toContain(KEY);
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain('\n');
    }
  });
});

describe.each(['dingtalk', 'feishu'] as const)('%s, signed', (robot) => {
  test.each([-59, 0, 59])('takes it from a clock that is %d minutes off', async (minutes) => {
    expect((await send(robot, { secret: SECRET, now: later(minutes) })).failure).toBeUndefined();
  });

  test.each([-61, 61])('refuses it from a clock that is %d minutes off', async (minutes) => {
    const { failure, server } = await send(robot, { secret: SECRET, now: later(minutes) });
    expect(server.received).toHaveLength(1);
    expect(failure?.what.zh).toContain('时钟相差超过一小时');
  });

  test('refuses a wrong secret, and one that is missing', async () => {
    for (const sign of ['SECanother', '']) {
      const { failure } = await send(robot, { secret: SECRET, sign });
      expect(failure?.what.en).toMatch(/signature.*: (?:310000|19021)/u);
    }
  });
});

describe('a robot that says no is told in words, with its code', () => {
  test.each([
    [
      'wecom',
      { errcode: 93_000, errmsg: 'invalid webhook url, hint: [1]' },
      'the robot address is not valid, or the robot was deleted: 93000',
    ],
    [
      'dingtalk',
      { errcode: 310_000, errmsg: 'keywords not in content' },
      'the security settings of the robot refuse the message',
    ],
    ['dingtalk', { errcode: 400_102, errmsg: 'robot is stopped' }, 'the robot is switched off: 400102'],
    ['feishu', { code: 19_024, msg: 'Key Words Not Found' }, 'a keyword is missing: 19024 ("Key Words Not Found")'],
    ['feishu', { code: 123_456, msg: 'novel' }, 'the robot did not accept the message: 123456 ("novel")'],
  ] as const)('%s %j', async (robot, body, words) => {
    const { failure, server } = await send(robot, { whims: [answering(200, JSON.stringify(body))] });
    expect(server.received).toHaveLength(1);
    expect(failure?.what.en).toContain(words);
  });

  test.each([
    [404, 'no_service', 'the robot address is not valid, or the robot was deleted: no_service'],
    [403, 'action_prohibited', 'an administrator does not allow it: action_prohibited'],
    [410, 'channel_is_archived', 'the channel is archived: channel_is_archived'],
  ] as const)('slack %d %s', async (status, body, words) => {
    expect((await send('slack', { whims: [answering(status, body)] })).failure?.what.en).toBe(words);
  });

  test.each([
    ['wecom', { errcode: 45_009, errmsg: 'api freq out of limit' }],
    ['dingtalk', { errcode: 410_100, errmsg: '发送速度太快而限流' }],
    ['feishu', { code: 11_232, msg: 'frequency limited' }],
  ] as const)('%s that is busy is tried again: %j', async (robot, body) => {
    const { failure, pauses } = await send(robot, { whims: [answering(200, JSON.stringify(body)), undefined] });
    expect([failure, pauses]).toEqual([undefined, [500]]);
  });

  test.each([200, 404])('what is no robot at all: %d', async (status) => {
    for (const robot of ['wecom', 'dingtalk', 'feishu', 'slack'] as const) {
      const { failure } = await send(robot, { whims: [answering(status, '<html>…</html>')] });
      expect(failure?.what.en).toContain(`the robot did not accept the message: HTTP ${status}`);
    }
  });
});

test('nobody is mentioned by what stands around a digest', async () => {
  const { server } = await send('dingtalk');
  expect(server.received[0]?.body['at']).toEqual({ isAtAll: false });
  const slack = await send('slack', { text: Array.from({ length: 300 }, () => 'x'.repeat(30)).join('\n') });
  const { blocks = [] } = slack.server.received[0]?.body ?? {};
  expect(Array.isArray(blocks) && blocks.every((one: unknown) => JSON.stringify(one).includes('"verbatim":true'))).toBe(
    true,
  );
  const feishu = await send('feishu');
  expect(feishu.server.received[0]?.text).toContain('"tag":"plain_text"');
  expect(textAt(feishu.server.received[0]?.body, 'msg_type')).toBe('interactive');
});
