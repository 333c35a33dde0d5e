import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatPath } from '../../src/domain/ledger.ts';
import { findCircles } from '../../src/schema/follows-circles.ts';
import { findIntegrityProblems } from '../../src/schema/integrity.ts';

const KINDS = new Set(['isp', 'idc']);

/** `path rule: message` of each problem. */
function problemsOf(data: unknown): readonly string[] {
  return findIntegrityProblems(data, KINDS).map(
    ({ rule, path, message }) => `${formatPath(path)} ${rule}: ${message.en}`,
  );
}

const licence = { id: 'isp', kind: 'isp', expires: '2027-03-14' };
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
      found: ['resources[0].id ledger/duplicate-id: the id isp is taken by licences[0]'],
    },
    {
      name: 'three of one name',
      data: { licences: [licence], resources: [line, line, line] },
      found: [
        'resources[1].id ledger/duplicate-id: the id line is taken by resources[0]',
        'resources[2].id ledger/duplicate-id: the id line is taken by resources[0]',
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
      found: ['requirements[1].id ledger/duplicate-id: the id isp is taken by requirements[0]'],
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

describe('references', () => {
  test.each([
    {
      name: 'serves nobody',
      data: { licences: [licence], resources: [{ ...line, serves: ['isp', 'idc', 'constructor'] }] },
      found: [
        'resources[0].serves[1] ledger/unknown-reference: there is no licence idc',
        'resources[0].serves[2] ledger/unknown-reference: there is no licence constructor',
      ],
    },
    {
      name: 'serves a resource',
      data: { licences: [licence], resources: [{ ...line, serves: ['line'] }] },
      found: ['resources[0].serves[0] ledger/unknown-reference: there is no licence line'],
    },
    {
      name: 'follows a licence',
      data: { licences: [licence], resources: [{ ...line, follows: 'isp' }] },
      found: ['resources[0].follows ledger/unknown-reference: there is no resource isp'],
    },
    {
      name: 'a requirement may name a licence or a kind',
      data: {
        licences: [{ ...licence, id: 'main' }],
        requirements: [{ licence: 'main' }, { licence: 'idc' }, { licence: 'cdn' }],
      },
      found: ['requirements[2].licence ledger/unknown-reference: there is no licence or licence kind cdn'],
    },
    {
      name: 'of the wrong form',
      data: { licences: [licence], resources: [{ ...line, serves: 'x', follows: 5 }] },
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
      found: ['resources[0].expires ledger/period: expires (2026-12-31) lies before starts (2027-01-01)'],
    },
    {
      name: 'a licence',
      data: { licences: [{ ...licence, issued: '2027-03-15' }] },
      found: ['licences[0].expires ledger/period: expires (2027-03-14) lies before issued (2027-03-15)'],
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
      found: ['resources[0].follows ledger/follows-circle: follows runs in a circle: a → a'],
    },
    {
      name: 'two, and a tail',
      data: following('t>a', 'a>b', 'b>a'),
      found: ['resources[1].follows ledger/follows-circle: follows runs in a circle: a → b → a'],
    },
    {
      name: 'two circles',
      data: following('a>b', 'c>d', 'b>a', 'd>c'),
      found: [
        'resources[0].follows ledger/follows-circle: follows runs in a circle: a → b → a',
        'resources[1].follows ledger/follows-circle: follows runs in a circle: c → d → c',
      ],
    },
    {
      name: 'a long one is cut',
      data: following('a>b', 'b>c', 'c>d', 'd>e', 'e>f', 'f>g', 'g>a'),
      found: ['resources[0].follows ledger/follows-circle: follows runs in a circle: a → b → c → d → e → f → … → a'],
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
