import { addDays } from '../domain/calendar-day.ts';
import { defineLicence } from '../domain/licence-kind.ts';
import { number700Notice, numberMeasures } from '../law/numbers.ts';
import { middleNumbers, prefix, role } from './number-700/fields.ts';
import { format } from './number-700/form.ts';
import { area, licence, platformAgreement } from './number-700/parties.ts';
import { endOfTransition } from './number-700/phases.ts';
import { migration, pilotApproval, pilotEnd } from './number-700/pilot.ts';
import { expiryRule } from './shared/expiry.ts';
import { numbers } from './shared/number-fields.ts';

const expiry = expiryRule({
  summary: () => ({
    zh: '700号码在批准的使用期限内。',
    en: 'The 700 numbers are in the term for which they were granted.',
  }),
  paper: { zh: '700号码使用许可', en: 'the grant of the 700 numbers' },
  why: {
    zh: '码号归国家所有，经批准才能使用；700号码只供试点期间的号码保护服务使用，期限届满应停用或另行取得批准。',
    en: 'Numbers belong to the state and are used by its leave; the 700 numbers are for the pilot of number protection alone, and when the term is over they stop or are granted anew.',
  },
  remedy: {
    zh: '已获延续的，把 `expires` 改为新文件上的最后有效日；不再使用的，用 `closed` 记下停用日。',
    en: 'If it was prolonged, set `expires` to the last day on the new paper; if the numbers were given up, record the day in `closed`.',
  },
  basis: [numberMeasures.article('5', 'text'), number700Notice.whole('secondary')],
});

export default defineLicence({
  kind: 'number-700',
  code: '700',
  name: { zh: '700号码', en: '700 number' },
  fields: [role, prefix, numbers, middleNumbers],
  // The status is asked for once the transition is over.
  turningDays: (ledger) => [addDays(endOfTransition({ ledger }), 1)],
  rules: [expiry, format, migration, pilotApproval, pilotEnd, licence, platformAgreement, area],
});
