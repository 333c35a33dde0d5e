/** What a contract is called and whom it serves: where one slip of the pen makes it count for nothing. */
import { repair } from '../../domain/fix.ts';
import type { Resource } from '../../domain/ledger.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { nearWord, type NearWord } from '../../domain/near-word.ts';
import { nameOfResourceKind, RESOURCE_KINDS } from '../../domain/resource-kinds.ts';
import {
  defineRule,
  type Judgement,
  MET,
  notApplicable,
  oncePerCheck,
  report,
  type RuleContext,
} from '../../domain/rule.ts';
import { kindsByName, licenceKinds } from '../../licences/index.ts';
import { resourceLedger } from '../example-ledgers.ts';
import { whyClosed } from '../judgement.ts';

export const unknownKind = defineRule(
  'resource/unknown-kind',
  { of: 'resource', run: checkKind },
  {
    summary: {
      zh: '合同与证明的种类没有写错：有规则或要求使用它。',
      en: 'The kind of a contract or proof is one that a rule uses or a requirement names.',
    },
    why: {
      zh: '种类可以自定，所以写错一个字母不算错误，但这份合同就不再为任何要求作数。',
      en: 'You can define kinds yourself, so a misspelt kind is not an error, but the contract then counts for no requirement.',
    },
    remedy: {
      zh: '改正 `kind`，种类见 `ledger rules`；确是公司自己的种类的，用 `requirements` 写明谁需要它，或去掉 `serves`。',
      en: 'Correct `kind` (`ledger rules` lists the kinds); if it is a kind of your own, name what needs it in `requirements`, or remove `serves`.',
    },
    statuses: { unknown: 'info' },
    basis: [],
    examples: () => ({
      asOf: '2026-11-21',
      fails: resourceLedger('leased-lien', 'expires: 2029-12-31'),
      passes: resourceLedger('leased-line', 'expires: 2029-12-31'),
    }),
  },
);

export const unused = defineRule(
  'resource/unused',
  { of: 'resource', run: checkUse },
  {
    summary: {
      zh: '许可证需要的合同写明了为谁所用。',
      en: 'A contract of a kind that a licence needs says which licence it serves.',
    },
    why: {
      zh: '没有 `serves` 的合同不为任何许可证作数：合同存在而要求仍报缺失；或者另一份到期后才发现。',
      en: 'Without `serves` a contract counts for no licence: it exists, but the requirement is still open, or becomes open when another contract ends.',
    },
    remedy: {
      zh: '用 `serves` 写明它支撑的许可证或业务；确实与许可证无关的，不用处理。',
      en: 'Name the licence or service in `serves`; if the contract is not related to a licence, nothing needs to be done.',
    },
    statuses: { unused: 'info' },
    basis: [],
    examples: () => ({
      asOf: '2026-11-21',
      fails: ispLedger('[]'),
      passes: ispLedger('[isp]'),
    }),
  },
);

function ispLedger(serves: string): string {
  return [
    'version: 1',
    'company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, registeredCapital: 12000000 }',
    'policy: { since: 2026-11-01 }',
    'licences:',
    '  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, opened: 2022-06-01, expires: 2031-11-20 }',
    'resources:',
    `  - { id: line, kind: leased-line, title: 专线接入协议, expires: 2029-12-31, serves: ${serves} }`,
    '',
  ].join('\n');
}

const KNOWN = MET;

function checkKind({ id, kind, serves }: Resource, context: RuleContext): Judgement {
  if (Object.hasOwn(RESOURCE_KINDS, kind)) return KNOWN;
  const { asked, meant } = kindsOf(context);
  if (asked.has(kind)) return KNOWN;
  const near = meant(kind);
  if (near !== undefined) {
    const { word, isCertain } = near;
    const path = context.index.pathOf(id);
    const fix = isCertain && path !== undefined ? repair([{ path: [...path, 'kind'], value: word }]) : undefined;
    const name = nameOfResourceKind(word);
    return report({
      status: 'unknown',
      at: { entry: id, field: 'kind' },
      fix,
      message: {
        zh: `没有规则使用种类${kind}，是不是想写${word}（${name.zh}）？`,
        en: `no rule uses the kind ${kind}; did you mean ${word}?`,
      },
    });
  }
  if (serves.length === 0) return OWN_KIND;
  return report({
    status: 'unknown',
    at: { entry: id, field: 'kind' },
    message: {
      zh: `种类${kind}没有任何要求用到，写了 \`serves\`（${serves.join('、')}）也不作数`,
      en: `nothing requires the kind ${kind}, so its \`serves\` (${serves.join(', ')}) has no effect`,
    },
  });
}

const OWN_KIND = notApplicable('公司自己的种类', "a kind of the company's own");

interface KindsOfLedger {
  /** What some rule or a requirement of the company asks for. */
  readonly asked: ReadonlySet<string>;
  readonly meant: (kind: string) => NearWord | undefined;
}

const kindsOf = oncePerCheck((context): KindsOfLedger => {
  const asked = new Set([...neededByLaw(), ...context.ledger.requirements.map(({ needs }) => needs)]);
  const known = new Set([...Object.keys(RESOURCE_KINDS), ...asked]);
  const meant = new Map<string, NearWord | undefined>();
  return {
    asked,
    meant: (kind) => {
      if (!meant.has(kind)) meant.set(kind, nearWord(kind, known));
      return meant.get(kind);
    },
  };
});

let needs: ReadonlySet<string> | undefined;

/** Made when a ledger has a word of its own: most have none, and the rules of all kinds are many. */
function neededByLaw(): ReadonlySet<string> {
  needs ??= new Set(
    licenceKinds.flatMap(({ rules }) =>
      rules.flatMap((rule) => (rule.needs === undefined ? [] : [rule.needs.resource])),
    ),
  );
  return needs;
}

const NOT_NEEDED = notApplicable('台账中没有许可证需要这一种类', 'no licence in the ledger needs its kind');

function checkUse(resource: Resource, context: RuleContext): Judgement {
  const { id, kind, serves } = resource;
  if (serves.length > 0) return MET;
  const needing = neededIn(context).get(kind);
  if (needing === undefined) return NOT_NEEDED;
  const closed = whyClosed(resource, context);
  if (closed !== undefined) return closed;
  const shown = needing.slice(0, MOST_SHOWN);
  const [zh, en] = shown.length < needing.length ? ['等', ' and others'] : ['', ''];
  return report({
    status: 'unused',
    at: { entry: id, field: 'serves' },
    message: {
      zh: `没有写明为谁所用；需要它的有${shown.join('、')}${zh}`,
      en: `it does not say which licence it serves; it is needed by ${shown.join(', ')}${en}`,
    },
  });
}

const MOST_SHOWN = 3;

/** Kind of resource to the ids of the licences that need it. */
const neededIn = oncePerCheck((context): ReadonlyMap<string, readonly string[]> => {
  const needing = new Map<string, string[]>();
  const { index, ledger } = context;
  for (const granted of index.services) {
    const { licence, service } = granted;
    if (hasEnded(licence, context)) continue;
    const byLaw = kindsByName
      .get(service.kind)
      ?.rules.flatMap((rule) => (rule.needs?.isNeededBy(granted, context) === true ? [rule.needs.resource] : []));
    const own = ledger.requirements.flatMap(({ licence: named, needs: kind }) =>
      named !== undefined && [licence.id, service.kind, `${licence.id}/${service.kind}`].includes(named) ? [kind] : [],
    );
    for (const kind of [...(byLaw ?? []), ...own]) {
      const ids = needing.get(kind);
      if (ids === undefined) needing.set(kind, [licence.id]);
      else if (ids.at(-1) !== licence.id) ids.push(licence.id);
    }
  }
  return needing;
});
