/** What an edit changes, as programmers read it. */

/** A unified diff with three lines of context; empty where nothing differs. A CR before a line's end is part of the line. */
export async function unifiedDiff(file: string, before: string, after: string): Promise<string> {
  if (before === after) return '';
  const { createTwoFilesPatch, OMIT_HEADERS } = await import('diff');
  const options = { context: 3, headerOptions: OMIT_HEADERS };
  const hunks = createTwoFilesPatch(file, file, before, after, undefined, undefined, options);
  // The library would write a Chinese name in octal, as Git does.
  return `--- ${file}\n+++ ${file}\n${hunks}`;
}
