/** Whatever is wrong comes with the command that records what was done. */
import { describe, expect, test } from 'vitest';

import type { Finding } from '../../src/domain/finding.ts';
import { judge } from '../support/judge.ts';

const AS_OF = '2026-11-21';

function ledgerOf(company: string, ...more: readonly string[]): string {
  return ['version: 1', `company: { name: 示例公司, creditCode: 91110108MA01ABCD5T${company} }`, ...more, ''].join(
    '\n',
  );
}

const EDI = 'licences: [{ id: edi, kind: edi, issued: 2022-03-15, expires: 2031-11-20 }]';
const OFFICE = 'resources: [{ id: office, kind: site-lease, expires: never }]';

function numberWith(facts: string): string {
  return ledgerOf('', `licences: [{ id: hotline, kind: number-95, expires: 2029-03-14, ${facts} }]`);
}

async function commandsOf(text: string, select: string): Promise<readonly (string | undefined)[]> {
  const { findings } = await judge(text, AS_OF, [select]);
  return findings.map(({ fix }) => fix?.command.join(' '));
}

describe('the command', () => {
  test.each<[string, string, readonly (string | undefined)[]]>([
    [
      'company/change-report',
      ledgerOf(', changes: [{ what: name, registered: 2026-10-01 }]', EDI),
      ['ledger record change name --registered 2026-10-01 --on 2026-11-21'],
    ],
    // Two of a kind are told apart by their days.
    [
      'company/change-report',
      ledgerOf(', changes: [{ what: name, registered: 2026-09-01 }, { what: name, registered: 2026-10-01 }]', EDI),
      [
        'ledger record change name --registered 2026-09-01 --on 2026-11-21',
        'ledger record change name --registered 2026-10-01 --on 2026-11-21',
      ],
    ],
    // Done, if late: nothing is left to record.
    [
      'company/change-report',
      ledgerOf(', changes: [{ what: name, registered: 2026-10-01, reported: 2026-11-02 }]', EDI),
      [undefined],
    ],
    ['company/cessation-notice', ledgerOf(', changes: [{ what: cessation, decided: 2026-11-01 }]', EDI), [undefined]],
    [
      'company/cessation-notice',
      ledgerOf(', changes: [{ what: cessation, of: edi, effective: 2026-12-31 }]', EDI),
      ['ledger record change cessation --of edi --effective 2026-12-31 --on 2026-11-21'],
    ],
    [
      'company/registration',
      ledgerOf(', changes: [{ what: name, decided: 2026-10-01 }]', EDI),
      ['ledger record change name --decided 2026-10-01 --registered 2026-11-21'],
    ],
    [
      'company/publicity',
      ledgerOf(
        ', changes: [{ what: scope, approved: 2026-09-18 }, { what: scope, approved: 2026-10-09 }, { what: shareholders, registered: 2026-10-12 }]',
        EDI.replace('expires', 'publicised: 2022-03-20, expires'),
      ),
      [
        'ledger record change scope --approved 2026-09-18 --publicised 2026-11-21',
        'ledger record change scope --approved 2026-10-09 --publicised 2026-11-21',
        'ledger record change shareholders --registered 2026-10-12 --publicised 2026-11-21',
      ],
    ],
    [
      'company/branch-report',
      ledgerOf(
        ', branches: [{ province: 河北, what: opened, decided: 2026-10-01 }]',
        EDI.replace('kind: edi', 'kind: edi, scope: national'),
      ),
      ['ledger record branch 河北 opened --decided 2026-10-01 --on 2026-11-21'],
    ],
    [
      'company/mlps-evaluation',
      ledgerOf(', systems: [{ id: portal, kind: information-system, level: 3, evaluations: [2025-11-20] }]', OFFICE),
      ['ledger record evaluation portal --on 2026-11-21'],
    ],
    [
      'company/mlps-evaluation',
      ledgerOf(', systems: [{ id: portal, kind: information-system, level: 3 }]', OFFICE),
      ['ledger record evaluation portal --on 2026-11-21'],
    ],
    ['company/mlps-evaluation', ledgerOf(', systems: [{ id: portal, kind: information-system }]', OFFICE), [undefined]],
    [
      'company/network-assessment',
      ledgerOf(', systems: [{ id: core, kind: network-unit, level: 3, assessments: [2025-11-20] }]', OFFICE),
      ['ledger record assessment core --on 2026-11-21'],
    ],
    [
      'company/credit-code',
      'version: 1\ncompany: { name: 示例公司, creditCode: 91110108MA01ABCD51 }\nresources: [{ id: a, kind: domain, expires: never }]\n',
      ['ledger record verified company --on 2026-11-21'],
    ],
    [
      'resource/expiry',
      ledgerOf('', 'resources: [{ id: seal, kind: e-seal, expires: 2026-12-31 }]'),
      ['ledger renew seal --expires +1y'],
    ],
    [
      'resource/notice',
      ledgerOf(
        '',
        'resources: [{ id: a, kind: hosting, expires: 2026-12-31, autoRenew: { months: 12, noticeDays: 30 } }]',
      ),
      ['ledger record ended a --on 2026-12-31'],
    ],
    [
      'resource/notice',
      ledgerOf(
        '',
        'resources: [{ id: a, kind: hosting, expires: 2026-12-01, autoRenew: { months: 12, noticeDays: 30 } }]',
      ),
      [undefined],
    ],
    // In a later term, too.
    [
      'resource/notice',
      ledgerOf(
        '',
        'resources: [{ id: a, kind: hosting, expires: 2024-12-31, autoRenew: { months: 12, noticeDays: 30 } }]',
      ),
      ['ledger record ended a --on 2026-12-31'],
    ],
    [
      'number/contact-change',
      numberWith('contactChanges: [{ changed: 2026-11-02 }, { changed: 2026-11-03, reported: 2026-11-18 }]'),
      ['ledger record contact-change hotline --changed 2026-11-02 --on 2026-11-21', undefined],
    ],
    ['number/end-report', numberWith('disused: 2026-11-02'), ['ledger record end-reported hotline --on 2026-11-21']],
    ['number/end-report', numberWith('disused: 2026-11-02, endReported: 2026-11-17'), [undefined]],
    ['evidence/none', ledgerOf('', 'policy: { requireEvidence: all }', OFFICE), ['ledger evidence add office FILE']],
    [
      'evidence/unread',
      ledgerOf('', 'policy: { verifyWithin: 6 }', OFFICE),
      ['ledger record verified office --on 2026-11-21'],
    ],
    [
      'own',
      ledgerOf(
        '',
        OFFICE,
        'duties: [{ id: drill, title: 演练, for: company, every: { months: 3 }, from: 2026-07-01 }]',
      ),
      ['ledger record duty drill 2026-Q3 --on 2026-11-21', 'ledger record duty drill 2026-Q4 --on 2026-11-21'],
    ],
    [
      'own',
      ledgerOf('', EDI, 'requirements: [{ id: iso, licence: edi, needs: iso27001 }]'),
      ['ledger add iso27001 --serves edi'],
    ],
    ['own', ledgerOf('', EDI, 'requirements: [{ id: iso, for: company, needs: iso27001 }]'), ['ledger add iso27001']],
    [
      'own',
      ledgerOf(
        '',
        'resources: [{ id: cert, kind: iso27001, expires: 2026-12-31 }]',
        'requirements: [{ id: iso, for: company, needs: iso27001 }]',
      ),
      ['ledger renew cert --expires +1y'],
    ],
  ])('%s', async (select, text, expected) => {
    expect(await commandsOf(text, select)).toEqual(expected);
  });
});

const findingOf = async (kind: string): Promise<Finding | undefined> =>
  (
    await judge(ledgerOf('', `resources: [{ id: line, kind: ${kind}, expires: never }]`), AS_OF, [
      'resource/unknown-kind',
    ])
  ).findings[0];

describe('a kind that is a slip away', () => {
  test('is put right where only one can be meant', async () => {
    expect((await findingOf('leased-lien'))?.fix).toEqual({
      command: ['ledger', 'check', '--fix'],
      edits: [{ path: ['resources', 0, 'kind'], value: 'leased-line' }],
    });
  });

  test('is asked about otherwise', async () => {
    const finding = await findingOf('ip-address');
    expect(finding?.message.en).toContain('did you mean ip-addresses?');
    expect(finding?.fix).toBeUndefined();
  });
});

describe('who answers', () => {
  test.each([
    ['the requirement', ', owner: 合规部', '合规部'],
    ['the entry that ends, where the requirement names nobody', '', '网络部'],
  ])('%s', async (_, owner, expected) => {
    const text = ledgerOf(
      '',
      'resources: [{ id: cert, kind: iso27001, expires: 2026-12-31, owner: 网络部 }]',
      `requirements: [{ id: iso, for: company, needs: iso27001${owner} }]`,
    );
    expect((await judge(text, AS_OF, ['own'])).findings.map((finding) => finding.owner)).toEqual([expected]);
  });

  test('a duty names its own', async () => {
    const duty = 'id: drill, title: 演练, for: company, every: { months: 12 }, from: 2025-01-01, owner: 运维部';
    const text = ledgerOf('', 'policy: { owner: 合规部, warnWithin: 0 }', OFFICE, `duties: [{ ${duty} }]`);
    expect((await judge(text, AS_OF, ['own'])).findings.map(({ owner, path }) => [owner, path.join('.')])).toEqual([
      ['运维部', 'duties.0.done'],
    ]);
  });
});
