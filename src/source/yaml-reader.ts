/** Text into data with places: YAML 1.2 core schema, one document, aliases within reason. */
import { plainDocument } from './plain-document.ts';
import { type KnownText, readPlainYaml } from './plain-yaml.ts';
import type { ReadYaml } from './yaml-document.ts';

export type { ReadYaml, YamlDocument } from './yaml-document.ts';

/**
 * Reads a text as YAML. All that is wrong with it is listed at once, as `yaml/…` problems; it throws for nothing that
 * a text can hold. Dates stay strings.
 *
 * @param text without a byte order mark
 * @param known of an edited text in plain style: what need not be read again
 */
export async function readYaml(text: string, known?: KnownText): Promise<ReadYaml> {
  let notPlain = 0;
  const plain = readPlainYaml(
    text,
    (at) => {
      notPlain = at;
    },
    known,
  );
  if (plain !== undefined) return { document: plainDocument(text, plain) };
  // Loaded for other texts alone: the library needs longer to load than an ordinary ledger to be read.
  const { readWithLibrary } = await import('./library-reader.ts');
  return readWithLibrary(text, notPlain);
}
