/** `ledger diff`: what changed, and what that does. */
import { resolve } from 'node:path';

import { renderNotice, tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { LedgersDiff } from '../../domain/ledger-diff.ts';
import { ExitCode } from '../../exit-code.ts';
import { type Repository } from '../../history/repository.ts';
import { commitNamed } from '../../history/revisions.ts';
import type { Io } from '../../platform/io.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { ambiguous, diffLedgers } from '../../run/diff-ledgers.ts';
import { findLedgers, isPattern } from '../../run/find-ledgers.ts';
import { printInvalid } from '../../run/tell-ledgers.ts';
import { repositoryOf } from '../../run/two-trees.ts';

export type DiffFormat = 'text' | 'markdown' | 'json';

export interface DiffOptions {
  readonly to?: string | undefined;
  readonly asOf?: CalendarDay | undefined;
  readonly format?: DiffFormat | undefined;
}

/**
 * @param words a revision and paths; HEAD where the first is a path already
 * @throws {Refusal} for a word that may be both, and where git cannot tell
 */
export async function diff(
  words: readonly string[],
  { to, asOf, format = 'text' }: DiffOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const { ref, paths, repository } = await readWords(words, io);
  try {
    const { diff: told, complaints, invalid, uncounted } = await diffLedgers({ ref, to, paths, asOf }, repository, io);
    await tellComplaints(complaints, io, languages.people);
    for (const notice of uncounted) await io.stderr.write(renderNotice(notice, languages.people));
    await printInvalid(invalid, asOf, invocation);
    await io.stdout.write(await render(told, format, invocation));
    return complaints.length + invalid.length === 0 ? ExitCode.ok : ExitCode.noVerdict;
  } finally {
    repository.close();
  }
}

interface Words {
  readonly ref: string;
  readonly paths: readonly string[];
  readonly repository: Repository;
}

async function readWords(words: readonly string[], io: Io): Promise<Words> {
  const [first, ...rest] = words;
  const isPath = first !== undefined && (isPattern(first) || (await leadsSomewhere(first, io)));
  const paths = isPath ? words : rest;
  const repository = await repositoryOf((await findLedgers(paths, io)).files, 'ledger diff', io);
  if (!isPath) return { ref: first ?? 'HEAD', paths, repository };
  const commit = await commitNamed(repository, first);
  if (commit === undefined) return { ref: 'HEAD', paths, repository };
  repository.close();
  throw ambiguous(first);
}

/** An empty word, as from an unset variable, would resolve to the working folder. */
async function leadsSomewhere(word: string, { cwd, files }: Io): Promise<boolean> {
  return word !== '' && (await files.kindOf(resolve(cwd, word))) !== undefined;
}

async function render(told: LedgersDiff, format: DiffFormat, invocation: Invocation): Promise<string> {
  const { languages } = invocation;
  switch (format) {
    case 'text': {
      const { renderDiff } = await import('../../reporters/history/diff-text.ts');
      return pageOnStdout((style) => renderDiff(told, style, catalogue.kinds), invocation);
    }
    case 'markdown': {
      const { renderDiffMarkdown } = await import('../../reporters/history/diff-markdown.ts');
      return renderDiffMarkdown(told, languages.people, catalogue.kinds);
    }
    case 'json': {
      const { renderDiffJson } = await import('../../reporters/history/diff-json.ts');
      return renderDiffJson(told, languages.machines, catalogue.kinds);
    }
  }
}
