/** The form of 700 numbers: eleven digits are managed, fifteen are dialled. */
import type { Licence } from '../../domain/ledger.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import type { Problem } from '../../domain/rule.ts';
import { number700Notice } from '../../law/numbers.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { numbers } from '../shared/number-fields.ts';
import { prefix } from './fields.ts';

const NUMBER = /^700\d{12}$/u;
const PREFIX = /^700\d{8}$/u;

export function isNumber700(number: string): boolean {
  return NUMBER.test(number);
}

export const format: LicenceRule = ({ kind }) => ({
  name: 'format',
  summary: {
    zh: '700号码为15位，分配的号段为11位，号码都在号段之下。',
    en: 'A 700 number has fifteen digits, the allotted prefix eleven, and the numbers lie under the prefix.',
  },
  why: {
    zh: '通知规定700号码管理位长11位、使用位长15位；位数不对或不在本公司号段内的，抄写有误，或者用了别人的号段。',
    en: 'The notice sets eleven managed digits and fifteen in use; a number of another length or outside the prefix is miswritten, or someone else’s.',
  },
  remedy: {
    zh: '对照分配文件改正 `prefix` 和 `numbers`。',
    en: 'Correct `prefix` and `numbers` from the paper of allotment.',
  },
  statuses: { invalid: 'error' },
  basis: [number700Notice.whole('secondary')],
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2027-12-31', fields: { numbers: '["70012345678001"]' } }),
    passes: exampleLedger({ kind, expires: '2027-12-31' }),
  },
  *check(licence, context) {
    if (!hasEnded(licence, context)) yield* wrongForms(licence);
  },
});

function* wrongForms(licence: Licence): Generator<Problem> {
  const allotted = prefix.of(licence);
  const isPrefixGood = allotted !== undefined && PREFIX.test(allotted);
  if (allotted !== undefined && !isPrefixGood) {
    yield {
      status: 'invalid',
      at: { entry: licence.id, field: prefix.name },
      message: {
        zh: `号段${allotted}应为700开头的11位数字`,
        en: `the prefix ${allotted} should be eleven digits that begin with 700`,
      },
    };
  }
  const given = numbers.of(licence) ?? [];
  const wrong = given.filter((number) => !isNumber700(number));
  if (wrong.length > 0) {
    yield {
      status: 'invalid',
      at: { entry: licence.id, field: numbers.name },
      message: {
        zh: `${wrong.join('、')}应为700开头的15位数字`,
        en: `wrong form of ${wrong.join(', ')}: it should be fifteen digits that begin with 700`,
      },
    };
  }
  if (!isPrefixGood) return;
  const elsewhere = given.filter((number) => isNumber700(number) && !number.startsWith(allotted));
  if (elsewhere.length > 0) {
    yield {
      status: 'invalid',
      at: { entry: licence.id, field: numbers.name },
      message: {
        zh: `${elsewhere.join('、')}不在号段${allotted}内`,
        en: `${elsewhere.join(', ')} not under the prefix ${allotted}`,
      },
    };
  }
}
