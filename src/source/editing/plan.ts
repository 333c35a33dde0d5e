/** Edits of the data as cuts into the text. Whether they are the right ones, the editor checks afterwards. */
import type { Edit, Plain } from '../../domain/edit.ts';
import type { DataPath } from '../../domain/ledger.ts';
import { appendItems } from './append.ts';
import { findOwner } from './owner.ts';
import { insertLines, openPage, type Page } from './page.ts';
import type { Patch } from './patch.ts';
import { blockPair } from './print.ts';
import { removeField } from './remove-field.ts';
import { setField } from './set-field.ts';

export { CannotEdit } from './page.ts';

/**
 * The cuts for edits that belong together, as `groupEdits` puts them.
 *
 * @throws {CannotEdit} with the reason, where the text is written in a way that only a person should touch
 */
export function planEdits(text: string, edits: readonly Edit[]): readonly Patch[] {
  const [edit] = edits;
  if (edit === undefined) return [];
  const page = openPage(text);
  switch (edit.kind) {
    case 'append-entry':
      return append(page, [], edit.list, edits.flatMap(valueOf));
    case 'append-item':
      return append(page, edit.path, edit.field, edits.flatMap(valueOf));
    case 'set-field':
      return edit.path.length === 0 && page.root === undefined
        ? [beginFile(page, edit.field, edit.value)]
        : setField(page, edit.path, edit.field, edit.value);
    case 'remove-field':
      return removeField(page, edit.path, edit.field);
  }
}

function append(page: Page, path: DataPath, field: string, values: readonly Plain[]): readonly Patch[] {
  if (page.root === undefined) return [beginFile(page, field, values)];
  return appendItems(page, findOwner(page, path), field, values);
}

function valueOf(edit: Edit): readonly Plain[] {
  if (edit.kind === 'append-entry') return [edit.entry];
  return edit.kind === 'append-item' ? [edit.value] : [];
}

const DOCUMENT_END = /^\.\.\.(?=\s|$)/m;

/** The first field of a file that holds nothing but comments, at its end. */
function beginFile(page: Page, field: string, value: Plain): Patch {
  const at = DOCUMENT_END.exec(page.text)?.index ?? page.text.length;
  const eol = /\r\n?|\n/.exec(page.text)?.[0] ?? '\n';
  return insertLines(page, at, [blockPair(page, field, value, 0, [], { eol, isEntry: true })], false);
}

/** Appends to one list one after the other are one cut: a thousand imported entries are not a thousand readings. */
export function groupEdits(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const groups: Edit[][] = [];
  for (const edit of edits) {
    const group = groups.at(-1);
    const target = targetOf(edit);
    if (group?.[0] !== undefined && target !== undefined && targetOf(group[0]) === target) group.push(edit);
    else groups.push([edit]);
  }
  return groups;
}

function targetOf(edit: Edit): string | undefined {
  if (edit.kind === 'append-entry') return JSON.stringify([edit.list]);
  return edit.kind === 'append-item' ? JSON.stringify([...edit.path, edit.field]) : undefined;
}
