/** The cells of a workbook as its XML has them: texts, shared or not, numbers, days, and what formulas came to. */
import type { Meter } from './limits.ts';
import { type Cell, dayOfSerial, isNearMidnight } from './sheet.ts';
import { type Attributes, type CellStyle, isOn, visitXml } from './workbook-parts.ts';

/** What cells refer to. */
export interface CellContext {
  readonly from1904: boolean;
  readonly styles: readonly CellStyle[];
  readonly texts: readonly RichText[];
}

export interface RichText {
  readonly text: string;
  /** Whether a part of it is struck through. */
  readonly isStruck: boolean;
}

/** Gathers the runs of a text; phonetics stand beside it and are no part of it. */
class TextGatherer {
  #text = '';
  #isStruck = false;
  #isPhonetic = false;
  #isInText = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.#isPhonetic = true;
    else if (name === 't') this.#isInText = !this.#isPhonetic;
    else if (name === 'strike') this.#isStruck ||= isOn(attributes['val']);
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPhonetic = false;
    else if (name === 't') this.#isInText = false;
  }

  add(text: string): void {
    if (this.#isInText) this.#text += text;
  }

  /** What was gathered since the last time. */
  take(): RichText {
    const taken = { text: unescaped(this.#text), isStruck: this.#isStruck };
    this.#text = '';
    this.#isStruck = false;
    return taken;
  }
}

/** `_x0007_` stands for the character 7 (ECMA-376, ST_Xstring). */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** By the number that a cell names. */
export function readSharedTexts(bytes: Uint8Array, meter: Meter): readonly RichText[] {
  const texts: RichText[] = [];
  const gatherer = new TextGatherer();
  visitXml(bytes, meter, {
    open(name, attributes) {
      gatherer.open(name, attributes);
    },
    close(name) {
      gatherer.close(name);
      if (name === 'si') texts.push(gatherer.take());
    },
    text(text) {
      gatherer.add(text);
    },
  });
  return texts;
}

interface ReadCell {
  readonly value: Cell;
  /** The whole of a text. */
  readonly untrimmed: string | undefined;
  readonly isStruck: boolean;
}

export interface XmlCellReader {
  begin(attributes: Attributes): void;
  open(element: string, attributes: Attributes): void;
  close(element: string): void;
  add(text: string): void;
  end(): ReadCell;
}

/** What one `<c>` says, element by element. */
export function xmlCellReader({ styles, texts, from1904 }: CellContext): XmlCellReader {
  const gatherer = new TextGatherer();
  let type = 'n';
  let style: CellStyle | undefined;
  let written = '';
  let isInValue = false;
  let isFormula = false;
  return {
    begin(attributes) {
      type = attributes['t'] ?? 'n';
      style = styles[Number(attributes['s'] ?? '0')];
      written = '';
      isFormula = false;
    },
    open(element, attributes) {
      if (element === 'v') isInValue = true;
      else if (element === 'f') isFormula = true;
      else gatherer.open(element, attributes);
    },
    close(element) {
      if (element === 'v') isInValue = false;
      else gatherer.close(element);
    },
    add(text) {
      if (isInValue) written += text;
      else gatherer.add(text);
    },
    end() {
      const inline = gatherer.take();
      const rich = type === 's' ? texts[Number(written)] : type === 'inlineStr' ? inline : undefined;
      const value = rich === undefined ? valueOf() : textCell(rich.text);
      return { value, untrimmed: rich?.text, isStruck: style?.isStruck === true || rich?.isStruck === true };
    },
  };

  function valueOf(): Cell {
    // A workbook that a program wrote and no spreadsheet has opened knows no results of its formulas.
    if (written === '') return isFormula && type !== 'str' ? { error: UNKNOWN } : undefined;
    if (type === 'b') return written === '1' || written === 'true';
    if (type === 'e') return { error: written };
    if (type !== 'n') return textCell(unescaped(written));
    const number = Number(written);
    if (Number.isNaN(number)) return textCell(written);
    if (style?.isScientific === true || Math.abs(number) >= MOST_EXACT) return { inexact: written };
    return style?.isDate === true ? dateCell(number, from1904) : number;
  }
}

const UNKNOWN = '#UNKNOWN!';
const ERROR = /^#(?:REF|N\/A|DIV\/0|VALUE|NAME|NULL|NUM|SPILL|CALC|FIELD|BLOCKED|CONNECT|UNKNOWN|GETTING_DATA)[!?]?$/u;
/** A spreadsheet keeps fifteen digits. */
const MOST_EXACT = 1e15;

function textCell(text: string): Cell {
  const trimmed = text.trim();
  if (ERROR.test(trimmed)) return { error: trimmed };
  return trimmed === '' ? undefined : trimmed;
}

/** What is no day that can be told stays a number. */
function dateCell(serial: number, from1904: boolean): Cell {
  const day = isNearMidnight(serial) ? undefined : dayOfSerial(Math.floor(serial), from1904);
  return day === undefined ? serial : { day };
}
