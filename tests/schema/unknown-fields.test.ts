/** What is said of a key that no entry has: which field it is put right to, which is only asked about, and where it belongs. */
import { expect, test } from 'vitest';

import { licenceKinds } from '../../src/licences/index.ts';
import { parseLedger } from '../../src/schema/parse-ledger.ts';

const KINDS = new Map(licenceKinds.map((kind) => [kind.kind, kind]));
const TELECOM = { id: 'telecom', expires: '2031-03-14', services: [{ kind: 'isp' }] };

/** `key rule: remedy`, and `key → field` where it is put right. */
function saidOf(list: 'licences' | 'resources', entry: object): readonly string[] {
  const { problems } = parseLedger({ version: 1, company: { name: '示例' }, [list]: [entry] }, KINDS);
  return problems.map(({ rule, remedy, edits, at }) => {
    const path = 'path' in at ? at.path : [];
    const key = String(path.at(-1));
    if (edits === undefined) return `${key} ${rule}: ${remedy?.en.split(/[:(]/u, 1)[0]}`;
    expect(edits).toEqual([{ path, key: edits[0]?.key }]);
    expect(remedy?.en).toBe(`Write \`${edits[0]?.key}\`.`);
    return `${key} → ${edits[0]?.key}`;
  });
}

const contract = (more: object): object => ({ id: 'line', kind: 'leased-line', expires: 'never', ...more });
const UNKNOWN = 'schema/unknown-field';

test.each<[what: string, ...Parameters<typeof saidOf>, said: readonly string[]]>([
  ['a slip of the pen', 'resources', contract({ titel: 'x' }), ['titel → title']],
  ['full-width letters', 'resources', contract({ ｔｉｔｌｅ: 'x' }), ['ｔｉｔｌｅ → title']],
  [
    'a slip of a field that is there',
    'resources',
    contract({ titel: 'x', title: 'y' }),
    [`titel ${UNKNOWN}: Did you mean \`title\`?`],
  ],
  [
    'two slips of one field',
    'resources',
    contract({ titel: 'x', titl: 'y' }),
    [`titel ${UNKNOWN}: Did you mean \`title\`?`, `titl ${UNKNOWN}: Did you mean \`title\`?`],
  ],
  ['two slips of two fields', 'resources', contract({ titel: 'x', ownr: 'y' }), ['titel → title', 'ownr → owner']],
  ['no field at all', 'resources', contract({ colour: 1 }), [`colour ${UNKNOWN}: Fields that can be used here`]],
  ['a merge key', 'resources', contract({ '<<': {} }), [`<< ${UNKNOWN}: YAML 1.2 has no merge keys`]],
  [
    'a field of a service, beside the services',
    'licences',
    { ...TELECOM, scope: 'national' },
    [`scope ${UNKNOWN}: Move it into the service that it belongs to`],
  ],
  [
    'a kind, beside the services',
    'licences',
    { ...TELECOM, kind: 'isp' },
    ['kind schema/value: Move it into the service that it belongs to'],
  ],
  ['a slip beside the services', 'licences', { ...TELECOM, nubmer: 'x' }, ['nubmer → number']],
  [
    'a slip in a service',
    'licences',
    { ...TELECOM, services: [{ kind: 'isp', scpoe: 'national' }] },
    ['scpoe → scope'],
  ],
])('%s', (_, list, entry, said) => {
  expect(saidOf(list, entry)).toEqual(said);
});
