/** What `ledger add` offers at its questions: what the most similar entry says. */
import { type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import type { Ledger, Resource } from '../../domain/ledger.ts';
import { mostSimilarLicence, mostSimilarResource } from '../../domain/similar.ts';
import { endOfTerm, termBetween } from '../../domain/term.ts';
import type { Language } from '../../domain/text.ts';
import type { Dialogue } from '../../platform/dialogue.ts';
import { firstKnownDay } from '../../run/recording/given-days.ts';
import type { REQUIRED_FIELDS } from '../../run/recording/given-entry.ts';

export interface Asking {
  readonly ledger: Ledger;
  readonly today: CalendarDay;
  readonly dialogue: Dialogue;
  readonly language: Language;
}

/** What is asked about. */
export interface Matter {
  readonly kind: string;
  readonly list: keyof typeof REQUIRED_FIELDS;
  readonly asking: Asking;
}

/** The end of a term as long as the similar entry's. */
export function sameTerm(fields: PlainMapping, { kind, list, asking }: Matter): string | undefined {
  const licence = mostSimilarLicence(asking.ledger, kind);
  const resource = mostSimilarResource(asking.ledger, kind);
  const [from, to] = list === 'resources' ? [resource?.starts, resource?.expires] : [licence?.issued, licence?.expires];
  if (to === FOREVER) return 'never';
  const first = firstKnownDay(fields, asking);
  const term = from === undefined || to === undefined ? undefined : termBetween(from, to);
  const last = first === undefined || term === undefined ? undefined : endOfTerm(first, term);
  return last === undefined ? undefined : formatDay(last);
}

/** The coverage of the most similar service. */
export function usualScope({ kind, asking: { ledger } }: Matter): string {
  const service = mostSimilarLicence(ledger, kind)?.services.find((one) => one.kind === kind);
  return service?.scope === undefined || service.scope === 'national' ? 'national' : service.scope.join(',');
}

/** The name and the owner of the most similar entry. */
export function usualText(key: string, { kind, list, asking: { ledger } }: Matter): string | undefined {
  const similar: Resource | undefined = list === 'resources' ? mostSimilarResource(ledger, kind) : undefined;
  if (key === 'title') return similar?.title;
  return key === 'owner' ? (similar ?? mostSimilarLicence(ledger, kind))?.owner : undefined;
}
