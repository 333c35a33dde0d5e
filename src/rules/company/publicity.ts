/** What the public is told on the enterprise credit site: licences, capital, shares and penalties. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { ChangeKind } from '../../domain/company.ts';
import type { Licence } from '../../domain/ledger.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { workingDaysFrom } from '../../domain/limit.ts';
import type { Found } from '../../domain/occasion.ts';
import { type FixTarget, notApplicable, type Problem, type RuleContext } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { companyLaw, publicityRegulations, publicityRegulations2014 } from '../../law/company.ts';
import { licenseeLedger } from '../example-ledgers.ts';
import { type ChangeDuty, changesFound } from './change-duty.ts';
import { beforeTheLedger, defineTimedRule, NO_DAY_OF_ISSUE } from './timed-rule.ts';

/** Order 654, article 10: working days after the information came about. */
const WORKING_DAYS = 20;

const TIMED = {
  law: publicityRegulations2014,
  limitOf: workingDaysFrom(WORKING_DAYS),
  act: { zh: '在企业信用信息公示系统公示', en: 'made public in the enterprise credit system' },
};

/** What is made public once it is registered, whatever the issuing authority says of it. */
const PUBLIC_BY_ITSELF: ReadonlySet<ChangeKind> = new Set(['registered-capital', 'shareholders']);

const CHANGES: Pick<ChangeDuty, 'done'> & typeof TIMED = { ...TIMED, done: 'publicised' };
/** The licence that was changed. */
const LICENCE_CHANGES: ChangeDuty = { ...CHANGES, from: 'approved', concerns: () => true };
const OWN_CHANGES: ChangeDuty = {
  ...CHANGES,
  from: 'registered',
  concerns: ({ what, approved }) => PUBLIC_BY_ITSELF.has(what) && approved === undefined,
};

export const publicity = defineTimedRule(
  'company/publicity',
  {
    ...TIMED,
    occasionsOf: whatIsPublic,
    none: notApplicable('没有应当公示的许可、变更或处罚', 'no licence, change or penalty is to be made public'),
  },
  {
    summary: {
      zh: `许可证取得、变更、延续，注册资本和股权变更，受到行政处罚，${WORKING_DAYS}个工作日内在国家企业信用信息公示系统公示。`,
      en: `The grant, change or renewal of a licence, changes of registered capital and shares, and administrative penalties are made public in the national enterprise credit system within ${WORKING_DAYS} working days.`,
    },
    why: {
      zh: '这些信息由企业自行公示，交易对方、招标人和监管部门都从这里看。台账中有一项登记了公示日的，其余各项按期限检查；一项都没有登记的，只提示无法判断。',
      en: 'The company itself makes this information public; business partners, tenderers and authorities look it up there. Once one day of publication is on record, all others are checked; if none is, the result is only "undetermined".',
    },
    consequence: {
      zh: '《公司法》第251条：责令改正，可以处1万元以上5万元以下罚款；情节严重的，处5万元以上20万元以下罚款；直接负责的人员处1万元以上10万元以下罚款。《企业信息公示暂行条例》第17条：列入经营异常名录，影响招投标和贷款。',
      en: 'Company Law, article 251: an order to correct and possibly a fine of CNY 10,000 to 50,000, in serious cases CNY 50,000 to 200,000; CNY 10,000 to 100,000 for the persons directly responsible. Publicity Regulations, article 17: the list of abnormal operations, which affects tenders and loans.',
    },
    remedy: {
      zh: '登录国家企业信用信息公示系统填报，然后在这张许可证、这一条变更或处罚上记 `publicised: 公示日`。',
      en: 'Enter it in the national enterprise credit system, then record `publicised: DAY` on that licence, change or penalty.',
    },
    fix: recordPublicity,
    statuses: { due: 'warning', overdue: 'error', late: 'info', undetermined: 'info' },
    basis: [
      publicityRegulations2014.article('10', 'text'),
      publicityRegulations.article('10', 'secondary'),
      companyLaw.article('40', 'text'),
      companyLaw.article('251', 'text'),
    ],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger(
        'changes: [{ what: scope, decided: 2026-07-01, reported: 2026-07-20, approved: 2026-09-18 }]',
      ),
      passes: licenseeLedger(
        'changes:',
        '  - { what: scope, decided: 2026-07-01, reported: 2026-07-20, approved: 2026-09-18, publicised: 2026-10-22 }',
        'penalties: [{ received: 2026-10-12, publicised: 2026-10-30 }]',
      ).replace('scope: national,', 'scope: national, publicised: 2022-03-25,'),
    }),
  },
);

const PENALTY = 'penalty';

/** A change brings its own command. */
function recordPublicity({ status, subject, period = '', asOf }: FixTarget): readonly string[] | undefined {
  const day = formatDay(asOf);
  if (status === 'late') return undefined;
  if (subject !== 'company') return ['ledger', 'record', 'publicised', subject, '--on', day];
  const [what, received = ''] = period.split(' ');
  return what === PENALTY ? ['ledger', 'record', PENALTY, received, '--on', day] : undefined;
}

function whatIsPublic(context: RuleContext): readonly Found[] {
  const { changes, penalties } = context.ledger.company;
  const licences = context.ledger.licences.filter((licence) => !hasEnded(licence, context));
  const isKept = [...changes, ...penalties, ...context.ledger.licences].some(
    ({ publicised }) => publicised !== undefined && publicised <= context.asOf,
  );
  const asked = [
    ...changesFound(LICENCE_CHANGES, context),
    ...penalties.flatMap(({ received, publicised, title }, at): readonly Found[] =>
      received > context.asOf
        ? []
        : [
            {
              name: penaltyNamed(title, formatDay(received)),
              from: received,
              done: publicised,
              at: { company: ['penalties', at, 'publicised'] },
              period: `${PENALTY} ${formatDay(received)}`,
            },
          ],
    ),
  ];
  if (isKept) return [...asked, ...changesFound(OWN_CHANGES, context), ...licences.map((one) => paperOf(one, context))];
  return licences.length === 0 ? asked : [...asked, nothingOnRecord(licences)];
}

/** The paper as it was granted, or granted again. */
function paperOf({ id, issued, publicised, warnWithin }: Licence, { ledger }: RuleContext): Found {
  if (issued === undefined) return NO_DAY_OF_ISSUE;
  // What was made public before the paper was issued is the paper before it.
  const done = publicised !== undefined && publicised >= issued ? publicised : undefined;
  return {
    name: {
      zh: `许可证${id}（${formatDay(issued)}发证）`,
      en: `the licence ${id} (issued ${formatDay(issued)})`,
    },
    from: issued,
    done,
    subject: id,
    at: { entry: id, field: 'publicised' },
    period: formatDay(issued),
    warned: { warnWithin },
    unless: (limit) => (done === undefined ? beforeTheLedger(limit, ledger) : undefined),
  };
}

function nothingOnRecord(licences: readonly Licence[]): Problem {
  const [first] = licences;
  return {
    status: 'undetermined',
    related: licences.map(({ id }) => id),
    at: { entry: first?.id ?? '', field: 'publicised' },
    fix: first === undefined ? undefined : { command: ['ledger', 'record', 'publicised', first.id, '--on', 'DATE'] },
    message: {
      zh: '没有登记过公示日，许可证取得、延续后无法判断是否按期公示',
      en: 'no day of publication is on record, so whether the licences were made public in time is unknown',
    },
    remedy: {
      zh: '在国家企业信用信息公示系统查看，在每张许可证上记 `publicised: 公示日`；没有公示的，先公示。',
      en: 'Look it up in the national enterprise credit system and record `publicised: DAY` on each licence; if it is not there, make it public first.',
    },
  };
}

function penaltyNamed(title: string | undefined, day: string): Text {
  return title === undefined
    ? { zh: `行政处罚（${day}）`, en: `the penalty of ${day}` }
    : { zh: `行政处罚“${title}”（${day}）`, en: `the penalty of ${day} (${title})` };
}
