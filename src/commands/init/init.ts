/** `ledger init`: a first ledger, with what belongs beside it. Nothing that is there is touched. */
import { dirname, join, relative, resolve, sep } from 'node:path';

import { Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { type CalendarDay, dayAt, FOREVER, yearOf } from '../../domain/calendar-day.ts';
import { POLICY_DEFAULTS } from '../../domain/ledger.ts';
import { newId } from '../../domain/new-id.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Io } from '../../platform/io.ts';
import { renderCreated } from '../../reporters/register/recorded.ts';
import { groupBy } from '../../reporters/writing/layout.ts';
import { catalogue, findRule } from '../../rules/catalogue.ts';
import { styleOnStderr, styleOnStdout } from '../../run/destinations.ts';
import { paperIn, paperStem, paperWith, serviceIn } from '../../run/recording/add-service.ts';
import { confirmWriting, missingOptions } from '../../run/recording/questions.ts';
import { assertMayWrite } from '../../run/recording/record-edits.ts';
import { parseLedger } from '../../schema/parse-ledger.ts';
import { editYaml } from '../../source/yaml-editor.ts';
import { readYaml } from '../../source/yaml-reader.ts';
import { CI_FILES, ciJob, type CiName } from './ci-jobs.ts';
import { firstEntries, type FirstLedger, readLicence, templateOf } from './first-ledger.ts';
import { askInit, type InitDraft, readAmount } from './questions.ts';

export interface InitOptions {
  readonly company?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly capital?: string | undefined;
  readonly licence?: readonly string[] | undefined;
  readonly ci?: CiName | undefined;
  readonly dryRun?: boolean | undefined;
  readonly yes?: boolean | undefined;
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
  const dialogue = await io.dialogue();
  const given = draftOf(options);
  const isAsking = dialogue !== undefined && options.yes !== true;
  const draft = isAsking ? await askInit(given, dialogue, today, languages.people) : given;
  if (draft.company === undefined) throw missingOptions(['--company']);

  const files = await filesFor(root, draft, today, invocation);
  if (options.dryRun === true) {
    await io.stdout.write(files.map(({ path, text }) => `==> ${path} <==\n${text}`).join('\n'));
    return ExitCode.ok;
  }
  assertMayWrite(options, dialogue);
  if (isAsking && !(await confirmWriting(dialogue, files.map(({ path }) => path).join('  '), languages.people))) {
    await io.stderr.write(renderCreated([], await styleOnStderr(languages.people, io)));
    return ExitCode.interrupted;
  }
  for (const { path, text } of files) await io.files.create(resolve(io.cwd, path), text);
  await io.stdout.write(
    renderCreated(
      files.map(({ path }) => path),
      await styleOnStdout(languages.people, io),
    ),
  );
  return ExitCode.ok;
}

function draftOf({ company, creditCode, capital, licence = [], ci }: InitOptions): InitDraft {
  if (company?.trim() === '') throw missingOptions(['--company']);
  const amount = capital === undefined ? undefined : readAmount(capital);
  if (capital !== undefined && amount === undefined) throw noAmount(capital);
  const licences = licence.reduce<InitDraft['licences']>((before, word) => readLicence(word, before), []);
  return { company, creditCode, capital: amount, licences, ci };
}

async function filesFor(
  root: string,
  draft: InitDraft,
  today: CalendarDay,
  invocation: Invocation,
): Promise<readonly NewFile[]> {
  const { io, languages } = invocation;
  const shown = (path: string): string => fromTo(io.cwd, path);
  const ledger = join(root, 'ledger.yaml');
  const schema = await schemaFor(root, io);
  const text = await textFor({ draft, schema: schema.named, year: yearOf(today), language: languages.people });
  const files: NewFile[] = [];
  if (schema.file !== undefined) files.push({ path: shown(schema.file.path), text: schema.file.text });
  if ((await io.files.kindOf(join(root, 'evidence'))) === undefined) {
    files.push({ path: shown(join(root, 'evidence', '.gitkeep')), text: '' });
  }
  if (draft.ci !== undefined && draft.ci !== 'none') {
    const repository = await repositoryAround(root, io);
    const job = join(repository, CI_FILES[draft.ci]);
    await refuseExisting(job, io);
    files.push({ path: shown(job), text: ciJob(draft.ci, fromTo(repository, ledger)) });
  }
  // Last of all: as long as it is not there, `ledger init` can be called again.
  return [...files, { path: shown(ledger), text }];
}

/** @throws {Refusal} for values of which no valid ledger can be made */
async function textFor(
  given: { readonly draft: InitDraft } & Pick<FirstLedger, 'schema' | 'year' | 'language'>,
): Promise<string> {
  const { company = '', creditCode = '', capital, licences } = given.draft;
  const first: FirstLedger = {
    ...given,
    company: {
      name: company,
      ...(creditCode === '' ? {} : { creditCode }),
      ...(capital === undefined || Number.isNaN(capital) ? {} : { registeredCapital: capital }),
    },
    licences: papersOf(licences),
  };
  const template = await readYaml(templateOf(first));
  if ('problems' in template) throw new Error('the first ledger cannot be read');
  const edited = await editYaml(template.document, firstEntries(first));
  if ('refusal' in edited) throw new Error(`the first ledger cannot be written: ${edited.refusal.en}`);
  const { problems } = parseLedger(edited.document.data, catalogue.kinds);
  const [problem, ...others] = problems
    .filter(({ rule }) => rule !== 'ledger/empty')
    .map(({ rule, message, remedy }) => ({ what: message, remedy: remedy ?? findRule(rule)?.remedy ?? message }));
  if (problem !== undefined) throw new Refusal(ExitCode.usage, problem, others);
  return edited.document.text;
}

/** One entry for each paper: what has one number and one end are services of the same. An id is the kind alone, for most companies hold one licence of each. */
function papersOf(licences: InitDraft['licences']): FirstLedger['licences'] {
  const papers = groupBy(licences, ({ number, expires }) => JSON.stringify([number, expires]));
  const taken = new Set<string>();
  return [...papers.values()].map((rows) => {
    const kinds = rows.flatMap(({ kind }) => (typeof kind === 'string' ? [kind] : []));
    const id = newId(paperStem(kinds), FOREVER, taken);
    taken.add(id);
    const services = rows.map((row, at) => serviceIn(kinds[at] ?? '', row));
    return paperWith({ id, ...paperIn(kinds, rows[0] ?? {}) }, services);
  });
}

const INSTALLED_SCHEMA = ['node_modules', 'ledger', 'docs', 'ledger.schema.json'];

/**
 * The schema of the installed package where there is one beside or above; else a copy, so that editors know the fields
 * without a network.
 */
async function schemaFor(root: string, io: Io): Promise<{ readonly named: string; readonly file?: NewFile }> {
  for (let folder = root; ; folder = dirname(folder)) {
    const installed = join(folder, ...INSTALLED_SCHEMA);
    if ((await io.files.kindOf(installed)) === 'file') return { named: referenceTo(root, installed) };
    if (dirname(folder) === folder) break;
  }
  const path = join(root, 'ledger.schema.json');
  if ((await io.files.kindOf(path)) !== undefined) return { named: './ledger.schema.json' };
  const { ledgerJsonSchemaText } = await import('../../schema/ledger-json-schema.ts');
  return { named: './ledger.schema.json', file: { path, text: ledgerJsonSchemaText([...catalogue.kinds.values()]) } };
}

/** The nearest folder upward that is a repository, else the folder itself. */
async function repositoryAround(root: string, { files }: Io): Promise<string> {
  for (let folder = root; ; folder = dirname(folder)) {
    if ((await files.kindOf(join(folder, '.git'))) !== undefined) return folder;
    if (dirname(folder) === folder) return root;
  }
}

async function refuseExisting(path: string, io: Io): Promise<void> {
  if ((await io.files.kindOf(path)) === undefined) return;
  throw new Refusal(ExitCode.noVerdict, {
    where: fromTo(io.cwd, path),
    what: { zh: '已经存在，不会覆盖', en: 'it exists already and is not overwritten' },
    remedy: path.endsWith('ledger.yaml')
      ? {
          zh: '用 `ledger add` 在其中登记，或换一个文件夹。',
          en: 'Write in it with `ledger add`, or choose another folder.',
        }
      : {
          zh: '去掉 `--ci`，自行在其中加入 `ledger check`。',
          en: 'Leave out `--ci` and add `ledger check` to it yourself.',
        },
  });
}

/** Editors take a name without a dot in front for an address. */
function referenceTo(root: string, path: string): string {
  const reference = fromTo(root, path);
  return reference.startsWith('.') ? reference : `./${reference}`;
}

function fromTo(from: string, to: string): string {
  return relative(from, to).split(sep).join('/');
}

function noAmount(word: string): Error {
  return usageError({
    where: `--capital ${word}`,
    what: { zh: '不是金额', en: 'it is not an amount' },
    remedy: { zh: '请写数字，单位是元，如 10000000。', en: 'Write a number of CNY, such as 10000000.' },
  });
}
