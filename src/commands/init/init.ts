/** `ledger init`: a first ledger, with what belongs beside it, or the job alone. Nothing that is there is touched. */
import { join, resolve } from 'node:path';

import { type Complaint, missingOptions, Refusal, renderNotice, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions } from '../../command-line/options.ts';
import { refusedOutput } from '../../command-line/path-complaint.ts';
import { type CalendarDay, yearOf } from '../../domain/calendar-day.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import { POLICY_DEFAULTS } from '../../domain/ledger.ts';
import type { Text } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Dialogue } from '../../platform/dialogue.ts';
import type { Io } from '../../platform/io.ts';
import { renderCreated } from '../../reporters/register/recorded.ts';
import { printable, printableLines } from '../../reporters/writing/printable.ts';
import { catalogue, findRule } from '../../rules/catalogue.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { readAmount } from '../../run/recording/answers.ts';
import { confirmWriting } from '../../run/recording/confirm.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import { converse, type Interview, needsTerminal } from '../../run/recording/interview.ts';
import { afterWriting, assertMayWrite, tellDeclined } from '../../run/recording/record-edits.ts';
import { repositoryAround } from '../../run/repository.ts';
import { todayAt } from '../../run/today.ts';
import { parseLedger } from '../../schema/parse-ledger.ts';
import { editYaml } from '../../source/yaml-editor.ts';
import { readYaml } from '../../source/yaml-reader.ts';
import type { CiName } from './ci-jobs.ts';
import {
  draftOf,
  firstEntries,
  type InitDraft,
  papersOf,
  readLicence,
  type Template,
  templateOf,
} from './first-ledger.ts';
import { askInit } from './interview.ts';
import { ciThere, planJob } from './plan-job.ts';
import { fromTo, schemaFor } from './surroundings.ts';

export interface InitOptions extends Omit<InterviewOptions, 'file'> {
  readonly company?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly capital?: string | undefined;
  readonly licence?: readonly string[] | undefined;
  readonly ci?: CiName | undefined;
}

/** A file to be made, by its path from the working folder, with forward slashes. */
interface NewFile {
  readonly path: string;
  readonly text: string;
}

interface NewFiles {
  /** What is made last stands last. */
  readonly files: readonly NewFile[];
  readonly notices: readonly Complaint[];
}

/** @throws {Refusal} where a file is there already, or a value is missing or wrong */
export async function init(folder: string, options: InitOptions, invocation: Invocation): Promise<ExitCode> {
  const { io, languages } = invocation;
  const today = await todayAt(io.now(), POLICY_DEFAULTS.timezone);
  const root = resolve(io.cwd, folder);
  const { resume = false, yes = false } = options;
  const dialogue = yes && !resume ? undefined : await io.dialogue();
  const ledger = join(root, 'ledger.yaml');
  if ((await io.files.kindOf(ledger)) !== undefined) {
    if (options.ci === undefined || saysMoreThanJob(options)) throw existing(fromTo(io.cwd, ledger));
    const job = { ...(await jobFor(root, options.ci, io)), next: NEXT_TO_JOB };
    return (await make(job, { options, dialogue }, invocation)) ?? ExitCode.interrupted;
  }
  const given = await givenBy(options, today, { root, io });
  const finish = async (draft: InitDraft): Promise<ExitCode | undefined> =>
    make(await filesFor(root, draft, today, invocation), { options, dialogue }, invocation);
  if (dialogue === undefined) {
    if (resume) throw needsTerminal();
    if (given['name'] === undefined) throw missingOptions(['--company']);
    return (await finish(draftOf(given))) ?? ExitCode.interrupted;
  }
  const interview = (said: PlainMapping): Interview<InitDraft> => askInit(draftOf(said), today, languages.people);
  const command = ['ledger', 'init', ...(folder === '.' ? [] : [folder])];
  return converse({ command, place: root, given, interview, finish, resume }, dialogue, invocation);
}

/** What a ledger says; who gives it wants a new one. */
function saysMoreThanJob({ company, creditCode, capital, licence, resume }: InitOptions): boolean {
  return [company, creditCode, capital, licence, resume].some((one) => one !== undefined);
}

const NEXT_TO_LEDGER: Text = {
  zh: '接着：ledger import 从 Excel 导入，或 ledger add 逐项登记；再用 ledger check 检查',
  en: 'Next: ledger import for a spreadsheet, or ledger add one by one; then ledger check',
};
const NEXT_TO_JOB: Text = {
  zh: '接着：提交到 git 并推送，任务就会运行',
  en: 'Next: commit it and push it; then the job runs',
};

interface Making {
  readonly options: InitOptions;
  /** Whoever is asked before anything is written. */
  readonly dialogue: Dialogue | undefined;
}

/** Makes the files; undefined when a step back is wanted from the last question. */
async function make(
  { files, notices, next = NEXT_TO_LEDGER }: NewFiles & { readonly next?: Text },
  { options, dialogue }: Making,
  invocation: Invocation,
): Promise<ExitCode | undefined> {
  const { io, languages } = invocation;
  const paths = files.map(({ path }) => path);
  if (options.dryRun === true || files.length === 0) {
    const shown = files.map(({ path, text }) => `==> ${printable(path)} <==\n${printableLines(text)}`);
    await io.stdout.write(shown.join('\n'));
    await tell(notices, invocation);
    return ExitCode.ok;
  }
  assertMayWrite(options, dialogue);
  if (dialogue !== undefined) await io.stderr.write(printableLines(files.at(-1)?.text ?? ''));
  const isWanted = dialogue === undefined || (await confirmWriting(dialogue, paths.join('  '), languages.people));
  if (isWanted === undefined) return undefined;
  if (!isWanted) {
    await tellDeclined(invocation);
    return ExitCode.interrupted;
  }
  const placed = files.map(({ path, text }) => ({ path: resolve(io.cwd, path), text }));
  await io.files.create(placed).catch((error: unknown) => {
    const at = placed.findIndex(({ path }) => error instanceof Error && 'path' in error && error.path === path);
    throw new Refusal(ExitCode.noVerdict, refusedOutput(paths[at] ?? paths.join(', '), error));
  });
  const created = await pageOnStdout((style) => renderCreated(paths, next, style), invocation);
  await afterWriting(io.stdout.write(created), invocation);
  await tell(notices, invocation);
  return ExitCode.ok;
}

async function tell(notices: readonly Complaint[], { io, languages }: Invocation): Promise<void> {
  for (const notice of notices) await io.stderr.write(renderNotice(notice, languages.people));
}

/** What the options say, by the names of the fields. A job that is there already is not asked for. */
async function givenBy(
  { company, creditCode, capital, licence = [], ci }: InitOptions,
  today: CalendarDay,
  { root, io }: { readonly root: string; readonly io: Io },
): Promise<PlainMapping> {
  if (company?.trim() === '') throw missingOptions(['--company']);
  const amount = capital === undefined ? undefined : readAmount(capital);
  if (amount !== undefined && 'objection' in amount)
    throw usageError({ where: `--capital ${capital}`, ...amount.objection });
  const services = licence.reduce<readonly PlainMapping[]>((before, word) => readLicence(word, before), []);
  return withoutAbsent({
    name: company,
    creditCode,
    registeredCapital: amount?.value,
    licences: services.length === 0 ? undefined : papersOf(services, today),
    ci: ci ?? (await ciThere(await repositoryAround(root, io.files), io.files)),
  });
}

async function filesFor(root: string, draft: InitDraft, today: CalendarDay, invocation: Invocation): Promise<NewFiles> {
  const { io, languages } = invocation;
  const shown = (path: string): string => fromTo(io.cwd, path);
  const ledger = join(root, 'ledger.yaml');
  const schema = await schemaFor(root, io);
  const text = await textFor(draft, { schema: schema.named, year: yearOf(today), language: languages.people });
  const files: NewFile[] = [];
  if (schema.file !== undefined) files.push({ path: shown(schema.file.path), text: schema.file.text });
  if ((await io.files.kindOf(join(root, 'evidence'))) === undefined) {
    files.push({ path: shown(join(root, 'evidence', '.gitkeep')), text: '' });
  }
  const job = draft.ci === undefined || draft.ci === 'none' ? NO_FILES : await jobFor(root, draft.ci, io);
  // Last of all: as long as it is not there, `ledger init` can be called again.
  return { files: [...files, ...job.files, { path: shown(ledger), text }], notices: job.notices };
}

const NO_FILES: NewFiles = { files: [], notices: [] };

async function jobFor(root: string, name: CiName, io: Io): Promise<NewFiles> {
  const repository = await repositoryAround(root, io.files);
  const { file, notice } = await planJob(
    name,
    { repository, ledger: fromTo(repository, join(root, 'ledger.yaml')) },
    io.files,
  );
  const at = (path = ''): string => fromTo(io.cwd, join(repository, path));
  return {
    files: file === undefined ? [] : [{ path: at(file.path), text: file.text }],
    notices: notice === undefined ? [] : [{ ...notice, where: at(notice.where) }],
  };
}

/** @throws {Refusal} for values of which no valid ledger can be made */
async function textFor(draft: InitDraft, template: Template): Promise<string> {
  const read = await readYaml(templateOf(template));
  if ('problems' in read) throw new Error('the first ledger cannot be read');
  const edited = await editYaml(read.document, firstEntries(draft));
  if ('refusal' in edited) throw new Error(`the first ledger cannot be written: ${edited.refusal.en}`);
  const { problems } = parseLedger(edited.document.data, catalogue.kinds);
  const [problem, ...others] = problems
    .filter(({ rule }) => rule !== 'ledger/empty')
    .map(({ rule, message, remedy }) => ({ what: message, remedy: remedy ?? findRule(rule)?.remedy ?? message }));
  if (problem !== undefined) throw new Refusal(ExitCode.usage, problem, others);
  return edited.document.text;
}

function existing(where: string): Refusal {
  return new Refusal(ExitCode.noVerdict, {
    where,
    what: { zh: '已经存在，不会覆盖', en: 'already exists and is not overwritten' },
    remedy: {
      zh: '用 `ledger add` 在其中登记，或换一个文件夹；只加检查任务的，运行 `ledger init --ci github` 或 `--ci gitlab`。',
      en: 'Write in it with `ledger add`, or choose another folder; `ledger init --ci github` (or gitlab) adds the job alone.',
    },
  });
}
