/** The shape of `ledger horizon --format json`: `ledger/horizon@1`. */
import * as z from 'zod/mini';

import { STATUSES } from '../domain/finding.ts';
import { SEVERITIES } from '../domain/severity.ts';
import {
  actBy,
  anyText,
  assumed,
  day,
  end,
  file,
  files,
  ofFirst,
  owner,
  period,
  position,
  quantity,
  service,
  text,
  versionOf,
  words,
} from './document-parts.ts';

const matter = {
  rule: text('Id of the rule.'),
  status: z.enum(STATUSES).check(z.describe('What is wrong, in one word.')),
  service,
  related: words('Ids of the entries that cause it.'),
  owner,
  date: z.exactOptional(day),
  period,
  message: text('What is wrong, or must be done.'),
  remedy: text('What to do.'),
  fix: z.exactOptional(z.looseObject({ command: words('A command, as its words.') })),
};
const breach = z
  .nullable(
    z.looseObject({
      day: day.check(z.describe('The first day on which it is not compliant.')),
      daysLeft: quantity('Days from the as-of day to it.'),
      ...actBy,
      causes: z.array(z.looseObject(matter)),
    }),
  )
  .check(z.describe('null: nothing on record ever breaks it.'));
const serviceBreach = z.nullable(day).check(z.describe('The first day on which the service is not compliant.'));
const span = { from: z.exactOptional(day), to: end };
const held = z
  .array(z.looseObject({ from: day, to: end, by: words('Ids of the resources that cover it.') }))
  .check(z.describe('What holds from the as-of day on.'));
const need = { service, kind: text('Kind of resource that is needed.') };
const standing = {
  breach,
  services: z.exactOptional(z.array(z.looseObject({ kind: text('Kind of the service.'), breach: serviceBreach }))),
  covers: z.array(z.looseObject({ ...need, held })),
};

export const horizonSchema = z.looseObject({
  schema: versionOf('horizon'),
  ...ofFirst,
  until: z.exactOptional(day.check(z.describe('The last day that is looked at for deadlines.'))),
  assumed,
  files,
  licences: z.array(
    z.looseObject({
      file,
      id: text('Id of the licence.'),
      number: z.exactOptional(anyText('Number of the licence.')),
      services: z.array(
        z.looseObject({
          kind: text('Kind of the service.'),
          kindName: text('The kind by name.'),
          breach: z.exactOptional(serviceBreach),
        }),
      ),
      term: z.looseObject(span).check(z.describe('Without `from` where the day of issue is not on record.')),
      goesOnUndetermined: z.boolean().check(z.describe('Renewal was applied for in time and is not decided.')),
      breach,
      covers: z.array(
        z.looseObject({
          ...need,
          name: text('The kind by name.'),
          rule: text('The rule that asks for it.'),
          severity: z.enum(SEVERITIES).check(z.describe('The severity of a day without it.')),
          bars: z.array(
            z.looseObject({ id: text('Id of the resource.'), title: z.exactOptional(anyText('Its name.')), ...span }),
          ),
          gaps: z.array(z.looseObject({ ...span, days: position('Days without cover.') })),
          held,
        }),
      ),
      deadlines: z.array(z.looseObject({ ...matter, ...actBy })),
      recorded: z.exactOptional(
        z.nullable(z.looseObject(standing)).check(z.describe('Under an assumption: how it stands without it.')),
      ),
    }),
  ),
  gone: z.exactOptional(
    z
      .array(z.looseObject({ file, id: text('Id of the licence.'), recorded: z.looseObject(standing) }))
      .check(z.describe('Licences that are assumed away.')),
  ),
});
