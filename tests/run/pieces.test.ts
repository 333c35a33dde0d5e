/** Documents that can grow are written in pieces that do not: none of them is ever one text. */
import { expect, test } from 'vitest';

import { CHECK_FORMATS } from '../../src/command-line/option-values.ts';
import type { LedgerReport } from '../../src/domain/report.ts';
import { frameOf, runOf } from '../../src/domain/run.ts';
import type { StatusRow } from '../../src/domain/status.ts';
import { type CheckDocument, kept } from '../../src/reporters/check/document.ts';
import { pageDocument } from '../../src/reporters/page/page.ts';
import { statusJsonDocument } from '../../src/reporters/status/json.ts';
import { statusMarkdownDocument } from '../../src/reporters/status/markdown.ts';
import { statusDocument } from '../../src/reporters/status/text.ts';
import { bytesOf, type Piece } from '../../src/reporters/writing/pieces.ts';
import { plainColours } from '../../src/reporters/writing/style.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { FORMATS, type Setting } from '../../src/run/formats.ts';
import { buildFinding, buildLedger, buildLedgerReport, buildReport, buildResource } from '../support/build-report.ts';

function reportOf(size: number, file = 'ledger.yaml'): LedgerReport {
  const ids = Array.from({ length: size }, (_, at) => `contract-${String(at).padStart(5, '0')}`);
  const findings = ids.map((subject) =>
    buildFinding({ rule: 'resource/notice', subject, related: [], identity: subject }),
  );
  const rows = findings.map(({ rule, subject, identity, owner, message }): StatusRow => ({
    subject,
    service: undefined,
    rule,
    state: 'open',
    until: undefined,
    by: [],
    evidence: 0,
    owner,
    period: undefined,
    reason: message,
    identity,
  }));
  const ledger = buildLedger({ resources: ids.map((id) => buildResource({ id })) });
  return buildLedgerReport({ file, ledger, findings, rows });
}

const FEW = reportOf(1000);
const MANY = reportOf(3000);
const FRAME = frameOf(buildReport([FEW]));
const SETTING: Setting = {
  language: 'zh',
  machineLanguage: 'en',
  width: 100,
  colours: 0,
  isPlain: true,
  show: 'info',
};
const STYLE = { language: 'zh', width: 100, colour: plainColours } as const;

type Open = () => CheckDocument | Promise<CheckDocument>;

const DOCUMENTS: readonly (readonly [string, Open])[] = [
  ...CHECK_FORMATS.map((format): readonly [string, Open] => [
    `check --format ${format}`,
    async () => FORMATS[format](SETTING, FRAME),
  ]),
  ['status --format text', () => statusDocument(STYLE, catalogue.kinds)],
  ['status --format json', () => statusJsonDocument('en')],
  ['status --format markdown', () => statusMarkdownDocument('zh')],
  ['report', () => pageDocument(FRAME, 'zh', { kinds: catalogue.kinds, aheadOf: () => ({ todo: [] }) })],
];

function largest(pieces: Iterable<Piece>): number {
  let size = 0;
  for (const piece of pieces) size = Math.max(size, piece.length);
  return size;
}

test.each(DOCUMENTS)('%s comes in pieces that do not grow with what was found', async (_name, open) => {
  const largestOf = async (ledger: LedgerReport): Promise<number> => {
    const document = await open();
    return largest(document.whole(runOf(buildReport([ledger])), [document.tell(ledger)]));
  };
  const few = await largestOf(FEW);
  expect(few).toBeGreaterThan(0);
  expect(await largestOf(MANY)).toBeLessThan(few * 1.1);
});

test.each(DOCUMENTS)('%s is the same whether its pieces are kept or made as they are written', async (_name, open) => {
  const ledgers = [reportOf(300, 'a.yaml'), reportOf(2, 'b.yaml')];
  const bytes = async (keep: typeof kept): Promise<string> => {
    const document = await open();
    const told = ledgers.map((ledger) => keep(document.tell(ledger)));
    return Array.from(document.whole(runOf(buildReport(ledgers)), told), (piece) =>
      new TextDecoder().decode(bytesOf(piece)),
    ).join('');
  };
  const whole = await bytes((told) => told);
  expect(await bytes(kept)).toBe(whole);
  expect(bytesOf(whole).length).toBeGreaterThan(1000);
});
