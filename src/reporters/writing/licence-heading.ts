/** The line that names a licence above what is said of it. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language } from '../../domain/text.ts';
import type { Part } from './layout.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

/** Id, number, services and last day. */
export function licenceHeading(
  licence: Licence,
  { language, colour }: Style,
  kinds: ReadonlyMap<string, LicenceProfile>,
): readonly Part[] {
  const until = language === 'zh' ? `有效期至${formatDay(licence.expires)}` : `until ${formatDay(licence.expires)}`;
  return [
    { text: printable(licence.id), paint: colour.bold },
    ...(licence.number === undefined ? [] : [{ text: printable(licence.number) }]),
    { text: printable(servicesOf(licence, language, kinds)) },
    { text: until, paint: colour.dim },
  ];
}

/** The services of a licence by name; by what people say for them where there are several. */
export function servicesOf(
  { services }: Licence,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): string {
  const [first, ...others] = services;
  if (first !== undefined && others.length === 0) return kinds.get(first.kind)?.name[language] ?? first.kind;
  return services.map(({ kind }) => shortName(kind, language, kinds)).join(' · ');
}

/** What people say for a kind where there is little room. */
export function shortName(kind: string, language: Language, kinds: ReadonlyMap<string, LicenceProfile>): string {
  const profile = kinds.get(kind);
  return (profile?.short ?? profile?.name)?.[language] ?? kind;
}
