import { createHash } from 'node:crypto';
import { Script } from 'node:vm';

import fc from 'fast-check';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type ParserError } from 'parse5';
import { describe, expect, test } from 'vitest';

import { addMonths } from '../../../src/domain/calendar-day.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { timelineOf } from '../../../src/domain/horizon.ts';
import type { LedgerReport, Report } from '../../../src/domain/report.ts';
import type { StatusRow } from '../../../src/domain/status.ts';
import { LANGUAGES } from '../../../src/domain/text.ts';
import { type TodoItem, todoOf, type TodoOptions } from '../../../src/domain/todo.ts';
import { agendaOf } from '../../../src/reporters/page/agenda.ts';
import { type Ahead, pageContextOf } from '../../../src/reporters/page/page-context.ts';
import { PAGE_SCRIPT } from '../../../src/reporters/page/page-script.ts';
import { renderHtml } from '../../../src/reporters/page/page.ts';
import { markup, verbatim } from '../../../src/reporters/writing/html.ts';
import { printable } from '../../../src/reporters/writing/printable.ts';
import { catalogue } from '../../../src/rules/catalogue.ts';
import {
  buildFinding,
  buildLedger,
  buildLedgerReport,
  buildLicence,
  buildReport,
  buildResource,
} from '../../support/build-report.ts';
import { companyNamed } from '../../support/company.ts';
import { day } from '../../support/days.ts';
import { nastyText } from '../../support/nasty-text.ts';
import { basisOf, KINDS, SAMPLE } from '../../support/sample-report.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

interface ParsedPage {
  readonly elements: readonly Element[];
  readonly errors: readonly ParserError[];
}

function parsePage(html: string): ParsedPage {
  const errors: ParserError[] = [];
  const document = parse(html, { onParseError: (error) => errors.push(error) });
  return { elements: elementsBelow(document), errors };
}

function elementsBelow(node: Node): readonly Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => [
    ...(defaultTreeAdapter.isElementNode(child) ? [child] : []),
    ...elementsBelow(child),
  ]);
}

function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

function named({ elements }: ParsedPage, name: string): readonly Element[] {
  return elements.filter(({ tagName }) => tagName === name);
}

function withClass({ elements }: ParsedPage, name: string): readonly Element[] {
  return elements.filter((element) => attribute(element, 'class')?.split(' ').includes(name) === true);
}

/** What is to be done, as if a check without end of its window had nothing to add but these last days. */
function todoOfReport(one: LedgerReport, lastDays: readonly Finding[] = []): readonly TodoItem[] {
  const { ledger, findings: today } = one;
  const check: TodoOptions['check'] = (_, { selects }) => (selects === undefined ? [] : lastDays);
  return ledger === undefined ? [] : todoOf({ ...one, ledger }, { today, check });
}

function aheadOf(one: LedgerReport): Ahead {
  const { ledger, asOf } = one;
  const timeline = ledger && timelineOf(ledger, catalogue, { asOf, until: addMonths(asOf, 12) });
  return { timeline, todo: todoOfReport(one) };
}

function pageOf(report: Report, language: 'zh' | 'en' = 'zh'): string {
  return renderHtml(report, language, { kinds: KINDS, aheadOf });
}

/** What would break out of text, a quoted attribute, a comment, a script or a style. */
const BREAKOUTS = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- ',
  '-->',
  ']]>',
  '</style><svg onload=alert(1)>',
  '&lt;b&gt; &amp;amp; &#x3c;',
  'javascript:alert(1)',
  '<ruby><plaintext>',
  '`<i>`',
  '</bdi></td></table>',
  '{{7*7}}${7*7}',
];

const hostile = fc.oneof(nastyText, fc.constantFrom(...BREAKOUTS), fc.string({ unit: 'binary' }));

function reportHolding(words: string): Report {
  const text = { zh: words, en: words };
  const ledger = buildLedger({
    company: companyNamed(words),
    licences: [buildLicence({ number: words, owner: words })],
    resources: [buildResource({ title: words, owner: words, provider: words, notes: words })],
  });
  const finding = buildFinding({
    rule: `own/${words}`,
    related: ['line-bj-2025', words],
    date: '2026-12-14',
    service: words,
    owner: words,
    message: text,
    remedy: text,
    fix: { command: ['ledger', words] },
    sum: text,
    basis: [{ ...basisOf(words, 'secondary'), instrument: text, url: words }],
    location: { file: words, line: 1, column: 1, endLine: 1, endColumn: 1 },
    waived: { until: day('2026-12-31'), reason: words, approvedBy: words },
  });
  const { waived: _, ...open } = finding;
  const findings = [finding, { ...open, status: 'due', identity: 'due' } as const];
  return buildReport([buildLedgerReport({ file: words, ledger, findings, rows: rowsHolding(words) })]);
}

function rowsHolding(words: string): readonly StatusRow[] {
  const common = { rule: `own/${words}`, service: words, by: [words], evidence: 1, owner: words, period: words };
  const rest = { until: undefined, identity: undefined, reason: { zh: words, en: words } };
  return (['met', 'not-applicable'] as const).flatMap((state) =>
    ['isp', words].map((subject) => Object.assign({ state, subject }, common, rest)),
  );
}

describe('whatever a ledger holds', () => {
  const ELEMENTS = new Set(
    (
      'html head meta link title style body a header div h1 h2 h3 p strong span bdi time code fieldset legend label input main ' +
      'section ul li svg rect line path text table thead tbody tr th td details summary dl dt dd button footer script'
    ).split(' '),
  );

  test('the page stays well-formed and holds no element or attribute of its making', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const page = parsePage(pageOf(reportHolding(words)));
        expect(page.errors).toEqual([]);
        expect(page.elements.map(({ tagName }) => tagName).filter((name) => !ELEMENTS.has(name))).toEqual([]);
        expect([named(page, 'script').length, named(page, 'style').length]).toEqual([1, 1]);
        const attributes = page.elements.flatMap(({ attrs }) => attrs);
        expect(attributes.filter(({ name }) => /^(?:on|style|src|srcset|action)/u.test(name))).toEqual([]);
        for (const { value } of attributes.filter(({ name }) => name === 'href')) {
          expect(value).toMatch(/^(?:#|https?:\/\/|data:,$)/u);
        }
      }),
    );
  });

  test('it is shown as it is, but for what cannot be seen', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const page = parsePage(pageOf(reportHolding(words)));
        const shown = printable(words).replaceAll(/\p{Noncharacter_Code_Point}/gu, '\uFFFD');
        expect(named(page, 'strong').map(textOf)[0]).toBe(shown);
        expect(named(page, 'title').map(textOf)[0]).toContain(shown);
      }),
    );
  });
});

test('a style or script that would end its own element is refused', () => {
  expect(() => verbatim('script', 'const end = "</script>";')).toThrow('<script>');
  expect(() => verbatim('style', '<!-- a {}')).toThrow('<style>');
});

test('text is escaped wherever it stands, markup is not', () => {
  const inner = markup`<b title="${'"<&\'>'}">${'<&"\'>'}${7}${undefined}${[markup`<i>`, '\u202E']}</b>`;
  expect(markup`<p>${inner}</p>`.source).toBe(
    String.raw`<p><b title="&quot;&lt;&amp;&#39;&gt;">&lt;&amp;&quot;&#39;&gt;7<i>\u{202E}</b></p>`,
  );
});

function hashOf(page: ParsedPage, name: string): string {
  const content = named(page, name).map(textOf).join('');
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}

describe('the policy of the page', () => {
  const page = parsePage(pageOf(SAMPLE));
  const policy = named(page, 'meta')
    .filter((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy')
    .map((meta) => attribute(meta, 'content'));

  test('lets this style and this script alone in', () => {
    expect(policy).toEqual([
      `default-src 'none'; style-src ${hashOf(page, 'style')}; script-src ${hashOf(page, 'script')}; img-src data:; base-uri 'none'; form-action 'none'`,
    ]);
  });

  test('stands before all that it rules', () => {
    const order = page.elements.map((element) => attribute(element, 'http-equiv') ?? element.tagName);
    const at = order.indexOf('Content-Security-Policy');
    for (const name of ['style', 'script', 'link']) expect(order.indexOf(name)).toBeGreaterThan(at);
  });

  test('the script is JavaScript', () => {
    expect(() => new Script(PAGE_SCRIPT)).not.toThrow();
  });
});

describe('the page', () => {
  const page = parsePage(pageOf(SAMPLE));

  test('tells every finding with its ground, certainty and remedy in both languages', () => {
    const rows = page.elements.filter((element) => attribute(element, 'data-weight') !== undefined);
    const findings = SAMPLE.ledgers.flatMap((ledger) => ledger.findings);
    expect(rows).toHaveLength(findings.length);
    for (const [at, { message, remedy, rule, basis }] of findings.entries()) {
      const row = rows.find((one) => attribute(one, 'id') === `finding-${at + 1}`);
      const words = row === undefined ? '' : textOf(row);
      for (const language of LANGUAGES) {
        expect(words).toContain(message[language].replaceAll('`', ''));
        expect(words).toContain(remedy[language].replaceAll('`', ''));
        for (const { instrument } of basis) expect(words).toContain(instrument[language]);
      }
      expect(words).toContain(rule);
    }
    expect(rows.map(textOf).join('')).toContain('据转述');
  });

  test('has its headings in order and its landmarks once', () => {
    const levels = page.elements.flatMap(({ tagName }) => /^h([1-6])$/u.exec(tagName)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const landmark of ['header', 'main', 'footer', 'h1']) expect(named(page, landmark)).toHaveLength(1);
  });

  test('uses each id once, and every link within it leads somewhere', () => {
    const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = named(page, 'a').flatMap((link) => /^#(.*)$/u.exec(attribute(link, 'href') ?? '')?.[1] ?? []);
    expect(targets.length).toBeGreaterThan(3);
    for (const target of targets) expect(ids).toContain(target);
  });

  test.each([
    ['zh', 'zh-Hans', '电信业务合规报告 · 示例云网科技有限公司 · 2026-11-21'],
    ['en', 'en', 'Telecom compliance report · 示例云网科技有限公司 · 2026-11-21'],
  ] as const)('begins in the language asked for: %s', (language, tag, title) => {
    const begun = parsePage(pageOf(SAMPLE, language));
    expect(named(begun, 'html').map((root) => attribute(root, 'lang'))).toEqual([tag]);
    expect(named(begun, 'title').map(textOf)).toEqual([title]);
    const chosen = named(begun, 'input').filter(
      (input) => attribute(input, 'checked') === '' && attribute(input, 'type') === 'radio',
    );
    expect(chosen.map((input) => attribute(input, 'value'))).toEqual([tag]);
  });

  test('draws the same scale on each lane, with the as-of day on it', () => {
    const now = page.elements
      .filter((element) => attribute(element, 'class') === 'now')
      .map((line) => attribute(line, 'x1'));
    // 46 of 412 days: a year ahead and an eighth of it behind. The sample of the legend comes first.
    expect(new Set(now)).toEqual(new Set(['50%', '11.17%']));
    expect(withClass(page, 'lane')).toHaveLength(now.length - 1);
  });

  test('of the same report is the same to the byte', () => {
    expect(pageOf(SAMPLE)).toBe(pageOf(structured(SAMPLE)));
  });
});

test('what every contract meets alike is told in one row, what one of them lacks in a row of its own', () => {
  const resources = ['one', 'two', 'three'].map((id) => buildResource({ id }));
  const rows = resources.map(({ id }, at): StatusRow => ({
    subject: id,
    service: undefined,
    rule: 'resource/unused',
    state: at === 2 ? 'open' : 'met',
    until: undefined,
    by: [],
    evidence: 0,
    owner: '网络部',
    period: undefined,
    reason: undefined,
    identity: undefined,
  }));
  const page = parsePage(pageOf(buildReport([buildLedgerReport({ ledger: buildLedger({ resources }), rows })])));
  const told = withClass(page, 'states').flatMap((table) =>
    elementsBelow(table).filter((element) => element.tagName === 'td' && attribute(element, 'class') === 'entry'),
  );
  expect(told.map(textOf)).toEqual(expect.arrayContaining(['one, two', 'three']));
  expect(told).toHaveLength(2);
});

/** A report that is equal and shares nothing. */
function structured(report: Report): Report {
  return {
    ...report,
    ledgers: report.ledgers.map(({ lineAt, placeOf, ...rest }) => ({ ...structuredClone(rest), lineAt, placeOf })),
  };
}

type Parts = Parameters<typeof buildFinding>[0];

function sorted(findings: readonly Parts[], ends: readonly Parts[] = []): Record<string, readonly string[]> {
  const built = findings.map((parts, at) => buildFinding({ subject: `entry-${at}`, ...parts }));
  const report = buildLedgerReport({ findings: built });
  const todo = todoOfReport(
    report,
    ends.map((parts) => buildFinding({ rule: 'resource/expiry', ...parts })),
  );
  const { broken, due, open, later } = agendaOf(pageContextOf(report, { kinds: KINDS, aheadOf: () => ({ todo }) }));
  const ids = (group: typeof due): readonly string[] =>
    group.flatMap(({ findings }) =>
      findings.map(({ subject, service }) => (service === undefined ? subject : `${subject}/${service}`)),
    );
  return { broken: ids(broken), due: ids(due), open: ids(open), later: ids(later) };
}

describe('what to do this month', () => {
  const [error, warning, info] = (['error', 'warning', 'info'] as const).map((severity) => ({ severity }));

  test('is 31 days, by the last working day, and lists what is due after that', () => {
    expect(
      sorted([
        { ...warning, status: 'due', date: '2026-12-21' },
        // A Wednesday: its last working day is the day itself, and that is the 32nd.
        { ...warning, status: 'due', date: '2026-12-23' },
        { ...warning, status: 'expiring', date: '2026-11-22' },
      ]),
    ).toEqual({ broken: [], due: ['entry-2', 'entry-0'], open: [], later: ['entry-1'] });
  });

  test('tells what is broken from what is open, and leaves out what is waived or mere information', () => {
    const waived = { until: day('2026-12-31'), reason: '排期中', approvedBy: '张三' };
    expect(
      sorted([
        { ...error, status: 'expired', date: '2026-10-31' },
        { ...warning, status: 'late', date: '2026-11-02' },
        { ...info, status: 'undetermined' },
        { ...error, status: 'missing', waived },
        { ...info, status: 'due', date: '2026-12-01' },
      ]),
    ).toEqual({ broken: ['entry-0'], due: ['entry-4'], open: ['entry-1'], later: [] });
  });

  test('has the last days of entries that no finding tells', () => {
    const ends = ['told', 'cause', 'untold', 'far'].map((subject) => {
      const date = subject === 'far' ? '2027-01-31' : '2026-12-10';
      return { severity: 'warning', status: 'expiring', subject, date } as const;
    });
    expect(
      sorted(
        [
          { ...warning, status: 'expiring', date: '2026-12-10', subject: 'told' },
          { ...warning, status: 'expiring', date: '2026-12-10', related: ['cause'], service: 'idc' },
          { ...error, status: 'overdue', date: '2026-11-10', subject: 'untold' },
        ],
        ends,
      ),
    ).toEqual({ broken: ['untold'], due: ['entry-1/idc', 'told', 'untold'], open: [], later: [] });
  });
});

describe('a paper with several services', () => {
  const licence = buildLicence({
    id: 'telecom',
    number: 'A2.B1.B2-20222637',
    services: [{ kind: 'isp' }, { kind: 'idc' }],
  });
  const ledger = buildLedger({ licences: [licence], resources: [buildResource({ serves: ['telecom/isp'] })] });
  const unpaid = ['2026-Q1', '2026-Q2'].map((period) =>
    buildFinding({
      rule: 'licence/report',
      status: 'overdue',
      subject: 'telecom',
      period,
      message: { zh: `${period}未办`, en: `${period} is open` },
      remedy: { zh: '去办理。', en: 'Do it.' },
      fix: { command: ['ledger', 'record', 'report', 'telecom', period] },
      basis: [basisOf('27', 'text')],
      identity: period,
    }),
  );
  const line = buildFinding({
    subject: 'telecom',
    service: 'isp',
    related: ['line-bj-2025'],
    owner: '网络部',
    fix: { command: ['ledger', 'renew', 'line-bj-2025', '--expires', '+1y'] },
    date: '2026-10-31',
  });
  const state = { by: [], evidence: 0, owner: undefined, period: undefined, reason: undefined, identity: undefined };
  const leftOver = {
    ...state,
    subject: 'telecom',
    rule: 'own/drill',
    state: 'not-applicable',
    until: undefined,
    reason: { zh: '针对别的许可证', en: 'it is about another licence' },
  } as const;
  const rows: readonly StatusRow[] = [
    {
      ...state,
      subject: 'telecom',
      service: 'isp',
      rule: 'isp/leased-line',
      state: 'open',
      until: undefined,
      identity: line.identity,
    },
    {
      ...state,
      subject: 'telecom',
      service: 'idc',
      rule: 'idc/hosting',
      state: 'met',
      until: day('2027-03-14'),
      by: ['room'],
      evidence: 2,
    },
    { ...leftOver, service: 'isp' },
    { ...leftOver, service: 'idc' },
  ];
  const page = parsePage(pageOf(buildReport([buildLedgerReport({ ledger, findings: [...unpaid, line], rows })])));
  const findingRows = page.elements.filter((element) => attribute(element, 'data-weight') !== undefined);

  test('has its services in the heading of its findings, and each finding its own', () => {
    const [heading] = withClass(page, 'group');
    expect(heading === undefined ? '' : textOf(heading)).toContain('telecom 互联网接入服务业务 · ');
    const row = findingRows.find((one) => textOf(one).includes('isp/leased-line'));
    for (const words of ['line-bj-2025', '网络部', 'ledger renew line-bj-2025 --expires +1y']) {
      expect(row === undefined ? '' : textOf(row)).toContain(words);
    }
  });

  test('tells the open periods of one duty in one block, its law and remedy once, and a command for each', () => {
    const [row, ...others] = findingRows.filter((one) => textOf(one).includes('licence/report'));
    const words = row === undefined ? '' : textOf(row);
    expect(others).toEqual([]);
    for (const part of ['2026-Q1未办', '2026-Q2未办', 'telecom 2026-Q1', 'telecom 2026-Q2'])
      expect(words).toContain(part);
    for (const once of ['去办理。', '第27条']) expect(words.split(once)).toHaveLength(2);
  });

  test('lists everything that was asked, and folds what does not apply', () => {
    const [table] = withClass(page, 'states');
    const states = (table === undefined ? [] : elementsBelow(table)).filter(({ tagName }) => tagName === 'tr').slice(1);
    expect(states.map(textOf)).toHaveLength(2);
    expect(states.map(textOf).join(' ')).toMatch(/满足.*2027-03-14/su);
    const [folded] = withClass(page, 'left-over');
    expect(folded === undefined ? '' : textOf(folded)).toContain('另有2项不适用');
    expect(named({ ...page, elements: folded === undefined ? [] : elementsBelow(folded) }, 'li')).toHaveLength(1);
  });
});
