/** What an assumption does to a licence: until when it is good as it is recorded, and what still holds it up. */
import { type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { CoverLine, Hold } from '../../domain/cover-lines.ts';
import type { Breach, ComparedLicence, LicenceTimeline, Timeline } from '../../domain/horizon.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language, Text } from '../../domain/text.ts';
import type { Glyphs } from '../writing/glyphs.ts';
import { indented, type Labelled, labelledLines, sideBySide } from '../writing/layout.ts';
import { licenceHeading, shortName } from '../writing/licence-heading.ts';
import { printable } from '../writing/printable.ts';
import { laterBy, standing } from '../writing/standing.ts';
import type { Style } from '../writing/style.ts';

type Kinds = ReadonlyMap<string, LicenceProfile>;

const LABELS = {
  recorded: { zh: '按台账', en: 'recorded' },
  holds: { zh: '证明', en: 'proof' },
} as const satisfies Record<string, Text>;

const LABEL_WIDTH = 8;
const INDENT = 2;

const THE_SAME: Text = { zh: '没有变化', en: 'the same' };
const ONLY_ASSUMED: Text = { zh: '没有这张许可证', en: 'no such licence' };

/** What stands below the verdict on a licence. */
export function comparisonLines(
  { assumed, recorded }: ComparedLicence,
  { asOf }: Pick<Timeline, 'asOf'>,
  style: Style,
  kinds: Kinds,
): readonly string[] {
  const { language, colour, width } = style;
  const lay = (rows: readonly Labelled[]): readonly string[] =>
    labelledLines(rows, { indent: INDENT, labelWidth: LABEL_WIDTH, width, paint: colour.dim });
  if (recorded === undefined) return lay([{ label: LABELS.recorded[language], text: ONLY_ASSUMED[language] }]);
  const services = serviceRows(assumed, recorded, asOf, language, kinds);
  const holds = assumed.covers.map((cover) => holdChange(cover, recorded, asOf));
  const isTouched = services.some(({ isOther }) => isOther) || holds.some(({ isOther }) => isOther);
  const isSame = dayOf(assumed.breach) === dayOf(recorded.breach);
  const before = isSame
    ? THE_SAME[language]
    : standing(dayOf(recorded.breach), asOf)[language] +
      laterBy(dayOf(assumed.breach), dayOf(recorded.breach))[language];
  const first = { label: LABELS.recorded[language], text: before };
  if (isSame && !isTouched) return lay([first]);
  return lay([
    first,
    ...services.map(({ label, text }) => ({ label, text })),
    ...holds.map(({ cover, words }, at) => ({
      label: at === 0 ? LABELS.holds[language] : '',
      text: printable(`${coverName(cover, language, kinds)}${language === 'zh' ? '：' : ': '}${words[language]}`),
    })),
  ]);
}

/** A recorded licence that is assumed away. */
export function goneLines(
  { licence, breach }: LicenceTimeline,
  { asOf }: Pick<Timeline, 'asOf'>,
  style: Style & { readonly glyphs: Glyphs },
  kinds: Kinds,
): readonly string[] {
  const { language, width, glyphs } = style;
  const [id, ...others] = licenceHeading(licence, style, kinds);
  const { zh, en } = standing(dayOf(breach), asOf);
  const words = { zh: `假设没有这张许可证；按台账${zh}`, en: `assumed gone; on record it ${en}` };
  return [
    ...sideBySide([{ ...id, text: `${glyphs.broken} ${id?.text ?? ''}` }, ...others], width),
    ...indented(INDENT, words[language], width),
  ];
}

function serviceRows(
  assumed: LicenceTimeline,
  recorded: LicenceTimeline,
  asOf: CalendarDay,
  language: Language,
  kinds: Kinds,
): readonly (Labelled & { readonly isOther: boolean })[] {
  const kept = new Map(assumed.services.map(({ kind, breach }) => [kind, breach]));
  const isAlone = assumed.services.length === 0;
  return recorded.services.map(({ kind, breach }) => {
    // Of a paper with one service left, its day is that of the paper.
    const isThere = kept.has(kind) || (isAlone && assumed.licence.services.some((one) => one.kind === kind));
    const now = isAlone ? assumed.breach : kept.get(kind);
    const isOther = !isThere || dayOf(now) !== dayOf(breach);
    const then = standing(dayOf(breach), asOf)[language];
    const words = isThere
      ? standing(dayOf(now), asOf)[language]
      : { zh: '假设没有这项业务', en: 'assumed gone' }[language];
    return {
      label: shortName(kind, language, kinds),
      text: isOther ? `${words}${inBrackets(then, language)}` : words,
      isOther,
    };
  });
}

/** What holds a need under the assumption, and as it is recorded where that is something else. */
function holdChange(
  cover: CoverLine,
  recorded: LicenceTimeline,
  asOf: CalendarDay,
): { readonly cover: CoverLine; readonly words: Text; readonly isOther: boolean } {
  // A service that is alone on its paper is not named.
  const isAlike = (one: CoverLine): boolean =>
    one.kind === cover.kind && (one.rule === cover.rule || one.service === cover.service);
  const before = recorded.covers.find(isAlike);
  const now = holdWords(cover.held, asOf);
  const then = before === undefined ? { zh: '不要求', en: 'not required' } : holdWords(before.held, asOf);
  const isOther = now.en !== then.en;
  if (!isOther) return { cover, words: now, isOther };
  return {
    cover,
    words: { zh: now.zh + inBrackets(then.zh, 'zh'), en: now.en + inBrackets(then.en, 'en') },
    isOther,
  };
}

/** `line-2026 until 2026-12-31; line-2027 2027-01-05 to 2027-12-31`: what is named first holds on the as-of day. */
function holdWords(holds: readonly Hold[], asOf: CalendarDay): Text {
  if (holds.length === 0) return { zh: '没有', en: 'nothing' };
  const parts = holds.map(({ days: { from, to }, by }): Text => {
    const ids = by.map(({ id }) => id);
    const [start, end] = [formatDay(from), formatDay(to)];
    const span =
      to === FOREVER
        ? { zh: from === asOf ? '长期' : `${start}起`, en: from === asOf ? 'without end' : `from ${start}` }
        : {
            zh: from === asOf ? `至${end}` : `${start}至${end}`,
            en: from === asOf ? `until ${end}` : `${start} to ${end}`,
          };
    return { zh: `${ids.join('、')} ${span.zh}`, en: `${ids.join(', ')} ${span.en}` };
  });
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

function coverName({ service, name }: CoverLine, language: Language, kinds: Kinds): string {
  return service === undefined ? name[language] : `${shortName(service, language, kinds)} ${name[language]}`;
}

function inBrackets(then: string, language: Language): string {
  return language === 'zh' ? `（按台账：${then}）` : ` (recorded: ${then})`;
}

function dayOf(breach: Breach | undefined): CalendarDay | undefined {
  return breach?.day;
}
