/** `ledger notify`: one digest of what must be done, to where people are. */
import { renderComplaint, renderNotice, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { rememberReminders, remindersOf, stepOf } from '../../domain/reminder.ts';
import type { Todo, TodoItem } from '../../domain/todo.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Io } from '../../platform/io.ts';
import { renderDigest } from '../../reporters/todo/digest.ts';
import { todoDocument } from '../../reporters/todo/json.ts';
import { printJson } from '../../reporters/writing/json-document.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { readTodo } from '../../run/ahead.ts';
import { assertNoLedger } from '../../run/destinations.ts';
import type { SendFailure } from '../../send/connection.ts';
import { type Message, plainDialect, type Robot, type RobotName, ROBOTS } from '../../send/robots.ts';
import { openState } from './told-state.ts';

export type Channel = RobotName | 'email';

export interface NotifyOptions {
  readonly to: Channel;
  readonly send?: boolean | undefined;
  readonly steps?: readonly number[] | undefined;
  readonly state?: string | undefined;
  readonly owner?: readonly string[] | undefined;
  readonly asOf?: CalendarDay | undefined;
}

const STEPS: readonly number[] = [60, 30, 14, 7, 3, 1, 0];

/**
 * Prints the digest, or sends it. Where a ledger cannot be read, the others are told all the same, and the digest says so.
 *
 * @throws {Refusal} where an address is missing, or nobody has the name of an owner
 */
export async function notify(
  paths: readonly string[],
  { to, send = false, steps = STEPS, state: file, owner, asOf }: NotifyOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const deliver = send ? deliveryTo(to, io) : undefined;
  const { todo, files, code } = await readTodo(paths, { asOf, days: Math.max(...steps), owner }, invocation);
  if (file !== undefined) await assertNoLedger(file, `--state ${file}`, files, io);
  if (todo === undefined) return code;
  const state = file === undefined ? undefined : await openState(file, to, invocation);
  const reminders = remindersOf(todo.items, steps, state?.told);
  if (reminders.length === 0) {
    await io.stderr.write(renderNotice(NOTHING_TO_TELL, languages.people));
    return code;
  }
  const unreadable = files.length - todo.ledgers.length;
  const message = messageOf(reminders, { todo, steps, unreadable }, to, invocation);
  if (deliver === undefined) {
    await io.stdout.write(printed(message, to));
    return code;
  }
  const failure = await deliver(message);
  if (failure !== undefined) {
    await io.stderr.write(renderComplaint({ where: to, ...failure }, languages.people));
    return ExitCode.noVerdict;
  }
  await state?.save(rememberReminders(reminders, steps, state.told));
  return code;
}

const NOTHING_TO_TELL = {
  what: { zh: '今天没有需要提醒的事项，不发送', en: 'nothing to send today' },
  remedy: { zh: '要看全部，运行 `ledger todo`。', en: 'Run `ledger todo` to see everything that is due.' },
};

/** @param reminders what is told; @param todo the list that they were chosen from */
function messageOf(
  reminders: readonly TodoItem[],
  { todo, steps, unreadable }: { readonly todo: Todo; readonly steps: readonly number[]; readonly unreadable: number },
  to: Channel,
  { languages }: Invocation,
): Message {
  const told = new Set(reminders);
  const open = todo.items.filter((item) => !told.has(item) && stepOf(item, steps) === 'open').length;
  const source = { items: reminders, ledgers: todo.ledgers, unreadable, open };
  const dialect = to === 'email' ? plainDialect : ROBOTS[to].dialect;
  const { title, text } = renderDigest(source, dialect, languages.people, catalogue.kinds);
  return { title, text, document: todoDocument({ ...todo, items: reminders }, languages.machines) };
}

/** What would be sent, as people can read it. */
function printed({ title, text, document }: Message, to: Channel): string {
  if (to === 'webhook') return printJson({ ...document, title, text });
  return to === 'email' ? `${title}\n\n${text}\n` : `${text}\n`;
}

/** How a message is sent. @throws {Refusal} where the environment lacks what it needs, or holds no address there */
function deliveryTo(to: Channel, { env, now }: Io): (message: Message) => Promise<SendFailure | undefined> {
  if (to === 'email') {
    const addresses = {
      server: addressIn('LEDGER_SMTP_URL', env, ['smtp:', 'smtps:']),
      from: valueIn('LEDGER_MAIL_FROM', env),
      to: valueIn('LEDGER_MAIL_TO', env),
    };
    return async (message) => {
      const { sendMail } = await import('../../send/mail.ts');
      return sendMail(message, addresses);
    };
  }
  const robot: Robot = ROBOTS[to];
  const address = addressIn(robot.address, env, ['https:', 'http:']);
  const secret = robot.secret === undefined ? undefined : env[robot.secret];
  return async (message) => {
    const { post } = await import('../../send/post.ts');
    return post(robot, message, { address, secret: secret === '' ? undefined : secret }, { now });
  };
}

function valueIn(name: string, env: Io['env']): string {
  const value = env[name]?.trim() ?? '';
  if (value !== '') return value;
  throw usageError({
    where: name,
    what: { zh: '环境变量没有设置', en: 'this environment variable is not set' },
    remedy: {
      zh: '请在运行前设置它；地址和密钥不写在命令行里，也不写进台账。',
      en: 'Set it before you run this; addresses and secrets are never given on the command line or in a ledger.',
    },
  });
}

/** The value is never printed: whoever has it can write to the group. */
function addressIn(name: string, env: Io['env'], schemes: readonly string[]): string {
  const value = valueIn(name, env);
  if (schemes.includes(schemeOf(value))) return value;
  const scheme = schemes[0] ?? '';
  throw usageError({
    where: name,
    what: { zh: '不是有效的地址', en: 'does not hold a valid address' },
    remedy: { zh: `请写完整的地址，以 ${scheme}// 开头。`, en: `Give the full address, beginning with ${scheme}//.` },
  });
}

function schemeOf(address: string): string {
  try {
    return new URL(address).protocol;
  } catch {
    return '';
  }
}
