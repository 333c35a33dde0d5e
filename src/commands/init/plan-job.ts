/** Where the job goes, and what becomes of one that is there already. */
import { join } from 'node:path';

import { type Complaint, Refusal } from '../../command-line/complaint.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Files } from '../../platform/io.ts';
import { decodeText } from '../../source/decode-text.ts';
import { PACKAGE } from '../../version.ts';
import { CI_NAMES, ciJob, type CiName } from './ci-jobs.ts';

/** Where the job belongs, from the root of the repository; then where it goes when something else stands there. */
const PLACES: Readonly<Record<CiName, readonly [string, string]>> = {
  github: ['.github/workflows/ledger.yml', `.github/workflows/${PACKAGE}.yml`],
  gitlab: ['.gitlab-ci.yml', `.gitlab/${PACKAGE}.yml`],
};

/** A repository by its folder, and the ledger that is to be checked by its path from there. */
export interface Checked {
  readonly repository: string;
  readonly ledger: string;
}

interface JobFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** The file to be made; absent where a job is there. */
export interface JobPlan {
  readonly file?: JobFile;
  readonly notice?: Complaint;
}

/**
 * The job for a repository. One that calls this program stays as it is: as it was written it checks the whole repository.
 *
 * @throws {Refusal} where its places are taken
 */
export async function planJob(name: CiName, { repository, ledger }: Checked, files: Files): Promise<JobPlan> {
  const there = await jobIn(name, repository, files);
  if (there !== undefined)
    return { notice: isOurs(name, there.text) ? covered(there.path) : changed(there.path, ledger) };
  const text = ciJob(name, await pinsProgram(repository, files));
  const [first, second] = PLACES[name];
  const isTaken = async (path: string): Promise<boolean> => (await files.kindOf(join(repository, path))) !== undefined;
  if (!(await isTaken(first))) return { file: { path: first, text } };
  if (await isTaken(second)) throw taken(second);
  const file = { path: second, text };
  return name === 'gitlab' ? { file, notice: toInclude(first, second) } : { file };
}

/** The service whose job calls this program already. */
export async function ciThere(repository: string, files: Files): Promise<CiName | undefined> {
  for (const name of CI_NAMES) {
    if ((await jobIn(name, repository, files)) !== undefined) return name;
  }
  return undefined;
}

async function jobIn(name: CiName, repository: string, files: Files): Promise<JobFile | undefined> {
  const paths = name === 'github' ? await workflowsIn(repository, files) : PLACES.gitlab;
  for (const path of paths) {
    const text = await textAt(join(repository, path), files);
    if (text?.includes(PACKAGE) === true) return { path, text };
  }
  return undefined;
}

/** Each workflow is a file of its own, and somebody may have renamed ours. */
async function workflowsIn(repository: string, files: Files): Promise<readonly string[]> {
  const folder = '.github/workflows';
  if ((await files.kindOf(join(repository, folder))) !== 'folder') return [];
  const names = (await files.list(join(repository, folder))).map(({ name }) => name);
  return names
    .filter((name) => /\.ya?ml$/u.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** `npm ci` installs it then, at the version that everybody in the repository has. */
async function pinsProgram(repository: string, files: Files): Promise<boolean> {
  return (await textAt(join(repository, 'package-lock.json'), files))?.includes(`"node_modules/${PACKAGE}"`) === true;
}

async function textAt(path: string, files: Files): Promise<string | undefined> {
  return (await files.kindOf(path)) === 'file' ? decodeText(await files.read(path)).text : undefined;
}

/** Whether a job is as some version of this program wrote it. */
function isOurs(name: CiName, text: string): boolean {
  return [true, false].some((isPinned) => anyVersion(ciJob(name, isPinned)) === anyVersion(text));
}

function anyVersion(job: string): string {
  return job.replaceAll('\r\n', '\n').replaceAll(new RegExp(`${PACKAGE}@[\\w.+-]+`, 'gu'), PACKAGE);
}

function covered(where: string): Complaint {
  return {
    where,
    what: { zh: '检查任务已经有了，没有另写', en: 'the job already exists; no other was written' },
    remedy: { zh: '它检查整个仓库，包括这份台账。', en: 'It checks the whole repository, including this ledger.' },
  };
}

function changed(where: string, ledger: string): Complaint {
  return {
    where,
    what: {
      zh: '检查任务已经有了，并且改过，保持原样',
      en: 'the job already exists and has been changed; it is left as it is',
    },
    remedy: { zh: `核对它检查的路径包括${ledger}。`, en: `Make sure that it also checks ${ledger}.` },
  };
}

/** GitLab reads one file; what lies beside it must be named there. */
function toInclude(where: string, job: string): Complaint {
  return {
    where,
    what: {
      zh: `已经存在，保持原样；检查任务写在${job}`,
      en: `already exists and is left as it is; the job is in ${job}`,
    },
    remedy: {
      zh: `在最上层加上\`include: [{ local: ${job} }]\`；已有include的，在其中加上这一项。`,
      en: `Add \`include: [{ local: ${job} }]\` at the top level, or add that item to the existing include.`,
    },
  };
}

function taken(where: string): Refusal {
  return new Refusal(ExitCode.noVerdict, {
    where,
    what: { zh: '已经存在，不会覆盖', en: 'already exists and is not overwritten' },
    remedy: {
      zh: '去掉`--ci`，自行在其中加入`ledger check .`。',
      en: 'Leave out `--ci` and add `ledger check .` to it yourself.',
    },
  });
}
