/** What keeps a connection from an answer, in words that name no address. */
import type { Text } from '../domain/text.ts';
import { printable } from '../reporters/writing/printable.ts';

/** Why a digest was not sent, and what to do. */
export interface SendFailure {
  readonly what: Text;
  readonly remedy: Text;
}

/** No connection stood: nothing can have arrived, so that another try tells nobody twice. */
const NEVER_ARRIVED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

export function isWorthAnotherTry(failure: unknown): boolean {
  return codesOf(failure).some((code) => NEVER_ARRIVED.has(code));
}

/** @param patience milliseconds that an answer was waited for */
export function failureOfConnection(failure: unknown, patience: number): SendFailure {
  const codes = codesOf(failure);
  const known = KINDS.find(({ isIt }) => codes.some((code) => isIt.test(code)));
  const [code = 'unknown'] = codes;
  const { what, remedy } = known ?? { what: () => UNREACHABLE, remedy: LOOK_AT_NETWORK };
  const words = what(patience / 1000);
  return { what: { zh: `${words.zh}（${code}）`, en: `${words.en} (${code})` }, remedy };
}

interface Kind {
  readonly isIt: RegExp;
  readonly what: (seconds: number) => Text;
  readonly remedy: Text;
}

const UNREACHABLE: Text = { zh: '无法连接', en: 'cannot be reached' };
const LOOK_AT_NETWORK: Text = {
  zh: '检查网络和环境变量中的地址，再运行一次。',
  en: 'Check the network and the address in the environment variable, then run it again.',
};

const KINDS: readonly Kind[] = [
  {
    isIt: /^(?:ENOTFOUND|EAI_AGAIN|EDNS)$/u,
    what: () => ({ zh: '找不到这个地址的主机', en: 'the host of its address cannot be found' }),
    remedy: LOOK_AT_NETWORK,
  },
  {
    isIt: /^(?:TimeoutError|ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/u,
    what: (seconds) => ({
      zh: `${seconds}秒内没有应答，可能已经送达`,
      en: `no answer within ${seconds} seconds; the message may have arrived`,
    }),
    remedy: {
      zh: '请核对消息是否送达；没有送达的，再运行一次。',
      en: 'Check whether the message arrived; if not, run it again.',
    },
  },
  {
    isIt: /CERT|SIGNED|ISSUER|ERR_TLS|ERR_SSL|EPROTO|LEAF_SIGNATURE|ETLS/u,
    what: () => ({
      zh: '加密连接不可信，没有发送',
      en: 'the encrypted connection cannot be trusted; nothing was sent',
    }),
    remedy: {
      zh: '检查地址和服务器证书；公司自己的根证书用 NODE_EXTRA_CA_CERTS 指明。',
      en: 'Check the address and the certificate of the server; for a root certificate of your company, set NODE_EXTRA_CA_CERTS.',
    },
  },
  {
    isIt: /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|ECONNABORTED)$/u,
    what: () => ({ zh: '连接中断，可能已经送达', en: 'the connection was lost; the message may have arrived' }),
    remedy: {
      zh: '请核对消息是否送达；没有送达的，再运行一次。',
      en: 'Check whether the message arrived; if not, run it again.',
    },
  },
];

/** The system's code, and those of its causes: fetch wraps them. Messages would name the host. */
function codesOf(failure: unknown): readonly string[] {
  if (!(failure instanceof Error)) return [];
  const code = 'code' in failure && typeof failure.code === 'string' ? [failure.code] : [];
  const name = failure.name === 'Error' || failure.name === 'TypeError' ? [] : [failure.name];
  const several = failure instanceof AggregateError ? failure.errors : [];
  return [...code, ...codesOf(failure.cause), ...several.flatMap(codesOf), ...name];
}

/** Characters of what a server says. */
const LONGEST_SAYING = 200;

/** What a server says, in short: it may quote what it was given. */
export function withoutSecrets(said: string, secrets: readonly string[]): string {
  const left = secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '…')), said);
  return printable(left.trim()).slice(0, LONGEST_SAYING);
}
