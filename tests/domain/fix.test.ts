/** The commands that put findings right, word for word. */
import { describe, expect, test } from 'vitest';

import type { Fix } from '../../src/domain/finding.ts';
import * as fix from '../../src/domain/fix.ts';
import type { FixTarget } from '../../src/domain/rule.ts';
import { day } from '../support/days.ts';

const target = (parts: Partial<FixTarget> = {}): FixTarget => ({
  status: 'overdue',
  subject: 'telecom',
  service: undefined,
  asOf: day('2026-11-21'),
  ...parts,
});

describe('what was done', () => {
  test.each<[make: (target: FixTarget) => readonly string[] | undefined, parts: Partial<FixTarget>, command?: string]>([
    [fix.recordDone('report'), {}, 'ledger record report telecom --on 2026-11-21'],
    [fix.recordDone('report'), { period: '2025', service: 'isp' }, 'ledger record report telecom 2025 --on 2026-11-21'],
    [fix.recordOfService('fee'), { service: 'isp', period: '2025' }, 'ledger record fee telecom/isp --on 2026-11-21'],
    [fix.recordOfService('fee'), {}, 'ledger record fee telecom --on 2026-11-21'],
    [fix.recordOnDay('test'), { period: '2025' }, 'ledger record test telecom --on 2026-11-21'],
    [fix.recordOfCompany('audit'), { period: '2025' }, 'ledger record audit --on 2026-11-21'],
    [fix.recordOfCompany('audit', 'of-period'), { period: '2025' }, 'ledger record audit 2025 --on 2026-11-21'],
    [fix.recordOfCompany('audit', 'of-period'), {}, 'ledger record audit --on 2026-11-21'],
    [fix.recordRenewal, {}, 'ledger record renewal telecom --on 2026-11-21'],
    [fix.recordRenewal, { status: 'undetermined' }, 'ledger renew telecom --expires +5y'],
    [fix.recordRenewal, { status: 'late' }],
    [fix.renewPaper, {}, 'ledger renew telecom --expires +5y'],
    [fix.renewSelf, { service: 'isp' }, 'ledger renew telecom --expires +1y'],
    [fix.renewOrAdd('domain'), { status: 'missing' }, 'ledger add domain --serves telecom'],
    [fix.renewOrAdd('domain'), { status: 'missing', related: ['a'] }, 'ledger add domain --serves telecom'],
    [fix.renewOrAdd('domain'), { status: 'expired', service: 'isp' }, 'ledger add domain --serves telecom/isp'],
    [fix.renewOrAdd('domain'), { status: 'expired', related: [] }, 'ledger add domain --serves telecom'],
    [fix.renewOrAdd('domain'), { status: 'expired', related: ['a', 'b'] }, 'ledger renew a --expires +1y'],
    [fix.renewOrAdd('domain'), { status: 'pending', related: ['a'] }],
  ])('%# of %j', (make, parts, command) => {
    expect(make(target(parts))?.join(' ')).toBe(command);
  });

  test.each([
    [{ from: 'decided' }, ' --decided 2026-10-01'],
    [{ from: 'registered' }, ' --registered 2026-10-01'],
    [{ from: 'approved' }, ' --approved 2026-10-01'],
    [{ from: 'effective', of: 'edi' }, ' --of edi --effective 2026-10-01'],
    [{ from: 'reported' }, ''],
  ])('of a change: %j', (known, words) => {
    const change = { what: 'name', day: day('2026-10-01'), option: '--on', ...known };
    expect(fix.recordChange(change, day('2026-11-21')).command.join(' ')).toBe(
      `ledger record change name${words} --on 2026-11-21`,
    );
  });

  test('is evidence too', () => {
    expect(fix.addEvidence('a').join(' ')).toBe('ledger evidence add a FILE');
    expect(fix.addEvidence('a', 'b.pdf').join(' ')).toBe('ledger evidence add a b.pdf');
  });
});

describe('a command about a ledger of another name', () => {
  test.each([
    ['ledger record x', 'ledger record x --file a.yaml'],
    ['ledger check --fix', 'ledger check --fix a.yaml'],
    ['ledger check --fix a.yaml', 'ledger check --fix a.yaml'],
    ['ledger record x --file a.yaml', 'ledger record x --file a.yaml'],
    ['ledger evidence add x a.yaml', 'ledger evidence add x a.yaml --file a.yaml'],
    ['git add a', 'git add a'],
  ])('%s', (command, named) => {
    const edits: Fix['edits'] = [{ path: ['a'] }];
    expect(fix.naming('a.yaml', { command: command.split(' '), edits })).toEqual({ command: named.split(' '), edits });
  });
});

test('edits that are certain are made by the check', () => {
  const edits = [{ path: ['a'], value: 1 }];
  expect(fix.repair(edits)).toEqual({ command: ['ledger', 'check', '--fix'], edits });
});
