/** The company's own requirements, and with its duties all rules of the module `own`. */
import { FOREVER } from '../domain/calendar-day.ts';
import { renewOrAdd } from '../domain/fix.ts';
import { type GrantedService, type Ledger, type OwnRequirement, serviceName } from '../domain/ledger.ts';
import { checkCover, checkRequirement, REQUIREMENT_STATUSES } from '../domain/requirement.ts';
import { nameOfResourceKind } from '../domain/resource-kinds.ts';
import {
  defineRule,
  type Judgement,
  type Outcome,
  type Problem,
  type Rule,
  type RuleCheck,
  type RuleContext,
} from '../domain/rule.ts';
import { atMost, OF_ANOTHER } from './judgement.ts';
import { ownDutyRule } from './own-duty.ts';

/** One rule for each requirement and each duty of a ledger: `own/ID`. */
export function ownRules(ledger: Pick<Ledger, 'licences' | 'requirements' | 'duties'>): readonly Rule[] {
  const ids = new Set(ledger.licences.map(({ id }) => id));
  return [
    ...ledger.requirements.map((requirement) => ownRequirementRule(requirement, ids)),
    ...ledger.duties.map((duty) => ownDutyRule(duty, ledger)),
  ];
}

function ownRequirementRule(requirement: OwnRequirement, licences: ReadonlySet<string>): Rule {
  const { id, licence: named, needs, reason } = requirement;
  const name = nameOfResourceKind(needs);
  const isForCompany = requirement.for === 'company';
  const concerns = (granted: GrantedService): boolean => !isForCompany && isNamed(granted, named, licences);
  const who = isForCompany ? { zh: '公司', en: 'the company' } : { zh: named ?? '', en: named ?? '' };
  const { missing, expired, pending, expiring, gap } = REQUIREMENT_STATUSES;
  const { severity } = requirement;
  return defineRule(`own/${id}`, isForCompany ? ofCompany(requirement) : ofService(requirement, concerns), {
    summary: {
      zh: `公司自定要求：${who.zh}每一天都有有效的${name.zh}。`,
      en: `The company's own requirement: ${who.en} has a valid ${name.en} on every day.`,
    },
    why: { zh: reason ?? '公司自定要求。', en: reason ?? 'A duty of the company itself.' },
    remedy: isForCompany
      ? {
          zh: `续签或补上${name.zh}，登记为 \`${needs}\` 条目。`,
          en: `Renew or obtain the ${name.en} and record it as an entry of kind \`${needs}\`.`,
        }
      : {
          zh: `续签或补上${name.zh}，登记为 \`${needs}\` 条目，并在 \`serves\` 中写明所支撑的许可证。`,
          en: `Renew or obtain the ${name.en} and record it as an entry of kind \`${needs}\` that \`serves\` the licence.`,
        },
    fix: (target) =>
      isForCompany && target.status === 'missing' ? ['ledger', 'add', needs] : renewOrAdd(needs)(target),
    needs: { resource: needs, isNeededBy: concerns },
    // Never graver than the company says, nor than a requirement of the law would be.
    statuses: {
      missing: atMost(missing, severity),
      expired: atMost(expired, severity),
      pending: atMost(pending, severity),
      expiring: atMost(expiring, severity),
      gap: atMost(gap, severity),
    },
    basis: [],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger(requirement, '2026-10-31'),
      passes: exampleLedger(requirement, '2029-10-31'),
    }),
  });
}

/** A licence and a kind may have the same name: then the licence is meant. */
function isNamed(granted: GrantedService, named: string | undefined, licences: ReadonlySet<string>): boolean {
  if (named === undefined) return false;
  if (licences.has(named)) return granted.licence.id === named;
  return granted.service.kind === named || serviceName(granted) === named;
}

function ofService(requirement: OwnRequirement, concerns: (granted: GrantedService) => boolean): RuleCheck {
  return {
    of: 'service',
    run: (granted, context) =>
      concerns(granted) ? owned(checkRequirement(granted, requirement.needs, context), requirement) : OF_ANOTHER,
  };
}

/** Whatever the entries of that kind serve: the company itself needs them. */
function ofCompany(requirement: OwnRequirement): RuleCheck {
  const { needs } = requirement;
  const run = (context: RuleContext): Judgement =>
    owned(checkCover(context.index.resourcesOfKind(needs), needs, FOREVER, context), requirement);
  return { of: 'company', run };
}

/** Who answers for a requirement answers for what is wrong with it. */
function owned(judgement: Judgement, { owner }: OwnRequirement): Judgement {
  return 'state' in judgement || owner === undefined ? judgement : withOwner(judgement, owner);
}

function* withOwner(judgement: Generator<Problem, Outcome, void>, owner: string): Generator<Problem, Outcome, void> {
  for (;;) {
    const { done, value } = judgement.next();
    if (done === true) return value;
    yield { ...value, owner };
  }
}

function exampleLedger({ id, needs, severity, for: whom }: OwnRequirement, expires: string): string {
  const target = whom === 'company' ? 'for: company' : 'licence: isp';
  return [
    'version: 1',
    'company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T }',
    'policy: { since: 2026-11-01 }',
    'licences:',
    '  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2031-11-20 }',
    'resources:',
    `  - { id: contract, kind: ${needs}, expires: ${expires}, serves: [isp] }`,
    'requirements:',
    `  - { id: ${id}, ${target}, needs: ${needs}, severity: ${severity} }`,
    '',
  ].join('\n');
}
