/** Random ledgers as plain data, for properties that hold for all of them. */
import fc from 'fast-check';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Words that YAML could take for something else among them. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => text.isWellFormed()),
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '012',
    '1e3',
    '2026-12-31',
    'a: b',
    '- a',
    '# a',
    '&a',
    '*a',
    '!a',
    '|',
    '',
    ' a ',
  ),
  fc.constantFrom(
    '线路\n第二行\n',
    '__proto__',
    'constructor',
    '"quoted"',
    "it's",
    '\\',
    '\t',
    '\u001B[31m',
    '👩‍💻',
    '<<',
  ),
);
const optional = { requiredKeys: ['id', 'kind', 'expires'] as const };

const licence = fc.record(
  {
    id,
    kind: fc.constant('isp'),
    number: words,
    scope: fc.oneof(fc.constant('national'), fc.constant(['北京', '河北'])),
    issued: day,
    expires: day,
    annualReports: fc.dictionary(fc.stringMatching(/^20\d\d$/), day, { maxKeys: 3 }),
    warnWithin: fc.nat({ max: 400 }),
    notes: words,
  },
  { requiredKeys: [...optional.requiredKeys] },
);

const resource = fc.record(
  {
    id,
    kind: fc.constantFrom('leased-line', 'domain', 'constructor'),
    title: words,
    starts: day,
    expires: fc.oneof(day, fc.constant('never')),
    serves: fc.array(id, { maxLength: 3 }),
    renew: fc.boolean(),
    autoRenew: fc.record({ months: fc.integer({ min: 1, max: 36 }), noticeDays: fc.nat({ max: 90 }) }),
    evidence: fc.array(fc.record({ path: words }), { maxLength: 2 }),
    notes: words,
  },
  { requiredKeys: [...optional.requiredKeys] },
);

export const arbitraryLedger = fc.record({
  version: fc.constant(1),
  company: fc.record({ name: words, registeredCapital: fc.nat() }),
  licences: fc.array(licence, { maxLength: 3 }),
  resources: fc.array(resource, { maxLength: 4 }),
});
