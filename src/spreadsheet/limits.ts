/** What a file may hold at the most, counted while it is read. */
import type { Cell } from './sheet.ts';

/** What an import takes at once; nobody keeps more by hand, and a hostile file can claim any number. */
export const LIMITS = {
  /** Rows that say something, in all sheets together. */
  rows: 50_000,
  cells: 1_000_000,
  /** Characters in all cells, and bytes of a workbook once unpacked, as often as they are read. */
  characters: 50_000_000,
  bytes: 128 * 1024 * 1024,
  /** Of XML, in all parts together. */
  elements: 5_000_000,
  /** As many cell formats as a workbook can have; number formats and fonts alike. */
  formats: 65_490,
} as const;

/** Why a file cannot be read as a table. */
export type UnreadableWorkbook =
  /** The binary format of old Excel and WPS, or a workbook behind a password. */
  | { readonly unreadable: 'legacy' }
  /** Neither a workbook nor text. */
  | { readonly unreadable: 'workbook' }
  | { readonly unreadable: 'csv'; readonly line: number | undefined }
  /** It has more than the limit of that name. */
  | { readonly unreadable: 'too-large'; readonly limit: keyof typeof LIMITS };

/** Thrown while a file is read that is larger than a limit; it never leaves this room. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  readonly limit: keyof typeof LIMITS;

  constructor(limit: keyof typeof LIMITS) {
    super(`more than ${LIMITS[limit]} ${limit}`);
    this.limit = limit;
  }
}

/** A register of the most rows may have a column AZ; what is far out in every row is no register. */
const MOST_GAPS = 50 * LIMITS.rows;

/** Counts what is read against the limits. */
export class Meter {
  #rows = 0;
  #gaps = 0;
  #cells = 0;
  #characters = 0;
  #bytes = 0;
  #elements = 0;

  /** A part of a workbook, each time that it is read. @throws {TooLarge} */
  part(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > LIMITS.bytes) throw new TooLarge('bytes');
  }

  /** @throws {TooLarge} */
  element(): void {
    this.#elements += 1;
    if (this.#elements > LIMITS.elements) throw new TooLarge('elements');
  }

  /** @throws {TooLarge} */
  row(): void {
    this.#rows += 1;
    if (this.#rows > LIMITS.rows) throw new TooLarge('rows');
  }

  /** Counts cells that may be empty. @throws {TooLarge} */
  gap(cells: number): void {
    this.#gaps += cells;
    if (this.#gaps > MOST_GAPS) throw new TooLarge('cells');
  }

  /** @throws {TooLarge} */
  cell(value: Cell): void {
    this.#cells += 1;
    if (this.#cells > LIMITS.cells) throw new TooLarge('cells');
    if (typeof value === 'string') this.#characters += value.length;
    if (this.#characters > LIMITS.characters) throw new TooLarge('characters');
  }
}
