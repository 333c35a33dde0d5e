/** Edits of a ledger's text: the text changes where the data does, and every other byte stays. */
import { applyAllToData, type Edit, type Plain } from '../domain/edit.ts';
import type { DataPath } from '../domain/ledger.ts';
import { areSame, withKnownEntries } from '../domain/plain-data.ts';
import type { Text } from '../domain/text.ts';
import { removeField, removeItem, renameField, replaceAt, setField } from './editing/change.ts';
import { appendItems } from './editing/insert.ts';
import { applyPatches, breakAround, doOverlap, inOrder, type Patch } from './editing/lines.ts';
import { findOwner } from './editing/models.ts';
import { CannotEdit, insertLines, openPage, type Page } from './editing/page.ts';
import { blockPair } from './editing/print.ts';
import { nextRound, type Unit } from './editing/rounds.ts';
import { knownText } from './plain-yaml.ts';
import { oneAfterOther } from './text-changes.ts';
import { readYaml, type YamlDocument } from './yaml-reader.ts';

export type { Patch } from './editing/lines.ts';

export interface Edited {
  /** The edited text, read. */
  readonly document: YamlDocument;
  /** What was cut, in the text that was given. */
  readonly patches: readonly Patch[];
}

export type EditedYaml = Edited | Refused;

interface Refused {
  readonly refusal: Text;
}

/**
 * Applies edits to a document that was read, one after the other. The result is read: its data is the old data plus
 * the edits, or the whole is refused with the reason. Throws for nothing that a text can hold.
 */
export async function editYaml(document: YamlDocument, edits: readonly Edit[]): Promise<EditedYaml> {
  let edited: Edited = { document, patches: [] };
  for (let left = edits; left.length > 0;) {
    const { now, later } = nextRound(left, edited.document.data);
    const made = await makeTogether(edited.document, now);
    if ('refusal' in made) return made;
    edited = { document: made.document, patches: oneAfterOther(edited.patches, made.patches) };
    left = later;
  }
  return edited;
}

/** All in one step. Where that is not what they mean, half of them after the other: a text may be written in such a way. */
async function makeTogether(document: YamlDocument, units: readonly Unit[]): Promise<EditedYaml> {
  const whole = await takeStep(document, units);
  if (!('refusal' in whole) || units.length <= 1) return whole;
  const half = units.length >>> 1;
  const first = await makeTogether(document, units.slice(0, half));
  if ('refusal' in first) return first;
  const second = await makeTogether(first.document, units.slice(half));
  return 'refusal' in second ? second : { ...second, patches: oneAfterOther(first.patches, second.patches) };
}

async function takeStep(document: YamlDocument, units: readonly Unit[]): Promise<EditedYaml> {
  const { text, data, sections } = document;
  const edits = units.flat();
  const wanted = applyAllToData(data, edits);
  if (wanted === undefined) return { refusal: MISFIT };
  if (areSame(wanted, data)) return { document, patches: [] };
  const planned = plan(document, units);
  if ('refusal' in planned) return planned;
  const patches = inOrder(planned.patches);
  if (doOverlap(patches)) return { refusal: UNSAFE };
  const known = sections === undefined ? undefined : knownText(sections, data, patches);
  const read = await readYaml(applyPatches(text, patches), known);
  if ('problems' in read || !areSame(read.document.data, wanted)) return { refusal: UNSAFE };
  const carried = withKnownEntries(read.document.data, wanted, data, new Set(edits.flatMap(valueOf)));
  return { document: { ...read.document, data: carried }, patches };
}

function plan(document: YamlDocument, units: readonly Unit[]): { readonly patches: readonly Patch[] } | Refused {
  try {
    const page = openPage(document);
    return { patches: units.flatMap((unit) => planEdits(page, unit)) };
  } catch (error) {
    if (error instanceof CannotEdit) return { refusal: error.reason };
    throw error;
  }
}

/**
 * The cuts for edits that are one. Whether they are the right ones is checked afterwards.
 *
 * @throws {CannotEdit} with the reason, where the text is written in a way that only a person should touch
 */
function planEdits(page: Page, edits: Unit): readonly Patch[] {
  const [edit] = edits;
  switch (edit.kind) {
    case 'append-entry':
      return append(page, [], edit.list, edits.flatMap(valueOf));
    case 'append-item':
      return append(page, edit.path, edit.field, edits.flatMap(valueOf));
    case 'set-field':
      return setField(page, edit.path, edit.field, edit.value);
    case 'remove-field':
      return removeField(page, edit.path, edit.field);
    case 'remove-item':
      return removeItem(page, edit.path, edit.at);
    case 'replace':
      return replaceAt(page, edit.path, edit.value);
    case 'rename-field':
      return renameField(page, edit.path, edit.field, edit.to);
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
  const eol = breakAround(page.text, 0);
  return insertLines(page, at, [blockPair(page, field, value, 0, [], { eol, isEntry: true })], false);
}

const MISFIT: Text = {
  zh: '台账中没有要改的条目，或者它的形式不对',
  en: 'the entry to change is not in the ledger, or does not have the expected form',
};

const UNSAFE: Text = {
  zh: '照文件现在的写法，无法只改这一处而不影响其他内容；请直接编辑文件',
  en: 'as the file is written, this cannot be changed without affecting other content; edit the file by hand',
};
