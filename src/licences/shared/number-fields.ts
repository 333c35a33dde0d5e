/** What grants of numbers record beyond what all licences do. */
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { quartersField, recordsField, textsField } from '../../domain/licence-field.ts';

/** A change of the holder's address or contact, and the day on which the authority was told. */
export interface ContactChange {
  readonly changed: CalendarDay;
  readonly reported?: CalendarDay | undefined;
}

export const numbers = textsField('numbers', {
  title: { zh: '码号', en: 'The numbers themselves, as the certificate has them' },
  example: '["95123"]',
});

export const feesPaid = quartersField('feesPaid', {
  title: { zh: '各季度码号资源占用费的缴纳日', en: 'Days on which the number fee of each quarter was paid' },
  example: '{ 2026-Q3: 2026-10-09 }',
});

export const contactChanges = recordsField<ContactChange>(
  'contactChanges',
  {
    title: {
      zh: '地址或联系方式的变更日和通知日',
      en: 'Changes of address or contact, and when the authority was told',
    },
    example: '[{ changed: 2026-09-18, reported: 2026-09-30 }]',
  },
  { changed: { type: 'day', required: true }, reported: { type: 'day', required: false } },
);
