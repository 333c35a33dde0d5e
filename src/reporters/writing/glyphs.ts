/** The signs of which time lines are drawn, each one column wide. */
export interface Glyphs {
  /** Stand before a licence. */
  readonly good: string;
  readonly breaks: string;
  readonly broken: string;
  readonly cover: string;
  /** The first day that nothing covers, where that is an error and where it is not; and those behind it. */
  readonly gapBegins: string;
  readonly lightGapBegins: string;
  readonly gap: string;
  /** After a term whose renewal is not decided. */
  readonly undetermined: string;
  readonly deadline: string;
  readonly now: string;
  readonly nowOnCover: string;
  readonly nowOnAxis: string;
  readonly axis: string;
  readonly tick: string;
  /** At the end of a label that was cut. */
  readonly cut: string;
  /** Between the services of a licence, with its spaces. */
  readonly between: string;
}

export const UNICODE_GLYPHS: Glyphs = {
  good: '✔',
  breaks: '▲',
  broken: '✖',
  cover: '━',
  gapBegins: '✖',
  lightGapBegins: '▲',
  gap: '┄',
  undetermined: '?',
  deadline: '◆',
  now: '│',
  nowOnCover: '┿',
  nowOnAxis: '▼',
  axis: '─',
  tick: '┬',
  cut: '…',
  between: ' · ',
};

export const ASCII_GLYPHS: Glyphs = {
  good: '+',
  breaks: '!',
  broken: 'X',
  cover: '=',
  gapBegins: 'X',
  lightGapBegins: '!',
  gap: '.',
  undetermined: '?',
  deadline: 'v',
  now: '|',
  nowOnCover: '|',
  nowOnAxis: 'V',
  axis: '-',
  tick: '+',
  cut: '~',
  between: ' + ',
};
