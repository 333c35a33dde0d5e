/** Edits of a ledger's text: it is cut where the data shall change, and every other byte stays. */
import { isDeepStrictEqual } from 'node:util';

import { applyToData, type Edit } from '../domain/edit.ts';
import type { Text } from '../domain/text.ts';
import { applyPatches, type Patch } from './editing/patch.ts';
import { readYaml } from './yaml-reader.ts';

export type { Patch } from './editing/patch.ts';

export type EditedYaml =
  | {
      readonly text: string;
      /** What was cut, step by step: each step's patches count in the text that the step before left. */
      readonly steps: readonly (readonly Patch[])[];
    }
  | { readonly refusal: Text };

const BOM = '\uFEFF';

/**
 * Applies edits to a text, one after the other. The result is read again: its data is the old data plus the edits, or
 * the whole is refused with the reason. Throws for nothing that a text can hold.
 *
 * @param text with its BOM, if it has one
 */
export async function editYaml(text: string, edits: readonly Edit[]): Promise<EditedYaml> {
  // Loaded for writers alone.
  const { groupEdits } = await import('./editing/plan.ts');
  const bom = text.startsWith(BOM) ? BOM : '';
  const first = await dataOf(text.slice(bom.length));
  if ('refusal' in first) return first;
  let edited = { text: text.slice(bom.length), data: first.data };
  const steps: (readonly Patch[])[] = [];
  // A copy has ordinary objects in it, as what is read has: prototypes are no data.
  for (const group of groupEdits(structuredClone(edits))) {
    const step = await takeStep(edited, group);
    if ('refusal' in step) return step;
    edited = step;
    steps.push(step.patches.map((patch) => moved(patch, bom.length)));
  }
  return { text: bom + edited.text, steps };
}

function moved({ start, end, text }: Patch, by: number): Patch {
  return { start: start + by, end: end + by, text };
}

interface Read {
  readonly text: string;
  readonly data: unknown;
}

type Refused = { readonly refusal: Text };
type Step = (Read & { readonly patches: readonly Patch[] }) | Refused;

async function takeStep({ text, data }: Read, edits: readonly Edit[]): Promise<Step> {
  const wanted = edits.reduce<unknown>(
    (before, edit) => (before === undefined ? undefined : applyToData(before, edit)),
    data,
  );
  if (wanted === undefined) return { refusal: MISFIT };
  if (isDeepStrictEqual(wanted, data)) return { text, data, patches: [] };
  const planned = await plan(text, edits);
  if ('refusal' in planned) return planned;
  const changed = applyPatches(text, planned.patches);
  const read = await dataOf(changed);
  if ('refusal' in read || !isDeepStrictEqual(read.data, wanted)) return { refusal: UNSAFE };
  return { text: changed, data: read.data, patches: planned.patches };
}

async function plan(text: string, edits: readonly Edit[]): Promise<{ readonly patches: readonly Patch[] } | Refused> {
  const { CannotEdit, planEdits } = await import('./editing/plan.ts');
  try {
    return { patches: planEdits(text, edits) };
  } catch (error) {
    if (error instanceof CannotEdit) return { refusal: error.reason };
    throw error;
  }
}

async function dataOf(text: string): Promise<{ readonly data: unknown } | Refused> {
  const read = await readYaml(text);
  return 'document' in read ? { data: read.document.data } : { refusal: read.problems[0]?.message ?? UNSAFE };
}

const MISFIT: Text = {
  zh: '台账中没有要改的条目，或者它的形式不对',
  en: 'the entry to be changed is not in the ledger, or has another form than expected',
};

const UNSAFE: Text = {
  zh: '照文件现在的写法，无法只改这一处而不影响其他内容；请直接编辑文件',
  en: 'as the file is written, this cannot be changed without changing something else; edit the file by hand',
};
