/** Edits of a ledger's text: the text changes where the data does, and every other byte stays. */
import { isDeepStrictEqual } from 'node:util';

import { applyAllToData, type Edit, type Plain } from '../domain/edit.ts';
import type { DataPath } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';
import { removeField, removeItem, renameField, replaceAt, setField } from './editing/change.ts';
import { appendItems } from './editing/insert.ts';
import { applyPatches, type Patch } from './editing/lines.ts';
import { findOwner } from './editing/models.ts';
import { CannotEdit, insertLines, openPage, type Page } from './editing/page.ts';
import { blockPair } from './editing/print.ts';
import { readYaml, type YamlDocument } from './yaml-reader.ts';

export type { Patch } from './editing/lines.ts';

export type EditedYaml =
  | {
      /** The edited text, read. */
      readonly document: YamlDocument;
      /** What was cut, step by step: each step's patches count in the text that the step before left. */
      readonly steps: readonly (readonly Patch[])[];
    }
  | Refused;

interface Refused {
  readonly refusal: Text;
}

/**
 * Applies edits to a document that was read, one after the other. The result is read: its data is the old data plus
 * the edits, or the whole is refused with the reason. Throws for nothing that a text can hold.
 */
export async function editYaml(document: YamlDocument, edits: readonly Edit[]): Promise<EditedYaml> {
  let edited = document;
  const steps: (readonly Patch[])[] = [];
  // A copy has ordinary objects in it, as what is read has: prototypes are no data.
  for (const group of groupEdits(structuredClone(edits))) {
    const step = await takeStep(edited, group);
    if ('refusal' in step) return step;
    edited = step.document;
    steps.push(step.patches);
  }
  return { document: edited, steps };
}

type Step = { readonly document: YamlDocument; readonly patches: readonly Patch[] } | Refused;

async function takeStep(document: YamlDocument, edits: readonly Edit[]): Promise<Step> {
  const { text, data } = document;
  const wanted = applyAllToData(data, edits);
  if (wanted === undefined) return { refusal: MISFIT };
  if (isDeepStrictEqual(wanted, data)) return { document, patches: [] };
  const planned = plan(document, edits);
  if ('refusal' in planned) return planned;
  const read = await readYaml(applyPatches(text, planned.patches));
  if ('problems' in read || !isDeepStrictEqual(read.document.data, wanted)) return { refusal: UNSAFE };
  return { document: read.document, patches: planned.patches };
}

function plan(document: YamlDocument, edits: readonly Edit[]): { readonly patches: readonly Patch[] } | Refused {
  try {
    return { patches: planEdits(openPage(document), edits) };
  } catch (error) {
    if (error instanceof CannotEdit) return { refusal: error.reason };
    throw error;
  }
}

/**
 * The cuts for edits that belong together. Whether they are the right ones is checked afterwards.
 *
 * @throws {CannotEdit} with the reason, where the text is written in a way that only a person should touch
 */
function planEdits(page: Page, edits: readonly Edit[]): readonly Patch[] {
  const [edit] = edits;
  if (edit === undefined) return [];
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
    case 'remove-item':
      return removeItem(page, edit.path, edit.at);
    case 'replace':
    case 'rename-field':
      return edits.flatMap((one) => changeInPlace(page, one));
  }
}

function changeInPlace(page: Page, edit: Edit): readonly Patch[] {
  if (edit.kind === 'replace') return replaceAt(page, edit.path, edit.value);
  return edit.kind === 'rename-field' ? renameField(page, edit.path, edit.field, edit.to) : [];
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

/**
 * Appends to one list one after the other are one cut, and so are values replaced or fields renamed at one depth, which leave
 * each other's paths as they are: a thousand entries are not a thousand readings.
 */
function groupEdits(edits: readonly Edit[]): readonly (readonly Edit[])[] {
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
  switch (edit.kind) {
    case 'append-entry':
      return JSON.stringify([edit.list]);
    case 'append-item':
      return JSON.stringify([...edit.path, edit.field]);
    case 'replace':
    case 'rename-field':
      return `${edit.kind} ${edit.path.length}`;
    case 'set-field':
    case 'remove-field':
    case 'remove-item':
      return undefined;
  }
}

const MISFIT: Text = {
  zh: '台账中没有要改的条目，或者它的形式不对',
  en: 'the entry to be changed is not in the ledger, or has another form than expected',
};

const UNSAFE: Text = {
  zh: '照文件现在的写法，无法只改这一处而不影响其他内容；请直接编辑文件',
  en: 'as the file is written, this cannot be changed without changing something else; edit the file by hand',
};
