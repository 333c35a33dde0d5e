/** The parts of a workbook as XML: which sheets it has, and what a style says of a cell. */
import { SaxesParser } from 'saxes';

import { LIMITS, type Meter, TooLarge } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Called for each element, by its name without prefix, and for the text directly inside elements. */
export interface XmlVisitor {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const CHUNK = 65_536;
/** A dozen are enough for a spreadsheet. */
const DEEPEST = 100;

/**
 * Reads XML piece by piece, in time that grows with its length alone.
 *
 * @param meter of the workbook
 * @throws {Error} at the first fault
 */
export function visitXml(bytes: Uint8Array, meter: Meter, { open, close, text }: XmlVisitor): void {
  meter.part(bytes.length);
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    meter.element();
    depth += 1;
    if (depth > DEEPEST) throw new Error('it is nested too deeply');
    open(bare(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(bare(name));
  });
  parser.on('text', (one) => text?.(one));
  parser.on('cdata', (one) => text?.(one));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `strike`, `strike="1"`: absent means true. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || value === '1' || value === 'true' || value === 'on';
}

export interface Book {
  readonly from1904: boolean;
  readonly sheets: readonly {
    readonly name: string;
    readonly isHidden: boolean;
    /** Path of its part in the archive. */
    readonly path: string;
  }[];
}

/** The workbook names its sheets by relation, and the relations name the parts. Chart sheets have no cells. */
export function readBook(workbook: Uint8Array, relations: Uint8Array, meter: Meter): Book {
  const paths = new Map<string, string>();
  visitXml(relations, meter, {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name === 'Relationship' && type.endsWith('/worksheet')) paths.set(id, pathOf(target));
    },
  });
  let from1904 = false;
  const sheets: Book['sheets'][number][] = [];
  visitXml(workbook, meter, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = 'date1904' in attributes && isOn(attributes['date1904']);
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const path = paths.get(relation);
      const { state = 'visible' } = attributes;
      if (path !== undefined) sheets.push({ name: attributes['name'] ?? '', isHidden: state !== 'visible', path });
    },
  });
  return { from1904, sheets };
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** What the style of a cell says of its content. */
export interface CellStyle {
  readonly isDate: boolean;
  readonly isScientific: boolean;
  readonly isStruck: boolean;
}

/** By the number that a cell names. */
export function readStyles(bytes: Uint8Array, meter: Meter): readonly CellStyle[] {
  const formats = new Map<string, Format>();
  const struckFonts: boolean[] = [];
  const styles: CellStyle[] = [];
  let section = '';
  const note = (name: string, attributes: Attributes): void => {
    if (SECTIONS.has(name)) section = name;
    else if (name === 'numFmt') formats.set(attributes['numFmtId'] ?? '', formatOf(attributes['formatCode'] ?? ''));
    else if (section === 'fonts' && name === 'font') struckFonts.push(false);
    else if (section === 'fonts' && name === 'strike') struckFonts[struckFonts.length - 1] = isOn(attributes['val']);
    else if (section === 'cellXfs' && name === 'xf') {
      const isStruck = struckFonts[Number(attributes['fontId'] ?? '0')] ?? false;
      const format = attributes['numFmtId'] ?? '0';
      styles.push({ ...(formats.get(format) ?? builtIn(Number(format))), isStruck });
    }
  };
  visitXml(bytes, meter, {
    open(name, attributes) {
      note(name, attributes);
      if (Math.max(formats.size, struckFonts.length, styles.length) > LIMITS.formats) throw new TooLarge('formats');
    },
  });
  return styles;
}

/** Fonts and formats stand in several of them, but those of cells in two alone. */
const SECTIONS: ReadonlySet<string> = new Set(['fonts', 'cellXfs', 'cellStyleXfs', 'dxfs']);

type Format = Pick<CellStyle, 'isDate' | 'isScientific'>;

function builtIn(number: number): Format {
  return { isDate: DATE_FORMATS.has(number), isScientific: number === 11 || number === 48 };
}

function formatOf(code: string): Format {
  const placeholders = code.replaceAll(NO_PLACEHOLDER, '');
  const isScientific = SCIENTIFIC.test(placeholders);
  return { isDate: !isScientific && /[dye]/iu.test(placeholders), isScientific };
}

/** Quoted, escaped and bracketed parts of a number format, closed or not; `General` is no date either. */
const NO_PLACEHOLDER = /"[^"]*"?|\\.|\[[^\]]*\]?|_.|general/giu;
const SCIENTIFIC = /e[+-]/iu;
/** Built-in formats with a day, those of East Asian editions among them (ECMA-376, 18.8.30). */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);
