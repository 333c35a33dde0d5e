/** Table 1 of the measures for access codes of short messages: which code is for whom, and how far it reaches. */
import type { Reach } from './number-coverage.ts';

export interface MessageCode {
  readonly form: RegExp;
  /** Undefined where an operator's own codes reach as far as its licence. */
  readonly reach: Reach | undefined;
  /** Licensed for message services; anyone for its own messages; a basic operator for its own services. */
  readonly holder: 'message-service' | 'own-use' | 'basic-operator';
}

const MESSAGE_CODES: readonly MessageCode[] = [
  { form: /^1062\d{4}$/u, reach: 'one-province', holder: 'message-service' },
  { form: /^10630\d{3}$/u, reach: 'one-province', holder: 'message-service' },
  { form: /^1063[5-8]\d{7}$/u, reach: 'one-province', holder: 'own-use' },
  { form: /^10639\d{3}$/u, reach: 'one-province', holder: 'own-use' },
  { form: /^1065\d{4}$/u, reach: undefined, holder: 'basic-operator' },
  { form: /^1066\d{4}$/u, reach: 'several-provinces', holder: 'message-service' },
  { form: /^10690\d{3}$/u, reach: 'several-provinces', holder: 'message-service' },
  { form: /^1069[5-8]\d{7}$/u, reach: 'several-provinces', holder: 'own-use' },
  { form: /^10699\d{3}$/u, reach: 'several-provinces', holder: 'own-use' },
];

/** The row of the table that a number belongs to; undefined where it is of none. */
export function messageCodeOf(number: string): MessageCode | undefined {
  return MESSAGE_CODES.find(({ form }) => form.test(number));
}
