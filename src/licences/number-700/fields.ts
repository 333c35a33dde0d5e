/** What a 700 grant records beyond what all licences do. */
import { choiceField, textField, textsField } from '../../domain/licence-field.ts';

/** The three parties of the pilot, item 1(1) of the notice. */
export const role = choiceField(
  'role',
  {
    title: {
      zh: '本公司的角色：应用平台提供方、基础平台提供方或业务使用方',
      en: 'What the company is: provider of the application platform, of the base platform, or business user',
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
