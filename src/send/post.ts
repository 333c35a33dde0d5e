/** Posts a digest to a robot, again where it is busy, and says in words what came of it. No address or secret is in any of them. */
import { setTimeout as sleepFor } from 'node:timers/promises';

import type { Text } from '../domain/text.ts';
import type { Answer } from './answers.ts';
import { failureOfConnection, isWorthAnotherTry, type SendFailure, withoutSecrets } from './connection.ts';
import type { Message, Robot } from './robots.ts';

export interface SendOptions {
  readonly now: () => Date;
  /** Milliseconds for one try, its answer read. */
  readonly patience?: number | undefined;
  readonly sleep?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

export const PATIENCE = 10_000;
/** Milliseconds before the second, third and fourth try. */
export const PAUSES = [500, 1000, 2000] as const;
/** Whoever asks to wait longer is not waited for: jobs have an end. */
const LONGEST_PAUSE = 30_000;

interface Try {
  readonly answer?: Answer | undefined;
  /** What kept it from an answer. */
  readonly failure?: unknown;
  /** Milliseconds that the robot asks to wait. */
  readonly wait?: number | undefined;
}

/** @returns undefined once the robot has taken it */
export async function post(
  robot: Robot,
  message: Message,
  { address, secret }: { readonly address: string; readonly secret: string | undefined },
  options: SendOptions,
): Promise<SendFailure | undefined> {
  const { now, sleep = sleepFor, patience = PATIENCE } = options;
  const secrets = [address, ...partsOf(address), secret ?? ''];
  for (let tries = 0; ; tries += 1) {
    // Signed again each time: the signature holds the time.
    const request = robot.request(message, address, secret, now());
    const { answer, failure, wait } = await tryOnce(request, robot, patience);
    if (answer?.state === 'taken') return undefined;
    const pause = PAUSES[tries];
    const mayBeTriedAgain = answer === undefined ? isWorthAnotherTry(failure) : answer.state === 'busy';
    const next = Math.max(wait ?? 0, pause ?? 0);
    if (!mayBeTriedAgain || pause === undefined || next > LONGEST_PAUSE) {
      return answer === undefined
        ? failureOfConnection(failure, patience)
        : refusal(answer, { secrets, tries: tries + 1, wait });
    }
    await sleep(next);
  }
}

/** Bytes of an answer that are read: robots say little. */
const MOST_READ = 65_536;

async function tryOnce(
  { address, body }: { readonly address: string; readonly body: object },
  robot: Robot,
  patience: number,
): Promise<Try> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'ledger' },
      body: JSON.stringify(body),
      // Whatever stands there is not the robot that was named, and would be handed the digest.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const answer = robot.judge(response.status, await readSome(response));
    return { answer, wait: pauseIn(response.headers.get('retry-after')) };
  } catch (failure) {
    return { failure };
  }
}

async function readSome({ body }: Response): Promise<string> {
  if (body === null) return '';
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    pieces.push(piece);
    size += piece.length;
    if (size >= MOST_READ) break;
  }
  return Buffer.concat(pieces).subarray(0, MOST_READ).toString();
}

/** `Retry-After`: seconds, or a day and time. */
function pauseIn(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/u.test(header.trim())) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now());
}

interface Refused {
  readonly secrets: readonly string[];
  readonly tries: number;
  readonly wait: number | undefined;
}

function refusal(answer: Answer, { secrets, tries, wait }: Refused): SendFailure {
  if (answer.state === 'taken') throw new Error('a message that was taken is no failure');
  const { state, code, said, words } = answer;
  const saying = withoutSecrets(said, secrets);
  const quoted: Text = saying === '' ? { zh: '', en: '' } : { zh: `（“${saying}”）`, en: ` ("${saying}")` };
  const meaning = words ?? { zh: '机器人没有接受', en: 'the robot did not accept the message' };
  const asks =
    wait === undefined || wait <= LONGEST_PAUSE
      ? { zh: '', en: '' }
      : { zh: `，要求等${wait / 1000}秒`, en: `; it asks for a wait of ${wait / 1000} seconds` };
  const often: Text = tries === 1 ? { zh: '', en: '' } : { zh: `，试了${tries}次`, en: `, after ${tries} tries` };
  return {
    what: {
      zh: `${meaning.zh}：${code}${quoted.zh}${often.zh}${asks.zh}`,
      en: `${meaning.en}: ${code}${quoted.en}${often.en}${asks.en}`,
    },
    remedy:
      state === 'busy'
        ? { zh: '稍后再运行一次。', en: 'Run it again later.' }
        : {
            zh: '检查机器人的地址、密钥和安全设置，再运行一次。',
            en: 'Check the address, the secret and the security settings of the robot, then run it again.',
          },
  };
}

/** Parts of an address that open the robot: keys in its query and its path. */
function partsOf(address: string): readonly string[] {
  const { pathname, searchParams, username, password } = new URL(address);
  return [...pathname.split('/'), ...searchParams.values(), username, password].filter((part) => part.length >= 8);
}
