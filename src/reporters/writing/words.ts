/** The words of the pages that belong to no rule, in both languages: names of grades and states, and how they are counted. */
import type { Certainty } from '../../domain/basis.ts';
import { type CalendarDay, formatDay, weekdayOf } from '../../domain/calendar-day.ts';
import type { Status } from '../../domain/finding.ts';
import type { Run } from '../../domain/run.ts';
import type { Severity } from '../../domain/severity.ts';
import { askedIn, type State, STATES, type Tally } from '../../domain/status.ts';
import type { Language, Text } from '../../domain/text.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

export const STATUS_MEANINGS: Readonly<Record<Status, Text>> = {
  missing: { zh: '从未登记', en: 'nothing is on record' },
  expired: { zh: '已过期', en: 'it has expired' },
  expiring: { zh: '即将到期', en: 'it expires soon' },
  pending: { zh: '尚未生效', en: 'it has not started yet' },
  gap: { zh: '中间有断档', en: 'it has a gap' },
  due: { zh: '期限临近', en: 'the deadline is near' },
  overdue: { zh: '已逾期', en: 'the deadline has passed' },
  late: { zh: '已办理，但已逾期', en: 'it was done late' },
  shortfall: { zh: '未达要求', en: 'it falls short of the requirement' },
  invalid: { zh: '不正确', en: 'it is wrong' },
  mismatch: { zh: '前后不一致', en: 'two records do not agree' },
  stale: { zh: '久未更新', en: 'it has not been checked for a long time' },
  unused: { zh: '未使用', en: 'it is not used' },
  unknown: { zh: '无法识别', en: 'it is not known' },
  undetermined: { zh: '无法判断', en: 'the records are not enough to tell' },
};

/** Short, behind an article. */
export const CERTAINTY_NAMES: Readonly<Record<Certainty, Text>> = {
  text: { zh: '原文已核', en: 'text read' },
  quoted: { zh: '据引文', en: 'quotation read' },
  secondary: { zh: '据转述', en: 'reported by others' },
  practice: { zh: '惯例，无明文', en: 'practice, no written rule' },
};

export const CERTAINTY_MEANINGS: Readonly<Record<Certainty, Text>> = {
  text: { zh: '已核对原文。', en: 'The text itself was read.' },
  quoted: {
    zh: '已核对条文的原文引述或修改决定，未见全文。',
    en: 'A literal quotation or the amending decision was read, but not the whole text.',
  },
  secondary: { zh: '据他人转述，未核对原文。', en: 'Reported by others; the text itself was not read.' },
  practice: {
    zh: '属于办理窗口的惯例或代理机构的说法，没有明文规定，因此最多为警告。',
    en: 'Practice of authorities or advice of agencies, with no written rule; so it is a warning at most.',
  },
};

/** They stand before the lines of a finding. All but that of a waiver take the columns of `law`. */
export const LABELS = {
  sum: { zh: '计算', en: 'sum' },
  date: { zh: '期限', en: 'due' },
  law: { zh: '依据', en: 'law' },
  remedy: { zh: '处理', en: 'do' },
  run: { zh: '命令', en: 'run' },
  owner: { zh: '负责', en: 'who' },
  waived: { zh: '豁免', en: 'waived' },
} as const satisfies Record<string, Text>;

/** From Sunday on. */
export const WEEKDAYS: readonly Text[] = [
  { zh: '星期日', en: 'Sunday' },
  { zh: '星期一', en: 'Monday' },
  { zh: '星期二', en: 'Tuesday' },
  { zh: '星期三', en: 'Wednesday' },
  { zh: '星期四', en: 'Thursday' },
  { zh: '星期五', en: 'Friday' },
  { zh: '星期六', en: 'Saturday' },
];

/** Groups of findings that are not about a licence. */
export const GROUP_NAMES = {
  resources: { zh: '合同与证明', en: 'Contracts and proofs' },
  company: { zh: '公司', en: 'Company' },
  waivers: { zh: '豁免', en: 'Waivers' },
  ledger: { zh: '台账', en: 'The ledger' },
  file: { zh: '文件有误，其余内容未检查', en: 'The file is not a valid ledger, so nothing else in it was checked' },
} as const satisfies Record<string, Text>;

/** Marks that stand for a severity where there is no colour. */
export const MARKS: Readonly<Record<Severity | 'waived' | 'good', string>> = {
  error: '✖',
  warning: '▲',
  info: 'ℹ',
  waived: '○',
  good: '✔',
};

/** `2027-03-31 (Wednesday)` */
export function withWeekday(day: CalendarDay, language: Language): string {
  const name = WEEKDAYS[weekdayOf(day)]?.[language] ?? '';
  return language === 'zh' ? `${formatDay(day)}（${name}）` : `${formatDay(day)} (${name})`;
}

/** Why a working day is not sure: behind it, after a comma or a semicolon. */
export const MAKE_UP_DAYS_UNKNOWN: Text = {
  zh: '本版本没有该年的调休安排，按周末和法定节假日推算',
  en: 'this version does not have the make-up workdays of that year',
};

export const STATE_NAMES: Readonly<Record<State, Text>> = {
  open: { zh: '未满足', en: 'open' },
  'at-risk': { zh: '临期', en: 'at risk' },
  undetermined: { zh: '无法判断', en: 'undetermined' },
  waived: { zh: '已豁免', en: 'waived' },
  met: { zh: '已满足', en: 'met' },
  'not-applicable': { zh: '不适用', en: 'does not apply' },
};

export const STATE_MARKS: Readonly<Record<State, string>> = {
  open: MARKS.error,
  'at-risk': MARKS.warning,
  undetermined: '?',
  waived: MARKS.waived,
  met: MARKS.good,
  'not-applicable': '–',
};

/** In the order in which a tally is told: what is well first. */
const TOLD: readonly State[] = ['met', 'at-risk', 'open', 'waived', 'undetermined'];

/** The same of a run: what could not be judged is said, so that nobody takes it for what need not be checked. */
export function describeTallyOf({ tally, verdict }: Pick<Run, 'tally' | 'verdict'>): Text {
  const { zh, en } = describeTally(tally);
  if (verdict !== 'none') return { zh, en };
  if (askedIn(tally) > 0) {
    return {
      zh: `${zh}另有台账或凭证无法判断，原因见错误信息。`,
      en: `${en} Not everything could be judged: the errors say why.`,
    };
  }
  return { zh: '无法判断：台账有误或无法读取，原因见错误信息。', en: 'Nothing could be judged: the errors say why.' };
}

/** `31 asked: 27 met, 2 open, 1 waived, 1 undetermined.` What there is none of is left out. */
export function describeTally(tally: Tally): Text {
  const told = TOLD.filter((state) => tally[state] > 0);
  const asked = askedIn(tally);
  if (asked === 0) return { zh: '没有要检查的事项。', en: 'Nothing was checked.' };
  return {
    zh: `共检查${asked}项：${told.map((state) => `${STATE_NAMES[state].zh}${tally[state]}`).join('、')}。`,
    en: `${asked} checked: ${told.map((state) => `${tally[state]} ${STATE_NAMES[state].en}`).join(', ')}.`,
  };
}

/** The gravest first, as `STATES` has them. */
export function compareStates(one: State, other: State): number {
  return STATES.indexOf(one) - STATES.indexOf(other);
}
