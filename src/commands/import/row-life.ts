/** What a row says of itself beside its fields: that it has ended, or is not ours. Nothing of that is passed over. */
import { addDays, type CalendarDay, formatDay, parseDay } from '../../domain/calendar-day.ts';
import { type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Standing } from '../../domain/register.ts';
import type { Text } from '../../domain/text.ts';
import { saysNo, saysYes } from '../../fields/cells.ts';
import { STANDING_NAMES, valueNamed } from '../../fields/choices.ts';
import { standingAsked } from '../../fields/heading-words.ts';
import { remembered } from '../../spreadsheet/remembered.ts';
import { cellAddress, type CellPlace } from '../../spreadsheet/sheet.ts';
import type { CellReader } from './cell-reader.ts';
import type { Column, Table } from './table.ts';

/** What rows are compared with. */
export interface Surroundings {
  readonly today: CalendarDay;
  /** The company of the ledger. */
  readonly company: string;
  /** `--map`: what cells say, and what is meant. */
  readonly values: ReadonlyMap<string, string>;
  /** Hidden rows and sheets are read like all others. */
  readonly includesHidden: boolean;
}

/** Whose row it is: a problem where it names another company. */
export function complainOfOthers(reader: CellReader, table: Table, row: number, around: Surroundings): void {
  const { sheet, companies, captionOf, titles, rows } = table;
  for (const column of companies) {
    const name = reader.textAt(column);
    if (name !== undefined && !isOurs(name, around)) reader.complainAt(column.at, otherCompany(name, around.company));
  }
  const inName = otherCompanyIn(sheet.name, around);
  const isFirst = row === rows[0];
  if (inName !== undefined) reader.complainAt(0, otherCompany(inName, around.company), !isFirst);
  for (const caption of [...titles, captionOf.get(row)]) {
    if (caption === undefined) continue;
    const other = otherCompanyIn(caption.text, around);
    if (other === undefined) continue;
    const isTitle = titles.includes(caption);
    reader.complainAt(0, below(caption, otherCompany(other, around.company)), isTitle && !isFirst);
  }
}

/** A branch is the company itself. */
export function isOurs(name: string, { company, values }: Surroundings): boolean {
  const [one, ours] = [plainName(values.get(name) ?? name), plainName(company)];
  return one === ours || (one.startsWith(ours) && /^[^公司]*分公司$/u.test(one.slice(ours.length)));
}

const COMPANY_NAME = /[\p{Script=Han}A-Za-z()·&]+?(?:有限责任公司|股份有限公司|有限公司|集团公司)/gu;

const companiesIn = remembered((text): readonly string[] => text.normalize('NFKC').match(COMPANY_NAME) ?? []);

const LONGEST_TITLE = 200;

/** The name of another company in a title or a caption. */
function otherCompanyIn(text: string, around: Surroundings): string | undefined {
  if (text.length > LONGEST_TITLE) return undefined;
  if (around.values.has(text) && isOurs(text, around)) return undefined;
  return companiesIn(text).find((name) => !plainName(name).endsWith(plainName(around.company)));
}

const plainName = remembered((name): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, ''));

export function otherCompany(name: string, company: string): Text {
  return {
    zh: `写的是“${name}”，台账属于“${company}”。同一家公司的，加\`--map '${name}=${company}'\``,
    en: `the row belongs to "${name}", but the ledger to "${company}". If they are the same company, add \`--map '${name}=${company}'\``,
  };
}

function below({ row, column, text }: CellPlace & { readonly text: string }, what: Text): Text {
  const address = cellAddress(row, column);
  return { zh: `在${address}“${text}”之下：${what.zh}`, en: `below ${address} "${text}": ${what.en}` };
}

/** What the row says of how its entry stands. */
export interface Life {
  readonly standing: Standing | undefined;
  /** Where it says so. */
  readonly column: number;
  readonly said: string;
  /** A yes or a no, which `--map` cannot turn round. */
  readonly isAnswer?: boolean | undefined;
}

/** Complains of words that nobody understands; of several columns the one counts that is furthest from being alive. */
export function lifeOf(reader: CellReader, table: Table, row: number, around: Surroundings): Life | undefined {
  const said = table.statuses.flatMap((column) => {
    const word = reader.textAt(column);
    return word === undefined ? [] : [readStanding(reader, column, word, around)];
  });
  const ended = said.find(({ standing }) => standing !== undefined && isOver(standing));
  const life = ended ?? said[0];
  // What `export` wrote says in its column how an entry stands, and its words are the ledger's own.
  if (ended !== undefined || (table.isOurs && life !== undefined)) return life;
  return deadWords(table, row, around) ?? life;
}

function readStanding(reader: CellReader, column: Column, word: string, { values }: Surroundings): Life {
  const meant = values.get(word) ?? word;
  const asked = standingAsked(column.heading);
  const standing = asked === undefined ? valueNamed(STANDING_NAMES, meant) : answered(asked, meant);
  if (standing === undefined) reader.complainAt(column.at, unknownStanding(word));
  return {
    standing,
    column: column.at,
    said: asked === undefined ? word : `${column.heading}：${word}`,
    isAnswer: asked !== undefined,
  };
}

function answered(asked: string, answer: string): Standing | undefined {
  const standing = valueNamed(STANDING_NAMES, asked);
  if (standing === undefined) return undefined;
  if (saysYes(answer)) return standing;
  return saysNo(answer) ? (isOver(standing) ? 'active' : 'closed') : undefined;
}

function isOver(standing: Standing): boolean {
  return standing === 'closed' || standing === 'expired';
}

function unknownStanding(word: string): Text {
  return {
    zh: `无法识别状态“${word}”。仍有效的，加\`--map '${word}=active'\`；已终止的，\`--map '${word}=closed'\``,
    en: `unknown status "${word}". If it is in force, add \`--map '${word}=active'\`; if it has ended, \`--map '${word}=closed'\``,
  };
}

const ENDING =
  '(?:终止|解除|作废|注销|吊销|撤销|废止|停用|退租|拆除|拆机|失效|关停|关闭|解约|退订|取消|到期未续|过期|下线|退网|停机|销户|停止使用|停止合作)';
const OVER = '(?:不再使用|不再续|不用了|历史合同|老合同|旧合同)';
const ENDED =
  '(?:terminated|cancell?ed|void|revoked|defunct|decommissioned|no longer (?:in use|used|valid)|not (?:in use|valid))';
/** `已终止`, `（作废）`, `2026年5月解除`: not `可提前解除`, which is a term of the contract. */
const DEAD = new RegExp(
  [
    `(?<![未没])(?:已|已经|被)(?:于[^，。；]{0,14})?(?:提前|全部|全)?${ENDING}`,
    `(?:^|[（(【\\[“，。；,;\\s\\-—])(?:[一二三四五六七八九十]+、)?(?:提前)?${ENDING}(?:的?(?:合同|协议|证照|资源|线路|许可证))?(?=$|[）)】\\]”，。；,;\\s\\-—])`,
    `\\d(?:日|月|年)?(?:起)?(?:提前)?${ENDING}`,
    OVER,
    `\\b${ENDED}\\b`,
  ].join('|'),
  'giu',
);
/** Any of its words, wherever they stand: nearly every cell has none, which is seen at a fraction of the cost. */
const LIKELY = new RegExp([ENDING, OVER, ENDED].join('|'), 'iu');
/** What is said of the contract before this one is not said of it. */
const OF_ANOTHER = /(?:原|旧|前|上一|上期|老)[^，。；,;]{0,10}$/u;

/** Words in any other cell of the row, or in the caption above it, that say that it has ended. */
function deadWords({ sheet, captionOf }: Table, row: number, { values }: Surroundings): Life | undefined {
  const saysSo = (text: string): boolean =>
    saysEnded(text) && valueNamed(STANDING_NAMES, values.get(text) ?? '') !== 'active';
  const cells = sheet.rows[row] ?? [];
  for (const [column, cell] of cells.entries()) {
    if (typeof cell === 'string' && saysSo(cell)) return { standing: 'closed', column, said: cell };
  }
  const caption = captionOf.get(row);
  return caption !== undefined && saysSo(caption.text)
    ? { standing: 'closed', column: 0, said: caption.text }
    : undefined;
}

function saysEnded(text: string): boolean {
  const plain = text.normalize('NFKC');
  return LIKELY.test(plain) && [...plain.matchAll(DEAD)].some(({ index }) => !OF_ANOTHER.test(plain.slice(0, index)));
}

interface Settling extends Pick<Table, 'isOurs'> {
  readonly list: 'licences' | 'resources';
  readonly today: CalendarDay;
}

/** Fields as they are once an end that the row tells of is among them; complains where it tells of an end without a day. */
export function settleLife(
  reader: CellReader,
  fields: PlainMapping,
  life: Life | undefined,
  { list, today, isOurs }: Settling,
): PlainMapping {
  if (life?.standing === undefined) return fields;
  const isContract = list === 'resources';
  const [end, last] = [dayIn(fields[isContract ? 'ended' : 'closed']), dayIn(fields['expires'])];
  const letsItEnd = isContract && end === undefined ? { renew: false, ...fields } : fields;
  if (!isOver(life.standing)) return life.standing === 'ending' ? letsItEnd : fields;
  const isPast = isBefore(lastHeld(list, end, last), today);
  if (!isPast && reader.problems.length === 0) {
    reader.complainAt(life.column, endedWithoutDay(life, end ?? last, list));
  }
  if (!isPast || life.standing !== 'closed') return fields;
  // The words that `export` writes tell of fields that it writes too.
  return end === undefined && !isOurs ? withWord(life.said, letsItEnd) : letsItEnd;
}

/** An end without a day has no field of its own: what the row says of it stays readable in the notes. */
function withWord(said: string, fields: PlainMapping): PlainMapping {
  if (Object.values(fields).some((value) => wordOf(value).includes(said))) return fields;
  const { notes } = fields;
  return { ...fields, notes: notes === undefined ? said : `${wordOf(notes)}；${said}` };
}

/** From its closing day on a licence is asked for nothing; a contract holds on its last day. */
function lastHeld(
  list: 'licences' | 'resources',
  end: CalendarDay | undefined,
  last: CalendarDay | undefined,
): CalendarDay | undefined {
  const held = end === undefined || list === 'resources' ? end : addDays(end, -1);
  return held === undefined || (last !== undefined && last < held) ? last : held;
}

function isBefore(day: CalendarDay | undefined, today: CalendarDay): boolean {
  return day !== undefined && day < today;
}

function dayIn(value: PlainMapping[string] | undefined): CalendarDay | undefined {
  return typeof value === 'string' ? parseDay(value) : undefined;
}

function endedWithoutDay({ said, isAnswer }: Life, day: CalendarDay | undefined, list: 'licences' | 'resources'): Text {
  const until =
    day === undefined
      ? { zh: '没有终止日', en: 'gives no end date' }
      : { zh: `日期却是${formatDay(day)}`, en: `runs until ${formatDay(day)}` };
  const otherwise =
    isAnswer === true
      ? { zh: '改正这一格', en: 'correct the cell' }
      : { zh: `加\`--map '${said}=active'\``, en: `add \`--map '${said}=active'\`` };
  const column = list === 'licences' ? { zh: '注销日', en: 'Closed' } : { zh: '提前终止日', en: 'Ended' };
  return {
    zh: `“${said}”表示已不再有效，${until.zh}。在“${column.zh}”一列写明哪天终止；仍有效的，${otherwise.zh}`,
    en: `"${said}" means that it has ended, but the row ${until.en}. Give the day in a column "${column.en}"; if it is in force, ${otherwise.en}`,
  };
}
