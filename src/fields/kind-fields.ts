/** The fields of a single kind of service or number, as the same sort of value as all others. */
import type { FieldPart, FieldShape, LicenceField, LicenceProfile } from '../domain/licence-kind.ts';
import type { Text } from '../domain/text.ts';
import {
  choice,
  count,
  day,
  type EntryFields,
  type Field,
  field,
  list,
  mapping,
  record,
  required,
  type Shape,
  text,
} from './field.ts';
import { licenceFields, serviceFields } from './licence.ts';

/** What a kind records beyond what all kinds do. */
export function fieldsOfKind({ kind, fields = [] }: LicenceProfile): readonly Field[] {
  return fields.map((one) => fromOwn(one, kind));
}

/** The fields of a service: those of all kinds, then those of its own. */
export function fieldsOfService(profile: LicenceProfile | undefined): readonly Field[] {
  return [...Object.values(serviceFields.fields), ...(profile === undefined ? [] : fieldsOfKind(profile))];
}

/**
 * The fields of a paper in the short form, in the order in which a ledger writes them: those of its only service stand
 * among its own. With `services`, which takes their place in the long form.
 */
export function fieldsOfPaper(profiles: readonly LicenceProfile[] = []): readonly Field[] {
  const { id, number, services, renewal, ...others } = licenceFields.fields;
  const { issued, expires, ...rest } = others;
  const { kind, scope, opened } = serviceFields.fields;
  const own = new Map(profiles.flatMap((profile) => fieldsOfKind(profile).map((one) => [one.key, one] as const)));
  return [id, kind, number, scope, issued, expires, services, opened, ...own.values(), renewal, ...Object.values(rest)];
}

function fromOwn({ name, title, short, shape, example }: LicenceField, kind: string): Field {
  return field(name, {
    title,
    describes: title,
    shape: shapeOf(shape, short),
    example,
    // A day of its own is one on which something came to pass with the paper: it is recorded when it did.
    ask: shape.type === 'day' ? 'never' : 'if-needed',
    onlyFor: [kind],
    option: false,
  });
}

function shapeOf(shape: FieldShape, short: Text | undefined): Shape {
  switch (shape.type) {
    case 'text':
      return text();
    case 'day':
      return day();
    case 'count':
      return count();
    case 'choice':
      return choice(shape.values);
    case 'texts':
      return list(text());
    case 'days-by-quarter':
      return mapping('quarter', day());
    case 'days-by-province':
      return mapping('province', day());
    case 'record':
      return record(partsOf(shape.parts, short));
    case 'records':
      return list(record(partsOf(shape.parts)));
  }
}

const PART_TITLES: Readonly<Record<string, Text>> = {
  kept: { zh: '保存期限', en: 'Kept' },
  sent: { zh: '发送后保存期限', en: 'Kept after sending' },
  ended: { zh: '服务终止后保存期限', en: 'Kept after the service ended' },
  checked: { zh: '核对日', en: 'Checked' },
  changed: { zh: '变更日', en: 'Changed' },
  reported: { zh: '报告日', en: 'Reported' },
};

function partsOf(parts: Readonly<Record<string, FieldPart>>, of?: Text): EntryFields {
  const fields = Object.entries(parts).map(([key, part]): readonly [string, Field] => {
    const title = (Object.hasOwn(PART_TITLES, key) ? PART_TITLES[key] : undefined) ?? { zh: key, en: key };
    const shape: Shape = part.type === 'day' ? day() : count();
    const heading =
      of === undefined ? undefined : { zh: `${of.zh}${title.zh}`, en: `${of.en} ${title.en.toLowerCase()}` };
    const one = field(key, {
      title,
      describes: title,
      heading,
      shape,
      example: part.type === 'day' ? '2026-06-01' : '180',
    });
    return [key, part.required ? required(one) : one];
  });
  return { fields: Object.fromEntries(fields) };
}
