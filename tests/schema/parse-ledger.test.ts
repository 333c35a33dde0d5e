import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { dayOf, FOREVER } from '../../src/domain/calendar-day.ts';
import { arbitraryLedger } from '../support/arbitrary-ledger.ts';
import { companyNamed } from '../support/company.ts';
import { placesOf, readLedger } from '../support/read-ledger.ts';

const HEAD = 'version: 1\ncompany: { name: 示例 }\n';
const licence = (fields: string) => `${HEAD}licences:\n  - { id: isp, kind: isp, expires: 2027-03-14, ${fields} }\n`;
const services = (list: string) => `${HEAD}licences:\n  - { id: telecom, expires: 2027-03-14, services: [${list}] }\n`;
const resource = (fields: string) =>
  `${HEAD}resources:\n  - { id: line, kind: leased-line, expires: 2026-12-31, ${fields} }\n`;

describe('a good ledger', () => {
  test('gets its defaults', async () => {
    const { ledger, problems } = await readLedger(
      `${HEAD}licences:\n  - { id: isp, kind: isp, expires: 2027-03-14 }\nresources:\n  - { id: line, kind: leased-line, expires: never }\nrequirements:\n  - { id: iso, licence: isp, needs: iso27001 }\n`,
    );
    expect(problems).toEqual([]);
    expect(ledger).toEqual({
      version: 1,
      company: companyNamed('示例'),
      policy: {
        warnWithin: { default: 60 },
        timezone: 'Asia/Shanghai',
        maxWaiverDays: 180,
        requireEvidence: [],
        approvers: [],
        workingDays: {},
        number700Notice: dayOf(2025, 7, 3),
      },
      licences: [
        {
          id: 'isp',
          expires: dayOf(2027, 3, 14),
          services: [{ kind: 'isp' }],
          isShort: true,
          annualReports: {},
          evidence: [],
        },
      ],
      resources: [{ id: 'line', kind: 'leased-line', expires: FOREVER, serves: [], renew: true, evidence: [] }],
      requirements: [{ id: 'iso', licence: 'isp', needs: 'iso27001', severity: 'warning' }],
      duties: [],
      waivers: [],
      rules: {},
    });
  });

  test('keeps what it says', async () => {
    const { ledger, problems } = await readLedger(
      `version: 1
company:
  name: 示例云网科技有限公司
  creditCode: 91110108MA01ABCD5T
  registeredCapital: 12000000.5
  changes: [{ what: legal-representative, decided: 2026-08-01, registered: 2026-08-20, reported: 2026-09-02 }]
policy:
  warnWithin: { renewal: 120, certificate: 0 }
  timezone: Asia/Urumqi
  since: 2026-01-01
  maxWaiverDays: 30
  requireEvidence: [leased-line]
  owner: 合规部
  approvers: [张三, 李四]
  workingDays: { 2027: { holidays: [2027-01-01], workdays: } }
licences:
  - id: isp
    kind: isp
    number: "012"
    scope: [北京, 内蒙古]
    issued: 2022-03-15
    expires: 2027-03-14
    opened: 2022-06-01
    renewal: { applied: 2026-11-30 }
    closed: 2027-01-31
    verified: 2026-10-01
    evidence: [{ path: licence.pdf }]
    annualReports: { 2025: "2026-02-20" }
    warnWithin: 90
    owner: 网络部
    notes: "\\e[31m"
  - id: telecom
    number: A2.B1.B2-20222637
    expires: 2027-03-14
    services:
      - { kind: idc, scope: national, opened: 2022-09-01 }
      - { kind: call-centre, callRecords: { kept: 180 }, renewal: { declined: 2026-11-01 } }
    renewal: { declined: 2026-11-02 }
resources:
  - id: constructor
    kind: __proto__-not
    title: 协议
    provider: 中国电信
    starts: 1900-01-01
    expires: 2999-12-31
    ended: 2500-01-01
    serves: [isp, isp/isp, telecom/idc]
    renew: false
    autoRenew: { months: 12, noticeMonths: 3 }
    warnWithin: 7
    owner: constructor
    verified: 2026-10-01
    evidence: [{ path: a.pdf, sha256: ${'AB'.repeat(32)} }]
    notes: __proto__
  - { id: b, kind: domain, expires: never, follows: constructor }
requirements:
  - { id: isp, licence: idc, needs: iso27001, severity: info, reason: 集团要求, owner: 质量部 }
  - { id: company, for: company, needs: business-licence }
duties:
  - { id: drill, title: 消防演练, for: telecom/idc, every: { months: 3 }, from: 2026-01-01, done: { 2026-Q3: 2026-09-12 } }
  - { id: report, title: 月报, for: company, every: { months: 1 }, from: 2026-01-15, grace: 10, severity: error, done: { 2026-02-15: 2026-03-20 } }
waivers:
  - { rule: isp/leased-line, entry: isp, from: 2026-11-01, until: 2027-01-31, reason: 验收中, approvedBy: 张三 }
rules: { isp/ip-addresses: off, own/iso-27001-: error }
`.replace('__proto__-not', 'proto-not'),
    );
    expect(problems).toEqual([]);
    expect(ledger).toMatchObject({
      company: {
        creditCode: '91110108MA01ABCD5T',
        registeredCapital: 12_000_000.5,
        changes: [{ decided: dayOf(2026, 8, 1) }],
      },
      policy: {
        warnWithin: { default: 60, renewal: 120, certificate: 0 },
        timezone: 'Asia/Urumqi',
        since: dayOf(2026, 1, 1),
        maxWaiverDays: 30,
        requireEvidence: ['leased-line'],
        owner: '合规部',
        approvers: ['张三', '李四'],
        workingDays: { 2027: { holidays: [dayOf(2027, 1, 1)], workdays: [] } },
      },
      licences: [
        {
          number: '012',
          services: [{ kind: 'isp', scope: ['北京', '内蒙古'], opened: dayOf(2022, 6, 1) }],
          isShort: true,
          renewal: { applied: dayOf(2026, 11, 30) },
          annualReports: { 2025: dayOf(2026, 2, 20) },
          verified: dayOf(2026, 10, 1),
          evidence: [{ path: 'licence.pdf' }],
          notes: '\u001B[31m',
        },
        {
          services: [
            { kind: 'idc', scope: 'national', opened: dayOf(2022, 9, 1) },
            { kind: 'call-centre', callRecords: { kept: 180 }, renewal: { declined: dayOf(2026, 11, 1) } },
          ],
          isShort: false,
          renewal: { declined: dayOf(2026, 11, 2) },
        },
      ],
      resources: [
        {
          id: 'constructor',
          starts: dayOf(1900, 1, 1),
          expires: dayOf(2999, 12, 31),
          ended: dayOf(2500, 1, 1),
          autoRenew: { months: 12, noticeMonths: 3 },
          notes: '__proto__',
          evidence: [{ sha256: 'ab'.repeat(32) }],
        },
        { follows: 'constructor' },
      ],
      requirements: [{ severity: 'info', reason: '集团要求', owner: '质量部' }, { for: 'company' }],
      duties: [
        { grace: 0, severity: 'warning', every: { months: 3 }, done: { '2026-Q3': dayOf(2026, 9, 12) } },
        { grace: 10, severity: 'error', done: { '2026-02-15': dayOf(2026, 3, 20) } },
      ],
      waivers: [{ from: dayOf(2026, 11, 1), until: dayOf(2027, 1, 31), approvedBy: '张三' }],
      rules: { 'isp/ip-addresses': 'off', 'own/iso-27001-': 'error' },
    });
  });

  test.each([
    `${HEAD}policy:\nlicences:\nresources:\n  - { id: a, kind: domain, expires: never, serves: , evidence: }\nrequirements:\nwaivers:\n`,
    licence('annualReports: '),
    'version: 1\ncompany: { name: a, changes: }\nlicences: [{ id: isp, kind: isp, expires: 2027-03-14 }]\n',
  ])('may leave a list or a mapping empty: %j', async (text) => {
    expect(await placesOf(text)).toEqual([]);
  });

  test('may have keys of its own anywhere', async () => {
    const own = await readLedger(
      licence('x-cost: { a: [1] }, annualReports: { x-note: soon }').replace('name: 示例', 'x-crm: 5, name: 示例'),
    );
    expect(own.problems).toEqual([]);
    expect(own.ledger).toEqual((await readLedger(licence('annualReports: {}'))).ledger);
  });

  test('may share its lists by anchor', async () => {
    const { ledger } = await readLedger(
      `${HEAD}licences: [{ id: isp, kind: isp, expires: 2027-03-14 }]\nresources:\n  - { id: a, kind: domain, expires: never, serves: &all [isp] }\n  - { id: b, kind: domain, expires: never, serves: *all }\n`,
    );
    expect(ledger?.resources.map(({ serves }) => serves)).toEqual([['isp'], ['isp']]);
  });
});

describe('places', () => {
  test.each([
    { name: 'an empty file', text: '', found: ['1:1 ledger/empty'] },
    { name: 'comments alone', text: '# later\n', found: ['1:1 ledger/empty'] },
    { name: 'a text', text: 'ledger\n', found: ['1:1 schema/type'] },
    { name: 'a list', text: '- a\n', found: ['1:1 schema/type'] },
    {
      name: 'an empty mapping',
      text: '{}',
      found: ['1:1 schema/missing-field', '1:1 schema/missing-field', '1:1 ledger/empty'],
    },
    {
      name: 'BOM and CRLF',
      text: '\uFEFFversion: 2\r\ncompany:\r\n  name: a\r\nlicences: 5\r\n',
      found: ['1:10 schema/version'],
    },
    {
      name: 'one problem behind an alias',
      text: resource('serves: &x [5], evidence: *x'),
      found: ['4:69 schema/type', '4:69 schema/type'],
    },
    {
      name: 'a very long line',
      text: resource(`notes: ${'长'.repeat(100_000)}, onwer: a`),
      found: ['4:100066 schema/unknown-field'],
    },
    { name: 'a merge key', text: resource('<<: { title: a }'), found: ['4:57 schema/unknown-field'] },
    { name: '__proto__ as a key', text: resource('__proto__: { renew: false }'), found: ['4:57 schema/unknown-field'] },
    {
      name: '__proto__ as a year',
      text: licence('annualReports: { __proto__: 2026-01-01 }'),
      found: ['4:65 schema/value'],
    },
    {
      name: '__proto__ of the file',
      text: `${HEAD}__proto__: 1\nlicences: [{ id: isp, kind: isp, expires: 2027-03-14 }]\n`,
      found: ['3:1 schema/unknown-field'],
    },
    {
      name: 'words of every object',
      text: resource('constructor: 1, toString: 2'),
      found: ['4:57 schema/unknown-field', '4:73 schema/unknown-field'],
    },
    {
      name: 'an entry that is none',
      text: `${HEAD}licences:\n  - isp\n  -\n`,
      found: ['4:5 schema/type', '5:3 schema/missing-field'],
    },
  ])('$name', async ({ text, found }) => {
    expect(await placesOf(text)).toEqual(found);
  });
});

/** A field of an entry, what is said of it, and what to do. */
interface Saying {
  readonly text: string;
  readonly rule: string;
  readonly status?: string;
  readonly marked: string;
  readonly says: string;
  readonly advice?: string | undefined;
}

const QUOTES = 'Put the value in quotes.';
const sayings: readonly Saying[] = [
  {
    text: resource('ower: 网络部'),
    rule: 'unknown-field',
    status: 'unknown',
    marked: 'ower',
    says: 'unknown field ower',
    advice: 'Write `owner`.',
  },
  {
    text: resource('auto_renew: true'),
    rule: 'unknown-field',
    status: 'unknown',
    marked: 'auto_renew',
    says: 'unknown field auto_renew',
    advice: 'Write `autoRenew`.',
  },
  {
    text: licence('renewal: { applied: 2026-01-01, xyz: 1 }'),
    rule: 'unknown-field',
    status: 'unknown',
    marked: 'xyz',
    says: 'unknown field xyz',
    advice: 'Fields that can be used here: applied, declined.',
  },
  {
    text: resource('<<: 1'),
    rule: 'unknown-field',
    status: 'unknown',
    marked: '<<',
    says: 'unknown field <<',
    advice: 'YAML 1.2 has no merge keys: write the fields out.',
  },
  { text: licence('renewal: {}'), rule: 'missing-field', marked: '{}', says: 'applied or declined is missing' },
  { text: licence('renewal: '), rule: 'missing-field', marked: 'renewal', says: 'renewal has no value' },
  {
    text: resource('owner: '),
    rule: 'missing-field',
    marked: 'owner',
    says: 'owner has no value',
    advice: 'Fill it in, or remove the line if it is not needed.',
  },
  {
    text: resource('serves: [~]'),
    rule: 'missing-field',
    marked: '~',
    says: 'an item of serves is empty',
    advice: 'Fill it in, or remove the line if it is not needed.',
  },
  {
    text: licence('number: 0123'),
    rule: 'type',
    marked: '0123',
    says: 'number must be text, not the number 123',
    advice: QUOTES,
  },
  { text: resource('title: true'), rule: 'type', marked: 'true', says: 'title must be text, not true', advice: QUOTES },
  { text: resource('title: [a]'), rule: 'type', marked: '[a]', says: 'title must be text, not a list' },
  {
    text: resource('renew: no'),
    rule: 'type',
    marked: 'no',
    says: 'renew must be true or false, not "no"',
    advice: 'Write `false`.',
  },
  { text: resource('renew: 1'), rule: 'type', marked: '1', says: 'renew must be true or false, not the number 1' },
  {
    text: resource('serves: isp'),
    rule: 'type',
    marked: 'isp',
    says: 'serves must be a list, not "isp"',
    advice: 'Write `[isp]`.',
  },
  {
    text: resource('serves: [5]'),
    rule: 'type',
    marked: '5',
    says: 'each item of serves must be text, not the number 5',
    advice: QUOTES,
  },
  {
    text: resource('evidence: [a.pdf]'),
    rule: 'type',
    marked: 'a.pdf',
    says: 'each item of evidence must be a mapping of fields, not "a.pdf"',
  },
  {
    text: resource('autoRenew: true'),
    rule: 'type',
    marked: 'true',
    says: 'autoRenew must be a mapping of fields, not true',
  },
  {
    text: licence('annualReports: [2025]'),
    rule: 'type',
    marked: '[2025]',
    says: 'annualReports must be a mapping of fields, not a list',
  },
  {
    text: licence('warnWithin: "60"'),
    rule: 'type',
    marked: '"60"',
    says: 'warnWithin must be a whole number from 0 to 36500, not "60"',
    advice: 'Write `60`.',
  },
  {
    text: licence('warnWithin: -1'),
    rule: 'value',
    marked: '-1',
    says: 'warnWithin must be a whole number from 0 to 36500, not the number -1',
  },
  {
    text: licence('warnWithin: 1.5'),
    rule: 'value',
    marked: '1.5',
    says: 'warnWithin must be a whole number from 0 to 36500, not the number 1.5',
  },
  {
    text: licence('warnWithin: 36501'),
    rule: 'value',
    marked: '36501',
    says: 'warnWithin must be a whole number from 0 to 36500, not the number 36501',
  },
  {
    text: resource('autoRenew: { months: 0, noticeDays: 1 }'),
    rule: 'value',
    marked: '0',
    says: 'months must be a whole number from 1 to 1200, not the number 0',
  },
  {
    text: resource('evidence: [{ path: " " }]'),
    rule: 'value',
    marked: '" "',
    says: 'path must be some text, not " "',
  },
  {
    text: resource('evidence: [{ path: a, sha256: abc }]'),
    rule: 'value',
    marked: 'abc',
    says: 'sha256 must be a SHA-256 in 64 hexadecimal digits, not "abc"',
  },
  {
    text: licence('annualReports: { 25: 2026-02-20 }'),
    rule: 'value',
    marked: '25',
    says: '"25" is not a year',
    advice: 'Write it with four digits, as in `2025`.',
  },
  {
    text: licence('scope: 全国'),
    rule: 'value',
    marked: '全国',
    says: 'scope must be national or a list of provinces, not "全国"',
    advice: 'Write `national`.',
  },
  {
    text: licence('scope: 北京'),
    rule: 'value',
    marked: '北京',
    says: 'scope must be national or a list of provinces, not "北京"',
    advice: 'Write `[北京]`.',
  },
  {
    text: licence('scope: natoinal'),
    rule: 'value',
    marked: 'natoinal',
    says: 'scope must be national or a list of provinces, not "natoinal"',
    advice: 'Did you mean `national`?',
  },
  {
    text: licence('scope: [北京, 内蒙古自治区]'),
    rule: 'value',
    marked: '内蒙古自治区',
    says: '"内蒙古自治区" is not the short name of a province',
    advice: 'Write `内蒙古`.',
  },
  {
    text: licence('scope: []'),
    rule: 'value',
    marked: '[]',
    says: 'scope is an empty list',
    advice: 'Write `national`, or the provinces as in `[北京, 河北]`.',
  },
  {
    text: licence('scope: { a: 1 }'),
    rule: 'type',
    marked: '{ a: 1 }',
    says: 'scope must be national or a list of provinces, not a mapping',
    advice: 'Write `national`, or the provinces as in `[北京, 河北]`.',
  },
  { text: licence('scope: [北京, 5]'), rule: 'type', marked: '5', says: 'a province must be text, not the number 5' },
  {
    text: licence('issued: 2026/1/5'),
    rule: 'date',
    marked: '2026/1/5',
    says: 'issued: "2026/1/5" is not a date in the form YYYY-MM-DD',
    advice: 'Write `2026-01-05`.',
  },
  {
    text: licence('issued: never'),
    rule: 'date',
    marked: 'never',
    says: 'issued: "never" is not a date',
    advice: 'A date is required here; `never` is only for the `expires` of resources.',
  },
  {
    text: `version: "1"\n${licence('').slice(11)}`,
    rule: 'type',
    marked: '"1"',
    says: 'version must be 1, not "1"',
    advice: 'Write `1`.',
  },
  {
    text: `version: 2\n${licence('fees: 3').slice(11)}`,
    rule: 'version',
    marked: '2',
    says: 'the ledger has version 2, and this program supports only version 1',
    advice:
      'Update the program, for example with `npm install --save-exact licence-ledger@latest`. Do not lower the number: what the newer version says would be misread.',
  },
  {
    text: `version: 0\n${licence('').slice(11)}`,
    rule: 'value',
    marked: '0',
    says: 'version must be 1, not the number 0',
    advice: 'Ledgers of this program have `version: 1`. Check that this file is a ledger, and which program wrote it.',
  },
  {
    text: `${licence('')}policy: { timezone: Asia/Shangai }\n`,
    rule: 'value',
    marked: 'Asia/Shangai',
    says: 'timezone must be an IANA time zone such as Asia/Shanghai, not "Asia/Shangai"',
    advice: 'Did you mean `Asia/Shanghai`?',
  },
  { text: licence('').replace('示例', '""'), rule: 'value', marked: '""', says: 'name must be some text, not ""' },
  {
    text: licence('').replace('name: 示例', 'name: a, registeredCapital: -1'),
    rule: 'value',
    marked: '-1',
    says: 'registeredCapital must be a number of 0 or more, not the number -1',
  },
  {
    text: licence('').replace('name: 示例', 'name: a, registeredCapital: .inf'),
    rule: 'value',
    marked: '.inf',
    says: 'registeredCapital must be a number of 0 or more, not the number Infinity',
  },
  {
    text: licence('').replace('name: 示例', 'name: a, creditCode: 911101080123456789'),
    rule: 'type',
    marked: '911101080123456789',
    says: 'creditCode must be text, not the number 911101080123456800',
    advice: QUOTES,
  },
  {
    text: licence('').replace('name: 示例', 'name: a, changes: [{ what: legal-rep }]'),
    rule: 'value',
    marked: 'legal-rep',
    says: 'what must be one of name, legal-representative, entity, scope, address, registered-capital, shareholders, cessation, transfer, service-items, site-address, ip-addresses, ip-contact, customer-addresses, domain-holder, network-filing, not "legal-rep"',
    advice: 'Did you mean `legal-representative`?',
  },
  {
    text: resource('').replace('id: line', 'id: Line_1'),
    rule: 'value',
    marked: 'Line_1',
    says: 'id must be an id of lower-case letters, digits and hyphens, not "Line_1"',
    advice: 'Write `line-1`.',
  },
  {
    text: resource('').replace('leased-line', 'Leased Line'),
    rule: 'value',
    marked: 'Leased Line',
    says: 'kind must be a kind in lower-case letters, digits and hyphens, not "Leased Line"',
    advice: 'Write `leased-line`.',
  },
  {
    text: resource('').replace('leased-line', '__proto__'),
    rule: 'value',
    marked: '__proto__',
    says: 'kind must be a kind in lower-case letters, digits and hyphens, not "__proto__"',
  },
  {
    text: licence('').replace('kind: isp', 'kind: ips'),
    rule: 'licence-kind',
    status: 'unknown',
    marked: 'ips',
    says: 'unknown kind of service or number "ips"',
    advice: 'Did you mean `isp`?',
  },
  {
    text: licence('').replace('kind: isp', 'kind: constructor'),
    rule: 'licence-kind',
    status: 'unknown',
    marked: 'constructor',
    says: 'unknown kind of service or number "constructor"',
  },
  {
    text: licence('').replace('kind: isp', 'kind: 5'),
    rule: 'type',
    marked: '5',
    says: 'kind must be text, not the number 5',
    advice: QUOTES,
  },
  {
    text: licence('').replace('kind: isp, ', ''),
    rule: 'missing-field',
    marked: 'isp',
    says: 'kind is missing',
    advice: 'Write `kind`, as in `kind: isp`, or `services` where the licence allows several.',
  },
  {
    text: licence('').replace('kind: isp', 'kind: 互联网接入'),
    rule: 'licence-kind',
    status: 'unknown',
    marked: '互联网接入',
    says: 'unknown kind of service or number "互联网接入"',
    advice: 'Write `isp`.',
  },
  {
    text: resource('').replace('leased-line', '专线'),
    rule: 'value',
    marked: '专线',
    says: 'kind must be a kind in lower-case letters, digits and hyphens, not "专线"',
    advice: 'Write `leased-line`.',
  },
  {
    text: services('{ kind: isp }').replace('expires', 'kind: isp, expires'),
    rule: 'value',
    marked: 'kind',
    says: 'kind and services cannot both be used: with services, the kinds are written inside it',
    advice: 'Move it into the service that it belongs to: `services: [{ kind: isp, scope: national }]`.',
  },
  {
    text: services('{ kind: isp }').replace('expires', 'scope: national, expires'),
    rule: 'unknown-field',
    status: 'unknown',
    marked: 'scope',
    says: 'unknown field scope',
    advice: 'Move it into the service that it belongs to: `services: [{ kind: isp, scope: national }]`.',
  },
  {
    text: services('{ kind: call-centre }').replace('expires', 'callRecords: { kept: 1 }, expires'),
    rule: 'unknown-field',
    status: 'unknown',
    marked: 'callRecords',
    says: 'unknown field callRecords',
    advice: 'Move it into the service that it belongs to: `services: [{ kind: isp, scope: national }]`.',
  },
  {
    text: services(''),
    rule: 'value',
    marked: '[]',
    says: 'services is an empty list',
    advice: 'List the services that the licence allows, as in `services: [{ kind: isp, scope: national }]`.',
  },
  {
    text: services('').replace('[]', '~'),
    rule: 'missing-field',
    marked: '~',
    says: 'services has no value',
  },
  { text: services('').replace('[]', 'isp'), rule: 'type', marked: 'isp', says: 'services must be a list, not "isp"' },
  {
    text: services('isp'),
    rule: 'type',
    marked: 'isp',
    says: 'each item of services must be a mapping of fields, not "isp"',
  },
  {
    text: services('{ scope: national }'),
    rule: 'missing-field',
    marked: '{ scope: national }',
    says: 'kind is missing',
  },
  {
    text: services('{ kind: number-95 }'),
    rule: 'value',
    marked: 'number-95',
    says: '"number-95" is a number grant, which has a paper of its own and is not a service of a licence',
    advice: 'Remove it from `services` and record it as a separate licence, with `kind` in place of `services`.',
  },
  {
    text: services('{ kind: isp, renewal: { applied: 2026-01-01 } }'),
    rule: 'unknown-field',
    status: 'unknown',
    marked: 'applied',
    says: 'unknown field applied',
  },
  {
    text: services('{ kind: isp, number: a }'),
    rule: 'unknown-field',
    status: 'unknown',
    marked: 'number',
    says: 'unknown field number',
  },
  {
    text: licence('renewal: { applied: 2026-01-01, declined: 2026-01-01 }'),
    rule: 'value',
    marked: '{ applied: 2026-01-01, declined: 2026-01-01 }',
    says: 'applied and declined cannot both be used',
    advice: 'Keep one and remove the other.',
  },
  {
    text: resource('autoRenew: { months: 12 }'),
    rule: 'missing-field',
    marked: '{ months: 12 }',
    says: 'noticeDays or noticeMonths is missing',
  },
  {
    text: resource('autoRenew: { months: 12, noticeDays: 30, noticeMonths: 1 }'),
    rule: 'value',
    marked: '{ months: 12, noticeDays: 30, noticeMonths: 1 }',
    says: 'noticeDays and noticeMonths cannot both be used',
  },
  {
    text: `${licence('')}requirements: [{ id: a, needs: b }]\n`,
    rule: 'missing-field',
    marked: '{ id: a, needs: b }',
    says: 'licence or for is missing',
  },
  {
    text: `${licence('')}requirements: [{ id: a, needs: b, for: isp }]\n`,
    rule: 'value',
    marked: 'isp',
    says: 'for must be one of company, not "isp"',
  },
  {
    text: `${licence('')}policy: { warnWithin: "60" }\n`,
    rule: 'type',
    marked: '"60"',
    says: 'warnWithin must be a number of days, or kinds with a number of days each, not "60"',
    advice: 'Write `60`.',
  },
  {
    text: `${licence('')}policy: { warnWithin: { renewal: -1 } }\n`,
    rule: 'value',
    marked: '-1',
    says: 'renewal must be a whole number from 0 to 36500, not the number -1',
  },
  {
    text: `${licence('')}policy: { warnWithin: { __proto__: 1 } }\n`,
    rule: 'value',
    marked: '__proto__',
    says: '"__proto__" is not a kind',
  },
  {
    text: `${licence('')}policy: { requireEvidence: leased-line }\n`,
    rule: 'value',
    marked: 'leased-line',
    says: 'requireEvidence must be all or a list of kinds, not "leased-line"',
    advice: 'Write `[leased-line]`.',
  },
  {
    text: `${licence('')}policy: { requireEvidence: [Leased Line] }\n`,
    rule: 'value',
    marked: 'Leased Line',
    says: 'each item of requireEvidence must be a kind in lower-case letters, digits and hyphens, not "Leased Line"',
    advice: 'Write `leased-line`.',
  },
  {
    text: `${licence('')}rules: { isp: off }\n`,
    rule: 'value',
    marked: 'isp',
    says: '"isp" is not the name of a rule',
    advice: 'Write `module/rule`, as in `isp/ip-addresses`.',
  },
  {
    text: `${licence('')}rules: { isp/leased-line: of }\n`,
    rule: 'value',
    marked: 'of',
    says: 'isp/leased-line must be one of off, error, warning, info, not "of"',
    advice: 'Did you mean `off`?',
  },
  {
    text: `${licence('')}duties: [{ id: a, title: b, for: isp, every: { months: 3 }, from: 2026-01-01, done: { 2026-13: 2026-02-01 } }]\n`,
    rule: 'value',
    marked: '2026-13',
    says: '"2026-13" is not a period',
  },
  {
    text: licence('annualReports: { 2026: 2026-02-20 }'),
    rule: 'value',
    marked: '2026',
    says: 'the report for 2026 cannot have been filed on 2026-02-20: the year was not over',
    advice: 'Did you mean `2025`?',
  },
  {
    text: licence('issued: 2026-01-05, annualReports: { 2026: 2026-02-20 }'),
    rule: 'value',
    marked: '2026',
    says: 'the report for 2026 cannot have been filed on 2026-02-20: the year was not over',
    advice: 'Write the reported year first, then the day of filing: `2025: 2026-03-20`.',
  },
  {
    text: licence('issued: 2024-01-05, annualReports: { 2023: 2025-02-20 }'),
    rule: 'value',
    marked: '2023',
    says: 'there is no report for 2023: the licence was issued in 2024',
    advice: 'Did you mean `2024`?',
  },
];

describe('words', () => {
  test.each(sayings)('$rule $marked', async ({ text, rule, status = 'invalid', marked, says, advice }) => {
    const { ledger, problems } = await readLedger(text);
    expect(ledger).toBeUndefined();
    expect(problems.map((one) => [one.rule, one.status, one.marked, one.message.en])).toEqual([
      [`schema/${rule}`, status, marked, says],
    ]);
    if (advice !== undefined) expect(problems[0]?.remedy?.en).toBe(advice);
  });
});

describe('subjects', () => {
  test.each([
    { text: resource('renew: 1'), subject: 'line' },
    { text: resource('').replace('id: line, ', ''), subject: 'resources[0].id' },
    { text: `${licence('')}policy: { warnWithin: a }\n`, subject: 'policy.warnWithin' },
    {
      text: `${licence('')}waivers: [{ rule: a, entry: b, from: 2026-01-01, until: c, reason: d, approvedBy: e }]\n`,
      subject: 'waivers[0].until',
    },
    { text: '- a\n', subject: 'ledger' },
  ])('$subject', async ({ text, subject }) => {
    expect((await readLedger(text)).problems.map((problem) => problem.subject)).toEqual([subject]);
  });
});

describe('everything as options', () => {
  test('whatever is wrong with an entry, and between entries', async () => {
    const text = `version: 1
company: {}
licences:
  - id: isp
    kind: ips
    expires: 2027-02-30
  - id: isp
    kind: isp
    expires: 2027-03-14
    fees: 3
resources:
  - id: a
    kind: domain
    serves: [isq, 7]
    follows: a
`;
    expect(await placesOf(text)).toEqual([
      '2:10 schema/missing-field',
      '5:11 schema/licence-kind',
      '6:14 schema/date',
      '7:9 ledger/duplicate-id',
      '10:5 schema/unknown-field',
      '12:9 schema/missing-field',
      '14:14 ledger/unknown-reference',
      '14:19 schema/type',
      '15:14 ledger/follows-circle',
    ]);
  });

  test('in both languages, without a word of zod', async () => {
    const texts = await Promise.all(sayings.map(({ text }) => readLedger(text)));
    for (const { message, remedy } of texts.flatMap(({ problems }) => problems)) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(remedy?.zh ?? '。').toMatch(/[。？]$/);
      expect(`${message.en} ${remedy?.en ?? ''}`).not.toMatch(/Invalid|expected|undefined|null/);
    }
  });
});

test('twenty thousand unknown keys are explained, and share what they say', async () => {
  const keys = Array.from({ length: 20_000 }, (_, at) => `key${at}`);
  const data = {
    version: 1,
    company: { name: 'a' },
    licences: [{ id: 'isp', kind: 'isp', expires: '2027-03-14', ...Object.fromEntries(keys.map((key) => [key, 1])) }],
  };
  const before = process.memoryUsage().heapUsed;
  const { problems } = await readLedger(JSON.stringify(data));
  expect(problems).toHaveLength(keys.length);
  expect(new Set(problems.map(({ remedy }) => remedy)).size).toBeLessThan(10);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(80_000_000);
});

test('any data is a ledger or has problems, and there are words for each', async () => {
  const words = 'id kind title number scope issued starts expires serves follows renew autoRenew months noticeDays';
  const more =
    'annualReports renewal applied declined services ended for every from done x-a warnWithin evidence path sha256 changes what timezone name __proto__ constructor';
  const keys = fc.constantFrom(...`${words} ${more}`.split(' '));
  const values = fc.oneof(
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1.5,
      1e300,
      '',
      'isp',
      'idc',
      'never',
      '2026-12-31',
      '2026-2-30',
      '北京',
      'national',
      'leased-line',
    ),
    fc.string(),
  );
  const inner = fc.oneof(values, fc.array(values, { maxLength: 2 }), fc.dictionary(keys, values, { maxKeys: 3 }));
  const entry = fc.oneof(values, fc.dictionary(keys, fc.oneof(inner, fc.array(inner, { maxLength: 2 }))));
  const names = fc.constantFrom(
    'version',
    'company',
    'policy',
    'licences',
    'resources',
    'requirements',
    'duties',
    'waivers',
    'rules',
    'extra',
  );
  const file = fc.dictionary(names, fc.oneof(entry, fc.array(entry, { maxLength: 3 })));
  await fc.assert(
    fc.asyncProperty(file, async (data) => {
      const { ledger, problems } = await readLedger(JSON.stringify(data));
      expect(ledger === undefined).toBe(problems.length > 0);
    }),
    { numRuns: 1000 },
  );
});

test('of random ledgers nothing but references, repeats and order of days can be wrong', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLedger, async (data) => {
      const { problems } = await readLedger(JSON.stringify(data));
      const schema = problems.filter(({ rule }) => rule.startsWith('schema/'));
      expect(
        schema.filter(({ message }) => !/^(?:name|path) must be some text|was not over|was issued in/.test(message.en)),
      ).toEqual([]);
    }),
  );
});
