/** What belongs to an entry: what it serves, what serves it, what it continues and what is wrong with it. */
import { describe, expect, test } from 'vitest';

import { type Dossier, dossierOf } from '../../src/domain/dossier.ts';
import { registerOf } from '../../src/domain/register.ts';
import {
  buildFinding,
  buildLedger,
  buildLedgerReport,
  buildLicence,
  buildResource,
  locate,
} from '../support/build-report.ts';
import { day } from '../support/days.ts';

const ledger = buildLedger({
  licences: [buildLicence(), buildLicence({ id: 'idc', kind: 'idc' }), buildLicence({ id: 'cdn', kind: 'cdn' })],
  resources: [
    buildResource({ id: 'third', follows: 'second', serves: ['idc/idc', 'isp'] }),
    buildResource({ id: 'first', serves: ['isp', 'isp/isp'] }),
    buildResource({ id: 'second', follows: 'first', serves: [] }),
    buildResource({ id: 'other', follows: 'first', serves: ['idc'] }),
    buildResource({ id: 'alone', serves: ['isp-2'] }),
    buildResource({ id: 'lost', follows: 'gone', serves: [] }),
  ],
});
const report = buildLedgerReport({
  ledger,
  findings: [
    buildFinding({ subject: 'isp', related: ['third'] }),
    buildFinding({ subject: 'third' }),
    buildFinding({ subject: 'idc', related: ['first', 'isp'] }),
  ],
});

function dossier(id: string): Dossier {
  const row = registerOf(ledger, { asOf: day('2026-11-21') }).find(({ entry }) => entry.id === id);
  if (row === undefined) throw new Error(`no entry ${id}`);
  return dossierOf(row, ledger, report, locate('id', 'id'));
}

const ids = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);

describe('an entry', () => {
  test.each<
    [
      id: string,
      serves: readonly string[],
      servedBy: readonly string[],
      chain: readonly string[],
      found: readonly number[],
    ]
  >([
    ['isp', [], ['third', 'first'], [], [0, 2]],
    ['idc', [], ['third', 'other'], [], [2]],
    ['cdn', [], [], [], []],
    ['third', ['isp', 'idc'], [], ['first', 'second', 'third'], [0, 1]],
    ['second', [], [], ['first', 'second', 'third'], []],
    ['first', ['isp'], [], ['first', 'second', 'third', 'other'], [2]],
    ['other', ['idc'], [], ['first', 'other'], []],
    ['alone', [], [], [], []],
    ['lost', [], [], [], []],
  ])('%s', (id, serves, servedBy, chain, found) => {
    const one = dossier(id);
    expect([ids(one.serves), ids(one.servedBy), ids(one.chain)]).toEqual([serves, servedBy, chain]);
    expect(one.findings).toEqual(found.map((at) => report.findings[at]));
    expect(one).toMatchObject({ row: { entry: { id } }, report, location: { line: 1 } });
  });
});
