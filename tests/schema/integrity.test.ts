import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatPath } from '../../src/domain/ledger.ts';
import type { LicenceProfile } from '../../src/domain/licence-kind.ts';
import { findCircles, findIntegrityProblems } from '../../src/schema/integrity.ts';

const KINDS = new Map<string, LicenceProfile>(
  (['isp', 'idc', 'number-95'] as const).map((kind) => [
    kind,
    { kind, family: kind === 'number-95' ? 'number' : 'service', code: kind, name: { zh: kind, en: kind } },
  ]),
);

/** `path rule: message` of each problem. */
function problemsOf(data: unknown): readonly string[] {
  return findIntegrityProblems(data, KINDS).map(
    ({ rule, path, message }) => `${formatPath(path)} ${rule}: ${message.en}`,
  );
}

const licence = { id: 'isp', kind: 'isp', expires: '2027-03-14' };
const telecom = {
  id: 'telecom',
  number: 'A2.B1-20222637',
  expires: '2027-03-14',
  services: [{ kind: 'isp' }, { kind: 'idc' }],
};
const line = { id: 'line', kind: 'leased-line', expires: '2026-12-31', serves: ['isp'] };

/** `a>b` is a resource `a` that follows `b`. */
const following = (...pairs: readonly string[]) => ({
  licences: [licence],
  resources: pairs.map((pair) => {
    const [id, follows] = pair.split('>');
    return { id, follows, kind: 'leased-line', expires: '2026-12-31' };
  }),
});

describe('ids', () => {
  test.each([
    {
      name: 'a resource takes the id of a licence',
      data: { licences: [licence], resources: [{ ...line, id: 'isp' }] },
      found: ['resources[0].id ledger/duplicate-id: the id isp is already used by licences[0]'],
    },
    {
      name: 'three of one name',
      data: { licences: [licence], resources: [line, line, line] },
      found: [
        'resources[1].id ledger/duplicate-id: the id line is already used by resources[0]',
        'resources[2].id ledger/duplicate-id: the id line is already used by resources[0]',
      ],
    },
    {
      name: 'requirements have ids of their own',
      data: {
        licences: [licence],
        requirements: [
          { id: 'isp', licence: 'isp' },
          { id: 'isp', licence: 'isp' },
        ],
      },
      found: ['requirements[1].id ledger/duplicate-id: the id isp is already used by requirements[0]'],
    },
    {
      name: 'requirements and duties share theirs',
      data: { licences: [licence], requirements: [{ id: 'a', licence: 'isp' }], duties: [{ id: 'a', for: 'isp' }] },
      found: ['duties[0].id ledger/duplicate-id: the id a is already used by requirements[0]'],
    },
    {
      name: 'words of every object are ids like others',
      data: {
        licences: [{ ...licence, id: 'constructor' }],
        resources: [{ ...line, id: '__proto__', serves: ['constructor'] }],
      },
      found: [],
    },
    { name: 'no id, or none that is text', data: { licences: [{ kind: 'isp' }, { id: 5 }, { id: 5 }] }, found: [] },
  ])('$name', ({ data, found }) => {
    expect(problemsOf(data)).toEqual(found);
  });
});

const numbered = (id: string, number: unknown, kind = 'isp') => ({ id, kind, number, expires: '2027-03-14' });

describe('numbers', () => {
  test.each([
    {
      name: 'of two papers',
      licences: [numbered('a', 'B1-1'), numbered('b', 'B1-2'), numbered('c', 'B1-1', 'idc')],
      found: ['licences[2].number ledger/duplicate-number: the number B1-1 is the same as that of a'],
    },
    {
      name: 'whatever the spaces and the width of the letters',
      licences: [numbered('a', 'B1-1'), numbered('b', 'Ｂ1 -1')],
      found: ['licences[1].number ledger/duplicate-number: the number Ｂ1 -1 is the same as that of a'],
    },
    {
      name: 'none, or none that is text',
      licences: [numbered('a', ''), numbered('b', ''), numbered('c', 1)],
      found: [],
    },
    {
      name: 'words of every object',
      licences: [numbered('a', '__proto__'), numbered('b', '__proto__')],
      found: ['licences[1].number ledger/duplicate-number: the number __proto__ is the same as that of a'],
    },
  ])('$name', ({ licences, found }) => {
    expect(problemsOf({ licences })).toEqual(found);
  });

  test.each([
    {
      licences: [numbered('a', '1'), numbered('b', '1', 'idc')],
      says: 'One paper is one entry: write `services: [{ kind: isp }, { kind: idc }]` in a, with the scope, opened and own fields of each service inside, and remove this entry.',
    },
    {
      licences: [{ ...telecom, number: '1' }, numbered('b', '1', 'idc')],
      says: 'One paper is one entry: write `services: [{ kind: isp }, { kind: idc }]` in telecom, with the scope, opened and own fields of each service inside, and remove this entry.',
    },
    { licences: [numbered('a', '1'), numbered('b', '1', 'number-95')], says: 'Correct the number from the paper.' },
  ])('how to make one paper of them: $says', ({ licences, says }) => {
    expect(findIntegrityProblems({ licences }, KINDS).map(({ remedy }) => remedy?.en)).toEqual([says]);
  });
});

describe('services', () => {
  test.each([
    { services: [{ kind: 'isp' }, { kind: 'idc' }], found: [] },
    {
      services: [{ kind: 'isp' }, { kind: 'idc' }, { kind: 'isp' }],
      found: ['licences[0].services[2].kind ledger/duplicate-service: the licence telecom already has the service isp'],
    },
    { services: 'isp', found: [] },
    { services: [5, {}, { kind: 5 }], found: [] },
  ])('$services', ({ services, found }) => {
    expect(problemsOf({ licences: [{ ...telecom, services }] })).toEqual(found);
  });
});

describe('references', () => {
  test.each([
    {
      name: 'serves nobody',
      data: { licences: [licence], resources: [{ ...line, serves: ['isp', 'idc', 'constructor'] }] },
      found: [
        'resources[0].serves[1] ledger/unknown-reference: there is no licence with the id idc',
        'resources[0].serves[2] ledger/unknown-reference: there is no licence with the id constructor',
      ],
    },
    {
      name: 'serves a resource',
      data: { licences: [licence], resources: [{ ...line, serves: ['line'] }] },
      found: ['resources[0].serves[0] ledger/unknown-reference: there is no licence with the id line'],
    },
    {
      name: 'follows a licence',
      data: { licences: [licence], resources: [{ ...line, follows: 'isp' }] },
      found: ['resources[0].follows ledger/unknown-reference: there is no resource with the id isp'],
    },
    {
      name: 'a change of the company is of a licence, addresses, a domain or a system',
      data: {
        company: {
          systems: [{ id: 'core', kind: 'network-unit' }],
          changes: [
            { what: 'cessation', of: 'telecom/isp' },
            { what: 'cessation', of: 'line' },
            { what: 'ip-addresses', of: 'line' },
            { what: 'domain-holder', of: 'telecom' },
            { what: 'network-filing', of: 'core' },
            { what: 'network-filing', of: 'cor' },
            { what: 'none', of: 'gone' },
          ],
        },
        licences: [telecom],
        resources: [{ ...line, serves: [] }],
      },
      found: [
        'company.changes[1].of ledger/unknown-reference: there is no licence with the id line',
        'company.changes[3].of ledger/unknown-reference: there is no resource with the id telecom',
        'company.changes[5].of ledger/unknown-reference: there is no system with the id cor',
      ],
    },
    {
      name: 'a requirement may name a licence or a kind',
      data: {
        licences: [{ ...licence, id: 'main' }],
        requirements: [{ licence: 'main' }, { licence: 'idc' }, { licence: 'cdn' }],
      },
      found: [
        'requirements[2].licence ledger/unknown-reference: there is no licence or kind of service with the id cdn',
      ],
    },
    {
      name: 'a service of a licence',
      data: {
        licences: [telecom, licence],
        resources: [{ ...line, serves: ['telecom', 'telecom/isp', 'isp/isp', 'telecom/cdn', 'isp/idc', 'gone/isp'] }],
        requirements: [{ licence: 'telecom/idc' }, { licence: 'telecom/cdn' }],
        duties: [{ for: 'company' }, { for: 'telecom/idc' }, { for: 'idc' }, { for: 'telecom/' }],
      },
      found: [
        'resources[0].serves[3] ledger/unknown-reference: the licence telecom has no service cdn',
        'resources[0].serves[4] ledger/unknown-reference: the licence isp has no service idc',
        'resources[0].serves[5] ledger/unknown-reference: there is no licence with the id gone/isp',
        'requirements[1].licence ledger/unknown-reference: the licence telecom has no service cdn',
        'duties[2].for ledger/unknown-reference: there is no licence with the id idc',
        'duties[3].for ledger/unknown-reference: the licence telecom has no service ',
      ],
    },
    {
      name: 'of the wrong form',
      data: { licences: [licence], resources: [{ ...line, serves: 'x', follows: 5 }], duties: [{ for: 5 }] },
      found: [],
    },
  ])('$name', ({ data, found }) => {
    expect(problemsOf(data)).toEqual(found);
  });

  test('the word that was meant is suggested', () => {
    const [problem] = findIntegrityProblems({ licences: [licence], resources: [{ ...line, serves: ['ips'] }] }, KINDS);
    expect(problem).toMatchObject({
      status: 'unknown',
      remedy: { en: 'Did you mean `isp`?', zh: '是不是想写`isp`？' },
    });
  });

  test.each([
    { serves: 'telecom/ips', meant: 'Did you mean `telecom/isp`?' },
    { serves: 'telcom/isp', meant: 'Did you mean `telecom/isp`?' },
    { serves: 'telecom/cdn', meant: 'It has `telecom/isp`, `telecom/idc`.' },
  ])('$serves: $meant', ({ serves, meant }) => {
    const data = { licences: [telecom], resources: [{ ...line, serves: [serves] }] };
    expect(findIntegrityProblems(data, KINDS).map(({ remedy }) => remedy?.en)).toEqual([meant]);
  });

  test.each<[what: string, serves: readonly unknown[], mended: readonly string[] | undefined, at?: number]>([
    ['full-width comma', ['isp，telecom'], ['isp', 'telecom']],
    ['space, and a service', ['isp telecom/idc'], ['isp', 'telecom/idc']],
    ['among others', ['isp', 'telecom、isp'], ['isp', 'telecom', 'isp'], 1],
    ['beside what is no text', [5, 'isp,telecom'], undefined, 1],
  ])('several names in one are told apart: %s', (_, serves, mended, at = 0) => {
    const found = findIntegrityProblems({ licences: [licence, telecom], resources: [{ ...line, serves }] }, KINDS);
    const [path, said] = [['resources', 0, 'serves'], `"${String(serves[at])}" is several ids written as one`];
    expect(found).toMatchObject([
      { rule: 'ledger/unknown-reference', status: 'unknown', path: [...path, at], message: { en: said } },
    ]);
    expect(found[0]?.edits).toEqual(mended && [{ path, value: mended }]);
  });

  test.each(['isp，gone', 'isp', 'gone'])('%j is not taken for several names', (name) => {
    const found = problemsOf({ licences: [licence], resources: [{ ...line, serves: [name] }] });
    expect(found.filter((one) => one.includes('written as one'))).toEqual([]);
  });

  test('a name in full-width letters is written anew', () => {
    const found = findIntegrityProblems({ licences: [licence], resources: [{ ...line, serves: ['ｉｓｐ'] }] }, KINDS);
    expect(found).toMatchObject([{ edits: [{ path: ['resources', 0, 'serves', 0], value: 'isp' }] }]);
  });

  test('thousands of wrong names are all reported', () => {
    const resources = Array.from({ length: 5000 }, (_, at) => ({ ...line, id: `line-${at}`, follows: `gone-${at}` }));
    expect(problemsOf({ licences: [licence], resources })).toHaveLength(5000);
  });
});

describe('periods', () => {
  test.each([
    { name: 'one day', data: { licences: [licence], resources: [{ ...line, starts: '2026-12-31' }] }, found: [] },
    {
      name: 'a resource',
      data: { licences: [licence], resources: [{ ...line, starts: '2027-01-01' }] },
      found: ['resources[0].expires ledger/period: expires (2026-12-31) is before starts (2027-01-01)'],
    },
    {
      name: 'a licence',
      data: { licences: [{ ...licence, issued: '2027-03-15' }] },
      found: ['licences[0].expires ledger/period: expires (2027-03-14) is before issued (2027-03-15)'],
    },
    {
      name: 'ended outside the term',
      data: {
        licences: [licence],
        resources: [
          { ...line, starts: '2026-01-01', ended: '2025-12-31' },
          { ...line, id: 'b', ended: '2027-01-01' },
          { ...line, id: 'c', expires: 'never', ended: '2027-01-01' },
          { ...line, id: 'd', starts: '2026-12-31', ended: '2026-12-31' },
          { ...line, id: 'e', ended: '2027-12-31', autoRenew: { months: 12 } },
          { ...line, id: 'f', ended: '2027-12-31', autoRenew: { months: 12 }, renew: false },
        ],
      },
      found: [
        'resources[0].ended ledger/period: ended (2025-12-31) is before starts (2026-01-01)',
        'resources[1].ended ledger/period: ended (2027-01-01) is after expires (2026-12-31)',
        'resources[5].ended ledger/period: ended (2027-12-31) is after expires (2026-12-31)',
      ],
    },
    {
      name: 'a waiver',
      data: { licences: [licence], waivers: [{ from: '2026-02-01', until: '2026-01-31' }] },
      found: ['waivers[0].until ledger/period: until (2026-01-31) is before from (2026-02-01)'],
    },
    {
      name: 'without an end',
      data: { licences: [licence], resources: [{ ...line, starts: '2027-01-01', expires: 'never' }] },
      found: [],
    },
    {
      name: 'no days',
      data: { licences: [licence], resources: [{ ...line, starts: 'soon', expires: '2026-02-30' }] },
      found: [],
    },
  ])('$name', ({ data, found }) => {
    expect(problemsOf(data)).toEqual(found);
  });
});

describe('circles', () => {
  test.each([
    { name: 'a chain', data: following('a>b', 'b>c', 'c'), found: [] },
    {
      name: 'itself',
      data: following('a>a'),
      found: ['resources[0].follows ledger/follows-circle: follows forms a loop: a → a'],
    },
    {
      name: 'two, and a tail',
      data: following('t>a', 'a>b', 'b>a'),
      found: ['resources[1].follows ledger/follows-circle: follows forms a loop: a → b → a'],
    },
    {
      name: 'two circles',
      data: following('a>b', 'c>d', 'b>a', 'd>c'),
      found: [
        'resources[0].follows ledger/follows-circle: follows forms a loop: a → b → a',
        'resources[1].follows ledger/follows-circle: follows forms a loop: c → d → c',
      ],
    },
    {
      name: 'a long one is cut',
      data: following('a>b', 'b>c', 'c>d', 'd>e', 'e>f', 'f>g', 'g>a'),
      found: ['resources[0].follows ledger/follows-circle: follows forms a loop: a → b → c → d → e → f → … → a'],
    },
  ])('$name', ({ data, found }) => {
    expect(problemsOf(data)).toEqual(found);
  });

  test('each circle is found once, and nothing else', () => {
    const graphs = fc.array(fc.nat({ max: 11 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(graphs, (follows) => {
        const circles = findCircles(new Map(follows.map((to, from) => [`${from}`, `${to}`])));
        const members = circles.flat();
        expect(new Set(members).size).toBe(members.length);
        // A node lies in a circle exactly when as many steps as there are nodes can lead back to it.
        const inCircle = follows.flatMap((_, from) => {
          let at = from;
          for (let steps = 0; steps < follows.length; steps += 1) {
            at = follows[at] ?? -1;
            if (at === from) return [`${from}`];
          }
          return [];
        });
        expect(members.toSorted()).toEqual(inCircle.toSorted());
        for (const circle of circles) {
          for (const [step, member] of circle.entries()) {
            expect(`${follows[Number(member)]}`).toBe(circle[(step + 1) % circle.length]);
          }
        }
      }),
    );
  });
});

describe('annual reports', () => {
  test.each([
    { reports: { 2025: '2026-02-20' }, issued: '2025-12-31', found: [] },
    { reports: { 2025: '2025-12-31' }, issued: '2022-01-01', found: ['2025'] },
    { reports: { 2027: '2026-01-01' }, issued: '2022-01-01', found: ['2027'] },
    { reports: { 2024: '2026-01-01' }, issued: '2025-01-01', found: ['2024'] },
    // Of an earlier term of a paper that was renewed.
    { reports: { 2023: '2024-02-01', 2024: '2025-12-31' }, issued: '2025-01-01', found: [] },
    { reports: { 2024: '2026-01-01' }, issued: undefined, found: [] },
    { reports: { '25': '2026-01-01', 2025: 'soon', 2024: 5 }, issued: '2025-01-01', found: [] },
    { reports: ['2025'], issued: '2025-01-01', found: [] },
  ])('$reports of a licence of $issued', ({ reports, issued, found }) => {
    const problems = findIntegrityProblems({ licences: [{ ...licence, issued, annualReports: reports }] }, KINDS);
    expect(problems.map(({ path }) => path.at(-1))).toEqual(found);
  });
});

describe('nothing to check', () => {
  test.each([
    { data: {}, isEmpty: true },
    { data: null, isEmpty: true },
    { data: { licences: null, resources: [] }, isEmpty: true },
    { data: { licences: [], requirements: [{ id: 'a' }] }, isEmpty: true },
    { data: { licences: [licence] }, isEmpty: false },
    { data: { resources: [{ ...line, serves: [] }] }, isEmpty: false },
    { data: { licences: 5 }, isEmpty: false },
    { data: 'text', isEmpty: false },
    { data: [], isEmpty: false },
  ])('$data', ({ data, isEmpty }) => {
    expect(problemsOf(data).some((problem) => problem.includes('ledger/empty'))).toBe(isEmpty);
  });
});
