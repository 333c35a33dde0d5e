/** What `export` writes, `import` reads: the same ledger, field by field. */
/* oxlint-disable oxc/no-map-spread -- the ledgers are small */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import type { PlainMapping } from '../../src/domain/edit.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { fieldsOfKind } from '../../src/fields/kind-fields.ts';
import { licenceFields } from '../../src/fields/licence.ts';
import { OTHER_SHEETS } from '../../src/fields/other-sheets.ts';
import { fieldsIn } from '../../src/fields/uses.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { parseLedger } from '../../src/schema/parse-ledger.ts';
import { runInMemory } from '../support/memory-io.ts';
import { documentOf } from '../support/read-ledger.ts';

const COMPANY = '示例云网科技有限公司';

/** Blanks, and signs that nobody sees, before what a spreadsheet might run; quotes are what guards against it. */
const unseen = fc.string({
  unit: fc.constantFrom(
    ' ',
    '\n',
    '\t',
    '\r',
    '\u00A0',
    '\u3000',
    '\uFEFF',
    '\u200B',
    '\u202E',
    '\u2028',
    '\u3164',
    "'",
  ),
  maxLength: 3,
});
const guarded = fc.tuple(unseen, fc.constantFrom('=1+1', '+86', '-1', '@A1', '＝１', '专线', "'"), unseen);

/** A text of what XML and CSV hold. */
const people = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
    fc.constantFrom(
      '-',
      '无',
      '已终止',
      '（作废）专线',
      'a, b',
      '"x"',
      'a: b',
      '第一行\n第二行',
      '=1+1',
      '2026-01-01',
      '1e5',
      '北京、上海',
    ),
  )
  .map((one) => one.replaceAll(/[\p{C}\uFFFD]/gu, (sign) => (sign === '\n' ? sign : '')))
  .filter((one) => one.trim() !== '' && !one.startsWith('#'));
const text = fc.oneof(
  people,
  guarded.map((parts) => parts.join('')),
);
const day = fc
  .integer({ min: 0, max: 8000 })
  .map((days) => new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10));
const evidence = fc.array(fc.record({ path: text, sha256: fc.constant('ab'.repeat(32)) }, { requiredKeys: ['path'] }), {
  maxLength: 2,
});
const shared = {
  warnWithin: fc.nat({ max: 400 }),
  owner: text,
  verified: day,
  evidence,
  notes: text,
};
const years = fc.dictionary(fc.constantFrom('2024', '2025'), fc.constantFrom('2026-02-20', '2026-03-01'), {
  noNullPrototype: true,
});
const termOf = (first: string, length: number): string =>
  new Date(Date.parse(first) + length * 86_400_000).toISOString().slice(0, 10);

function service(kind: string): fc.Arbitrary<PlainMapping & { readonly kind: string }> {
  return fc.record(
    {
      kind: fc.constant(kind),
      scope: fc.oneof(fc.constant('national'), fc.constant(['北京', '上海'])),
      opened: day,
      renewal: fc.record({ declined: day }),
    },
    { requiredKeys: ['kind'] },
  );
}
const renewal = fc.oneof(fc.record({ applied: day }), fc.record({ declined: day }));
const paper = fc.record(
  {
    number: text,
    expires: day,
    services: fc
      .subarray(['isp', 'idc', 'cdn', 'edi'], { minLength: 1 })
      .chain((kinds) => fc.tuple(...kinds.map(service))),
    renewal,
    closed: day,
    ...shared,
  },
  { requiredKeys: ['expires', 'services'] },
);
const grant = fc.record(
  {
    kind: fc.constantFrom('number-95', 'number-106', 'number-700'),
    number: text,
    scope: fc.constant('national'),
    expires: day,
    numbers: fc.array(fc.constantFrom('95123', '10690001', '700123456780001', '[]'), { maxLength: 2 }),
    closed: day,
    renewal,
    ...shared,
  },
  { requiredKeys: ['kind', 'expires'] },
);
const contract = fc
  .record(
    {
      kind: fc.constantFrom('leased-line', 'ip-addresses', 'domain', 'iso27001', 'ssl', 'circuit', '0'),
      title: text,
      provider: text,
      starts: day,
      length: fc.integer({ min: 0, max: 900 }),
      isOpen: fc.boolean(),
      ended: fc.boolean(),
      renew: fc.boolean(),
      autoRenew: fc.oneof(
        fc.record({ months: fc.integer({ min: 1, max: 36 }), noticeDays: fc.nat({ max: 90 }) }),
        fc.record({ months: fc.integer({ min: 1, max: 36 }), noticeMonths: fc.nat({ max: 3 }) }),
      ),
      registrant: text,
      ...shared,
    },
    { requiredKeys: ['kind', 'starts', 'length', 'isOpen', 'ended'] },
  )
  .map(({ length, isOpen, ended, ...fields }) => ({
    ...fields,
    expires: isOpen ? 'never' : termOf(fields.starts, length),
    ...(ended ? { ended: fields.starts } : {}),
  }));

const ledgers = fc
  .record({
    papers: fc.array(paper, { maxLength: 2 }),
    grants: fc.array(grant, { maxLength: 1 }),
    contracts: fc.array(contract, { maxLength: 4 }),
    serves: fc.infiniteStream(fc.boolean()),
    capital: fc.option(fc.nat(), { nil: undefined }),
    years,
    extras: fc.boolean(),
    words: fc.tuple(text, text, text),
    system: fc.option(
      fc.record({ level: fc.integer({ min: 1, max: 5 }), evaluations: fc.array(day, { maxLength: 2 }) }),
      { nil: undefined },
    ),
  })
  .map(({ papers, grants, contracts, serves, capital, extras, words: [one, two, three], system }) => {
    const licences = [...papers, ...grants].map((licence, at) => {
      const all = { id: `l${at}`, ...licence };
      const { number } = licence;
      // Two papers of one number are no ledger.
      return number === undefined ? all : { ...all, number: `${number}${at}` };
    });
    const names = licences.flatMap((licence) => [
      licence.id,
      ...('services' in licence && licence.services.length > 1
        ? licence.services.map(({ kind }) => `${licence.id}/${kind}`)
        : []),
    ]);
    const resources = contracts.map((fields, at) => ({
      id: `r${at}`,
      ...fields,
      ...(names.length > 0 && serves.next().value === true ? { serves: [names[at % names.length]] } : {}),
      ...(at > 0 && serves.next().value === true ? { follows: `r${at - 1}` } : {}),
    }));
    const others = extras
      ? {
          policy: {
            warnWithin: { default: 45, renewal: 120, certificate: 30 },
            since: '2026-01-01',
            requireEvidence: ['leased-line'],
            approvers: ['张三', one],
            workingDays: {
              2027: { holidays: ['2027-01-01'], workdays: ['2027-02-20'] },
              2028: { holidays: ['2028-01-03'] },
            },
          },
          requirements: [{ id: 'own', for: 'company', needs: 'iso27001', severity: 'error', reason: two }],
          duties: [
            {
              id: 'drill',
              title: one,
              for: 'company',
              every: { months: 3 },
              from: '2026-01-01',
              grace: 10,
              done: { '2026-Q3': '2026-09-12' },
            },
          ],
          waivers: [
            {
              rule: 'resource/expiry',
              entry: 'company',
              from: '2026-11-01',
              until: '2026-12-01',
              reason: three,
              approvedBy: one,
            },
          ],
          rules: { 'resource/expiry': 'info', 'isp/ip-addresses': 'off' },
        }
      : {};
    return {
      version: 1,
      company: {
        name: COMPANY,
        ...(capital === undefined ? {} : { registeredCapital: capital }),
        ...(extras
          ? {
              changes: [
                { what: 'address', registered: '2026-08-20', reported: '2026-09-02' },
                { what: 'name', decided: '2026-08-20' },
              ],
            }
          : {}),
        ...(system === undefined
          ? {}
          : { systems: [{ id: 'portal', kind: 'information-system', title: one, ...system }] }),
      },
      ...others,
      licences,
      resources,
    };
  });

function byId(entries: readonly { readonly id: string }[] = []): unknown {
  return Object.fromEntries(entries.map((one) => [one.id, { ...one, isShort: undefined }]));
}

/** Order and the form of a single service are no fields. */
function fieldsOf(ledger: Ledger | undefined): unknown {
  return { ...ledger, licences: byId(ledger?.licences), resources: byId(ledger?.resources) };
}

const NEWLY = `version: 1\ncompany: { name: ${COMPANY} }\n`;

/** Exported into files of a folder, and imported from there into an empty ledger. */
async function thereAndBack(data: unknown, output: string, lang: string): Promise<unknown> {
  const ledger = JSON.stringify(data);
  const out = await runInMemory(
    ['export', '--to', output.endsWith('/') ? 'csv' : 'xlsx', '--output', output, '--lang', lang],
    {
      files: { 'ledger.yaml': ledger },
    },
  );
  expect([out.code, out.stderr]).toEqual([0, '']);
  const written = [...out.written, ...out.writtenBytes].map(([path, content]) => [
    path.replace('/company/', ''),
    content,
  ]);
  const files: Readonly<Record<string, string | Uint8Array>> = Object.fromEntries(written);
  const back = await runInMemory(['import', output, '--yes', '--lang', 'en'], {
    files: { ...files, 'ledger.yaml': NEWLY },
  });
  // The company is there already.
  expect([
    back.code,
    back.stderr
      .split('\n')
      .filter((line) => !/^(?:公司|Company)!A2 /u.test(line))
      .join(''),
  ]).toEqual([0, '']);
  const again = await runInMemory(['import', output, '--yes', '--lang', 'en'], {
    files: { ...files, 'ledger.yaml': ledger },
  });
  expect([again.code, again.written.size]).toEqual([0, 0]);
  return fieldsOf(
    parseLedger((await documentOf(back.written.get('/company/ledger.yaml') ?? NEWLY)).data, catalogue.kinds).ledger,
  );
}

const EMPTY: Readonly<Record<string, unknown>> = { list: [], mapping: {} };

describe('a ledger comes back from', () => {
  test('CSV where somebody is called like the end of a term', async () => {
    const contract = { id: 'r0', kind: 'leased-line', provider: 'to', expires: '2015-01-01' };
    const data = { version: 1, company: { name: COMPANY }, resources: [contract] };
    expect(await thereAndBack(data, 'out/', 'en')).toEqual(fieldsOf(parseLedger(data, catalogue.kinds).ledger));
  });

  test.each(licenceKinds.map((profile) => [profile.kind, profile] as const))(
    'a workbook with each field of %s, and with those that say that there is none',
    async (kind, profile) => {
      const fields = [...fieldsOfKind(profile), ...fieldsIn(licenceFields)].filter(
        ({ key }) => !['id', 'services', 'renewal', 'expires'].includes(key),
      );
      const full = fields.map(({ key, example }) => [key, parse(example)] as const);
      const none = fieldsOfKind(profile).flatMap(({ key, shape }) =>
        Object.hasOwn(EMPTY, shape.type) ? [[key, EMPTY[shape.type]] as const] : [],
      );
      const licences = [full, none].map((said, at) => ({
        kind,
        expires: '2029-03-14',
        ...Object.fromEntries(said),
        id: `l${at}`,
      }));
      const data = { version: 1, company: { name: COMPANY }, licences };
      const { ledger, problems } = parseLedger(data, catalogue.kinds);
      expect(problems).toEqual([]);
      for (const lang of ['zh', 'en']) expect(await thereAndBack(data, 'out.xlsx', lang)).toEqual(fieldsOf(ledger));
    },
  );

  test.each([
    ['out.xlsx', 'zh'],
    ['out.xlsx', 'en'],
    ['out/', 'zh'],
    ['out/', 'en'],
  ])('%s in %s', { timeout: 120_000 }, async (output, lang) => {
    await fc.assert(
      fc.asyncProperty(ledgers, async (data) => {
        const { ledger, problems } = parseLedger(data, catalogue.kinds);
        fc.pre(ledger !== undefined && data.licences.length + data.resources.length > 0);
        expect(problems).toEqual([]);
        expect(await thereAndBack(data, output, lang)).toEqual(fieldsOf(ledger));
      }),
      { numRuns: 12 },
    );
  });
});

test('what a sheet beside licences and contracts lists is empty where nobody says anything', () => {
  const lists = OTHER_SHEETS.flatMap(({ columns }) => columns).filter(({ field: { shape } }) =>
    Object.hasOwn(EMPTY, shape.type),
  );
  expect(lists.length).toBeGreaterThan(10);
  for (const { key, field } of lists) expect([key, field.standard]).toEqual([key, EMPTY[field.shape.type]]);
});

test('every sheet has a name of its own, and every column of a sheet a heading', () => {
  for (const lang of ['zh', 'en'] as const) {
    const names = OTHER_SHEETS.map(({ title }) => title[lang]);
    expect(names).toEqual([...new Set(names)]);
    for (const { columns } of OTHER_SHEETS) {
      const headings = columns.map(({ heading }) => heading[lang]);
      expect(headings).toEqual([...new Set(headings)]);
    }
  }
});
