/** `ledger init`: a first ledger, with what belongs beside it. Nothing that is there is touched. */
import { join, resolve } from 'node:path';

import { type Complaint, missingOptions, Refusal, renderNotice, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions } from '../../command-line/options.ts';
import { type CalendarDay, dayAt, yearOf } from '../../domain/calendar-day.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import { POLICY_DEFAULTS } from '../../domain/ledger.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Dialogue } from '../../platform/dialogue.ts';
import type { Io } from '../../platform/io.ts';
import { renderCreated } from '../../reporters/register/recorded.ts';
import { catalogue, findRule } from '../../rules/catalogue.ts';
import { styleOnStdout } from '../../run/destinations.ts';
import { readAmount } from '../../run/recording/answers.ts';
import { confirmWriting } from '../../run/recording/confirm.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import { converse, type Interview, needsTerminal } from '../../run/recording/interview.ts';
import { afterWriting, assertMayWrite, tellDeclined } from '../../run/recording/record-edits.ts';
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
import { fromTo, repositoryAround, schemaFor } from './surroundings.ts';

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

/** @throws {Refusal} where a file is there already, or a value is missing or wrong */
export async function init(folder: string, options: InitOptions, invocation: Invocation): Promise<ExitCode> {
  const { io, languages } = invocation;
  const today = await dayAt(io.now(), POLICY_DEFAULTS.timezone);
  const root = resolve(io.cwd, folder);
  await refuseExisting(join(root, 'ledger.yaml'), io);
  const given = await givenBy(options, today, { root, io });
  const { resume = false, yes = false } = options;
  const dialogue = yes && !resume ? undefined : await io.dialogue();
  const finish = async (draft: InitDraft): Promise<ExitCode | undefined> =>
    begin(draft, { root, today, options, dialogue }, invocation);
  if (dialogue === undefined) {
    if (resume) throw needsTerminal();
    if (given['name'] === undefined) throw missingOptions(['--company']);
    return (await finish(draftOf(given))) ?? ExitCode.interrupted;
  }
  const interview = (said: PlainMapping): Interview<InitDraft> => askInit(draftOf(said), today, languages.people);
  const command = ['ledger', 'init', ...(folder === '.' ? [] : [folder])];
  return converse({ command, place: root, given, interview, finish, resume }, dialogue, invocation);
}

interface Beginning {
  readonly root: string;
  readonly today: CalendarDay;
  readonly options: InitOptions;
  /** Whoever is asked before anything is written. */
  readonly dialogue: Dialogue | undefined;
}

/** Makes the files; undefined when a step back is wanted from the last question. */
async function begin(
  draft: InitDraft,
  { root, today, options, dialogue }: Beginning,
  invocation: Invocation,
): Promise<ExitCode | undefined> {
  const { io, languages } = invocation;
  const { files, notices } = await filesFor(root, draft, today, invocation);
  const paths = files.map(({ path }) => path);
  if (options.dryRun === true) {
    await io.stdout.write(files.map(({ path, text }) => `==> ${path} <==\n${text}`).join('\n'));
    await tell(notices, invocation);
    return ExitCode.ok;
  }
  assertMayWrite(options, dialogue);
  if (dialogue !== undefined) await io.stderr.write(files.at(-1)?.text ?? '');
  const isWanted = dialogue === undefined || (await confirmWriting(dialogue, paths.join('  '), languages.people));
  if (isWanted === undefined) return undefined;
  if (!isWanted) {
    await tellDeclined(invocation);
    return ExitCode.interrupted;
  }
  for (const { path, text } of files) await io.files.create(resolve(io.cwd, path), text);
  const created = renderCreated(paths, await styleOnStdout(languages.people, io));
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
    ci: ci ?? (await ciThere(await repositoryAround(root, io), io.files)),
  });
}

async function filesFor(
  root: string,
  draft: InitDraft,
  today: CalendarDay,
  invocation: Invocation,
): Promise<{ readonly files: readonly NewFile[]; readonly notices: readonly Complaint[] }> {
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
  const repository = await repositoryAround(root, io);
  const isWanted = draft.ci !== undefined && draft.ci !== 'none';
  const job = isWanted ? await planJob(draft.ci, { repository, ledger: fromTo(repository, ledger) }, io.files) : {};
  const at = (path = ''): string => shown(join(repository, path));
  const notices = job.notice === undefined ? [] : [{ ...job.notice, where: at(job.notice.where) }];
  if (job.file !== undefined) files.push({ path: at(job.file.path), text: job.file.text });
  // Last of all: as long as it is not there, `ledger init` can be called again.
  return { files: [...files, { path: shown(ledger), text }], notices };
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

async function refuseExisting(path: string, io: Io): Promise<void> {
  if ((await io.files.kindOf(path)) === undefined) return;
  throw new Refusal(ExitCode.noVerdict, {
    where: fromTo(io.cwd, path),
    what: { zh: '已经存在，不会覆盖', en: 'it exists already and is not overwritten' },
    remedy: {
      zh: '用 `ledger add` 在其中登记，或换一个文件夹。',
      en: 'Write in it with `ledger add`, or choose another folder.',
    },
  });
}
