import type { ChalkInstance } from 'chalk';

import type { Language } from '../../domain/text.ts';

type Paint = (text: string) => string;

/** What a colour is for, not which one it is. */
export interface Colours {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly good: Paint;
  readonly dim: Paint;
  readonly bold: Paint;
  readonly link: Paint;
}

/** How a page for people is set. */
export interface Style {
  readonly language: Language;
  /** Columns of the terminal; pages are set to 40 at least. */
  readonly width: number;
  readonly colour: Colours;
}

export const NARROWEST = 40;

/** The columns that a page has, however narrow the terminal says it is. */
export function columnsOf({ width }: Style): number {
  return Math.max(width, NARROWEST);
}

const unchanged: Paint = (text) => text;

export const plainColours: Colours = {
  error: unchanged,
  warning: unchanged,
  info: unchanged,
  good: unchanged,
  dim: unchanged,
  bold: unchanged,
  link: unchanged,
};

/** The platform loads chalk only where colour is wanted, and hands it in. */
export function coloursOf(chalk: ChalkInstance): Colours {
  return {
    error: paintOf(chalk.red),
    warning: paintOf(chalk.yellow),
    info: paintOf(chalk.cyan),
    good: paintOf(chalk.green),
    dim: paintOf(chalk.dim),
    bold: paintOf(chalk.bold),
    link: paintOf(chalk.underline),
  };
}

/** chalk would join all that `map` passes; a paint takes the text alone. */
function paintOf(chalk: ChalkInstance): Paint {
  return (text) => chalk(text);
}
