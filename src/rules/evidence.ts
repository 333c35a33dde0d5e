/** The papers behind the entries: whether they are there, are still the same, and say what the ledger says. */
import { formatDay } from '../domain/calendar-day.ts';
import type { EvidenceFact, EvidenceFault } from '../domain/evidence.ts';
import type { Evidence, Resource } from '../domain/ledger.ts';
import { renewsItself } from '../domain/requirement.ts';
import { defineRule, type Problem, type Rule, type RuleContext, type RuleDescription } from '../domain/rule.ts';
import type { Text } from '../domain/text.ts';
import * as sample from './evidence-sample.ts';
import { unread } from './evidence-unread.ts';

const missing = defineEvidenceRule('missing', checkMissing, {
  summary: { zh: '登记的凭证文件都在。', en: 'Every file of evidence is where the ledger says.' },
  why: {
    zh: '检查或争议时拿不出合同原件，登记的内容就无从证明。',
    en: 'Without the paper, what the ledger says cannot be proved to an inspector or in a dispute.',
  },
  remedy: {
    zh: '把文件放回原处，或改正 `path`。',
    en: 'Put the file back in its place, or correct `path`.',
  },
  statuses: { missing: 'error' },
  examples: {
    asOf: sample.AS_OF,
    fails: sample.ledgerWith('{ path: evidence/line-2025.txt }'),
    passes: sample.ledgerWith('{ path: evidence/line-2026.txt }'),
    files: sample.CONTRACT_FILE,
  },
});

const changed = defineEvidenceRule('changed', checkChanged, {
  summary: { zh: '凭证文件与登记时一致。', en: 'Every file of evidence is still the one that was recorded.' },
  why: {
    zh: '文件被替换或改动后，登记的内容与它是否相符，没有人核对过。',
    en: 'When a file was replaced or altered, nobody has held the entry against what it says now.',
  },
  remedy: {
    zh: '核对文件。内容无误的，用 `ledger evidence add` 更新校验值；误改的，恢复原文件。',
    en: 'Look at the file. If it is right, record it anew with `ledger evidence add`; if not, restore the old one.',
  },
  statuses: { mismatch: 'error' },
  examples: {
    asOf: sample.AS_OF,
    fails: sample.ledgerWith(`{ path: evidence/line-2026.txt, sha256: ${'ab'.repeat(32)} }`),
    passes: sample.ledgerWith(`{ path: evidence/line-2026.txt, sha256: ${sample.CONTRACT_SHA256} }`),
    files: sample.CONTRACT_FILE,
  },
});

const mismatch = defineEvidenceRule('mismatch', checkMismatch, {
  summary: {
    zh: '数字证书自身的到期日就是登记的到期日。',
    en: 'A certificate ends on the day that its entry says.',
  },
  why: {
    zh: '证书到期即失效。登记的日期抄错，到期前就没有人提醒。',
    en: 'A certificate stops on its own last day. Where the ledger has another, nobody is warned in time.',
  },
  remedy: {
    zh: '按证书改正 `expires`；证书已更换的，登记为新条目。',
    en: 'Correct `expires` from the certificate; a new certificate is a new entry.',
  },
  statuses: { mismatch: 'error' },
  examples: {
    asOf: sample.AS_OF,
    fails: sample.ledgerWithCertificate('2028-11-20'),
    passes: sample.ledgerWithCertificate('2028-11-21'),
    files: sample.CERTIFICATE_FILE,
  },
});

const outside = defineEvidenceRule('outside', checkOutside, {
  summary: {
    zh: '凭证是台账所在仓库中的普通文件。',
    en: "Evidence is a plain file in the ledger's own repository.",
  },
  why: {
    zh: '仓库之外的文件别人没有，也不受版本管理；设备和管道不是文件。它们一律不打开，本次检查也就没有结论。',
    en: 'A file elsewhere is not versioned and others lack it; a device or a pipe is no paper. None is opened, so there is no verdict.',
  },
  remedy: {
    zh: '把文件放进仓库，`path` 写成相对于台账的路径。',
    en: 'Put the file into the repository and write `path` relative to the ledger.',
  },
  statuses: { invalid: 'error' },
  examples: {
    asOf: sample.AS_OF,
    fails: sample.ledgerWith('{ path: ../line-2026.txt }'),
    passes: sample.ledgerWith('{ path: evidence/line-2026.txt }'),
    files: sample.CONTRACT_FILE,
  },
});

export const evidenceRules: readonly Rule[] = [missing, changed, mismatch, outside, unread];

/** The ids of those that take part only where somebody has looked at the files. */
export const looksAtFiles: readonly string[] = [missing, changed, mismatch, outside].map(({ id }) => id);

/** Evidence that is refused leaves a question open: with such a finding there is no verdict. */
export function leavesNoVerdict(rule: string): boolean {
  return rule === outside.id;
}

/** One piece of evidence, with what was found of it. */
interface Exhibit {
  readonly resource: Resource;
  readonly evidence: Evidence;
  readonly fact: EvidenceFact;
  readonly context: RuleContext;
}

/** Where no place is named, the path of the exhibit is meant; where a field is, that one of the exhibit. */
type Judged = Problem & { readonly field?: 'path' | 'sha256' };

function defineEvidenceRule(
  name: string,
  judge: (exhibit: Exhibit) => Judged | undefined,
  description: Omit<RuleDescription, 'basis'>,
): Rule {
  function* judgeAll(resource: Resource, context: RuleContext): Generator<Problem> {
    for (const [at, evidence] of resource.evidence.entries()) {
      const fact = context.evidence.get(evidence.path);
      const judged = fact === undefined ? undefined : judge({ resource, evidence, fact, context });
      if (judged === undefined) continue;
      const { field, ...problem } = judged;
      yield { at: { entry: resource.id, field: 'evidence', below: [at, field ?? 'path'] }, ...problem };
    }
  }
  // Most resources have none, and a ledger may have thousands.
  const run = (resource: Resource, context: RuleContext): Iterable<Problem> =>
    resource.evidence.length === 0 ? [] : judgeAll(resource, context);
  return defineRule(`evidence/${name}`, { of: 'resource', run }, { ...description, basis: [] });
}

function checkMissing({ evidence: { path }, fact }: Exhibit): Judged | undefined {
  if (fact.found !== 'nothing') return undefined;
  return { status: 'missing', message: { zh: `找不到凭证文件${path}`, en: `there is no file ${path}` } };
}

function checkChanged({ resource, evidence: { path, sha256 }, fact }: Exhibit): Judged | undefined {
  if (fact.found !== 'file' || sha256 === undefined || fact.sha256 === sha256) return undefined;
  const [now, then] = [fact.sha256.slice(0, 12), sha256.slice(0, 12)];
  return {
    status: 'mismatch',
    field: 'sha256',
    message: {
      zh: `${path}与登记时不同（SHA-256现为${now}…，登记为${then}…）`,
      en: `${path} is not what was recorded (its SHA-256 is ${now}…, not ${then}…)`,
    },
    remedy: PLAIN_PATH.test(path) ? recordAnew(`ledger evidence add ${resource.id} ${path}`) : undefined,
  };
}

/** A path that every shell takes for one word; with any other the rule's own remedy says enough. */
const PLAIN_PATH = /^[\p{L}\p{N}_.][\p{L}\p{N}_./-]*$/u;

function recordAnew(command: string): Text {
  return {
    zh: `核对文件。内容无误的，运行 \`${command}\` 更新校验值；误改的，恢复原文件。`,
    en: `Look at the file. If it is right, run \`${command}\`; if not, restore the old one.`,
  };
}

/** Seals (电子印章) are certificates too. Of other kinds, such as `number-certificate`, the file is a scan and has no end of its own. */
const CERTIFICATE_KIND = /(?:^|-)(?:certificate|seal)$/u;

function checkMismatch({ resource, evidence: { path }, fact }: Exhibit): Problem | undefined {
  const { id, kind, expires } = resource;
  if (fact.found !== 'file' || fact.certificateEnd === undefined || !CERTIFICATE_KIND.test(kind)) return undefined;
  // After its first term `expires` is no longer the end of what renews itself.
  if (renewsItself(resource) || fact.certificateEnd === expires) return undefined;
  const [own, recorded] = [formatDay(fact.certificateEnd), formatDay(expires)];
  return {
    status: 'mismatch',
    at: { entry: id, field: 'expires' },
    message: {
      zh: `证书${path}的到期日是${own}，登记为${recorded}`,
      en: `the certificate ${path} ends on ${own}, and the entry says ${recorded}`,
    },
  };
}

const FAULTS: Readonly<Record<EvidenceFault, Text>> = {
  absolute: { zh: '是绝对路径，在别的电脑上不成立', en: 'is an absolute path, which no other machine has' },
  outside: { zh: '在台账所在的仓库之外', en: "lies outside the ledger's repository" },
  folder: { zh: '是文件夹', en: 'is a folder' },
  other: { zh: '是设备或管道', en: 'is a device or a pipe' },
};

function checkOutside({ evidence: { path }, fact }: Exhibit): Judged | undefined {
  if (fact.found === 'nothing' || fact.found === 'file') return undefined;
  const fault = FAULTS[fact.found];
  return {
    status: 'invalid',
    message: { zh: `${path}${fault.zh}，未读取`, en: `${path} ${fault.en}; it was not read` },
  };
}
