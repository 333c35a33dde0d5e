/** The company's own requirements, as rules of the module `own`. */
import { isAtLeast, type Severity, type Status } from '../domain/finding.ts';
import type { Ledger, Licence, OwnRequirement } from '../domain/ledger.ts';
import { checkRequirement, REQUIREMENT_STATUSES } from '../domain/requirement.ts';
import { nameOfResourceKind } from '../domain/resource-kinds.ts';
import { defineRule, type Problem, type Rule, type RuleContext } from '../domain/rule.ts';

/** One rule for each requirement of a ledger: `own/ID`. */
export function ownRules({ licences, requirements }: Pick<Ledger, 'licences' | 'requirements'>): readonly Rule[] {
  const ids = new Set(licences.map(({ id }) => id));
  return requirements.map((requirement) => ownRule(requirement, ids.has(requirement.licence)));
}

function ownRule(requirement: OwnRequirement, namesOneLicence: boolean): Rule {
  const { id, licence: named, needs, reason } = requirement;
  const name = nameOfResourceKind(needs);
  const concerns = (licence: Licence): boolean => (namesOneLicence ? licence.id : licence.kind) === named;
  return defineRule(
    `own/${id}`,
    {
      of: 'licence',
      run: (licence: Licence, context: RuleContext): Iterable<Problem> =>
        concerns(licence) ? checkRequirement(licence, needs, context) : [],
    },
    {
      summary: {
        zh: `公司自定要求：${named}每一天都有有效的${name.zh}。`,
        en: `The company's own requirement: ${named} has a valid ${name.en} on every day.`,
      },
      why: { zh: reason ?? '公司自定要求。', en: reason ?? 'The company asks for it.' },
      remedy: {
        zh: `续签或补上${name.zh}，登记为 \`${needs}\` 条目，并在 \`serves\` 中写明所支撑的许可证。`,
        en: `Renew or obtain the ${name.en} and record it as an entry of kind \`${needs}\` that \`serves\` the licence.`,
      },
      needs: { resource: needs, isNeededBy: concerns },
      statuses: atMost(requirement.severity),
      basis: [],
      examples: {
        asOf: '2026-11-21',
        fails: exampleLedger(requirement, '2026-10-31'),
        passes: exampleLedger(requirement, '2029-10-31'),
      },
    },
  );
}

/** Never graver than the company says, nor than a requirement of the law would be. */
function atMost(chosen: Severity): Readonly<Partial<Record<Status, Severity>>> {
  const { missing, expired, pending, expiring, gap } = REQUIREMENT_STATUSES;
  const cap = (severity: Severity): Severity => (isAtLeast(severity, chosen) ? chosen : severity);
  return {
    missing: cap(missing),
    expired: cap(expired),
    pending: cap(pending),
    expiring: cap(expiring),
    gap: cap(gap),
  };
}

function exampleLedger({ id, needs, severity }: OwnRequirement, expires: string): string {
  return [
    'version: 1',
    'company: { name: 示例云网科技有限公司 }',
    'policy: { since: 2026-11-01 }',
    'licences:',
    '  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2031-11-20 }',
    'resources:',
    `  - { id: contract, kind: ${needs}, expires: ${expires}, serves: [isp] }`,
    'requirements:',
    `  - { id: ${id}, licence: isp, needs: ${needs}, severity: ${severity} }`,
    '',
  ].join('\n');
}
