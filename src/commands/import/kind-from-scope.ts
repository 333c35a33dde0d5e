/** Where no column says the kind, the one that is called 业务范围 may. */
import { kindWords } from '../../run/recording/kinds.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';
import type { ImportField } from './headings.ts';

/** Whether a column names licences. */
export type NamesLicences = (column: number) => boolean;

/** Whether some cell of a column names nothing but licences. */
export function saysLicences(rows: Sheet['rows'], column: number): boolean {
  return rows.some(({ [column]: cell }) => {
    const kinds = typeof cell === 'string' ? kindWords().allNamed(cell) : undefined;
    return kinds?.every(({ list }) => list === 'licences') === true;
  });
}

/** 业务范围 is where a service may be offered, or the services themselves. */
export function takeKindFromScope<Heading extends { readonly at: number }>(
  columns: Map<ImportField, Heading>,
  scopes: readonly Heading[],
  namesLicences: NamesLicences,
): void {
  const kinds = columns.has('kind') ? undefined : scopes.find(({ at }) => namesLicences(at));
  if (kinds === undefined) return;
  columns.set('kind', kinds);
  const scope = scopes.find((one) => one !== kinds);
  if (scope === undefined) columns.delete('scope');
  else columns.set('scope', scope);
}
