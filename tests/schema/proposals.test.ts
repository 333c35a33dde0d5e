/** What is proposed in place of a value keeps every part of it, or there is no proposal. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { licenceKinds } from '../../src/licences/index.ts';
import { parseLedger } from '../../src/schema/parse-ledger.ts';

const KINDS = new Map(licenceKinds.map((kind) => [kind.kind, kind]));

/** A part of a value as people write it, and what of it must stand in a proposal. */
interface Part {
  readonly written: string;
  readonly means: string;
}

const part = (written: string, means = written): Part => ({ written, means });

const DAYS = [
  part('2026/1/5', '2026-01-05'),
  part('2027年3月1日', '2027-03-01'),
  part('２０２８．１２．３１', '2028-12-31'),
  part('20290630', '2029-06-30'),
  part('2030-01-01'),
];
const PLACES = [
  part('北京市', '北京'),
  part('河北'),
  part('内蒙古自治区', '内蒙古'),
  part('上海'),
  part('全国', 'national'),
];
const IDS = [part('isp'), part('ｉｄｃ', 'idc'), part('telecom/cdn')];
const NUMBERS = [part('６０', '60'), part('30'), part('1,200', '1200')];
const KIND_WORDS = [part('ISP', 'isp'), part('专线接入协议', 'leased-line'), part('idc'), part('域名', 'domain')];
const REMARKS = [part('（续）', '续'), part('止'), part('08:00'), part('除外'), part('朝阳区'), part('x')];

/** A field, where a value is put in it, and what its values are made of. */
const FIELDS: readonly {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly put: (value: string) => object;
}[] = [
  { name: 'a day', parts: DAYS, put: (value) => ({ resource: { starts: value } }) },
  { name: 'an end', parts: DAYS, put: (value) => ({ resource: { expires: value } }) },
  { name: 'coverage', parts: PLACES, put: (value) => ({ licence: { scope: value } }) },
  { name: 'a province', parts: PLACES, put: (value) => ({ licence: { scope: [value] } }) },
  { name: 'a province among others', parts: PLACES, put: (value) => ({ licence: { scope: ['广东', value] } }) },
  { name: 'a list of ids', parts: IDS, put: (value) => ({ resource: { serves: value } }) },
  { name: 'an id in a list', parts: IDS, put: (value) => ({ resource: { serves: [value] } }) },
  { name: 'days of warning', parts: NUMBERS, put: (value) => ({ resource: { warnWithin: value } }) },
  { name: 'an amount', parts: NUMBERS, put: (value) => ({ company: { registeredCapital: value } }) },
  { name: 'a kind of licence', parts: KIND_WORDS, put: (value) => ({ licence: { kind: value } }) },
  { name: 'a kind of contract', parts: KIND_WORDS, put: (value) => ({ resource: { kind: value } }) },
  { name: 'kinds with evidence', parts: KIND_WORDS, put: (value) => ({ policy: { requireEvidence: value } }) },
  { name: 'the version', parts: [part('１', '1')], put: (value) => ({ version: value }) },
  {
    name: 'a choice',
    parts: [part('ｎａｍｅ', 'name'), part('scope')],
    put: (value) => ({ company: { changes: [{ what: value }] } }),
  },
];

interface Fields {
  readonly version?: unknown;
  readonly company?: object;
  readonly policy?: object;
  readonly licence?: object;
  readonly resource?: object;
}

function proposalsFor({ version = 1, company, policy, licence, resource }: Fields): readonly string[] {
  const paper = { kind: 'isp', expires: '2031-11-20', ...licence };
  const { problems } = parseLedger(
    {
      version,
      company: { name: '示例公司', ...company },
      policy: { ...policy },
      licences: [
        { id: 'isp', ...paper },
        { id: 'idc', kind: 'idc', expires: '2031-11-20' },
        { id: 'telecom', expires: '2031-11-20', services: [{ kind: 'cdn' }] },
      ],
      resources: [{ id: 'line', kind: 'leased-line', expires: '2030-12-31', ...resource }],
    },
    KINDS,
  );
  return problems.flatMap(({ remedy, edits = [] }) => {
    const said = /^(?:改成|是不是想写)`([^`]+)`/u.exec(remedy?.zh ?? '')?.[1];
    const made = edits.map(({ value }) => String(value));
    return said === undefined ? made : made.concat(said);
  });
}

describe.each(FIELDS)('$name', ({ parts, put }) => {
  const separator = fc.constantFrom('，', '、', ',', ' ', '至', '~', '-', '/', '；', '(', '及');
  const written = fc.array(fc.tuple(fc.constantFrom(...parts, ...REMARKS), separator), { minLength: 1, maxLength: 3 });

  test('every part of the old value stands in the new one', () => {
    fc.assert(
      fc.property(written, (pairs) => {
        const value = pairs.map(([{ written: word }, between], at) => (at === 0 ? word : between + word)).join('');
        const lost = proposalsFor(put(value)).flatMap((proposal) =>
          pairs.filter(([{ means }]) => !proposal.normalize('NFKC').includes(means)).map(() => ({ value, proposal })),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('there is a proposal for one part alone', () => {
    expect(parts.flatMap(({ written: word }) => proposalsFor(put(word)))).not.toEqual([]);
  });
});

test.each(['telecom/cdn-x', 'telecom/cdn，除外-', 'telecom/cdn 除外'])(
  'a service that is more than a slip away is not asked about: %s',
  (value) => {
    expect(proposalsFor({ resource: { serves: [value] } })).toEqual([]);
  },
);
