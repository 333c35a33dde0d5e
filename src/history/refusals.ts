/** Why git cannot answer, told with the command that helps. Questions that were asked wrongly end in 2, broken repositories in 3. */
import { type Complaint, Refusal, usageError } from '../command-line/complaint.ts';
import { WAIT } from '../command-line/path-complaint.ts';
import { didYouMean, nearest } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';
import { ExitCode } from '../exit-code.ts';
import { commandLine } from '../reporters/writing/printable.ts';

/** The end of a `git` that did not do what was asked of it: where nobody knows better, the repository cannot be read. */
export class GitFailure extends Refusal {
  override readonly name = 'GitFailure';
  /** What git says, in English. */
  readonly said: string;
  /** Whether git answers no, as it does to `--quiet`; all else went wrong. */
  readonly isNo: boolean;

  constructor([command]: readonly string[], said: string, code?: number) {
    super(ExitCode.noVerdict, { where: `git ${command}`, ...(said === '' ? NO_ANSWER : broken(said)) });
    this.said = said;
    this.isNo = code === 1 && said === '';
  }
}

/** It ended, or was ended because it waited for what never comes. */
const NO_ANSWER = {
  what: { zh: 'git 没有作答就结束了，无法读取仓库', en: 'git ended without an answer: the repository cannot be read' },
  remedy: {
    zh: '请运行 `find .git -type p`，看看是否有管道占了仓库文件的位置；若没有，请运行 `git fsck`。',
    en: 'Run `find .git -type p` to see whether a pipe stands in the place of one of its files; if none does, run `git fsck`.',
  },
};

function broken(said: string): { readonly what: Text; readonly remedy: Text } {
  return {
    what: { zh: `git 无法读取仓库：${said}`, en: `git cannot read the repository: ${said}` },
    remedy: {
      zh: '请运行 `git fsck` 查找仓库的问题。',
      en: 'Run `git fsck` to see what is wrong with the repository.',
    },
  };
}

/** @param limit milliseconds after which it is ended */
export function stillWaiting([command]: readonly string[], limit: number): Complaint {
  const seconds = limit / 1000;
  return {
    where: `git ${command}`,
    what: {
      zh: `还没有应答；${seconds}秒内没有应答就结束它`,
      en: `no answer yet; after ${seconds} seconds without one it is ended`,
    },
    remedy: WAIT,
  };
}

/** @param where the option or the word that asks for git */
export function noGit(where: string): Refusal {
  return usageError({
    where,
    what: { zh: '找不到 git 程序', en: 'git was not found' },
    remedy: { zh: '请安装 git，并把它放进 PATH。', en: 'Install git and make sure that it is on the PATH.' },
  });
}

/** What git says of a folder that it will not work in. @throws the failure itself, where it is none that is known */
export function noRepository(where: string, folder: string, failure: GitFailure): Refusal {
  const { said } = failure;
  if (said.includes('dubious ownership')) {
    return asking(
      where,
      {
        zh: `${folder}属于另一个用户，git 不予读取`,
        en: `${folder} belongs to another user, so git does not read it`,
      },
      ['git', 'config', '--global', '--add', 'safe.directory', folder],
    );
  }
  if (said.includes('must be run in a work tree')) {
    return asking(
      where,
      { zh: '这是没有工作区的仓库（bare）', en: 'this is a bare repository: it has no working tree' },
      ['git', 'worktree', 'add', '../ledger-worktree', 'HEAD'],
    );
  }
  if (!said.includes('not a git repository')) throw failure;
  return asking(where, { zh: `${folder}不在 git 仓库中`, en: `${folder} is not in a git repository` }, ['git', 'init']);
}

export function noCommits(where: string): Refusal {
  return asking(where, { zh: '仓库中还没有提交', en: 'the repository has no commits yet' }, ['git', 'commit']);
}

/** What is known of a repository when a revision cannot be found in it. */
export interface Surroundings {
  readonly remotes: readonly string[];
  /** Names of branches and tags, as `main` and `origin/main`. */
  readonly refs: readonly string[];
  readonly isShallow: boolean;
}

export function unknownRef(where: string, ref: string, { remotes, refs, isShallow }: Surroundings): Refusal {
  const what = { zh: '仓库中没有这个版本', en: 'the repository has no such revision' };
  const near = didYouMean(nearest(ref, refs));
  if (/@\{(?!u|push)/iu.test(ref)) return usageError({ where, what, remedy: SEE_REFLOG });
  const fetch = fetchOf(ref, remotes, isShallow);
  if (fetch === undefined) return usageError({ where, what, remedy: near ?? SEE_BRANCHES });
  if (near === undefined) return asking(where, what, fetch);
  const line = commandLine(fetch);
  const remedy = { zh: `${near.zh}若不是，请运行 \`${line}\`。`, en: `${near.en} If not, run \`${line}\`.` };
  return usageError({ where, what, remedy });
}

const SEE_BRANCHES: Text = {
  zh: '运行 `git branch --all` 查看有哪些分支。',
  en: 'Run `git branch --all` to see the branches.',
};

const SEE_REFLOG: Text = {
  zh: '运行 `git reflog` 查看本仓库的记录可以追溯到何时；克隆不含原仓库的记录。',
  en: 'Run `git reflog` to see how far back this repository has records; a clone has none of those of its origin.',
};

export function tooShallow(where: string, ref: string, { remotes }: Surroundings): Refusal {
  const what = {
    zh: '浅克隆中的历史不够长，找不到它与 HEAD 的共同祖先',
    en: 'the clone is too shallow to find its common ancestor with HEAD',
  };
  return asking(where, what, fetchOf(ref, remotes, true) ?? ['git', 'fetch', '--unshallow']);
}

/** @param commit where the clone ends */
export function cutShort(where: string, commit: string, [remote = 'origin']: readonly string[]): Refusal {
  const short = commit.slice(0, 10);
  const what = {
    zh: `浅克隆止于${short}，更早的历史不在本地`,
    en: `the clone is shallow: the history before ${short} is not here`,
  };
  return asking(where, what, ['git', 'fetch', '--unshallow', remote]);
}

export function noCommonAncestor(where: string): Refusal {
  return usageError({
    where,
    what: { zh: '它与 HEAD 没有共同的祖先', en: 'it and HEAD have no common ancestor' },
    remedy: {
      zh: '请改用本分支的起点；运行 `git log --oneline --graph --all` 查看历史。',
      en: 'Give the revision from which this branch started; `git log --oneline --graph --all` shows the history.',
    },
  });
}

/** A partial clone lacks contents, and nothing is fetched unasked. */
export function notFetched(where: string, remotes: readonly string[]): Refusal {
  const what = {
    zh: '这是部分克隆，所需的内容尚未取回；本程序不会自行下载',
    en: 'the clone is partial and does not have what is needed; this program does not download anything',
  };
  return asking(where, what, ['git', 'fetch', '--refetch', '--no-filter', remotes[0] ?? 'origin']);
}

/** @param object the name of the one that was looked for, where it is known */
export function lost(where: string, object: string | undefined, [remote]: readonly string[]): Refusal {
  const what = {
    zh: `仓库已损坏，缺少历史所需的对象${object ?? ''}`,
    en: `the repository is damaged: it lacks ${object === undefined ? 'objects' : `the object ${object}`} of its history`,
  };
  const command = remote === undefined ? 'git fsck' : commandLine(['git', 'fetch', '--refetch', remote]);
  const [zh, en] =
    remote === undefined
      ? [
          '查看缺少哪些对象，再从其他克隆或备份中找回',
          'see what is missing, and take it from another clone or a backup',
        ]
      : [
          '重新取回；仍缺少的，请从其他克隆或备份中找回',
          'fetch all again; take what is still missing from another clone or a backup',
        ];
  return new Refusal(ExitCode.noVerdict, {
    where,
    what,
    remedy: { zh: `请运行 \`${command}\` ${zh}。`, en: `Run \`${command}\` to ${en}.` },
  });
}

export function severalRepositories(where: string, roots: readonly string[]): Refusal {
  return usageError({
    where,
    what: {
      zh: `台账分属${roots.length}个仓库：${roots.join('、')}`,
      en: `the ledgers are in ${roots.length} repositories: ${roots.join(', ')}`,
    },
    remedy: { zh: '请对每个仓库分别运行。', en: 'Run it for each repository separately.' },
  });
}

function asking(where: string, what: Text, command: readonly string[]): Refusal {
  const line = commandLine(command);
  return usageError({ where, what, remedy: { zh: `请运行 \`${line}\`。`, en: `Run \`${line}\`.` } });
}

const HEXADECIMAL = /^[0-9a-f]{7,64}$/iu;
const VERSION = /^v?\d/iu;

/** The command that brings a revision here; undefined where there is nowhere to bring it from. */
function fetchOf(ref: string, remotes: readonly string[], isShallow: boolean): readonly string[] | undefined {
  const named = remotes.find((remote) => ref.startsWith(`${remote}/`));
  const remote = named ?? remotes[0];
  if (remote === undefined || ref.startsWith('-')) return undefined;
  const fetch = ['git', 'fetch', ...(isShallow ? ['--unshallow'] : []), remote];
  if (named !== undefined) {
    const branch = ref.slice(named.length + 1);
    return [...fetch, `${branch}:refs/remotes/${named}/${branch}`];
  }
  if (HEXADECIMAL.test(ref)) return [...fetch, ref];
  // Other notations, such as `HEAD~20`, lie on what is here: more of it is needed.
  if (!/^[\w./-]+$/u.test(ref) || ref.startsWith('HEAD')) return isShallow ? fetch : undefined;
  return VERSION.test(ref) ? [...fetch, 'tag', ref] : [...fetch, `${ref}:${ref}`];
}
