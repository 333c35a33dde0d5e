/** Text into data with places: YAML 1.2 core schema, one document, aliases within reason. */
import { constructFromEvents, type Event, parseEvents, YAMLException } from 'js-yaml';

import type { FileProblem } from '../domain/file-problem.ts';
import { findAliasProblems } from './alias-limit.ts';
import { findNodeProblems } from './node-problems.ts';
import { plainDocument } from './plain-document.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { findSecondDocument } from './second-document.ts';
import { explainParserError } from './syntax-messages.ts';
import { type YamlDocument, yamlDocument } from './yaml-document.ts';

export type { YamlDocument } from './yaml-document.ts';

export type ReadYaml = { readonly document: YamlDocument } | { readonly problems: readonly FileProblem[] };

/**
 * Reads a text as YAML. All that is wrong with it is listed at once, as `yaml/…` problems; it throws for nothing that
 * a text can hold. Dates stay strings.
 */
export async function readYaml(text: string): Promise<ReadYaml> {
  const plain = readPlainYaml(text);
  if (plain !== undefined) return { document: plainDocument(text, plain) };
  const parsed = attempt(() => parseEvents(text, {}));
  if ('failure' in parsed) {
    // Loaded for broken files alone: a parser that goes on after an error is slow to load.
    const { findSyntaxProblems } = await import('./syntax-problems.ts');
    return { problems: findSyntaxProblems(text, parsed.failure) };
  }
  return construct(text, parsed.value);
}

function construct(text: string, events: Event[]): ReadYaml {
  const second = findSecondDocument(text, events);
  if (second !== undefined) return { problems: [second] };
  const aliased = findAliasProblems(text, events);
  if (aliased.length > 0) return { problems: aliased };
  const constructed = attempt(() => constructFromEvents(events, { source: text }));
  if ('value' in constructed) return { document: yamlDocument(text, events, constructed.value[0] ?? null) };
  const problems = findNodeProblems(text, events);
  return { problems: problems.length > 0 ? problems : [explainParserError(text, constructed.failure)] };
}

function attempt<Value>(run: () => Value): { readonly value: Value } | { readonly failure: YAMLException } {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof YAMLException) return { failure: error };
    throw error;
  }
}
