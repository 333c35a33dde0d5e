/** `ledger evidence add ID FILE`: the paper behind an entry. */
import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';

import { type Complaint, Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions } from '../../command-line/options.ts';
import { missing, refused } from '../../command-line/path-complaint.ts';
import { type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Evidence } from '../../domain/ledger.ts';
import type { Language } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Files, Io } from '../../platform/io.ts';
import type { LedgerFile } from '../../run/find-ledgers.ts';
import { readWords } from '../../run/recording/answers.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { entryStep } from '../../run/recording/entry-choice.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { entryNamed } from '../../run/recording/named-entry.ts';
import { type OpenLedger, openLedger } from '../../run/recording/open-ledger.ts';
import { about, type Step, textStep } from '../../run/recording/questions.ts';
import { askAndRecord } from '../../run/recording/record-edits.ts';
import { foldersOf } from '../../run/repository.ts';

/** Puts a file behind a licence, a contract or a proof. @throws {Refusal} for an entry that cannot have evidence, or a file that can be none */
export async function addEvidence(
  word: string | undefined,
  file: string | undefined,
  options: InterviewOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  if (word !== undefined) entryNamed(word, ['licence', 'resource'], open.ledger);
  const around = { open, invocation };
  return askAndRecord(
    {
      command: ['ledger', 'evidence', 'add'],
      given: withoutAbsent({ id: word, file }),
      missing: [...(word === undefined ? ['ID'] : []), ...(file === undefined ? ['FILE'] : [])],
      interview: (given) => askEvidence(given, around),
    },
    { open, options },
    async (said, now) =>
      planFor(wordOf(said['id']), await exhibitAt(wordOf(said['file']), now.file, invocation.io), now),
    invocation,
  );
}

interface Around {
  readonly open: OpenLedger;
  readonly invocation: Invocation;
}

function* askEvidence(given: PlainMapping, { open, invocation }: Around): Interview<PlainMapping> {
  const language = invocation.languages.people;
  const id = given['id'] ?? (yield entryAsked(open, language));
  const file = given['file'] ?? (yield about(wordOf(id), fileStep(wordOf(id), open, invocation)));
  return { id, file };
}

function entryAsked({ ledger }: OpenLedger, language: Language): Step {
  return entryStep({
    key: 'id',
    label: { zh: '登记哪个条目的凭证', en: 'Entry that the evidence belongs to' },
    language,
    ledger,
    fits: ({ of }) => of !== 'system',
  });
}

function fileStep(id: string, { file }: OpenLedger, { io, languages }: Invocation): Step {
  const step = {
    key: 'file',
    label: { zh: `${id}的凭证文件`, en: `Evidence file of ${id}` },
    language: languages.people,
  };
  return textStep({
    ...step,
    read: readWords,
    async examine(typed) {
      try {
        await exhibitAt(typed, file, io);
        return undefined;
      } catch (error) {
        if (error instanceof Refusal) return error.complaint;
        throw error;
      }
    },
  });
}

type Exhibit = Required<Evidence> & { readonly sha256: string };

function planFor(word: string, { path, sha256 }: Exhibit, { ledger }: OpenLedger): Plan {
  const { entry, path: place } = entryNamed(word, ['licence', 'resource'], ledger);
  const { id } = entry;
  const recordedAt = entry.evidence.findIndex((one) => posix.normalize(one.path) === path);
  const recorded = entry.evidence[recordedAt];
  if (recorded === undefined) {
    return {
      edits: [{ kind: 'append-item', path: place, field: 'evidence', value: { path, sha256 } }],
      entry: id,
      path: [...place, 'evidence', entry.evidence.length],
      done: { zh: `${id} 已登记凭证 ${path}`, en: `${path} is recorded as evidence of ${id}` },
    };
  }
  const at = [...place, 'evidence', recordedAt];
  if (recorded.sha256 === sha256) {
    const done = { zh: `${path} 已经登记，内容一致`, en: `${path} is already recorded and unchanged` };
    return { edits: [], entry: id, path: at, done };
  }
  return {
    edits: [{ kind: 'set-field', path: at, field: 'sha256', value: sha256 }],
    entry: id,
    path: at,
    done: { zh: `${id} 的凭证 ${path} 已更新校验值`, en: `the new hash of ${path} is recorded for ${id}` },
  };
}

/** The file as the ledger will name it. Only the folder's links are resolved: a link in the repository keeps its own name. */
async function exhibitAt(file: string, ledger: LedgerFile, { cwd, files }: Io): Promise<Exhibit> {
  const { folder, repository } = await foldersOf(ledger, files);
  const absolute = resolve(cwd, file);
  try {
    const place = join(await files.realPath(dirname(absolute)), basename(absolute));
    const sha256 = await hashOf(place, file, repository, files);
    if ((await files.realPath(place)) === ledger.realPath) throw ledgerItself(file);
    return { path: relative(folder, place).split(sep).join('/'), sha256 };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(ExitCode.noVerdict, refused(file, error));
  }
}

async function hashOf(place: string, file: string, repository: string, files: Files): Promise<string> {
  const inspection = await files.inspect(place, repository);
  switch (inspection.found) {
    case 'file':
      return inspection.sha256;
    case 'outside':
      throw outsideRepository(file, repository);
    case 'nothing':
      throw new Refusal(ExitCode.noVerdict, missing(file));
    case 'folder':
    case 'other':
      throw new Refusal(ExitCode.noVerdict, noFile(file));
  }
}

function outsideRepository(file: string, repository: string): Refusal {
  return usageError({
    where: file,
    what: {
      zh: `在台账所在的仓库（${repository}）之外`,
      en: `it is outside the ledger's repository, ${repository}`,
    },
    remedy: {
      zh: '请先把文件放进仓库，例如台账旁的 `evidence` 文件夹。',
      en: 'Put it into the repository first, for example into the folder `evidence` beside the ledger.',
    },
  });
}

function noFile(file: string): Complaint {
  return {
    where: file,
    what: { zh: '不是文件', en: 'not a file' },
    remedy: { zh: '请指定一个文件；多份凭证逐个登记。', en: 'Give one file; record several files one by one.' },
  };
}

function ledgerItself(file: string): Refusal {
  return usageError({
    where: file,
    what: { zh: '台账不能作为自己的凭证', en: 'a ledger cannot be its own evidence' },
    remedy: { zh: '请指定许可证、合同或证明的文件。', en: 'Give the file of the licence, contract or proof.' },
  });
}
