/** Sends a digest by mail. */
import { setTimeout as sleepFor } from 'node:timers/promises';

import type { Text } from '../domain/text.ts';
import { failureOfConnection, isWorthAnotherTry, type SendFailure, withoutSecrets } from './connection.ts';
import { PATIENCE, PAUSES, type SendOptions } from './post.ts';
import type { Message } from './robots.ts';

export interface MailAddresses {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly server: string;
  readonly from: string;
  /** One, or several with commas between them. */
  readonly to: string;
}

/** @returns undefined once the server has taken it */
export async function sendMail(
  { title, text }: Pick<Message, 'title' | 'text'>,
  { server, from, to }: MailAddresses,
  { sleep = sleepFor, patience = PATIENCE }: Pick<SendOptions, 'sleep' | 'patience'> = {},
): Promise<SendFailure | undefined> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: server,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    requireTLS: mustBeEncrypted(new URL(server)),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    for (let tries = 0; ; tries += 1) {
      try {
        await transport.sendMail({ from, to, subject: title, text });
        return undefined;
      } catch (error) {
        const pause = PAUSES[tries];
        if (pause === undefined || !(isBusy(error) || isWorthAnotherTry(error)))
          return failureOf(error, { server, from, to }, patience);
        await sleep(pause);
      }
    }
  } finally {
    transport.close();
  }
}

/** A password never travels in the clear, but to this machine itself. */
function mustBeEncrypted({ protocol, username, hostname }: URL): boolean {
  return protocol === 'smtp:' && username !== '' && !LOOPBACK.test(hostname);
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u;

/** What an SMTP server answered. */
interface Reply {
  readonly code: number;
  readonly said: string;
}

function replyIn(error: unknown): Reply | undefined {
  if (!(error instanceof Error) || !('responseCode' in error) || typeof error.responseCode !== 'number')
    return undefined;
  return { code: error.responseCode, said: 'response' in error ? String(error.response) : '' };
}

/** Answers from 400 to 499 are for now (RFC 5321, 4.2.1). */
function isBusy(error: unknown): boolean {
  const reply = replyIn(error);
  return reply !== undefined && reply.code >= 400 && reply.code < 500;
}

const WORDS: Readonly<Record<string, Text>> = {
  EAUTH: { zh: '邮件服务器不接受用户名或密码', en: 'the mail server does not accept the user name or password' },
  ENOAUTH: { zh: '邮件服务器要求登录', en: 'the mail server requires a user name and password' },
  EENVELOPE: {
    zh: '邮件服务器不接受发件人或收件人',
    en: 'the mail server does not accept the sender or a recipient',
  },
};
const REFUSED: Text = { zh: '邮件服务器没有接受', en: 'the mail server did not accept the mail' };

function failureOf(error: unknown, { server, from, to }: MailAddresses, patience: number): SendFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reply = replyIn(error);
  const words = WORDS[code] ?? (reply === undefined ? undefined : REFUSED);
  if (words === undefined) return failureOfConnection(isAboutTrust(error) ? UNTRUSTED : error, patience);
  const { username, password, hostname } = new URL(server);
  const names = [from, ...to.split(','), decodeURIComponent(username), decodeURIComponent(password), hostname];
  const secrets = [server, ...names.map((name) => /<(.*)>/u.exec(name)?.[1] ?? name.trim())];
  const said = reply === undefined ? '' : withoutSecrets(reply.said, secrets);
  const quoted: Text = said === '' ? { zh: '', en: '' } : { zh: `（“${said}”）`, en: ` ("${said}")` };
  const which = reply === undefined ? code : `SMTP ${reply.code}`;
  return {
    what: { zh: `${words.zh}：${which}${quoted.zh}`, en: `${words.en}: ${which}${quoted.en}` },
    remedy: {
      zh: '检查 LEDGER_SMTP_URL、LEDGER_MAIL_FROM 和 LEDGER_MAIL_TO，再运行一次。',
      en: 'Check LEDGER_SMTP_URL, LEDGER_MAIL_FROM and LEDGER_MAIL_TO, then run it again.',
    },
  };
}

/** The library puts a code of its own over that of TLS. */
function isAboutTrust(error: unknown): boolean {
  return error instanceof Error && /certificate|self.signed|altnames|TLS|SSL/iu.test(error.message);
}

const UNTRUSTED = Object.assign(new Error('the connection cannot be trusted'), { code: 'ERR_TLS_UNTRUSTED' });
