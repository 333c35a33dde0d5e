/** Tabs as indentation: one mistake, however many lines and errors it makes. */
import type { FileProblem } from '../domain/file-problem.ts';
import { indexLines } from './line-index.ts';
import { lineWords, textProblem } from './text-problems.ts';
import type { ReadYaml } from './yaml-document.ts';

/** In the indentation of lines that hold more. */
const INDENTING_TAB = /(?<![^\n])[ \t]*\t[ \t]*(?=[^\s])/g;

/**
 * The tabs that lines from a place on are indented with, as one `yaml/syntax` problem. Where spaces in their place can mean one
 * thing alone, it carries the command that puts them there.
 *
 * @param from where the line of the first of them starts
 * @param read reads a text that has spaces there
 */
export function tabProblem(text: string, from: number, read: (text: string) => ReadYaml): FileProblem {
  const lines = indexLines(text);
  const places = [...text.slice(from).matchAll(INDENTING_TAB)].map(({ index }) => from + index);
  const where = lineWords(places.map((at) => lines.positionAt(at).line).map((line) => [line, line]));
  const start = text.indexOf('\t', from);
  const problem = textProblem(
    'yaml/syntax',
    { start, end: start + 1 },
    { zh: `${where.zh}的缩进用了制表符`, en: `${where.en}: a tab is used for indentation` },
  );
  const width = widthOf(text, read);
  if (width === undefined) {
    const remedy = {
      zh: '缩进只用空格：把行首的制表符换成空格，与同一层的其他行对齐。',
      en: 'Indent with spaces only: replace the tabs, and align the line with the others of that level.',
    };
    return { ...problem, remedy };
  }
  const remedy = {
    zh: `缩进只用空格：把行首的每个制表符换成${width}个空格，可以用下面的命令。`,
    en: `Indent with spaces only: replace each tab with ${width} spaces, by hand or with the command.`,
  };
  // Not every sed knows \t. The name of the file is a word of its own, and the file is replaced by what is whole.
  const script = `sed -e :a -e "s/^\\( *\\)$(printf "\\t")/\\1${' '.repeat(width)}/" -e ta`;
  return { ...problem, remedy, command: ['sh', '-c', `${script} < "$0" > "$0.spaces" && mv -- "$0.spaces" "$0"`] };
}

const WIDTHS = [2, 4, 8, 1, 3, 6];
/** Each width is a parse. */
const LONGEST_TRIED = 200_000;
/** In what follows such a header spaces are text. */
const BLOCK_TEXT = /(?<![^\s:-])[|>][-+\d]*[ \t]*(?:#.*)?$/m;

/** How many spaces a tab stands for, if the text then means something, and the same for every width that fits. */
function widthOf(text: string, read: (text: string) => ReadYaml): number | undefined {
  if (text.length > LONGEST_TRIED || BLOCK_TEXT.test(text)) return undefined;
  const readings = WIDTHS.flatMap((width) => {
    const spaced = text.replaceAll(/(?<![^\n])[ \t]*\t/g, (tabs) => tabs.replaceAll('\t', ' '.repeat(width)));
    // Behind a lone carriage return a tab stays, and so does what is wrong.
    if (spaced === text) return [];
    const reading = read(spaced);
    return 'document' in reading ? [{ width, meaning: JSON.stringify(reading.document.data) }] : [];
  });
  const [first] = readings;
  return readings.every(({ meaning }) => meaning === first?.meaning) ? first?.width : undefined;
}
