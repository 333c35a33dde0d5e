/** How the states of what was asked are called, and how they are counted. */
import { askedIn, type State, STATES, type Tally } from '../../domain/status.ts';
import type { Text } from '../../domain/text.ts';
import { MARKS } from './words.ts';

export const STATE_NAMES: Readonly<Record<State, Text>> = {
  open: { zh: '未满足', en: 'open' },
  'at-risk': { zh: '有风险', en: 'at risk' },
  undetermined: { zh: '无法判断', en: 'undetermined' },
  waived: { zh: '已豁免', en: 'waived' },
  met: { zh: '满足', en: 'met' },
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

/** `31 asked: 27 met, 2 open, 1 waived, 1 undetermined.` What there is none of is left out. */
export function describeTally(tally: Tally): Text {
  const told = TOLD.filter((state) => tally[state] > 0);
  const asked = askedIn(tally);
  if (asked === 0) return { zh: '没有要检查的事项。', en: 'Nothing was asked.' };
  return {
    zh: `共检查${asked}项：${told.map((state) => `${STATE_NAMES[state].zh}${tally[state]}`).join('、')}。`,
    en: `${asked} asked: ${told.map((state) => `${tally[state]} ${STATE_NAMES[state].en}`).join(', ')}.`,
  };
}

/** The gravest first, as `STATES` has them. */
export function compareStates(one: State, other: State): number {
  return STATES.indexOf(one) - STATES.indexOf(other);
}
