/** The names that fit where an editor's cursor stands: ids of entries, services of a licence, rules. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';

import { nameOfResourceKind } from '../domain/resource-kinds.ts';
import type { Language } from '../domain/text.ts';
import { printable } from '../reporters/writing/printable.ts';
import { allRules, catalogue } from '../rules/catalogue.ts';
import { textOf } from '../schema/raw-data.ts';
import { type Outline, outlineOf, type RawLicence } from '../schema/references.ts';
import { readYaml } from '../source/yaml-reader.ts';
import type { Analysis } from './analysis.ts';
import { type Writing, writingAt } from './writing-at.ts';

interface Name {
  readonly name: string;
  /** What people call it. */
  readonly detail: string;
  readonly kind?: CompletionItemKind;
}

type Namer = (outline: Outline, language: Language) => readonly Name[];

/** By section and field of the file. */
const NAMERS: Readonly<Record<string, Namer>> = {
  'resources serves': licences,
  'resources follows': resources,
  'waivers entry': (...of) => [...licences(...of), ...resources(...of), ...company(...of)],
  'waivers rule': rules,
  'duties for': (...of) => [...licences(...of), ...company(...of)],
};

/** None where no name is asked for. */
export async function completionsAt(analysis: Analysis, offset: number): Promise<CompletionItem[]> {
  const text = analysis.text.replace(/^\u{FEFF}/u, '');
  const writing = writingAt(text, offset);
  const namer = writing === undefined ? undefined : NAMERS[`${writing.section} ${writing.field}`];
  if (writing === undefined || namer === undefined) return [];
  const { places, language } = analysis;
  const range = places.rangeOf(writing);
  const names = namer(outlineOf(await dataFor(analysis, text, writing)), language);
  return names.map(({ name, detail, kind = CompletionItemKind.Reference }) => ({
    label: name,
    kind,
    detail: printable(detail),
    textEdit: { range, newText: name },
  }));
}

/** What the text says; where it is broken at the moment, what it said before, or says without the line that is being written. */
async function dataFor({ loaded, lastData }: Analysis, text: string, { start, end }: Writing): Promise<unknown> {
  if (loaded.document !== undefined) return loaded.document.data;
  if (lastData !== undefined) return lastData;
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = text.slice(end).search(/[\r\n]|$/);
  const read = await readYaml(text.slice(0, line) + text.slice(end + rest));
  return 'document' in read ? read.document.data : undefined;
}

function licences({ licences: all }: Outline, language: Language): readonly Name[] {
  return all.flatMap((licence) => {
    const { id, kinds } = licence;
    if (id === undefined) return [];
    const services = kinds.length > 1 ? kinds : [];
    return [
      { name: id, detail: detailOf(licence, language) },
      ...services.map(({ kind }) => ({ name: `${id}/${kind}`, detail: nameOfService(kind, language) })),
    ];
  });
}

function detailOf({ kinds, fields }: RawLicence, language: Language): string {
  const names = kinds.map(({ kind }) => nameOfService(kind, language));
  return [names.join(language === 'zh' ? '、' : ', '), textOf(fields, 'number') ?? ''].join('  ').trim();
}

function nameOfService(kind: string, language: Language): string {
  return catalogue.kinds.get(kind)?.name[language] ?? kind;
}

function resources({ resources: all }: Outline, language: Language): readonly Name[] {
  return all.flatMap(({ id, fields }) => {
    if (id === undefined) return [];
    const kind = textOf(fields, 'kind');
    const words = [kind === undefined ? '' : nameOfResourceKind(kind)[language], textOf(fields, 'title') ?? ''];
    return [{ name: id, detail: words.join('  ').trim() }];
  });
}

function company(_: Outline, language: Language): readonly Name[] {
  return [{ name: 'company', detail: language === 'zh' ? '公司' : 'the company' }];
}

function rules({ requirements, duties }: Outline, language: Language): readonly Name[] {
  const kind = CompletionItemKind.Value;
  return [
    ...allRules().map(({ id, summary }) => ({ name: id, detail: summary[language], kind })),
    ...[...requirements, ...duties].flatMap(({ id, fields }) => {
      const detail = textOf(fields, 'title') ?? textOf(fields, 'reason') ?? '';
      return id === undefined ? [] : [{ name: `own/${id}`, detail, kind }];
    }),
  ];
}
