/** What a CI system takes for a command when it reads a log. */

/** GitHub: a line that begins with two colons, whatever space stands before them. */
const LEADING = /^([^\S\n]*):(?=:)/gmu;
/** `##[` of GitHub, `##vso[` of Azure, `##teamcity[`: anywhere in a line. */
const BRACKETED = /##(?=\w*\[)/gu;

/** As wide and nearly as they look, but no colon and no number sign. */
const COLON_LIKE = '\u{A789}';
const NUMBER_SIGN_LIKE = '\u{2317}';

/** A page that no CI system takes orders from, whatever the ledger holds. Every line keeps its width. */
export function withoutCommands(page: string): string {
  return page.replaceAll(LEADING, `$1${COLON_LIKE}`).replaceAll(BRACKETED, `#${NUMBER_SIGN_LIKE}`);
}

/** The same for documents that have an escape of their own for a character, so that the data stays as it is. */
export function escapeCommands(document: string, escape: (character: ':' | '#') => string): string {
  return document
    .replaceAll(LEADING, (_, space: string) => space + escape(':'))
    .replaceAll(BRACKETED, () => `#${escape('#')}`);
}
