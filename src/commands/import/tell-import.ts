/** What an import says on stderr: what differs, what is left out, what is there already, and every problem with its cell. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { Text } from '../../domain/text.ts';
import { rowLabel } from '../../fields/uses.ts';
import { printable } from '../../reporters/writing/printable.ts';
import { type CellPlace, formatPlace } from '../../spreadsheet/sheet.ts';
import type { CellProblem } from './cell-reader.ts';
import { type Change, inWords } from './sameness.ts';
import type { Present } from './settle-licences.ts';

/** The changes stand first. @param notices what is left out */
export async function tellImport(
  notices: readonly Text[],
  present: readonly Present[],
  problems: readonly CellProblem[],
  { io, languages, updates }: Invocation & { readonly updates: boolean },
): Promise<void> {
  const language = languages.people;
  const same = present.filter(({ changes }) => changes.length === 0);
  const changes = present.flatMap((one) => one.changes.map((change) => describeChange(one, change, updates)));
  const told: readonly Text[] = [
    ...changes,
    ...(changes.length > 0 && !updates ? [UPDATE_WANTED] : []),
    ...notices,
    ...same.slice(0, MOST_PRESENT_TOLD).map(describePresent),
    ...(same.length > MOST_PRESENT_TOLD ? [othersPresent(same.length - MOST_PRESENT_TOLD)] : []),
    ...problems.filter(({ isRepeated }) => isRepeated !== true).map(({ where, what }) => at(where, what)),
  ];
  for (const line of told) await io.stderr.write(`${printable(line[language])}\n`);
}

function at(where: CellPlace, { zh, en }: Text): Text {
  const place = formatPlace(where);
  return { zh: `${place}  ${zh}`, en: `${place}  ${en}` };
}

/** A second import of a long file need not name every row; those that differ from the ledger are always named. */
const MOST_PRESENT_TOLD = 20;

function othersPresent(number: number): Text {
  return {
    zh: `另有${number}行也已登记，不再写入`,
    en: `${number} more rows are already on record and were not added again`,
  };
}

function describePresent({ id, draft }: Present): Text {
  return at(draft.place, { zh: `${id} 已登记，不再写入`, en: `${id} is already on record and was not added again` });
}

const UPDATE_WANTED: Text = {
  zh: '以上各处台账未改；要改成表格中的内容，加`--update`',
  en: 'the ledger was not changed here; add `--update` to change it to what the spreadsheet says',
};

function describeChange(
  { id, isUndecided, follower }: Present,
  { field, before, after, where }: Change,
  updates: boolean,
): Text {
  const { title } = field;
  const isEnd = field.key === 'expires' && before !== undefined;
  const how: Text =
    follower !== undefined && isEnd
      ? { zh: `（续签：${follower}）`, en: ` (renewed: ${follower})` }
      : isUndecided && isEnd && updates
        ? { zh: '（续签还是更正？）', en: ' (renewal or correction?)' }
        : { zh: '', en: '' };
  const [old, now] = [before, after].map((value) => (value === undefined ? undefined : inWords(value)));
  return at(where, {
    zh: `${id} ${title.zh}：${old ?? '（无）'} → ${now}${how.zh}`,
    en: `${id} ${rowLabel(field).en}: ${old ?? '(none)'} → ${now}${how.en}`,
  });
}
