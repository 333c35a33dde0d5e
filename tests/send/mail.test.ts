/** Digests by mail to SMTP servers on loopback. */
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';

import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';

import type { SendFailure } from '../../src/send/connection.ts';
import { sendMail } from '../../src/send/mail.ts';

const PASSWORD = 'correct horse/battery@staple';
const MESSAGE = { title: '合规提醒 · 2026-11-21', text: '网络部\n▲ 2026-12-20 line：到期 <@all> <b>粗</b>' };

let servers: SMTPServer[] = [];

afterEach(async () => {
  for (const server of servers) {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  }
  servers = [];
});

interface Sent {
  readonly failure: SendFailure | undefined;
  readonly mails: readonly string[];
  readonly recipients: readonly string[];
  readonly pauses: readonly number[];
}

interface Mailing {
  readonly options?: SMTPServerOptions;
  readonly scheme?: 'smtp' | 'smtps';
  readonly user?: string | undefined;
  readonly to?: string;
  readonly patience?: number;
}

async function mail({
  options = {},
  scheme = 'smtp',
  user,
  to = 'a@example.cn',
  patience = 5000,
}: Mailing = {}): Promise<Sent> {
  const mails: string[] = [];
  const recipients: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: scheme === 'smtp' && options.key === undefined ? ['STARTTLS'] : [],
    logger: false,
    onAuth({ username, password }, _, done) {
      if (username === 'ledger' && password === PASSWORD) done(null, { user: username });
      else done(new Error('Invalid username or password'));
    },
    onRcptTo({ address }, _, done) {
      recipients.push(address);
      done();
    },
    onData(stream, _, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        mails.push(Buffer.concat(pieces).toString());
        done();
      });
    },
    ...options,
  });
  servers.push(server);
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has one
  const { port } = server.server.address() as AddressInfo;
  const login = user === undefined ? '' : `${user}:${encodeURIComponent(PASSWORD)}@`;
  const pauses: number[] = [];
  const failure = await sendMail(
    MESSAGE,
    { server: `${scheme}://${login}127.0.0.1:${port}`, from: '合规 <ledger@example.cn>', to },
    {
      patience,
      sleep: async (milliseconds) => {
        pauses.push(milliseconds);
      },
    },
  );
  return { failure, mails, recipients, pauses };
}

describe('a digest by mail', () => {
  test('arrives as plain text, its subject and its sender whole', async () => {
    const { failure, mails } = await mail();
    expect(failure).toBeUndefined();
    const [text = ''] = mails;
    expect(text).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/mu);
    expect(text).toMatch(/^Subject: =\?UTF-8\?/mu);
    expect(text).not.toMatch(/text\/html/u);
    const body = text.slice(text.indexOf('\r\n\r\n'));
    const decoded = /quoted-printable/u.test(text)
      ? Buffer.from(
          body
            .replaceAll('=\r\n', '')
            .replaceAll(/=([\dA-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString()
      : Buffer.from(body, 'base64').toString();
    expect(decoded).toContain('▲ 2026-12-20 line：到期 <@all> <b>粗</b>');
  });

  test('goes to several', async () => {
    const { recipients } = await mail({ to: '张三 <a@example.cn>, b@example.cn' });
    expect(recipients).toEqual(['a@example.cn', 'b@example.cn']);
  });

  test('logs in', async () => {
    const { failure, mails } = await mail({
      user: 'ledger',
      options: { authOptional: false, allowInsecureAuth: true },
    });
    expect([failure, mails.length]).toEqual([undefined, 1]);
  });

  test('is refused with the wrong user, and the password stays out of it', async () => {
    const { failure, pauses } = await mail({
      user: 'another',
      options: { authOptional: false, allowInsecureAuth: true },
    });
    expect(pauses).toEqual([]);
    expect(failure?.what.en).toContain('the mail server does not accept the user name or password: SMTP 535');
    expect(JSON.stringify(failure)).not.toContain(PASSWORD);
  });

  test.each(['smtp', 'smtps'] as const)(
    'is not sent over %s with a certificate that nobody vouches for',
    async (scheme) => {
      const [key, cert] = await Promise.all(
        ['key.pem', 'cert.pem'].map(async (name) => readFile(`tests/fixtures/tls/${name}`)),
      );
      const { failure, mails } = await mail({ scheme, options: { key, cert, secure: scheme === 'smtps' } });
      expect(mails).toEqual([]);
      expect(failure?.what.en).toContain('the encrypted connection cannot be trusted; nothing was sent');
    },
  );

  test('is tried again where the server is busy', async () => {
    let calls = 0;
    const { failure, mails, pauses } = await mail({
      options: {
        onMailFrom(_, __, done) {
          calls += 1;
          if (calls === 1) done(Object.assign(new Error('try again later'), { responseCode: 451 }));
          else done();
        },
      },
    });
    expect([failure, mails.length, pauses]).toEqual([undefined, 1, [500]]);
  });

  test('whose recipient is refused says so, and names nobody', async () => {
    const { failure } = await mail({
      options: {
        onRcptTo({ address }, _, done) {
          done(Object.assign(new Error(`<${address}>: user unknown`), { responseCode: 550 }));
        },
      },
    });
    expect(failure?.what.zh).toContain('邮件服务器不接受发件人或收件人：SMTP 550');
    expect(JSON.stringify(failure)).not.toContain('a@example.cn');
  });

  test('is not waited for where the server says nothing', async () => {
    const { failure } = await mail({ patience: 200, options: { onConnect: () => {} } });
    expect(failure?.what.en).toContain('no answer within 0.2 seconds');
  });
});
