/** The fields of entries that an option of the command line gives. */
import type { Field } from './field.ts';
import { licenceFields, serviceFields } from './licence.ts';
import { resourceFields } from './resource.ts';
import { fieldsIn, optionOf } from './uses.ts';

/** Each once: those of contracts, then those of papers and services. */
export const OPTION_FIELDS: readonly Field[] = [
  ...fieldsIn(resourceFields),
  ...fieldsIn(licenceFields),
  ...fieldsIn(serviceFields),
].filter((field, at, all) => optionOf(field) !== undefined && all.findIndex(({ key }) => key === field.key) === at);
