import { defineConfig } from 'tsdown';

/** Loaded only when a run needs them. */
const ON_DEMAND =
  /\/node_modules\/(luxon|yaml|tinyglobby|fdir|picomatch|chalk|fflate|saxen|read-excel-file|write-excel-file|csv-parse|diff|@clack|sisteransi|fast-wrap-ansi|fast-string-width|fast-string-truncated-width|ical-generator)\/|\/src\/(commands\/(?!check\/)[^/]+\/(?!usage\.)|run\/(recording\/|tell-ledgers|repository|examine-evidence|ahead)|domain\/(rule-case|edit|similar|new-id|term|horizon|breach|deadline|deadlines-ahead|timeless|licence-checker)\.|schema\/case-file|spreadsheet|reporters\/(check\/(json|sarif|junit|github|gitlab|markdown|csv)|(register|horizon|rules|page)\/|writing\/(csv|table|xml|json-document|markdown|glyphs|html))|platform\/(glob|characters|terminal-dialogue|question-frame|atomic-write|ledger-file|file-lock|process-identity|evidence-files)|source\/(syntax-problems|yaml-editor|unified-diff|editing)|schema\/(ledger-json-schema|field-titles))/u;

function isNeededByCheck(id: string): boolean {
  return !ON_DEMAND.test(id);
}

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

interface HolidayTable {
  readonly holidays: object;
  readonly workdays: object;
}

function daysOnly(table: object): object {
  return Object.fromEntries(Object.keys(table).map((day) => [day, 1]));
}

/** Of the holiday table only the days are used; their names and the days in lieu would be read at every start. */
const daysOfHolidaysAlone = {
  name: 'days-of-holidays-alone',
  transform: {
    filter: { id: /chinese-days\.json$/u },
    handler(code: string): string {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file of a library, pinned by the lock file
      const { holidays, workdays } = JSON.parse(code) as HolidayTable;
      return JSON.stringify({ holidays: daysOnly(holidays), workdays: daysOnly(workdays) });
    },
  },
};

/**
 * What a check needs is one file with the libraries inside, the rest is loaded when it is called. CommonJS, because only
 * a script can be started from compiled code (bin/start.js).
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
  deps: { alwaysBundle: [/.*/u], onlyBundle: false },
  plugins: [withoutChildProcesses, daysOfHolidaysAlone],
  treeshake: { manualPureFunctions: ['RegExp'] },
  outputOptions: {
    codeSplitting: { groups: [{ name: 'program', test: isNeededByCheck }] },
    chunkFileNames: '[name].cjs',
    minifyInternalExports: false,
  },
});
