/** A commit in the place of the working tree. */
import type { Checkout } from './checkout.ts';
import type { CommitFiles } from './commit-files.ts';
import { renamesBetween } from './index-files.ts';
import type { LaterSide } from './later-side.ts';
import type { Repository } from './repository.ts';

/** A commit as the checkout shows it: with the files that git does not follow, which no change concerns. */
export function commitSide(
  repository: Repository,
  { commit, tree, checkout }: { readonly commit: string; readonly tree: CommitFiles; readonly checkout: Checkout },
): LaterSide {
  const shown = checkout.show(tree);
  const read = new Set<string>();
  return {
    ground: tree,
    files: {
      ...shown,
      read: async (path) => {
        read.add(path);
        return shown.read(path);
      },
      inspect: async (path, within) => {
        const inspection = await shown.inspect(path, within);
        const name = inspection.found === 'file' ? await shown.nameOf(path) : undefined;
        if (name !== undefined) checkout.byBlob.set(name, inspection);
        return inspection;
      },
    },
    isSame: async (path, name) => name !== undefined && (await shown.nameOf(path)) === name,
    readBeside: (paths) => [...read].filter((path) => !paths.has(path)),
    isLeftOut: async () => false,
    renamesSince: async (earlier) => renamesBetween(repository, earlier, commit),
  };
}
