import { addDays } from '../domain/calendar-day.ts';
import { defineLicence } from '../domain/licence-kind.ts';
import { format, middleNumbers, prefix, role } from './number-700/form.ts';
import { area, licence, platformAgreement } from './number-700/parties.ts';
import { endOfTransition, migration, pilotApproval, pilotEnd } from './number-700/pilot.ts';
import { numbers } from './number/grant.ts';

export default defineLicence({
  kind: 'number-700',
  family: 'number',
  grantedBy: 'pilot',
  code: '700',
  name: { zh: '700号码', en: '700 number' },
  words: ['700码号', '号码保护', '号码保护服务', '号码保护服务业务', '隐私号', '中间号', 'number protection'],
  fields: [role, prefix, numbers, middleNumbers],
  // The status is asked for once the transition is over.
  turningDays: (ledger) => [addDays(endOfTransition({ ledger }), 1)],
  rules: [format, migration, pilotApproval, pilotEnd, licence, platformAgreement, area],
});
