import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { EvidenceFacts } from '../../src/domain/evidence.ts';
import { PaperNames } from '../../src/domain/paper-names.ts';
import { isSettled, papersIn, type PaperState, redacted } from '../../src/domain/papers.ts';
import { buildLedger, buildResource } from '../support/build-report.ts';
import { anyNastyText } from '../support/nasty-strings.ts';

describe('names of copies', () => {
  test.each([
    ['证据/合同.pdf', 'evidence/line/合同.pdf'],
    ['a/b c (1).PDF', 'evidence/line/b c (1).PDF'],
    ['.hidden', 'evidence/line/.hidden'],
    ['a/..', 'evidence/line/__'],
    [String.raw`..\..\evil.exe`, 'evidence/line/.._.._evil.exe'],
    ['C:evil?*.pdf', 'evidence/line/C_evil__.pdf'],
    ['line\nbreak\u202Egnp.exe', 'evidence/line/line_break_gnp.exe'],
    ['nul.pdf', 'evidence/line/_nul.pdf'],
    ['ends in a dot. ', 'evidence/line/ends in a dot__'],
    [`${'长'.repeat(59)}.${'长'.repeat(20)}`, `evidence/line/${'长'.repeat(59)}_`],
    [`${'长'.repeat(80)}.pdf`, `evidence/line/${'长'.repeat(60)}.pdf`],
  ])('%j → %j', (path, name) => {
    expect(new PaperNames().take('line', path)).toBe(name);
  });

  test('no two are one, whatever their case and whatever the system', () => {
    const names = new PaperNames();
    const taken = ['a/合同.pdf', 'b/合同.pdf', 'c/合同.PDF'].map((path) => names.take('line', path));
    expect(taken).toEqual(['evidence/line/合同.pdf', 'evidence/line/合同 (2).pdf', 'evidence/line/合同 (3).PDF']);
    expect(names.take('other', 'a/合同.pdf')).toBe('evidence/other/合同.pdf');
    expect(names.take('aux', 'x')).toBe('evidence/_aux/x');
  });

  test('of any paths lie in the folder of their entry, and differ', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyNastyText, fc.constantFrom('..', 'a/../..', 'con')), { maxLength: 8 }),
        (paths) => {
          const names = new PaperNames();
          const all = paths.map((path) => names.take('line', path));
          for (const name of all) {
            expect(name).toMatch(/^evidence\/line\/[^/\\:*?"<>|\p{Cc}]*[^/\\:*?"<>|\p{Cc}. ]$/u);
            expect(Buffer.byteLength(name.split('/')[2] ?? '')).toBeLessThanOrEqual(255);
          }
          expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
        },
      ),
    );
  });
});

const RECORDED = 'a'.repeat(64);

test.each([
  ['intact', { found: 'file', sha256: RECORDED }, RECORDED, true],
  ['changed', { found: 'file', sha256: 'b'.repeat(64) }, RECORDED, true],
  ['unrecorded', { found: 'file', sha256: RECORDED }, undefined, true],
  ['pointer', { found: 'file', sha256: RECORDED, isPointer: true }, RECORDED, false],
  ['pointer', { found: 'file', sha256: RECORDED, isPointer: true }, undefined, false],
  ['changed', { found: 'file', sha256: 'b'.repeat(64), isPointer: true }, RECORDED, false],
  ['missing', { found: 'nothing' }, RECORDED, false],
  ['refused', { found: 'outside' }, RECORDED, false],
] as const)('%s: %j against %s', (state, fact, sha256, isThere) => {
  const ledger = buildLedger({ resources: [buildResource({ id: 'line', evidence: [{ path: 'a.pdf', sha256 }] })] });
  const facts: EvidenceFacts = new Map([['a.pdf', fact]]);
  const copy = isThere ? { name: 'evidence/line/a.pdf', sha256: fact.found === 'file' ? fact.sha256 : '' } : undefined;
  expect(papersIn(ledger, facts)).toEqual([{ entry: 'line', path: 'a.pdf', state, copy }]);
});

test('a file that two entries share is there once', () => {
  const evidence = [{ path: 'a.pdf' }];
  const resources = ['one', 'two'].map((id) => buildResource({ id, evidence }));
  const papers = papersIn(buildLedger({ resources }), new Map([['a.pdf', { found: 'file', sha256: RECORDED }]]));
  expect(papers.map(({ copy }) => copy?.name)).toEqual(['evidence/one/a.pdf', 'evidence/one/a.pdf']);
});

test('what is redacted is gone at every depth, and nothing else is', () => {
  const data = { owner: 'a', list: [{ notes: 'b', kept: { owner: ['c'], more: 1 } }], title: 'owner' };
  expect(redacted(data, ['notes', 'owner'])).toEqual({ list: [{ kept: { more: 1 } }], title: 'owner' });
  expect(redacted(data, ['owner'])).toEqual({ list: [{ notes: 'b', kept: { more: 1 } }], title: 'owner' });
  expect(redacted(data, [])).toBe(data);
});

test.each<[PaperState, boolean]>([
  ['intact', true],
  ['unrecorded', true],
  ['changed', false],
  ['missing', false],
  ['refused', false],
  ['pointer', false],
])('a file that is %s is settled: %j', (state, is) => {
  expect(isSettled({ entry: 'line', path: 'a.pdf', state, copy: undefined })).toBe(is);
});
