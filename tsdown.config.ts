import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'tsdown';

/**
 * Commander loads `child_process`, and with it sockets, for commands that are programs of their own. This program has none,
 * and it costs some milliseconds of every start.
 */
const withoutChildProcesses = {
  name: 'without-child-processes',
  transform(code: string, id: string): string | undefined {
    if (!id.includes('/node_modules/commander/')) return undefined;
    return code.replace("require('node:child_process')", '{}');
  },
};

const LONE_SURROGATE = /(['"`])\\u([dD][89a-fA-F][\da-fA-F]{2}|[fF]{3}[dD])\1/gu;

/**
 * The minifier writes half of a surrogate pair as it is, and UTF-8 makes U+FFFD of it (rolldown/rolldown#10435). What it
 * cannot work out itself it leaves alone. A library that looks for U+FFFD itself is treated alike, so that none need stand in
 * the bundle.
 */
const surrogatesReadLate = {
  name: 'surrogates-read-late',
  transform: {
    filter: { code: LONE_SURROGATE },
    handler(code: string): string {
      const found = new Set([...code.matchAll(LONE_SURROGATE)].map(([, , digits = '']) => digits));
      const read = [...found].map((digits) => `const surrogate_${digits} = JSON.parse('"\\\\u${digits}"');\n`);
      return read.join('') + code.replaceAll(LONE_SURROGATE, 'surrogate_$2');
    },
  },
};

/** The characters of XML reach to U+FFFD itself. It is put together when it runs, so that a destroyed one still shows. */
const replacementCharactersReadLate = {
  name: 'replacement-characters-read-late',
  transform(code: string, id: string): string | undefined {
    if (!id.includes('/node_modules/xmlchars/')) return undefined;
    return code.replaceAll(String.raw`\uFFFD`, String.raw`" + JSON.parse('"\\uFFFD"') + "`);
  },
};

/** What no source needs to hold as it is: U+FFFD, and the lone surrogates that turn into it on the disk. */
const DESTROYED = /\u{FFFD}|\p{Surrogate}/u;

/** Refuses a build in which a character was destroyed on the way. */
const refuseDestroyedCharacters = {
  name: 'refuse-destroyed-characters',
  generateBundle(
    _: unknown,
    bundle: Readonly<Record<string, { readonly type: string; readonly code?: string }>>,
  ): void {
    for (const [name, { code = '' }] of Object.entries(bundle)) {
      const at = code.search(DESTROYED);
      if (at >= 0) throw new Error(`${name}: a character was destroyed: ${code.slice(Math.max(0, at - 40), at + 40)}`);
    }
  },
};

/** Names each file of the build by its hash, so that the program can tell a file that was damaged later: see `isWhole`. */
const manifestOfFiles = {
  name: 'manifest-of-files',
  async writeBundle({ dir = '' }: { readonly dir?: string }, bundle: Readonly<Record<string, unknown>>): Promise<void> {
    const lines = Object.keys(bundle)
      .toSorted()
      .map(async (name) => {
        const bytes = await readFile(path.join(dir, name));
        return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
      });
    await writeFile(path.join(dir, 'manifest.sha256'), await Promise.all(lines));
  },
};

/** Of builds that are to give the same bytes on other days it is said by `SOURCE_DATE_EPOCH`, in seconds: reproducible-builds.org. */
function buildDay({ SOURCE_DATE_EPOCH: seconds = '' }: typeof process.env): string {
  const built = seconds === '' ? new Date() : new Date(Number(seconds) * 1000);
  return built.toISOString().slice(0, 10);
}

/**
 * What every start needs is one file with the libraries inside, and what many commands need is another: to open a small file
 * takes longer than to compile it. What is imported when it is needed stays apart. CommonJS,
 * because the loader of ES modules alone takes longer than reading a ledger.
 */
export default defineConfig({
  entry: { cli: 'src/cli.ts' },
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  outDir: 'dist',
  clean: true,
  minify: true,
  dts: false,
  define: { BUILD_DAY: JSON.stringify(buildDay(process.env)) },
  // Its other edition asks the environment of the process at every token, whether to log it.
  alias: { yaml: fileURLToPath(new URL('node_modules/yaml/browser/index.js', import.meta.url)) },
  deps: { alwaysBundle: [/.*/u], onlyBundle: false },
  plugins: [
    withoutChildProcesses,
    surrogatesReadLate,
    replacementCharactersReadLate,
    refuseDestroyedCharacters,
    manifestOfFiles,
  ],
  treeshake: { manualPureFunctions: ['RegExp'] },
  outputOptions: {
    codeSplitting: {
      groups: [
        { name: 'program', tags: ['$initial'] },
        { name: 'common', minShareCount: 16 },
      ],
    },
    chunkFileNames: '[name].cjs',
    minifyInternalExports: false,
  },
});
