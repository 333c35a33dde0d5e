/** Reads a text and edits it, as a command does with the bytes of a file. */
import type { Edit } from '../../src/domain/edit.ts';
import type { Text } from '../../src/domain/text.ts';
import { decodeText, patchBytes } from '../../src/source/decode-text.ts';
import { editYaml, type Patch } from '../../src/source/yaml-editor.ts';
import { readYaml } from '../../src/source/yaml-reader.ts';

export type EditedText = { readonly text: string; readonly patches: readonly Patch[] } | { readonly refusal: Text };

/** @param text with its BOM, if it has one; patches count behind it */
export async function editText(text: string, edits: readonly Edit[]): Promise<EditedText> {
  const bytes = new TextEncoder().encode(text);
  const decoded = decodeText(bytes);
  const read = 'problem' in decoded ? { problems: [decoded.problem] } : await readYaml(decoded.text);
  if ('problems' in read) return { refusal: read.problems[0]?.message ?? { zh: '', en: '' } };
  const edited = await editYaml(read.document, edits);
  if ('refusal' in edited) return edited;
  const { document, patches } = edited;
  const changed = new TextDecoder('utf-8', { ignoreBOM: true }).decode(patchBytes(bytes, decoded.text, patches));
  if (!changed.endsWith(document.text)) throw new Error('the bytes say something else than the text');
  return { text: changed, patches };
}
