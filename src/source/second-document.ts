/** A ledger is one document; what follows a second `---` would silently be left out. */
import { type Event, EVENT_ID } from 'js-yaml';

import type { FileProblem, TextSpan } from '../domain/file-problem.ts';
import { type EventTree, growTree } from './event-tree.ts';
import { endOfNode, spanOfNode } from './node-spans.ts';
import { textProblem } from './text-problem.ts';

/** Where a second document begins, as a `yaml/multiple-documents` problem. */
export function findSecondDocument(text: string, events: Event[]): FileProblem | undefined {
  const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT);
  const [first] = documents;
  if (first === undefined || documents.length < 2) return undefined;
  return textProblem('yaml/multiple-documents', startOfSecond(text, growTree(text, events)), {
    zh: `这里开始了第二个YAML文档（文件中共${documents.length}个）`,
    en: `a second YAML document begins here (the file holds ${documents.length})`,
  });
}

const DOCUMENT_START = /^---(?=\s|$)/gm;

/** Between two documents stand only comments, directives and markers, so that a line with `---` there is one. */
function startOfSecond(text: string, tree: EventTree): TextSpan {
  const [first = 0, second = 0] = tree.roots;
  const own = tree.eventOf(first - 1);
  const startsExplicitly = own?.type === EVENT_ID.DOCUMENT && own.explicitStart;
  const end = endOfNode(text, tree, first);
  DOCUMENT_START.lastIndex = end ?? 0;
  if (end === undefined && startsExplicitly) DOCUMENT_START.test(text);
  const written = spanOfNode(text, tree, second);
  const marker = DOCUMENT_START.exec(text);
  if (marker !== null && (written === undefined || marker.index < written.start)) {
    return { start: marker.index, end: marker.index + marker[0].length };
  }
  return written ?? { start: 0, end: 0 };
}
