/** `ledger import`: the spreadsheet that was kept so far becomes entries. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { WriteOptions } from '../../command-line/options.ts';
import type { DataPath } from '../../domain/ledger.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import type { ExitCode } from '../../exit-code.ts';
import type { Dialogue } from '../../platform/dialogue.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { type OpenLedger, openLedger } from '../../run/recording/open-ledger.ts';
import { choiceStep } from '../../run/recording/questions.ts';
import { recordEdits } from '../../run/recording/record-edits.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';
import type { CellProblem } from './cell-reader.ts';
import type { Draft, SheetRow } from './draft.ts';
import { readDrafts, type ReadFile, type ReadOptions } from './import-file.ts';
import type { OtherRow } from './other-sheets.ts';
import { readSheets } from './read-sheets.ts';
import { endChange, inWords } from './sameness.ts';
import { editsFor, settleDrafts } from './settle-drafts.ts';
import { END_MEANINGS, type EndMeaning, type Place, type Present, type Settled } from './settle-licences.ts';
import { tellImport } from './tell-import.ts';

export interface ImportOptions extends WriteOptions, ReadOptions {
  readonly skipInvalid?: boolean | undefined;
  readonly includeHidden?: boolean | undefined;
  readonly update?: boolean | undefined;
  readonly as?: EndMeaning | undefined;
}

/**
 * Adds what the spreadsheet has and the ledger lacks, and with `--update` changes what it says otherwise. While a row has a
 * problem nothing is written, unless such rows are to be left out.
 *
 * @throws {Refusal} for a file that is no spreadsheet, one without a table, rows with problems, and a ledger that is none
 */
export async function importSpreadsheet(
  file: string,
  options: ImportOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  if (options.as !== undefined && options.update !== true) throw nothingToUpdate(options.as);
  const sheets = await readSheets(file, invocation);
  const open = await openLedger(options.file, invocation);
  const { ledger, today } = open;
  const includesHidden = options.includeHidden === true;
  const read = readDrafts(sheets, options, { today, company: ledger.company.name, includesHidden });
  if (read.drafts.length + read.others.length + read.problems.length === 0) throw noRows(file);

  const skipsInvalid = options.skipInvalid === true;
  const meanings = new Map<SheetRow, EndMeaning>();
  const settleIn = (now: OpenLedger): SettledFile =>
    settle(read, now, { ...options, meaningOf: (draft) => options.as ?? meanings.get(draft) });
  const { settled, problems: found } = settleIn(open);
  const problems = inOrder(found, sheets);
  await tellImport(read.notices, settled.present, problems, { ...invocation, updates: options.update === true });
  const isNothingLeft = settled.added.length + settled.present.length === 0;
  const shown = problems.filter(({ isRepeated }) => isRepeated !== true).length;
  if (problems.length > 0 && (!skipsInvalid || isNothingLeft)) throw notSettled(shown);

  const dialogue = await invocation.io.dialogue();
  const undecided = settled.present.filter(({ isUndecided }) => isUndecided);
  if (undecided.length > 0) await decide(undecided, meanings, dialogue, invocation.languages.people);
  const isSettled = undecided.length === 0;
  const settledIn = (now: OpenLedger): Settled => (isSettled && now === open ? settled : settleIn(now).settled);
  const skipped = new Set(problems.map(({ where }) => `${where.sheet.name}!${where.row}`)).size;
  return recordEdits({ open, options, dialogue }, (now) => planFor(file, settledIn(now), skipped), invocation);
}

/** Asks what each later end means. @throws {Refusal} without a terminal */
async function decide(
  undecided: readonly Present[],
  meanings: Map<SheetRow, EndMeaning>,
  dialogue: Dialogue | undefined,
  language: Language,
): Promise<void> {
  if (dialogue === undefined) throw endsUndecided(undecided);
  for (let at = 0; at < undecided.length; at += 1) {
    const present = undecided[at];
    const end = endChange(present?.changes ?? []);
    if (present === undefined || end === undefined) continue;
    const label = {
      zh: `${present.id}：到期日 ${inWords(end.before ?? '')} → ${inWords(end.after)}`,
      en: `${present.id}: end ${inWords(end.before ?? '')} → ${inWords(end.after)}`,
    };
    const choices = END_MEANINGS.map((value) => ({ value, label: MEANING_NAMES[value][language] }));
    const answer = await choiceStep({ key: present.id, label, language, choices }).ask(
      dialogue,
      meanings.get(present.draft),
    );
    const meaning = END_MEANINGS.find((one) => one === answer);
    // A step back leads to the question before.
    if (meaning === undefined) at = Math.max(-1, at - 2);
    else meanings.set(present.draft, meaning);
  }
}

const MEANING_NAMES: Readonly<Record<EndMeaning, Text>> = {
  renewal: { zh: '续签（新的一期）', en: 'a renewal (a new term)' },
  correction: { zh: '更正（台账记错了）', en: 'a correction (the ledger was wrong)' },
};

function endsUndecided(undecided: readonly Present[]): Refusal {
  return usageError({
    where: '--as',
    what: {
      zh: `${undecided.length}处到期日变晚（见上），无法判断是续签还是更正，没有写入`,
      en: `${undecided.length === 1 ? 'a last day is' : `${undecided.length} last days are`} later (see above), and it is unclear whether by renewal or correction; nothing was written`,
    },
    remedy: {
      zh: '续签加`--as renewal`，更正加`--as correction`；或在终端中运行，逐条回答。',
      en: 'Add `--as renewal` or `--as correction`, or run it in a terminal to be asked for each.',
    },
  });
}

function nothingToUpdate(as: EndMeaning): Refusal {
  return usageError({
    where: `--as ${as}`,
    what: { zh: '只与`--update`合用', en: 'only with `--update`' },
    remedy: { zh: `写成\`--update --as ${as}\`。`, en: `Write \`--update --as ${as}\`.` },
  });
}

interface SettledFile {
  readonly settled: Settled;
  readonly problems: readonly CellProblem[];
}

/** Where rows with problems are left out, others may lose the licence that they serve: again, until nothing is left to find. */
function settle(
  { drafts, others, problems }: ReadFile,
  { ledger, today, known, document: { data } }: OpenLedger,
  { skipInvalid, update, meaningOf }: ImportOptions & Pick<Place, 'meaningOf'>,
): SettledFile {
  let good: readonly Draft[] = drafts;
  let goodOthers: readonly OtherRow[] = others;
  let found = problems;
  for (;;) {
    const settled = settleDrafts(good, goodOthers, { ledger, data, known, today, update: update === true, meaningOf });
    found = found.concat(settled.problems);
    if (settled.problems.length === 0 || skipInvalid !== true) return { settled, problems: found };
    const bad = new Set(settled.problems.map(({ draft }) => draft));
    good = good.filter((draft) => !bad.has(draft));
    goodOthers = goodOthers.filter((row) => !bad.has(row));
  }
}

/** In the order in which somebody who corrects the file meets them. */
function inOrder(problems: readonly CellProblem[], sheets: readonly Sheet[]): readonly CellProblem[] {
  const rank = new Map<unknown, number>(sheets.map((sheet, at) => [sheet, at]));
  return problems.toSorted(
    ({ where: one }, { where: other }) =>
      (rank.get(one.sheet) ?? 0) - (rank.get(other.sheet) ?? 0) || one.row - other.row || one.column - other.column,
  );
}

/** @param skipped rows that are left out because of their problems */
function planFor(file: string, settled: Settled, skipped: number): Plan {
  const { added, present } = settled;
  const [first] = added;
  const changed = present.filter(({ edits }) => edits.length > 0);
  const path = first?.path ?? placeOf(changed[0]) ?? ['company', 'name'];
  return {
    edits: editsFor(settled),
    entry: first?.id ?? (changed[0] ?? present[0])?.id ?? '',
    path,
    done: doneWith(file, added.length, changed.length, skipped),
  };
}

function placeOf(present: Present | undefined): DataPath | undefined {
  const [edit] = present?.edits ?? [];
  return edit !== undefined && 'path' in edit ? edit.path : undefined;
}

function doneWith(file: string, added: number, changed: number, skipped: number): Text {
  const parts: readonly Text[] = [
    ...(added > 0 ? [{ zh: `登记${added}项`, en: `${added} recorded` }] : []),
    ...(changed > 0 ? [{ zh: `更新${changed}项`, en: `${changed} updated` }] : []),
    ...(skipped > 0 ? [{ zh: `跳过${skipped}行（见上）`, en: `${count(skipped, 'row')} skipped (see above)` }] : []),
  ];
  if (added + changed === 0) {
    const [left] = parts;
    return {
      zh: `${file} 中没有要写入的${left === undefined ? '' : `；${left.zh}`}`,
      en: `nothing of ${file} is to be written${left === undefined ? '' : `; ${left.en}`}`,
    };
  }
  return {
    zh: `从 ${file} ${parts.map(({ zh }) => zh).join('，')}`,
    en: `from ${file}: ${parts.map(({ en }) => en).join(', ')}`,
  };
}

function notSettled(problems: number): Refusal {
  return usageError({
    what: {
      zh: `表格有${problems}处问题（见上），没有写入`,
      en: `the spreadsheet has ${problems === 1 ? 'a problem' : `${problems} problems`} (see above); nothing was written`,
    },
    remedy: {
      zh: '改正后重新导入；或加 `--skip-invalid`，跳过有问题的行。',
      en: 'Correct it and import again, or skip rows with problems with `--skip-invalid`.',
    },
  });
}

function noRows(file: string): Refusal {
  return usageError({
    where: file,
    what: { zh: '表头下面没有内容', en: 'there is nothing below the headings' },
    remedy: { zh: '请核对文件和工作表。', en: 'Check the file and its sheets.' },
  });
}
