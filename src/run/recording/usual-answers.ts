/** What is offered at the questions about a new entry: what the most similar one says, or what its other fields make likely. */
import type { Complaint } from '../../command-line/complaint.ts';
import { type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import { needersIn } from '../../domain/check.ts';
import { type Plain, type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Ledger, Resource } from '../../domain/ledger.ts';
import { PROVINCE_LETTERS } from '../../domain/province.ts';
import { mostSimilarLicence, mostSimilarResource } from '../../domain/similar.ts';
import { endOfTerm, type Term, termBetween } from '../../domain/term.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { firstKnownDay } from './given-days.ts';
import type { REQUIRED_FIELDS } from './given-entry.ts';

/** The entry that is asked about. */
export interface Matter {
  readonly kind: string;
  readonly list: keyof typeof REQUIRED_FIELDS;
  /** What is recorded beside it. */
  readonly ledger: Ledger;
  readonly today: CalendarDay;
  /** Of the paper, where a service of it is asked about. */
  readonly number?: string | undefined;
}

/** What Enter alone answers; undefined where nothing is likely. */
export function usualAnswer(key: string, fields: PlainMapping, matter: Matter): Plain | undefined {
  switch (key) {
    case 'expires':
      return usualEnd(fields, matter);
    case 'scope':
      return usualScope(fields, matter);
    case 'numbers':
      return usualNumbers(fields);
    default:
      return usualText(key, matter);
  }
}

/** The end of a term as long as the similar entry's, else of the term that the law gives such a licence. */
function usualEnd(fields: PlainMapping, matter: Matter): string | undefined {
  const { kind, list, ledger } = matter;
  const licence = mostSimilarLicence(ledger, kind);
  const resource = mostSimilarResource(ledger, kind);
  const [from, to] = list === 'resources' ? [resource?.starts, resource?.expires] : [licence?.issued, licence?.expires];
  if (to === FOREVER) return 'never';
  const first = firstKnownDay(fields, matter);
  const similar = from === undefined || to === undefined ? undefined : termBetween(from, to);
  const term = similar ?? (list === 'licences' ? termOfKind(kind) : undefined);
  const last = first === undefined || term === undefined ? undefined : endOfTerm(first, term);
  return last === undefined ? undefined : formatDay(last);
}

/** Five years for value-added services: `licence/number` says where that stands. A basic service may have ten. */
function termOfKind(kind: string): Term | undefined {
  const profile = catalogue.kinds.get(kind);
  return profile?.family === 'service' && profile.code.startsWith('B') ? { months: 60 } : undefined;
}

/** `A2.B1.B2-20222637`: a number without a province is of the ministry's. */
const OF_THE_MINISTRY = /^[AB][12][.,、·\-AB12]*-/u;

/** The coverage that the number of the paper says, else that of the most similar service. */
function usualScope(fields: PlainMapping, { kind, ledger, number }: Matter): Plain | undefined {
  const written = wordOf(fields['number'] ?? number)
    .normalize('NFKC')
    .trim();
  const province = PROVINCE_LETTERS.get(written.charAt(0));
  if (province !== undefined) return [province];
  const similar = mostSimilarLicence(ledger, kind)?.services.find((one) => one.kind === kind)?.scope;
  return similar ?? (OF_THE_MINISTRY.test(written.toUpperCase()) ? 'national' : undefined);
}

/** The certificate of a number may have no number but that. */
function usualNumbers({ number }: PlainMapping): Plain | undefined {
  return typeof number === 'string' && /^\d{2,15}$/u.test(number) ? [number] : undefined;
}

/** The name, the other party and the owner of the most similar entry: nothing of one of another kind. */
function usualText(key: string, { kind, list, ledger }: Matter): string | undefined {
  const similar: Resource | undefined = list === 'resources' ? mostSimilarResource(ledger, kind) : undefined;
  if (key === 'title') return similar?.title;
  if (key === 'provider') return similar?.provider;
  return key === 'owner' ? (similar ?? mostSimilarLicence(ledger, kind))?.owner : undefined;
}

/** What the most similar contract serves, else the only licence that needs such a one. */
export function usualServes({ kind, ledger }: Matter): readonly string[] {
  const similar = mostSimilarResource(ledger, kind);
  if (similar !== undefined) return similar.serves;
  const [only, another] = licencesThatNeed(kind, ledger);
  return only === undefined || another !== undefined ? [] : [only];
}

/** The ids of the licences that a contract of a kind would keep good. */
function licencesThatNeed(kind: string, { licences }: Ledger): readonly string[] {
  const needersOf = needersIn(catalogue);
  return licences.filter((licence) => needersOf(licence, kind).length > 0).map(({ id }) => id);
}

/**
 * A contract of a kind that a licence needs counts for none unless it says for which; undefined where none needs it.
 *
 * @param isAsked whether a list of licences is on the screen
 */
export function servesNothing(kind: string, ledger: Ledger, isAsked = false): Complaint | undefined {
  const [needer] = licencesThatNeed(kind, ledger);
  if (needer === undefined) return undefined;
  return {
    where: '--serves',
    what: {
      zh: '没有写明用于哪张许可证，检查时不计入任何一张',
      en: 'it names no licence in `serves`, so it counts for none',
    },
    remedy: isAsked
      ? { zh: `用于${needer}的，勾选它。`, en: `If it is for ${needer}, tick that.` }
      : { zh: `加上 \`--serves ${needer}\`。`, en: `Add \`--serves ${needer}\`.` },
  };
}
