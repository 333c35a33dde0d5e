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
  zh: '本程序的台账写`version: 1`；请核对这份文件是不是台账、由哪个程序写成。',
  en: 'Ledgers of this program have `version: 1`. Check that this file is a ledger, and which program wrote it.',
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
      zh: `台账是第${String(version)}版，本程序只支持第1版`,
      en: `the ledger has version ${String(version)}, and this program supports only version 1`,
    },
    remedy: {
      zh: '升级程序，如`npm install --save-exact licence-ledger@latest`；不要改小版本号，否则新版的内容会被误读。',
      en: 'Update the program, for example with `npm install --save-exact licence-ledger@latest`. Do not lower the number: what the newer version says would be misread.',
    },
  };
}
