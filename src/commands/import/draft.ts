/** What a row of a sheet comes to before it is an entry. */
import type { PlainMapping } from '../../domain/edit.ts';
import type { KnownKind } from '../../fields/kind-words.ts';
import type { CellPlace } from '../../spreadsheet/sheet.ts';

/** A row of a sheet. */
export interface SheetRow {
  /** Its first cell. */
  readonly place: CellPlace;
  /** Where a field of the entry comes from. */
  readonly placeOf: (field: string) => CellPlace;
}

/** An entry before its id is made and its licences are looked up. */
export interface Draft extends SheetRow {
  readonly list: KnownKind['list'];
  /** One; of a licence, each service that the row names. */
  readonly kinds: readonly [string, ...string[]];
  readonly id: string | undefined;
  /** The words for the licences that it serves. */
  readonly serves: readonly string[];
  /** The other fields; those of a service stand among those of its licence. */
  readonly fields: PlainMapping;
  /** Whether its table has a column that says what it follows: then it follows nothing else. */
  readonly saysWhatItFollows: boolean;
}
