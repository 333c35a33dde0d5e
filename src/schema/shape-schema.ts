/** The fields of single kinds of licence, from what their modules say of them. */
import * as z from 'zod/mini';

import type { FieldPart, FieldShape } from '../domain/licence-field.ts';
import * as field from './fields.ts';

export function shapeSchema(shape: FieldShape): z.ZodMiniType {
  switch (shape.type) {
    case 'text':
      return field.text();
    case 'day':
      return field.day();
    case 'count':
      return field.count();
    case 'choice':
      return field.oneOf(shape.values);
    case 'texts':
      return field.list(field.text());
    case 'days-by-quarter':
      return field.daysByQuarter();
    case 'record':
      return record(shape.parts);
    case 'records':
      return field.list(record(shape.parts));
  }
}

function record(parts: Readonly<Record<string, FieldPart>>): z.ZodMiniType {
  return field.mapping(
    Object.fromEntries(
      Object.entries(parts).map(([name, { type, required }]) => {
        const part = type === 'day' ? field.day() : field.count();
        return [name, required ? part : z.optional(part)];
      }),
    ),
  );
}
