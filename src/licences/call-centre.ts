import { choiceField } from '../domain/licence-kind.ts';
import { notApplicable } from '../domain/rule.ts';
import { callCentreNotice } from '../law/services.ts';
import { numberBehind, recordsField, recordsKept } from './shared/communication.ts';
import { defineServiceLicence, followUp, requires } from './shared/requires.ts';
import { siteLease } from './shared/resources.ts';

/** 81号 asks for 30 days of recordings, numbers, times and proofs of consent of outbound calls. */
const LEAST_DAYS = 30;

const callRecords = recordsField('callRecords', {
  title: {
    zh: '通话记录保存天数和最近核对日',
    en: 'Days for which call records are kept, and the day of the last check',
  },
  short: { zh: '通话记录', en: 'Call records' },
  example: '{ kept: 180, checked: 2026-06-01 }',
});

const OUTBOUND = { zh: '外呼的通话录音和呼叫记录', en: 'recordings and records of outbound calls' };

const calls = choiceField(
  'calls',
  {
    title: {
      zh: '呼入（inbound）或有外呼（outbound）',
      en: 'Whether the centre only takes calls (inbound) or also makes calls (outbound)',
    },
    example: 'outbound',
  },
  ['inbound', 'outbound'],
);

const ONLY_TAKES_CALLS = notApplicable('只接听呼入，没有外呼', 'it only takes calls and makes none');

export default defineServiceLicence({
  kind: 'call-centre',
  code: 'B24',
  name: { zh: '呼叫中心业务', en: 'Call centre' },
  short: { zh: '呼叫中心', en: 'Call centre' },
  words: [
    'B24-1',
    'B24-2',
    '呼叫中心许可证',
    '国内呼叫中心',
    '国内呼叫中心业务',
    '离岸呼叫中心',
    '离岸呼叫中心业务',
    'call center',
    'contact centre',
  ],
  fields: [calls, callRecords],
  rules: [
    requires('voice-line', {
      summary: {
        zh: '语音专线每一天都有与基础电信企业签订的有效协议。',
        en: 'The voice lines have an agreement with a basic operator in force on every day.',
      },
      why: {
        zh: '呼叫中心只能使用合法接入的语音专线，不得转租转售；基础电信企业按协议核验许可证、码号证书和备案。',
        en: 'A call centre uses lawfully provided voice lines only and never resells them; the operator checks licence, number and filing under the agreement.',
      },
      remedy: followUp('voice-line'),
      basis: [callCentreNotice.whole('secondary')],
    }),
    siteLease,
    numberBehind({
      name: 'number',
      grants: ['number-95', 'number-96', 'number-400'],
      number: { zh: '接入码号', en: 'access number' },
      summary: {
        zh: '呼叫中心使用的接入码号已登记，并在有效期内。',
        en: 'The access number of the call centre is on record and in its term.',
      },
      why: {
        zh: '接入前要核验码号证书和码号备案；码号到期，呼入就断。使用哪类码号没有统一规定，这是实务要求。',
        en: 'The certificate and filing of the number are checked before access is given; when the number expires, incoming calls stop. No rule says which number to use: this is practice.',
      },
      basis: [callCentreNotice.whole('practice')],
    }),
    recordsKept({
      name: 'call-records',
      field: callRecords,
      records: OUTBOUND,
      sorts: [{ records: OUTBOUND, kept: ({ kept }) => kept }],
      notKept: ({ service }) => (calls.of(service) === 'inbound' ? ONLY_TAKES_CALLS : undefined),
      example: (kept, checked) => `{ kept: ${kept}, checked: ${checked} }`,
      unit: { zh: '天', en: 'days' },
      leastOn: () => LEAST_DAYS,
      asOf: '2026-11-21',
      summary: {
        zh: '经用户同意的外呼，录音、主被叫号码、时间和同意凭证至少保存30天，每年核对一次；只接听呼入的不在此列。',
        en: 'Recordings, numbers, times and proofs of consent of outbound calls made with consent are kept for at least 30 days, and this is checked once a year. It does not apply to a centre that only takes calls.',
      },
      why: {
        zh: '被投诉骚扰而不能出示用户同意凭证的，按违规外呼处理。',
        en: "If there is a complaint and no proof of the user's consent, the call is treated as an unlawful outbound call.",
      },
      remedy: {
        zh: '把保存期限调到30天以上，并更新 `callRecords`；只接听呼入的，记 `calls: inbound`。',
        en: 'Keep them for 30 days or more and update `callRecords`; if the centre only takes calls, record `calls: inbound`.',
      },
      basis: [callCentreNotice.whole('secondary')],
    }),
  ],
});
