import type { CalendarDay } from '../domain/calendar-day.ts';
import { recordField } from '../domain/licence-kind.ts';
import { messageCodeMeasures } from '../law/numbers.ts';
import { MESSAGE_FINE_2015 } from '../law/penalties.ts';
import { messageRules, messageRules2015 } from '../law/services.ts';
import { numberBehind, recordsField, recordsKept } from './shared/communication.ts';
import { defineServiceLicence } from './shared/requires.ts';
import { operatorAgreement } from './shared/resources.ts';

/** Months: five under Order 31 of 2015, six under Order 74 from 2026-05-01. */
function leastMonths(day: CalendarDay): number {
  return day >= messageRules.from ? 6 : 5;
}

const messageRecords = recordsField('messageRecords', {
  title: {
    zh: '短信记录保存月数和最近核对日',
    en: 'Months for which message records are kept, and the day of the last check',
  },
  short: { zh: '短信记录', en: 'Message records' },
  example: '{ kept: 6, checked: 2026-06-01 }',
});

const TIMES_AND_NUMBERS = { zh: '短信收发时间和号码记录', en: 'records of messages' };

/** Months for which records of messages sent through ports are kept. */
interface PortRecords {
  /** Contents and proofs of consent, after the message was sent. */
  readonly sent: number;
  /** Sub-ports with purpose and times of service, after the service ended. */
  readonly ended: number;
  readonly checked?: CalendarDay | undefined;
}

const portRecords = recordField<PortRecords>(
  'portRecords',
  {
    title: {
      zh: '端口类短信记录的保存月数：内容和同意凭证（sent，发送后）、子端口用途和服务起止（ended，服务终止后），和最近核对日',
      en: 'Months for which records of port messages are kept: contents and consent (`sent`, after sending), sub-port use and service times (`ended`, after the service ended); and the day of the last check',
    },
    short: { zh: '端口类短信记录', en: 'Port message records' },
    example: '{ sent: 6, ended: 6, checked: 2026-06-01 }',
  },
  {
    sent: { type: 'count', required: true },
    ended: { type: 'count', required: true },
    checked: { type: 'day', required: false },
  },
);

export default defineServiceLicence({
  kind: 'sp',
  code: 'B25',
  name: { zh: '信息服务业务（不含互联网信息服务）', en: 'Information service other than Internet (SP)' },
  short: { zh: 'SP', en: 'SP' },
  words: [
    'SP证',
    'SP许可证',
    '短信业务',
    '移动信息服务',
    '信息服务业务（不含固定网电话信息服务和互联网信息服务）',
    '第二类增值电信业务中的信息服务业务（不含固定网电话信息服务和互联网信息服务）',
    'message service',
  ],
  fields: [messageRecords, portRecords],
  rules: [
    operatorAgreement,
    numberBehind({
      name: 'message-code',
      grants: ['number-106'],
      number: { zh: '短信接入代码', en: 'message access code' },
      summary: {
        zh: '发送短信所用的接入代码（106）已登记，并在有效期内。',
        en: 'The access code (106) under which messages are sent is on record and in its term.',
      },
      why: {
        zh: '经营性短信用1062（省内）或1066（跨省）代码，由持证企业申请；只用基础电信企业1065代码的，登记合同即可。代码是否必备因业务而异，这是实务要求。',
        en: 'Commercial messages use codes 1062 (one province) or 1066 (several provinces), for which licence holders apply; a company that uses only the 1065 code of a basic operator records the contract. Whether a code is needed depends on the service: this is practice.',
      },
      basis: [messageCodeMeasures.article('2', 'practice')],
    }),
    recordsKept({
      name: 'message-records',
      field: messageRecords,
      records: TIMES_AND_NUMBERS,
      sorts: [{ records: TIMES_AND_NUMBERS, kept: ({ kept }) => kept }],
      example: (kept, checked) => `{ kept: ${kept}, checked: ${checked} }`,
      unit: { zh: '个月', en: 'months' },
      leastOn: leastMonths,
      asOf: '2026-11-21',
      summary: {
        zh: '短信收发时间、号码等记录至少保存6个月（2026年5月1日前为5个月），每年核对一次。',
        en: 'Records of times and numbers of messages are kept for at least six months (five before 1 May 2026), and this is checked once a year.',
      },
      why: {
        zh: '2026年5月1日起施行的新规定把保存期限从5个月延长到6个月，按旧规定设置的系统会不达标。',
        en: 'The new rules in force from 1 May 2026 extended the period from five months to six; systems configured under the old rules fall short.',
      },
      remedy: {
        zh: '把保存期限调到6个月以上，并更新 `messageRecords`。',
        en: 'Keep them for six months or more and update `messageRecords`.',
      },
      consequence: MESSAGE_FINE_2015,
      basis: [messageRules2015.article('11', 'text'), messageRules.article('13', 'quoted')],
    }),
    recordsKept({
      name: 'port-message-records',
      field: portRecords,
      records: { zh: '端口类短信的记录', en: 'records of port messages' },
      sorts: [
        {
          records: { zh: '端口类短信的内容和用户同意凭证', en: 'contents and proofs of consent of port messages' },
          kept: ({ sent }) => sent,
        },
        {
          records: {
            zh: '子端口号码的用途和服务起止时间（自服务终止起算）',
            en: 'purposes and times of service of sub-ports, after the service ended,',
          },
          kept: ({ ended }) => ended,
        },
      ],
      example: (kept, checked) => `{ sent: ${kept}, ended: ${kept}, checked: ${checked} }`,
      unit: { zh: '个月', en: 'months' },
      leastOn: leastMonths,
      asOf: '2026-11-21',
      summary: {
        zh: '端口类短信的内容和用户同意凭证自发送之日起、子端口的用途和服务起止时间自服务终止之日起，都至少保存6个月（2026年5月1日前为5个月），每年核对一次。',
        en: 'Contents and proofs of consent of port messages are kept for six months after sending, purposes and times of service of sub-ports for six months after the service ended (five before 1 May 2026), and this is checked once a year.',
      },
      why: {
        zh: '被投诉未经同意发送短信时，要凭这些材料证明用户同意过；子端口停用以后，仍要能查到是谁、为什么用过它。',
        en: 'If there is a complaint about messages without consent, they prove that the user agreed; and after a sub-port is no longer used, they show who used it and for what.',
      },
      remedy: {
        zh: '把两项保存期限都调到6个月以上，并更新 `portRecords`。',
        en: 'Keep both for six months or more and update `portRecords`.',
      },
      consequence: MESSAGE_FINE_2015,
      basis: [messageRules2015.article('11', 'text'), messageRules.article('20', 'quoted')],
    }),
  ],
});
