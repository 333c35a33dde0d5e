/** What is kept of an interview that was broken off. */
import { hash } from 'node:crypto';

import { type Complaint, Refusal, renderNotice, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { refusedBySystem, refusedOutput } from '../../command-line/path-complaint.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import type { Dialogue } from '../../platform/dialogue.ts';
import { Interruption } from '../../platform/io.ts';
import { commandLine } from '../../reporters/writing/printable.ts';
import { VERSION } from '../../version.ts';
import { confirmQuestion } from './confirm.ts';

export interface Draft {
  /** What the command line said. */
  readonly given: PlainMapping;
  /** By the keys of their questions, in the order in which they were given. */
  readonly answers: PlainMapping;
  /** Answers behind which steps back were taken: they stand as defaults. */
  readonly before: PlainMapping;
}

/** The interview that a draft is of. */
export interface DraftOf {
  /** The command line that `--resume` is added to. */
  readonly command: readonly string[];
  /** The ledger, or the folder of the one to come. */
  readonly place: string;
}

function nameOf({ command, place }: DraftOf): string {
  return [...command, place].join('\n');
}

/** What a draft begins with: it is this program's own, of this interview, and whole. */
function markOf(of: DraftOf, body: string): string {
  return hash('sha256', [VERSION, nameOf(of), body].join('\n'));
}

/** Undefined where there is none; where there is one that cannot be used, why. */
export async function readDraft(of: DraftOf, { io }: Invocation): Promise<Draft | Refusal | undefined> {
  let text: string | undefined;
  try {
    text = await (await io.drafts()).read(nameOf(of));
  } catch (error) {
    const refused = refusedBySystem(error);
    if (refused === undefined) throw error;
    return unusable(of, refused);
  }
  if (text === undefined) return undefined;
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return text.slice(0, Math.max(0, end)) === markOf(of, body) ? draftIn(body) : unusable(of, NOT_OURS);
}

/** @param body what `keepDraft` wrote behind the mark */
function draftIn(body: string): Draft {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the mark says so
  return JSON.parse(body) as Draft;
}

const NOT_OURS: Pick<Complaint, 'what'> = {
  what: {
    zh: '草稿已损坏，或属于别的台账、别的程序版本，不能接着填写',
    en: 'the draft is damaged, or of another ledger or version of the program, and cannot be used',
  },
};

function unusable({ command }: DraftOf, { where, what }: Pick<Complaint, 'where' | 'what'>): Refusal {
  const again = commandLine(command);
  return usageError({
    where: where ?? '--resume',
    what,
    remedy: {
      zh: `运行 \`${again}\` 重新开始；新的草稿会替换它。`,
      en: `Start again with \`${again}\`; a new draft takes its place.`,
    },
  });
}

/** Once it is written it is a draft no more. */
export async function removeDraft(of: DraftOf, { io }: Invocation): Promise<void> {
  await (await io.drafts()).remove(nameOf(of));
}

/**
 * Keeps what was answered when the interview ends without being written: the person who breaks off is asked, and whoever
 * does not answer, or was refused at the end, finds the draft later.
 */
export async function keepDraft(
  of: DraftOf,
  draft: Draft,
  reason: unknown,
  dialogue: Dialogue,
  invocation: Invocation,
): Promise<void> {
  const { io, languages } = invocation;
  if (reason instanceof Interruption && !(await isWanted(of, draft, dialogue, invocation))) return;
  try {
    const body = `${JSON.stringify(draft, undefined, 1)}\n`;
    await (await io.drafts()).keep(nameOf(of), `${markOf(of, body)}\n${body}`);
  } catch (error) {
    await io.stderr.write(renderNotice(refusedOutput('--resume', error), languages.people));
    return;
  }
  const command = resuming(of);
  const notice = {
    what: {
      zh: '已回答的内容已存为草稿，没有写入台账',
      en: 'your answers are saved as a draft; the ledger was not changed',
    },
    remedy: { zh: `运行 \`${command}\` 继续填写。`, en: `Continue with \`${command}\`.` },
  };
  await io.stderr.write(renderNotice(notice, languages.people));
}

async function isWanted(of: DraftOf, draft: Draft, dialogue: Dialogue, invocation: Invocation): Promise<boolean> {
  const { languages } = invocation;
  const read = await readDraft(of, invocation);
  const there = read instanceof Refusal ? undefined : read;
  const label = there
    ? { zh: '保存已回答的内容并替换上次的草稿？', en: 'Save your answers and replace the earlier draft?' }
    : { zh: '保存已回答的内容，以后继续填写？', en: 'Save your answers to continue later?' };
  const question = confirmQuestion(label, languages.people, {
    yes: { zh: '保存', en: 'save' },
    no: { zh: '放弃', en: 'discard' },
  });
  try {
    return (await dialogue.confirm(question)) ?? true;
  } catch (error) {
    // Whoever is gone cannot say no. Nor that a draft of more answers may go.
    if (error instanceof Interruption) return answersIn(draft) >= answersIn(there);
    throw error;
  }
}

function answersIn(draft: Draft | undefined): number {
  return Object.keys(draft?.answers ?? {}).length;
}

/** The command that goes on with a draft. */
function resuming({ command }: DraftOf): string {
  return commandLine([...command, '--resume']);
}

/** Whoever begins anew is told of the draft that is there. */
export async function tellOfDraft(of: DraftOf, { io, languages }: Invocation): Promise<void> {
  const command = resuming(of);
  const notice = {
    what: { zh: '上次没有填完的内容仍存为草稿', en: 'your earlier answers are still saved as a draft' },
    remedy: { zh: `要继续填写，运行 \`${command}\`。`, en: `To continue, run \`${command}\`.` },
  };
  await io.stderr.write(renderNotice(notice, languages.people));
}

/** `--resume` where there is nothing to go on with. */
export function noDraft({ command }: DraftOf): Refusal {
  const again = commandLine(command);
  return usageError({
    where: '--resume',
    what: { zh: '没有草稿', en: 'there is no draft' },
    remedy: { zh: `运行 \`${again}\` 重新开始。`, en: `Start again with \`${again}\`.` },
  });
}
