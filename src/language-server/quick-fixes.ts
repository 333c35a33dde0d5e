/** The edits that findings know, offered where they stand; all of them at once are what `check --fix` writes. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';

import { wordOf } from '../domain/edit.ts';
import type { FixEdit } from '../domain/finding.ts';
import type { LocatedFinding } from '../domain/report.ts';
import type { Text } from '../domain/text.ts';
import { printable } from '../reporters/writing/printable.ts';
import { repairFinding, repairText } from '../run/recording/repair-text.ts';
import type { Patch } from '../source/yaml-editor.ts';
import type { Analysis } from './analysis.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { touch } from './places.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.ledger`;

/** Those for the findings of a stretch; a finding that has a command alone gets none. */
export async function quickFixes(analysis: Analysis, range: Range, { only }: CodeActionContext): Promise<CodeAction[]> {
  const wants = (kind: string): boolean => only === undefined || only.some((one) => `${kind}.`.startsWith(`${one}.`));
  const fixes = wants(CodeActionKind.QuickFix) ? await fixesIn(range, analysis) : [];
  return only !== undefined && wants(FIX_ALL) ? [...fixes, ...(await fixAll(analysis))] : fixes;
}

async function fixesIn(range: Range, analysis: Analysis): Promise<CodeAction[]> {
  const { places, report, language } = analysis;
  const actions: CodeAction[] = [];
  for (const finding of report.findings) {
    if (!touch(places.rangeAt(finding.location), range)) continue;
    const edit = await editFor(finding, analysis);
    if (edit === undefined) continue;
    actions.push({
      title: printable(titleOf(finding)[language]),
      kind: CodeActionKind.QuickFix,
      diagnostics: [...diagnosticsOf({ ...analysis, complaints: [], report: { ...report, findings: [finding] } })],
      isPreferred: true,
      edit,
    });
  }
  return actions;
}

/** Undefined where nothing is certain, or the text is written in a way that only a person should touch. */
async function editFor(finding: LocatedFinding, analysis: Analysis): Promise<WorkspaceEdit | undefined> {
  const { document } = analysis.loaded;
  if (document === undefined || finding.fix?.edits === undefined) return undefined;
  const { made, patches } = await repairFinding(document, finding);
  return made === 0 ? undefined : toWorkspaceEdit(patches, analysis);
}

async function fixAll(analysis: Analysis): Promise<CodeAction[]> {
  const { loaded, report, look, language } = analysis;
  const { document } = loaded;
  if (document === undefined) return [];
  const repaired = await repairText(document, report.findings, async (text) => (await look(text)).report.findings);
  if (repaired.made === 0) return [];
  return [{ title: TITLE_OF_ALL[language], kind: FIX_ALL, edit: toWorkspaceEdit(repaired.patches, analysis) }];
}

function toWorkspaceEdit(patches: readonly Patch[], { uri, places }: Analysis): WorkspaceEdit {
  const edits = patches.map(({ text, ...span }): TextEdit => ({ range: places.rangeOf(span), newText: text }));
  return { changes: { [uri]: edits } };
}

function titleOf({ fix }: LocatedFinding): Text {
  const titles = (fix?.edits ?? []).map(titleOfEdit);
  return { zh: titles.map(({ zh }) => zh).join('；'), en: titles.map(({ en }) => en).join('; ') };
}

function titleOfEdit({ path, value, key }: FixEdit): Text {
  if (value !== undefined) {
    const word = Array.isArray(value) ? `[${value.join(', ')}]` : wordOf(value);
    return { zh: `改为 ${word}`, en: `Change to ${word}` };
  }
  const step = path.at(-1);
  if (key !== undefined) return { zh: `把 ${step} 改名为 ${key}`, en: `Rename ${step} to ${key}` };
  return typeof step === 'number'
    ? { zh: '删除这一项', en: 'Remove this item' }
    : { zh: `删除 ${step}`, en: `Remove ${step}` };
}

const TITLE_OF_ALL: Text = { zh: '改正所有能确定的问题', en: 'Fix everything that can be fixed automatically' };
