/** The version that a ledger says it is of. */
import { advised, certain, describe, narrow } from './advice.ts';
import type { Misfit } from './expected-values.ts';
import { type DataProblem, fieldOf } from './raw-data.ts';

/** A number that is higher says something else: see `newerVersion`. */
export function explainVersion({ path, value }: Misfit): DataProblem {
  const shown = describe(value);
  return {
    rule: typeof value === 'number' ? 'schema/value' : 'schema/type',
    path,
    message: { zh: `version应为1，现为${shown.zh}`, en: `version must be 1, not ${shown.en}` },
    ...(typeof value === 'string' && narrow(value) === '1' ? advised(path, certain(1)) : { remedy: VERSION }),
  };
}

const VERSION = {
  zh: '这个程序的台账写`version: 1`；核对这份文件是不是台账、由哪个程序写成。',
  en: 'Ledgers of this program say `version: 1`. Check whether this file is a ledger, and which program wrote it.',
};

/** What a ledger of a later version gets in place of all other problems; undefined for any other data. */
export function newerVersion(data: unknown): DataProblem | undefined {
  const version = fieldOf(data, 'version');
  const isNewer = /^\d+$/.test(String(version)) && Number(version) > 1;
  if (!isNewer) return undefined;
  return {
    rule: 'schema/version',
    path: ['version'],
    message: {
      zh: `台账是第${String(version)}版，本程序只认识第1版`,
      en: `the ledger is of version ${String(version)}, and this program knows version 1 alone`,
    },
    remedy: {
      zh: '升级程序，如`npm install --save-exact licence-ledger@latest`；不要把数字改小，那样新版的内容会被误读。',
      en: 'Install a newer program, as with `npm install --save-exact licence-ledger@latest`. Never lower the number: what the newer version says would be misread.',
    },
  };
}
