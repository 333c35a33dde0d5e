/** Two versions of a ledger, as `log` and `diff` compare them: what is told, and what is not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import type { LedgerChange } from '../../src/domain/ledger-change.ts';
import { compareVersions, outlineVersion } from '../../src/schema/compare-ledgers.ts';

function changesBetween(before: unknown, after: unknown): readonly LedgerChange[] {
  return compareVersions(outlineVersion(before), outlineVersion(after));
}

/** `resource line expires: "2026-12-31" → never (pushed out)` */
function told({ sort, entry, rule, what, field, before, after, extension }: LedgerChange): string {
  const values = [before, after].map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '·')));
  const pushed = extension === undefined ? [] : [extension.newEvidence ? '(pushed out, new file)' : '(pushed out)'];
  const said = what === 'changed' ? [`${field}: ${values.join(' → ')}`] : [what];
  return [sort, entry, ...(rule === undefined ? [] : [`[${rule}]`]), ...said, ...pushed].join(' ');
}

const line = (more: string): string => `resources: [{ id: a, kind: domain, ${more} }]`;
const files = (...hashes: readonly string[]): string =>
  `evidence: [${hashes.map((hash) => `{ path: a.pdf, sha256: ${hash} }`).join(', ')}]`;

describe('what came between', () => {
  test.each<[name: string, before: string, after: string, told: readonly string[]]>([
    ['nothing, in another order', 'a: 1\nrules: { x: off, y: error }', 'rules: { y: error, x: off }', []],
    [
      'a whole ledger',
      '',
      `
version: 1
extends: x.yaml
company: { name: 甲, systems: [{ id: s }] }
policy: { warnWithin: 60 }
rules: { x: off }
licences: [{ id: p, kind: isp }, { id: q, services: [{ kind: idc }] }]
resources: [{ id: r }]
requirements: [{ id: n }]
duties: [{ id: d }]
waivers: [{ rule: x/y, entry: r }]`,
      [
        'ledger ledger added',
        'company company added',
        'system s added',
        'policy policy added',
        'rules rules added',
        'licence p added',
        'licence q added',
        'resource r added',
        'requirement n added',
        'duty d added',
        'waiver r [x/y] added',
      ],
    ],
    [
      'the file itself',
      'version: 1\nx: 1',
      'version: 2\nextends: b\nx: 2',
      ['ledger ledger version: 1 → 2', 'ledger ledger extends: · → b'],
    ],
    [
      'the sections, part by part',
      'company: { name: 甲, systems: [] }\npolicy: { warnWithin: { isp: 60, idc: 30 } }\nrules: { x: off }',
      'company: { name: 乙, systems: [1] }\npolicy: { warnWithin: { isp: 90, dns: 30 } }\nrules: { y: off }',
      [
        'company company name: 甲 → 乙',
        'policy policy warnWithin.isp: 60 → 90',
        'policy policy warnWithin.idc: 30 → ·',
        'policy policy warnWithin.dns: · → 30',
        'rules rules x: off → ·',
        'rules rules y: · → off',
      ],
    ],
    [
      'a mapping that came, went, or took the place of something else',
      'resources: [{ id: a, m: { x: 1 } }, { id: b, n: { x: 1 } }, { id: c, n: 60 }, { id: d, n: [1] }]',
      'resources: [{ id: a, n: { x: 1, y: [2] } }, { id: b }, { id: c, n: { x: 1 } }, { id: d, n: [2] }]',
      [
        'resource a m.x: 1 → ·',
        'resource a n.x: · → 1',
        'resource a n.y: · → [2]',
        'resource b n.x: 1 → ·',
        'resource c n: 60 → {"x":1}',
        'resource d n: [1] → [2]',
      ],
    ],
    [
      'entries, in the order of the later version, and last those that went',
      'resources: [{ id: a, x: 1 }, { id: b, x: 2 }, { id: c, x: 3 }]',
      'resources: [{ id: n, x: 0 }, { id: c, x: 4 }, { id: a, x: 1 }]\nduties: [{ id: d }]',
      ['resource n added', 'resource c x: 3 → 4', 'duty d added', 'resource b removed'],
    ],
    [
      'waivers, known by rule and entry',
      'waivers: [{ rule: a, entry: x, until: 1 }, { rule: b, entry: x }, { rule: a, entry: y }]',
      'waivers: [{ rule: a, entry: x, until: 2 }, { rule: a, entry: y }, { rule: c, entry: y }]',
      ['waiver x [a] until: 1 → 2', 'waiver y [c] added', 'waiver x [b] removed'],
    ],
    [
      'nothing between the short form of a paper and the long one',
      'licences: [{ id: p, kind: isp, number: B1, scope: national, expires: 2030-01-01 }]',
      'licences: [{ id: p, number: B1, expires: 2030-01-01, services: [{ kind: isp, scope: national }] }]',
      [],
    ],
    [
      'what a paper says, and what its services say',
      'licences: [{ id: p, kind: isp, scope: national, expires: 2030-01-01 }, { id: q, services: [{ kind: cdn, opened: 1 }, { kind: dns }] }]',
      'licences: [{ id: p, kind: isp, scope: [北京], expires: 2029-01-01 }, { id: q, services: [{ kind: cdn, opened: 2 }, { kind: idc }] }]',
      [
        'licence p expires: 2030-01-01 → 2029-01-01',
        'service p/isp scope: national → ["北京"]',
        'service q/cdn opened: 1 → 2',
        'service q/idc added',
        'service q/dns removed',
      ],
    ],
    [
      'a paper goes with its services',
      'licences: [{ id: p, kind: isp }, { id: q, kind: idc }]',
      'licences: [{ id: q, kind: idc }]',
      ['licence p removed'],
    ],
    [
      'data that is no ledger: what has the right form',
      'text',
      'company: 甲\nlicences: [x, { id: 7 }]\nresources: { a: 1 }\nwaivers: [x, { rule: 1 }]',
      ['ledger ledger added', 'licence  added', 'waiver  [] added'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changesBetween(parse(before), parse(after)).map(told)).toEqual(expected);
  });

  test('the whole of what came and went is told', () => {
    expect(changesBetween({}, { resources: [{ id: 'a', x: 1 }] })).toEqual([
      { sort: 'resource', entry: 'a', rule: undefined, what: 'added', after: { id: 'a', x: 1 } },
    ]);
    expect(changesBetween({ resources: [{ id: 'a', x: 1 }] }, {})).toEqual([
      { sort: 'resource', entry: 'a', rule: undefined, what: 'removed', before: { id: 'a', x: 1 } },
    ]);
  });

  test('an entry that is the same object is not looked at again', () => {
    const entry = {
      id: 'a',
      get expires(): string {
        throw new Error('looked at');
      },
    };
    expect(changesBetween({ resources: [entry] }, { duties: [{ id: 'd' }], resources: [entry] }).map(told)).toEqual([
      'duty d added',
    ]);
  });
});

describe('an end that was pushed out', () => {
  test.each<[before: string, after: string, told: readonly string[]]>([
    [
      line('expires: 2026-12-31'),
      line('expires: 2027-01-01'),
      ['resource a expires: 2026-12-31 → 2027-01-01 (pushed out)'],
    ],
    [line('expires: 2026-12-31'), line('expires: never'), ['resource a expires: 2026-12-31 → never (pushed out)']],
    [line('expires: never'), line('expires: 2026-12-31'), ['resource a expires: never → 2026-12-31']],
    [line('expires: 2026'), line('expires: 2027-01-01'), ['resource a expires: 2026 → 2027-01-01']],
    [line('expires: 2026-12-31'), line('expires: 2027'), ['resource a expires: 2026-12-31 → 2027']],
    [line('starts: 2026-12-31'), line('starts: 2027-01-01'), ['resource a starts: 2026-12-31 → 2027-01-01']],
    [
      line('expires: 2026-12-31'),
      line('starts: 2027-01-01'),
      ['resource a expires: 2026-12-31 → ·', 'resource a starts: · → 2027-01-01'],
    ],
    [
      'licences: [{ id: p, expires: a }]',
      'licences: [{ id: p, expires: b }]',
      ['licence p expires: a → b (pushed out)'],
    ],
    ['duties: [{ id: p, expires: a }]', 'duties: [{ id: p, expires: b }]', ['duty p expires: a → b']],
    [
      'waivers: [{ rule: x, entry: y, until: a, expires: a }]',
      'waivers: [{ rule: x, entry: y, until: b, expires: b }]',
      ['waiver y [x] until: a → b (pushed out)', 'waiver y [x] expires: a → b'],
    ],
    [
      line(`expires: a, ${files('1', '2')}`),
      line(`expires: b, ${files('2', '1')}`),
      ['resource a expires: a → b (pushed out)', expect.stringMatching(/^resource a evidence: /u)],
    ],
    [
      line(`expires: a, ${files('1')}`),
      line(`expires: b, ${files('1', '3')}`),
      ['resource a expires: a → b (pushed out, new file)', expect.stringMatching(/^resource a evidence: /u)],
    ],
    [
      line('expires: a'),
      line(`expires: b, ${files('1')}`),
      ['resource a expires: a → b (pushed out, new file)', expect.stringMatching(/^resource a evidence: /u)],
    ],
  ])('%s, then %s', (before, after, expected) => {
    expect(changesBetween(parse(before), parse(after)).map(told)).toEqual(expected);
  });
});

describe('another id', () => {
  test.each<[name: string, before: string, after: string, told: readonly string[]]>([
    ['of an entry', line('x: 1'), line('x: 1').replace('id: a', 'id: b'), ['resource b id: a → b']],
    [
      'with something else is another entry',
      line('x: 1'),
      line('x: 2').replace('id: a', 'id: b'),
      ['resource b added', 'resource a removed'],
    ],
    [
      'of a paper, which all that names it follows',
      `
licences: [{ id: p, kind: isp, scope: national }, { id: q, services: [{ kind: cdn }] }]
resources: [{ id: r, serves: [p, q/cdn, 7] }, { id: s, serves: p, follows: r }]
requirements: [{ id: n, licence: p/isp }]
duties: [{ id: d, for: p }]
waivers: [{ rule: x, entry: p/isp, until: a }]`,
      `
licences: [{ id: tele, kind: isp, scope: national }, { id: q2, services: [{ kind: cdn }] }]
resources: [{ id: r2, serves: [tele, q2/cdn, 7] }, { id: s, serves: tele, follows: r2 }]
requirements: [{ id: n, licence: tele/isp }]
duties: [{ id: d2, for: tele }]
waivers: [{ rule: x, entry: tele/isp, until: b }]`,
      [
        'licence tele id: p → tele',
        'licence q2 id: q → q2',
        'resource r2 id: r → r2',
        'duty d2 id: d → d2',
        'waiver tele/isp [x] until: a → b (pushed out)',
      ],
    ],
    [
      'of a paper whose service says something else',
      'licences: [{ id: p, kind: isp, scope: national }]',
      'licences: [{ id: t, kind: isp, scope: [北京] }]',
      ['licence t id: p → t', 'service t/isp scope: national → ["北京"]'],
    ],
    [
      'of one of two that are alike',
      'resources: [{ id: a, x: 1 }, { id: b, x: 1 }]',
      'resources: [{ id: c, x: 1 }, { id: b, x: 1 }, { id: d, x: 1 }]',
      ['resource c id: a → c', 'resource d added'],
    ],
    [
      'of both of two that are alike',
      'resources: [{ id: a, x: 1 }, { id: b, x: 1 }]',
      'resources: [{ id: c, x: 1 }, { id: d, x: 1 }]',
      ['resource c id: a → c', 'resource d id: b → d'],
    ],
    [
      'of a system, and of a requirement',
      'company: { name: 甲, systems: [{ id: a, level: 2 }] }\nrequirements: [{ id: n, needs: x }]',
      'company: { name: 甲, systems: [{ id: b, level: 2 }] }\nrequirements: [{ id: m, needs: x }]',
      ['system b id: a → b', 'requirement m id: n → m'],
    ],
    [
      'of another sort is another entry',
      'resources: [{ id: a, x: 1 }]',
      'duties: [{ id: b, x: 1 }]',
      ['duty b added', 'resource a removed'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changesBetween(parse(before), parse(after)).map(told)).toEqual(expected);
  });
});

const fields = fc.record(
  {
    expires: fc.constantFrom('2026-12-31', '2027-12-31', 'never'),
    notes: fc.constantFrom('x', ['x'], 1, null),
    starts: fc.constantFrom('a', 'b'),
  },
  { requiredKeys: [] },
);
const section = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fields);
const version = fc.record({ resources: section, requirements: section });
type Version = typeof version extends fc.Arbitrary<infer Value> ? Value : never;

/** What is left alone keeps its name: the id stands in the entry twice. */
function written(one: Version): object {
  const entries = (list: Version['resources']): readonly object[] =>
    Object.entries(list).map(([id, entry]) => Object.assign({ id, own: id }, entry));
  return { resources: entries(one.resources), requirements: entries(one.requirements) };
}

/** Every value that differs, seen one by one. */
function differences(before: Version, after: Version): readonly string[] {
  const sorts = { resources: 'resource', requirements: 'requirement' } as const;
  const all: string[] = [];
  for (const list of ['resources', 'requirements'] as const) {
    for (const id of ['a', 'b', 'c', 'd']) {
      const [was, is] = [before[list][id], after[list][id]];
      if (was === undefined || is === undefined) {
        if (was !== is) all.push(`${sorts[list]} ${id} ${was === undefined ? 'added' : 'removed'}`);
        continue;
      }
      for (const field of ['expires', 'notes', 'starts'] as const) {
        if (JSON.stringify(was[field]) !== JSON.stringify(is[field])) all.push(`${sorts[list]} ${id} changed ${field}`);
      }
    }
  }
  return all.toSorted();
}

test('every difference of any two versions is told once, and nothing else', () => {
  fc.assert(
    fc.property(version, version, (before, after) => {
      const changes = changesBetween(written(before), written(after));
      const said = changes.map(({ sort, entry, what, field }) =>
        [sort, entry, what, ...(field === undefined ? [] : [field])].join(' '),
      );
      expect(said.toSorted()).toEqual(differences(before, after));
    }),
  );
});
