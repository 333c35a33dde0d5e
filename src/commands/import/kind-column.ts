/**
 * What only the cells below a heading tell. Which column says the kind: of several the one that names some, and where there is
 * none, the one that is called 业务范围 or “Licence” may. Whether 范围 is that of a service.
 */
import { isProvince, scopeNamed } from '../../fields/provinces.ts';
import { bareHeading } from '../../fields/uses.ts';
import { kindWords } from '../../run/recording/kinds.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';
import type { ImportField } from './headings.ts';

/** What the cells below some headings say. */
export interface CellsBelow {
  /** Whether some cell of a column names nothing but kinds. */
  readonly namesKinds: (column: number) => boolean;
  /** Whether some cell of a column names nothing but licences. */
  readonly namesLicences: (column: number) => boolean;
  /** Whether some cell of a column names nothing but provinces, or the whole country. */
  readonly namesScope: (column: number) => boolean;
}

export function cellsBelow(rows: Sheet['rows']): CellsBelow {
  const someCell = (column: number, fits: (text: string) => boolean): boolean =>
    rows.some(({ [column]: cell }) => typeof cell === 'string' && fits(cell));
  return {
    namesKinds: (column) => someCell(column, (text) => kindWords().allNamed(text) !== undefined),
    namesLicences: (column) => someCell(column, namesLicences),
    namesScope: (column) => someCell(column, namesScope),
  };
}

function namesLicences(text: string): boolean {
  return (
    kindWords()
      .allNamed(text)
      ?.every(({ list }) => list === 'licences') ?? false
  );
}

function namesScope(text: string): boolean {
  const scope = scopeNamed(text);
  return scope === 'national' || (scope.length > 0 && scope.every(isProvince));
}

interface ReadHeading {
  readonly heading: string;
  readonly at: number;
  readonly isMapped: boolean;
}

/** @param meaning the headings that mean a field, whichever of them has it now */
export function settleByCells<Heading extends ReadHeading>(
  columns: Map<ImportField, Heading>,
  meaning: (field: ImportField) => readonly Heading[],
  cells: CellsBelow,
): void {
  takeKindThatIsNamed(columns, meaning('kind'), cells);
  takeKindFromScope(columns, meaning('scope'), cells);
  takeKindFromLicence(columns, cells);
  dropScopeOfAnything(columns, cells);
}

/** 证照类别 says what the paper is called, 业务种类 what it allows. What `--map` says is left alone. */
function takeKindThatIsNamed<Heading extends ReadHeading>(
  columns: Map<ImportField, Heading>,
  kinds: readonly Heading[],
  { namesKinds }: CellsBelow,
): void {
  const chosen = columns.get('kind');
  if (chosen === undefined || chosen.isMapped || kinds.length < 2 || namesKinds(chosen.at)) return;
  const named = kinds.find(({ at }) => namesKinds(at));
  if (named !== undefined) columns.set('kind', named);
}

/** 业务范围 is where a service may be offered, or the services themselves. */
function takeKindFromScope<Heading extends ReadHeading>(
  columns: Map<ImportField, Heading>,
  scopes: readonly Heading[],
  { namesLicences }: CellsBelow,
): void {
  const kinds = columns.has('kind') ? undefined : scopes.find(({ at }) => namesLicences(at));
  if (kinds === undefined) return;
  columns.set('kind', kinds);
  const scope = scopes.find((one) => one !== kinds);
  if (scope === undefined) columns.delete('scope');
  else columns.set('scope', scope);
}

/** In a register of licences, which has their numbers beside it, “Licence” is not what the row serves but what it is. */
function takeKindFromLicence<Heading extends ReadHeading>(
  columns: Map<ImportField, Heading>,
  { namesLicences }: CellsBelow,
): void {
  const licence = columns.get('serves');
  if (licence === undefined || licence.isMapped || columns.has('kind') || !columns.has('number')) return;
  if (!namesLicences(licence.at)) return;
  columns.set('kind', licence);
  columns.delete('serves');
}

/** 范围 alone may be the extent of anything. */
function dropScopeOfAnything<Heading extends ReadHeading>(
  columns: Map<ImportField, Heading>,
  { namesScope: saysScope }: CellsBelow,
): void {
  const scope = columns.get('scope');
  if (scope === undefined || scope.isMapped || bareHeading(scope.heading) !== '范围' || saysScope(scope.at)) return;
  columns.delete('scope');
}
