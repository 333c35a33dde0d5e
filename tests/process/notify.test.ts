/** `ledger notify` as a process, to servers on loopback that behave as the robots do. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, describe, expect, test } from 'vitest';

import type { RobotName } from '../../src/send/robots.ts';
import { faultsOf } from '../support/document-schema.ts';
import { KEY, type RobotOptions, type RobotServer, robotServer, textAt } from '../support/robot-server.ts';
import { ending, type ProgramRun, startProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SECRET = 'SECf00dfeedf00dfeed';

const LEDGER = `version: 1
company: { name: 示例云网科技有限公司 }
resources:
  - { id: line, kind: maintenance, title: "<@U012AB3CD> @all [点我](https://evil.example)", expires: 2026-12-21, owner: "<at id=all></at>" }
  - { id: old, kind: maintenance, expires: 2026-11-01, owner: 网络部 }
`;

const ROBOTS: readonly (readonly [RobotName, Readonly<Record<string, string>>])[] = [
  ['wecom', {}],
  ['dingtalk', { LEDGER_DINGTALK_SECRET: SECRET }],
  ['feishu', { LEDGER_FEISHU_SECRET: SECRET }],
  ['slack', {}],
  ['webhook', {}],
];

let servers: RobotServer[] = [];

afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

async function serve(robot: RobotName, options: RobotOptions = {}): Promise<RobotServer> {
  const server = await robotServer(robot, { now: new Date(), ...options });
  servers.push(server);
  return server;
}

interface Run extends ProgramRun {
  /** What the system tells others about the process. */
  readonly commandLine: string;
}

async function notify(
  robot: string,
  cwd: string,
  env: Record<string, string>,
  ...more: readonly string[]
): Promise<Run> {
  const argv = ['notify', '--to', robot, '--as-of', '2026-11-21', ...more];
  const child = startProgram(argv, { cwd, env });
  const [commandLine, run] = await Promise.all([
    readFile(`/proc/${child.pid}/cmdline`, 'utf8').catch(() => ''),
    ending(child),
  ]);
  return { ...run, commandLine };
}

function addressOf(robot: RobotName, { url }: RobotServer): Record<string, string> {
  return { [`LEDGER_${robot.toUpperCase()}_URL`]: url };
}

describe.each(ROBOTS)('ledger notify --to %s', (robot, secrets) => {
  test('sends what it prints, once a step, and keeps its secrets', async () => {
    const server = await serve(robot, Object.keys(secrets).length === 0 ? {} : { secret: SECRET });
    const env = { ...addressOf(robot, server), ...secrets };
    const cwd = await temporaryFolder({ 'ledger.yaml': LEDGER });
    const printed = await notify(robot, cwd, {});
    expect([printed.code, printed.stderr, server.received.length]).toEqual([0, '', 0]);
    expect(printed.stdout).toContain('ledger renew old');

    const sent = await notify(robot, cwd, env, '--send', '--state', 'told.json');
    expect([sent.code, sent.stdout, sent.stderr, server.received.length]).toEqual([0, '', '', 1]);
    const again = await notify(robot, cwd, env, '--send', '--state', 'told.json');
    expect([again.code, server.received.length]).toEqual([0, 1]);
    expect(again.stderr).toContain('nothing to send today');

    const state = await readFile(join(cwd, 'told.json'), 'utf8');
    expect(faultsOf(state)).toEqual([]);
    const [received] = server.received;
    const text =
      textAt(received?.body, 'markdown', 'content') +
      textAt(received?.body, 'markdown', 'text') +
      (received?.text ?? '');
    expect(text).toContain('ledger renew old');
    for (const place of [printed, sent, again]
      .flatMap((run) => [run.stdout, run.stderr, run.commandLine])
      .concat(state)) {
      for (const secret of [KEY, SECRET, new URL(server.url).host]) expect(place).not.toContain(secret);
    }
    if (robot !== 'webhook') expect(received?.text).not.toMatch(/<@U|<at|@all|\]\(|:\/\/evil/u);
  });

  test('that is refused ends with 3, remembers nothing, and keeps its secrets', async () => {
    const server = await serve(robot, { whims: [(response) => response.writeHead(403).end(`forbidden: ${KEY}`)] });
    const cwd = await temporaryFolder({ 'ledger.yaml': LEDGER });
    const run = await notify(robot, cwd, { ...addressOf(robot, server), ...secrets }, '--send', '--state', 'told.json');
    expect([run.code, run.stdout]).toEqual([3, '']);
    expect(run.stderr).toContain(`error: ${robot}: the robot did not accept the message: HTTP 403`);
    for (const secret of [KEY, SECRET, new URL(server.url).host]) expect(run.stderr).not.toContain(secret);
    expect(await readdir(cwd)).toEqual(['ledger.yaml']);
  });
});

describe('ledger notify', () => {
  test.each([
    ['wecom', {}, 'LEDGER_WECOM_URL'],
    ['wecom', { LEDGER_WECOM_URL: KEY }, 'LEDGER_WECOM_URL'],
    ['slack', { LEDGER_SLACK_URL: `ftp://example.cn/${KEY}` }, 'LEDGER_SLACK_URL'],
    ['email', { LEDGER_SMTP_URL: `smtp://u:${KEY}@127.0.0.1:1` }, 'LEDGER_MAIL_FROM'],
  ])('%s with %j names the variable that is missing or wrong', async (robot, env, name) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': LEDGER });
    const { code, stdout, stderr } = await notify(robot, cwd, { ...env }, '--send');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(name);
    expect(stderr).not.toContain(KEY);
  });

  test('sets a broken memory aside with a word, and goes on', async () => {
    const server = await serve('wecom');
    const cwd = await temporaryFolder({ 'ledger.yaml': LEDGER, 'told.json': '{"schema":"ledger/notify@1","told":[' });
    const run = await notify('wecom', cwd, addressOf('wecom', server), '--send', '--state', 'told.json');
    expect([run.code, server.received.length]).toEqual([0, 1]);
    expect(run.stderr).toContain('told.json: this record cannot be read');
    expect(await readFile(join(cwd, 'told.json.broken'), 'utf8')).toBe('{"schema":"ledger/notify@1","told":[');
    expect(JSON.parse(await readFile(join(cwd, 'told.json'), 'utf8'))).toHaveProperty('told.wecom');
  });

  test('tells of the others where a ledger cannot be read, says so, and ends with 3', async () => {
    const server = await serve('wecom');
    const cwd = await temporaryFolder({ 'a.ledger.yaml': LEDGER, 'b.ledger.yaml': 'licences: [' });
    const run = await notify('wecom', cwd, addressOf('wecom', server), '.', '--send');
    expect([run.code, server.received.length]).toEqual([3, 1]);
    expect(textAt(server.received[0]?.body, 'markdown', 'content')).toContain('1 ledger cannot be read');
  });

  test('never writes its memory over a ledger', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': LEDGER });
    const { code } = await notify('wecom', cwd, {}, '--state', 'ledger.yaml');
    expect([code, await readFile(join(cwd, 'ledger.yaml'), 'utf8')]).toEqual([2, LEDGER]);
  });
});
