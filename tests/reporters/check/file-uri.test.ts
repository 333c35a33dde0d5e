import { expect, test } from 'vitest';

import { uriOfFile } from '../../../src/reporters/check/sarif.ts';

test.each([
  ['ledger.yaml', 'ledger.yaml'],
  ['公司 甲/a%b#c?.yaml', '%E5%85%AC%E5%8F%B8%20%E7%94%B2/a%25b%23c%3F.yaml'],
  ['../up/ledger.yaml', '../up/ledger.yaml'],
  ['a:b/ledger.yaml', 'a%3Ab/ledger.yaml'],
  ['D:/a b/ledger.yaml', 'file:///D:/a%20b/ledger.yaml'],
  ['half \uD83D.yaml', 'half%20%EF%BF%BD.yaml'],
])('%s is %s', (path, uri) => {
  expect(uriOfFile(path)).toBe(uri);
});
