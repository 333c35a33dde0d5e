import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '../../../src/domain/calendar-day.ts';
import type { TodoItem } from '../../../src/domain/todo.ts';
import { type DigestSource, renderDigest } from '../../../src/reporters/todo/digest.ts';
import { harmless, plainDialect, ROBOTS } from '../../../src/send/robots.ts';
import { buildFinding, buildLedger } from '../../support/build-report.ts';
import { day } from '../../support/days.ts';
import { nastyText } from '../../support/nasty-text.ts';
import { KINDS } from '../../support/sample-report.ts';

const AS_OF = day('2026-11-21');
const LEDGERS = [{ file: 'ledger.yaml', company: '示例云网科技有限公司' }];

interface Parts {
  readonly urgency: TodoItem['urgency'];
  readonly text: string;
  readonly owner: string | undefined;
  readonly rule?: string;
  readonly days?: number;
}

function item({ urgency, text, owner, rule = 'resource/expiry', days = 30 }: Parts, at: number): TodoItem {
  const finding = buildFinding({
    rule: `${rule}-${at}`,
    subject: `entry-${at}`,
    severity: 'warning',
    status: 'expiring',
    owner,
    message: { zh: text, en: text },
    fix: { command: ['ledger', 'renew', `entry-${at}`, '--title', text] },
  });
  const daysLeft = urgency === 'due' ? days : -days;
  return {
    of: { name: 'l', file: 'ledger.yaml', repositoryPath: undefined, ledger: buildLedger(), asOf: AS_OF },
    urgency,
    finding: { ...finding, daysLeft, date: addDays(AS_OF, daysLeft), actBy: addDays(AS_OF, daysLeft) },
    told: 'today',
    name: text,
    lead: 60,
  };
}

function sourceOf(items: readonly TodoItem[]): DigestSource {
  return { items, ledgers: LEDGERS, unreadable: 0, open: 0 };
}

const parts: fc.Arbitrary<Parts> = fc.record({
  urgency: fc.constantFrom('broken', 'due', 'open'),
  text: nastyText,
  owner: fc.option(nastyText, { nil: undefined }),
});

/** What people are counted to at the end of a digest. */
function countedIn(text: string): number {
  const [, overdue = '0', due = '0'] = /另有(\d+)项逾期、(\d+)项待办未列出/u.exec(text) ?? [];
  return Number(overdue) + Number(due);
}

describe('a digest', () => {
  test.each(Object.entries(ROBOTS))(
    'stays inside the room of %s, and counts what it does not tell',
    (_, { dialect }) => {
      fc.assert(
        fc.property(fc.array(parts, { maxLength: 150 }), (many) => {
          const items = many.map(item);
          const { text, told } = renderDigest(sourceOf(items), dialect, 'zh', KINDS);
          expect(dialect.sizeOf(text)).toBeLessThanOrEqual(dialect.room);
          expect(told.length + countedIn(text)).toBe(items.length);
          expect(text.isWellFormed()).toBe(true);
        }),
        { numRuns: 40 },
      );
    },
  );

  test('without a limit tells all that is due', () => {
    const items = Array.from({ length: 200 }, (_, at) => item({ urgency: 'due', text: '到期', owner: '网络部' }, at));
    expect(renderDigest(sourceOf(items), plainDialect, 'zh', KINDS).told).toHaveLength(200);
  });

  test('the dead do not crowd out the living', () => {
    const dead = Array.from({ length: 100 }, (_, at) =>
      item({ urgency: 'broken', text: '已经到期'.repeat(20), owner: '网络部' }, at),
    );
    const living = Array.from({ length: 5 }, (_, at) =>
      item({ urgency: 'due', text: '将到期', owner: '网络部' }, at + 100),
    );
    const { text, told } = renderDigest(sourceOf([...dead, ...living]), ROBOTS.wecom.dialect, 'zh', KINDS);
    expect(told.filter(({ urgency }) => urgency === 'due')).toHaveLength(5);
    const shown = told.length - 5;
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThanOrEqual(10);
    expect(text).toContain(`另有${100 - shown}项逾期、0项待办未列出`);
  });

  test.each([
    ['zh', '文件路径'],
    ['en', 'FILE'],
  ] as const)('in %s leaves %s to its reader', (language, word) => {
    const one = item({ urgency: 'due', text: '将到期', owner: undefined }, 1);
    const finding = { ...one.finding, fix: { command: ['ledger', 'evidence', 'add', 'line', 'FILE'] } };
    const { text } = renderDigest(sourceOf([{ ...one, finding }]), plainDialect, language, KINDS);
    expect(text.split('\n')).toContain(`ledger evidence add line ${word}`);
  });

  test('is grouped by owner, and says what is left out besides', () => {
    const items = [
      item({ urgency: 'broken', text: '已经到期', owner: '网络部' }, 1),
      item({ urgency: 'due', text: '将到期', owner: undefined }, 2),
      item({ urgency: 'due', text: '也将到期', owner: '网络部' }, 3),
    ];
    const { title, text } = renderDigest({ ...sourceOf(items), open: 2, unreadable: 1 }, plainDialect, 'zh', KINDS);
    expect(title).toBe('合规提醒 · 2026-11-21 · 示例云网科技有限公司');
    expect(text).toBe(
      [
        title,
        '',
        '网络部',
        '▲ 2026-10-22 entry-1 已经到期：已经到期',
        'ledger renew entry-1 --title 已经到期',
        '▲ 2026-12-21 entry-3 也将到期：也将到期',
        'ledger renew entry-3 --title 也将到期',
        '',
        '未写明负责人',
        '▲ 2026-12-21 entry-2 将到期：将到期',
        'ledger renew entry-2 --title 将到期',
        '',
        '另有2项没有期限的警告，见 ledger todo。',
        '1份台账无法读取，未包括在内。',
      ].join('\n'),
    );
  });
});

const MENTIONS = [
  '@all',
  '@所有人',
  '<@U012AB3CD>',
  '<!channel>',
  '<at user_id="all">所有人</at>',
  '<at id=all></at>',
  '[点我](https://evil.example)',
  'https://evil.example/a?b=c',
  'www.evil.example',
  '**粗**',
  '`code`',
  '<font color="warning">红</font>',
  '<https://evil.example|点我>',
  ':rotating_light:',
  '# 标题',
  '~~删~~ _斜_',
  '&lt;!channel&gt;',
];

describe('what a ledger holds means nothing to a robot', () => {
  test.each(MENTIONS)('%s', (text) => {
    const { dialect } = ROBOTS.slack;
    const one = item({ urgency: 'due', text, owner: text }, 1);
    const { text: digest } = renderDigest(sourceOf([one]), { ...dialect, strong: (line) => line }, 'zh', KINDS);
    expect(digest).not.toMatch(/[<>@[\]*_~`#|&\\]|:\/\/|www\.|:\w+:/u);
  });

  test('nothing that has a meaning is left of any text', () => {
    fc.assert(
      fc.property(fc.oneof(nastyText, fc.string({ unit: 'binary' }), fc.constantFrom(...MENTIONS)), (text) => {
        expect(harmless(text)).not.toMatch(/[<>@[\]*_~`#|&\\]|:\/\/|www\.|:[\w+-]{1,99}:/iu);
      }),
    );
  });
});
