/** Pictures of the terminal for the READMEs: what a real run printed, drawn on a grid of columns. */
import { readFileSync } from 'node:fs';

import { type Language, LANGUAGES } from '../../domain/text.ts';
import { widthOf } from '../../reporters/writing/display-width.ts';
import type { GeneratedFile } from './licence-index.ts';
import { inPlace, SHOWN_DAY } from './real-run.ts';

const COLUMNS = 94;
/** Pixels of a cell and of the edge around all. */
const CELL = { width: 8.4, height: 20 };
const EDGE = { x: 20, y: 36 };
const SIZE = 14;
const FONT =
  "ui-monospace,'SF Mono',Menlo,Consolas,'Noto Sans Mono','Noto Sans Mono CJK SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',monospace";

interface Scheme {
  readonly background: string;
  readonly text: string;
  readonly border: string;
  /** By the class of a run. */
  readonly paints: Readonly<Record<string, string>>;
}

const SCHEMES: Readonly<Record<string, Scheme>> = {
  light: {
    background: '#ffffff',
    text: '#1f2328',
    border: '#d1d9e0',
    paints: {
      error: 'fill:#c6202a',
      warning: 'fill:#8a5a00',
      info: 'fill:#0b6b83',
      good: 'fill:#1a7f37',
      dim: 'fill:#59636e',
    },
  },
  dark: {
    background: '#0d1117',
    text: '#e6edf3',
    border: '#3d444d',
    paints: {
      error: 'fill:#ff7b72',
      warning: 'fill:#e3b341',
      info: 'fill:#56d4dd',
      good: 'fill:#56d364',
      dim: 'fill:#9198a1',
    },
  },
};

/** What the codes of the terminal begin and end (chalk at its first level). */
const BEGINS: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  4: 'link',
  31: 'error',
  32: 'good',
  33: 'warning',
  36: 'info',
};
const ENDS: Readonly<Record<string, readonly string[]>> = {
  22: ['bold', 'dim'],
  24: ['link'],
  39: ['error', 'good', 'warning', 'info'],
};

export async function terminalPictures(root: URL): Promise<readonly GeneratedFile[]> {
  const name = 'ledger.example.yaml';
  const words = ['check', name, '--as-of', SHOWN_DAY];
  return inPlace({ [name]: readFileSync(new URL(name, root)) }, async (place) => {
    const files: GeneratedFile[] = [];
    for (const language of LANGUAGES) {
      const surroundings = { terminal: COLUMNS, env: { FORCE_COLOR: '1', LEDGER_LANG: language } };
      const { stdout } = await place.run(words, surroundings);
      const lines = [`$ ledger ${words.join(' ')}`, '', ...excerpt(stdout)];
      for (const [scheme, colours] of Object.entries(SCHEMES))
        files.push({ path: `docs/pictures/check-${language}-${scheme}.svg`, text: drawing(lines, colours, language) });
    }
    return files;
  });
}

/** The heading, the two gravest findings of the first licence, and how it ends. */
function excerpt(printed: string): readonly string[] {
  const blocks = printed.trimEnd().split('\n\n');
  return [...blocks.slice(0, 4), '…', ...blocks.slice(-1)].join('\n\n').split('\n');
}

function drawing(lines: readonly string[], { background, text, border, paints }: Scheme, language: Language): string {
  const rows = rowsOf(lines);
  const width = Math.ceil(COLUMNS * CELL.width + 2 * EDGE.x);
  const height = rows.length * CELL.height + EDGE.y + 12;
  const styles = Object.entries({ ...paints, bold: 'font-weight:600', link: 'text-decoration:underline' });
  const drawn = rows.flatMap((runs, at) => runs.map((run) => runDrawn(run, EDGE.y + at * CELL.height)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<style>text{font:${SIZE}px ${FONT};fill:${text};white-space:pre}${styles.map(([name, style]) => `.${name}{${style}}`).join('')}</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="${background}" stroke="${border}"/>
${drawn.join('\n')}
</svg>
`;
}

/** A wide character is as wide as it is high, and stands in the middle of its two cells. */
function runDrawn({ column, columns, sort, classes, text }: Run, y: number): string {
  const spare = sort === 'wide' ? 2 * CELL.width - SIZE : 0;
  const [x, length] = [EDGE.x + column * CELL.width + spare / 2, columns * CELL.width - spare];
  const painted = classes === '' ? '' : ` class="${classes}"`;
  return `<text x="${round(x)}" y="${y}" textLength="${round(length)}"${painted}>${escaped(text)}</text>`;
}

type Sort = 'blank' | 'ascii' | 'wide' | 'sign';

/** Characters side by side of one width and one paint, so that no font can move what follows. */
interface Run {
  readonly column: number;
  columns: number;
  readonly sort: Sort;
  readonly classes: string;
  text: string;
}

/** The lines as a terminal shows them: by column, and what is wider goes on in the next row. */
function rowsOf(lines: readonly string[]): readonly (readonly Run[])[] {
  const painted = new Set<string>();
  const rows: Run[][] = [];
  for (const line of lines) {
    let column = 0;
    rows.push([]);
    // oxlint-disable-next-line no-control-regex -- that is how a terminal is told
    for (const [piece, code] of line.matchAll(/\u001B\[(\d+)m|[^\u001B]/gu)) {
      if (code !== undefined) {
        for (const name of ENDS[code] ?? []) painted.delete(name);
        const begun = BEGINS[code];
        if (begun !== undefined) painted.add(begun);
        continue;
      }
      const columns = widthOf(piece);
      if (column + columns > COLUMNS) {
        rows.push([]);
        column = 0;
      }
      put(rows.at(-1) ?? [], { column, columns, sort: sortOf(piece), classes: [...painted].join(' '), text: piece });
      column += columns;
    }
  }
  return rows;
}

/** Joins what is alike; a sign outside of ASCII stands alone, because fonts differ most in them, and a blank is not drawn. */
function put(row: Run[], run: Run): void {
  const last = row.at(-1);
  const goesOn = last !== undefined && last.column + last.columns === run.column && run.sort !== 'sign';
  if (run.sort === 'blank') return;
  if (!goesOn || last.sort !== run.sort || last.classes !== run.classes) {
    row.push(run);
    return;
  }
  last.text += run.text;
  last.columns += run.columns;
}

function sortOf(character: string): Sort {
  if (character === ' ') return 'blank';
  if (character < '\u{7F}') return 'ascii';
  return widthOf(character) === 2 ? 'wide' : 'sign';
}

function round(pixels: number): string {
  return String(Math.round(pixels * 10) / 10);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
