/** What a 700 grant records, and the form of its numbers: eleven digits are managed, fifteen are dialled. */
import type { GrantedService, Licence } from '../../domain/ledger.ts';
import { choiceField, type ServiceRule, textField, textsField } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { type Problem, report } from '../../domain/rule.ts';
import { number700Notice } from '../../law/numbers.ts';
import { noNumbers, numbers, numbersUnknown } from '../number/grant.ts';
import { exampleLedger } from '../shared/example-ledger.ts';

/** The three parties of the pilot, item 1(1) of the notice. */
export const role = choiceField(
  'role',
  {
    title: {
      zh: '本公司的角色：应用平台提供方、基础平台提供方或业务使用方',
      en: "The company's role: provider of the application platform, provider of the base platform, or business user",
    },
    example: 'application-platform',
  },
  ['application-platform', 'base-platform', 'business-user'],
);

export const prefix = textField('prefix', {
  title: { zh: '分配的11位号码', en: 'The eleven digits that were allotted' },
  example: '"70012345678"',
});

export const middleNumbers = textsField('middleNumbers', {
  title: { zh: '仍用作中间号的其他号码', en: 'Other numbers that still serve as middle numbers' },
  example: '["95123"]',
});

/** The cause that one rule claims when it says that the role is not on record. */
export function noRole({ id }: Licence): string {
  return `no role of ${id}`;
}

/** What every rule that depends on the role says where none is on record. */
export function roleUnknown({ licence, service }: GrantedService): Problem {
  return {
    status: 'undetermined',
    at: { entry: licence.id, service: service.kind, field: role.name },
    message: {
      zh: '没有登记本公司在试点中的角色（role），无法判断需要试点批复、许可证还是委托协议',
      en: "the company's role in the pilot is not on record, so it is unknown which approval, licence or agreement it needs",
    },
    remedy: {
      zh: '按试点批复填写 `role`：`application-platform`、`base-platform` 或 `business-user`。',
      en: 'Fill in `role` from the pilot approval: `application-platform`, `base-platform` or `business-user`.',
    },
  };
}

const NUMBER = /^700\d{12}$/u;
const PREFIX = /^700\d{8}$/u;

export function isNumber700(number: string): boolean {
  return NUMBER.test(number);
}

export const format: ServiceRule = ({ kind }) => ({
  name: 'format',
  summary: {
    zh: '700号码为15位，分配的号段为11位，号码都在号段之下。',
    en: 'A 700 number has 15 digits, the allotted prefix has 11, and all numbers are under the prefix.',
  },
  why: {
    zh: '通知规定700号码管理位长11位、使用位长15位；位数不对或不在本公司号段内的，抄写有误，或者用了别人的号段。',
    en: 'The notice sets 11 digits for management and 15 for use; a number of another length or outside the prefix is mistyped or belongs to somebody else.',
  },
  remedy: {
    zh: '对照分配文件改正 `prefix` 和 `numbers`。',
    en: 'Correct `prefix` and `numbers` from the allotment document.',
  },
  statuses: { invalid: 'error', undetermined: 'warning' },
  basis: [number700Notice.whole('secondary')],
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2027-12-31', fields: { numbers: '["70012345678001"]' } }),
    passes: exampleLedger({ kind, expires: '2027-12-31' }),
  }),
  check(granted, context) {
    if (hasEnded(granted.licence, context)) return LICENCE_ENDED;
    const problems = [...wrongPrefix(granted), ...wrongNumbers(granted)];
    return report(...problems);
  },
});

function wrongPrefix({ licence, service }: GrantedService): readonly Problem[] {
  const at = { entry: licence.id, service: service.kind, field: prefix.name };
  const allotted = prefix.of(service);
  if (allotted === undefined) {
    return [
      {
        status: 'undetermined',
        at,
        message: {
          zh: '没有登记分配的号段（prefix），无法核对号码是否在本公司号段内',
          en: 'the allotted prefix is not on record, so whether the numbers are under it cannot be checked',
        },
        remedy: { zh: '按分配文件填写 `prefix`。', en: 'Fill in `prefix` from the allotment document.' },
      },
    ];
  }
  if (PREFIX.test(allotted)) return [];
  return [
    {
      status: 'invalid',
      at,
      message: {
        zh: `号段${allotted}应为700开头的11位数字`,
        en: `the prefix ${allotted} should be 11 digits that begin with 700`,
      },
    },
  ];
}

function* wrongNumbers(granted: GrantedService): Generator<Problem, void, void> {
  const { licence, service } = granted;
  const at = { entry: licence.id, service: service.kind, field: numbers.name };
  const given = numbers.of(service) ?? [];
  if (given.length === 0) {
    yield { ...numbersUnknown(granted), claims: [noNumbers(licence)] };
    return;
  }
  const wrong = given.filter((number) => !isNumber700(number));
  if (wrong.length > 0) {
    yield {
      status: 'invalid',
      at,
      message: {
        zh: `${wrong.join('、')}应为700开头的15位数字`,
        en: `wrong form of ${wrong.join(', ')}: it should be 15 digits that begin with 700`,
      },
    };
  }
  const allotted = prefix.of(service);
  if (allotted === undefined || !PREFIX.test(allotted)) return;
  const elsewhere = given.filter((number) => isNumber700(number) && !number.startsWith(allotted));
  if (elsewhere.length > 0) {
    yield {
      status: 'invalid',
      at,
      message: {
        zh: `${elsewhere.join('、')}不在号段${allotted}内`,
        en: `${elsewhere.join(', ')} not under the prefix ${allotted}`,
      },
    };
  }
}
