import { stripVTControlCharacters } from 'node:util';

import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, addMonths } from '../../../src/domain/calendar-day.ts';
import { type LedgerHorizon, timelineOf } from '../../../src/domain/horizon.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { renderHorizon } from '../../../src/reporters/horizon/text.ts';
import { columnOf, columnsOfDays, scaleMarks } from '../../../src/reporters/horizon/time-line.ts';
import { displayWidth } from '../../../src/reporters/writing/display-width.ts';
import { ASCII_GLYPHS, type Glyphs, UNICODE_GLYPHS } from '../../../src/reporters/writing/glyphs.ts';
import { coloursOf, plainColours } from '../../../src/reporters/writing/style.ts';
import { catalogue } from '../../../src/rules/catalogue.ts';
import { rulesOf } from '../../../src/run/check-ledgers.ts';
import { buildLedger, buildLicence, buildResource } from '../../support/build-report.ts';
import { companyNamed } from '../../support/company.ts';
import { day } from '../../support/days.ts';
import { HORIZON_LEDGER } from '../../support/horizon-ledger.ts';
import { nastyText } from '../../support/nasty-text.ts';
import { readLedger } from '../../support/read-ledger.ts';

const AS_OF = day('2026-11-21');

function horizonOf(ledger: Ledger, months = 12): LedgerHorizon {
  const timeline = timelineOf(ledger, rulesOf(ledger), { asOf: AS_OF, until: addMonths(AS_OF, months) });
  const { name: company } = ledger.company;
  return { file: 'ledger.yaml', company, timezone: 'Asia/Shanghai', timeline, assumed: [], recorded: undefined };
}

async function sample(): Promise<LedgerHorizon> {
  const { ledger, problems } = await readLedger(HORIZON_LEDGER);
  if (ledger === undefined) throw new Error(JSON.stringify(problems));
  return horizonOf(ledger);
}

const page = (horizon: LedgerHorizon, language: 'zh' | 'en', width: number, glyphs: Glyphs = UNICODE_GLYPHS): string =>
  renderHorizon([horizon], { language, width, glyphs, colour: plainColours }, catalogue.kinds);

describe('the page', () => {
  test.each(
    (['zh', 'en'] as const).flatMap((language) => [60, 80, 120, 200].map((width) => [language, width] as const)),
  )('in %s, %i columns wide', async (language, width) => {
    await expect(page(await sample(), language, width)).toMatchFileSnapshot(`pages/horizon-${language}-${width}.txt`);
  });

  test('in ASCII, where the ledger has nothing else', async () => {
    const { ledger } = await readLedger(
      HORIZON_LEDGER.replaceAll(/[^ -~\n]+/gu, 'name').replaceAll('[name, name]', '[北京, 河北]'),
    );
    if (ledger === undefined) throw new Error('not a ledger');
    const ascii = page(horizonOf(ledger), 'en', 60, ASCII_GLYPHS);
    expect(ascii).toMatch(/^[ -~\n]*$/u);
    await expect(ascii).toMatchFileSnapshot('pages/horizon-ascii-60.txt');
  });

  test('colour adds nothing but colour', async () => {
    const horizon = await sample();
    const colour = coloursOf(new Chalk({ level: 1 }));
    const style = { language: 'zh', width: 80, glyphs: UNICODE_GLYPHS, colour } as const;
    const painted = renderHorizon([horizon], style, catalogue.kinds);
    expect(painted).toContain('\u001B[31m');
    expect(stripVTControlCharacters(painted)).toBe(page(horizon, 'zh', 80));
  });

  test('no line is wider than the page, and none is forged, whatever the names are', () => {
    const cases = fc.record({ name: nastyText, width: fc.integer({ min: 40, max: 240 }), days: fc.nat({ max: 4000 }) });
    fc.assert(
      fc.property(cases, ({ name, width, days }) => {
        const ledger = buildLedger({
          company: companyNamed(name),
          licences: [buildLicence({ number: name })],
          resources: [
            buildResource({ title: name }),
            buildResource({ id: 'next', kind: name, expires: addDays(AS_OF, 9) }),
          ],
          requirements: [{ id: 'own', licence: 'isp', needs: name, severity: 'error', reason: name }],
        });
        const timeline = timelineOf(ledger, rulesOf(ledger), { asOf: AS_OF, until: addDays(AS_OF, days) });
        const bare = { ...ledger, resources: [] };
        const recorded = timelineOf(bare, rulesOf(bare), { asOf: AS_OF, until: addDays(AS_OF, days) });
        const horizon = { file: name, company: name, timezone: 'Asia/Shanghai', timeline, assumed: [name], recorded };
        const lines = page(horizon, 'zh', width).split('\n');
        const plain = page({ ...horizon, file: 'f', company: 'c' }, 'zh', width);
        expect(plain).toMatch(/^✖ isp/mu);
        for (const line of lines) {
          // A command that is broken cannot be pasted.
          if (!/^ +(?:命令)? +ledger /u.test(line))
            expect(displayWidth(line)).toBeLessThanOrEqual(Math.min(width, 200));
          // oxlint-disable-next-line eslint/no-control-regex -- these are what must not be there
          expect(line).not.toMatch(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the scale', () => {
  const year = { from: day('2026-01-01'), to: day('2026-12-31'), columns: 73 };

  test.each([
    ['2026-01-01', 0],
    ['2026-01-05', 0],
    ['2026-01-06', 1],
    ['2026-12-31', 72],
    ['2025-12-31', undefined],
    ['2027-01-01', undefined],
  ])('%s stands in column %s', (iso, column) => {
    expect(columnOf(day(iso), year)).toBe(column);
  });

  test('days that take several columns leave no hole', () => {
    const week = { from: day('2026-01-01'), to: day('2026-01-07'), columns: 24 };
    const spans = Array.from({ length: 7 }, (_, at) =>
      columnsOfDays({ from: addDays(week.from, at), to: addDays(week.from, at) }, week),
    );
    expect(spans.map((span) => `${span?.first}-${span?.last}`)).toEqual([
      '0-2',
      '3-5',
      '6-9',
      '10-12',
      '13-16',
      '17-19',
      '20-23',
    ]);
  });

  test.each([
    [73, ['2026', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']],
    [20, ['2026', '7']],
  ])('labels have room on %i columns', (columns, labels) => {
    const shown = scaleMarks({ ...year, columns }, 'en').filter(({ label }) => label !== '');
    expect(shown.map(({ label }) => label)).toEqual(expect.arrayContaining(labels.slice(0, 1)));
    for (const [at, { column, label }] of shown.entries()) {
      expect(column + displayWidth(label)).toBeLessThan(shown[at + 1]?.column ?? columns + 1);
    }
    expect(shown.map(({ label }) => label).filter((label) => labels.includes(label))).toEqual(labels);
  });
});
