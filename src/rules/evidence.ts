/** The papers behind the entries: whether they are there, are still the same, and say what the ledger says. */
import { formatDay } from '../domain/calendar-day.ts';
import { renewsItself } from '../domain/cover.ts';
import type { EvidenceFact, EvidenceFault } from '../domain/evidence.ts';
import { addEvidence } from '../domain/fix.ts';
import type { Evidence, Licence, Resource } from '../domain/ledger.ts';
import {
  defineRule,
  type Judgement,
  MET,
  notApplicable,
  type Outcome,
  type Problem,
  type Rule,
  type RuleContext,
  type RuleDescription,
} from '../domain/rule.ts';
import type { Text } from '../domain/text.ts';
import { none, unread } from './evidence-records.ts';
import * as sample from './example-ledgers.ts';
import { isLicence, OTHER_KIND } from './judgement.ts';

const missing = defineEvidenceRule('missing', checkMissing, {
  summary: { zh: '登记的凭证文件都在。', en: 'Every recorded evidence file exists.' },
  why: {
    zh: '检查或发生争议时不能出示合同原件的，登记的内容就无法证明。',
    en: 'Without the original, what is on record cannot be proved in an inspection or a dispute.',
  },
  remedy: {
    zh: '把文件放回原处，或改正 `path`。',
    en: 'Put the file back in its place, or correct `path`.',
  },
  statuses: { missing: 'error' },
  examples: () => ({
    asOf: sample.AS_OF,
    fails: sample.ledgerWith('{ path: evidence/line-2025.txt }'),
    passes: sample.ledgerWith('{ path: evidence/line-2026.txt }'),
    files: sample.CONTRACT_FILE,
  }),
});

const changed = defineEvidenceRule('changed', checkChanged, {
  summary: { zh: '凭证文件与登记时一致。', en: 'Every evidence file is unchanged since it was recorded.' },
  why: {
    zh: '文件被替换或改动后，登记的内容与它是否相符，没有人核对过。',
    en: 'After a file is replaced or changed, nobody has checked whether the entry still agrees with it.',
  },
  remedy: {
    zh: '核对文件。内容无误的，用 `ledger evidence add` 更新校验值；误改的，恢复原文件。',
    en: 'Check the file. If it is correct, update its hash with `ledger evidence add`; if it was changed by mistake, restore the original.',
  },
  statuses: { mismatch: 'error' },
  examples: () => ({
    asOf: sample.AS_OF,
    fails: sample.ledgerWith(`{ path: evidence/line-2026.txt, sha256: ${'ab'.repeat(32)} }`),
    passes: sample.ledgerWith(`{ path: evidence/line-2026.txt, sha256: ${sample.CONTRACT_SHA256} }`),
    files: sample.CONTRACT_FILE,
  }),
});

const mismatch = defineEvidenceRule('mismatch', checkMismatch, {
  summary: {
    zh: '数字证书自身的到期日就是登记的到期日。',
    en: 'The last day of a certificate file is the last day on record.',
  },
  why: {
    zh: '证书到期即失效。登记的日期抄错，到期前就没有人提醒。',
    en: 'A certificate expires on its own last day. If the ledger has another day, the warning comes too late.',
  },
  remedy: {
    zh: '按证书改正 `expires`；证书已更换的，登记为新条目。',
    en: 'Correct `expires` from the certificate; a new certificate is a new entry.',
  },
  statuses: { mismatch: 'error' },
  examples: () => ({
    asOf: sample.AS_OF,
    fails: sample.ledgerWithCertificate('2028-11-21'),
    passes: sample.ledgerWithCertificate('2028-11-20'),
    files: sample.CERTIFICATE_FILE,
  }),
});

const outside = defineEvidenceRule('outside', checkOutside, {
  summary: {
    zh: '凭证是台账所在仓库中的普通文件。',
    en: "Evidence is a regular file in the ledger's repository.",
  },
  why: {
    zh: '仓库之外的文件别人没有，也不受版本管理；设备和管道不是文件。它们一律不打开，本次检查也就没有结论。',
    en: 'Others do not have a file outside the repository, and it is not under version control; a device or a pipe is not a file. None of them is opened, so the check has no verdict.',
  },
  remedy: {
    zh: '把文件放进仓库，`path` 写成相对于台账的路径。',
    en: 'Put the file into the repository and write `path` relative to the ledger.',
  },
  statuses: { invalid: 'error' },
  examples: () => ({
    asOf: sample.AS_OF,
    fails: sample.ledgerWith('{ path: ../line-2026.txt }'),
    passes: sample.ledgerWith('{ path: evidence/line-2026.txt }'),
    files: sample.CONTRACT_FILE,
  }),
});

export const evidenceRules: readonly Rule[] = [none, missing, changed, mismatch, outside, unread];

/** The ids of those that take part only where somebody has looked at the files. */
export const looksAtFiles: readonly string[] = [missing, changed, mismatch, outside].map(({ id }) => id);

/** Evidence that is refused leaves a question open: with such a finding there is no verdict. */
export function leavesNoVerdict(rule: string): boolean {
  return rule === outside.id;
}

/** One piece of evidence, with what was found of it. */
interface Exhibit {
  readonly entry: Licence | Resource;
  readonly evidence: Evidence;
  readonly fact: EvidenceFact;
}

/** Where no place is named, the path of the exhibit is meant; where a field is, that one of the exhibit. */
type Judged = Problem & { readonly field?: 'path' | 'sha256' };

const NO_FILES = notApplicable('没有登记凭证文件', 'no evidence file is on record');
const NOT_LOOKED_AT = notApplicable('没有检查文件', 'no file was checked');

/** @param judge undefined where all is well, an outcome where the rule does not apply to the exhibit */
function defineEvidenceRule(
  name: string,
  judge: (exhibit: Exhibit) => Judged | Outcome | undefined,
  description: Omit<RuleDescription, 'basis'>,
): Rule {
  // Most entries have none, and a ledger may have thousands.
  const run = (entry: Licence | Resource, context: RuleContext): Judgement =>
    entry.evidence.length === 0 ? NO_FILES : judgeAll(entry, context);
  return defineRule(`evidence/${name}`, { of: 'entry', run }, { ...description, basis: [] });

  function* judgeAll(entry: Licence | Resource, context: RuleContext): Generator<Problem, Outcome, void> {
    let outcome = NOT_LOOKED_AT;
    for (const [at, evidence] of entry.evidence.entries()) {
      const fact = context.evidence.get(evidence.path);
      if (fact === undefined) continue;
      const judged = judge({ entry, evidence, fact }) ?? MET;
      if ('state' in judged) {
        if (outcome.state !== 'met') outcome = judged;
        continue;
      }
      const { field, ...problem } = judged;
      yield { at: { entry: entry.id, field: 'evidence', below: [at, field ?? 'path'] }, ...problem };
    }
    return outcome;
  }
}

function checkMissing({ evidence: { path }, fact }: Exhibit): Judged | undefined {
  if (fact.found !== 'nothing') return undefined;
  return {
    status: 'missing',
    message: { zh: `找不到凭证文件${path}`, en: `the evidence file ${path} does not exist` },
  };
}

const NO_HASH = notApplicable('没有登记校验值', 'no hash is on record');
const NO_FILE = notApplicable('没有可读的文件', 'there is no file to read');

function checkChanged({ entry, evidence: { path, sha256 }, fact }: Exhibit): Judged | Outcome | undefined {
  if (fact.found !== 'file') return NO_FILE;
  if (sha256 === undefined) return NO_HASH;
  if (fact.sha256 === sha256) return undefined;
  const [now, then] = [fact.sha256.slice(0, 12), sha256.slice(0, 12)];
  return {
    status: 'mismatch',
    field: 'sha256',
    message: {
      zh: `${path}与登记时不同（SHA-256现为${now}…，登记为${then}…）`,
      en: `${path} is not the file that was recorded (its SHA-256 is ${now}…, not ${then}…)`,
    },
    // A path that begins like an option would be taken for one.
    fix: path.startsWith('-') ? undefined : { command: addEvidence(entry.id, path) },
  };
}

/** Seals (电子印章) are certificates too. Of other kinds, such as `number-certificate`, the file is a scan and has no end of its own. */
const CERTIFICATE_KIND = /(?:^|-)(?:certificate|seal)$/u;

const NO_CERTIFICATE = notApplicable('不是数字证书文件', 'the file is not a certificate');
const LATER_TERM = notApplicable(
  '自动续期，登记的是首期到期日',
  'it renews itself: the end of its first term is recorded',
);

function checkMismatch({ entry, evidence: { path }, fact }: Exhibit): Problem | Outcome | undefined {
  if (isLicence(entry) || !CERTIFICATE_KIND.test(entry.kind)) return OTHER_KIND;
  const { id, expires } = entry;
  const [own, inUtc = own] = (fact.found === 'file' ? fact.certificateEnds : undefined) ?? [];
  if (own === undefined || inUtc === undefined) return NO_CERTIFICATE;
  if (renewsItself(entry)) return LATER_TERM;
  if (expires === own || expires === inUtc) return undefined;
  const utc = own === inUtc ? NOTHING : { zh: `（UTC为${formatDay(inUtc)}）`, en: ` (${formatDay(inUtc)} in UTC)` };
  return {
    status: 'mismatch',
    at: { entry: id, field: 'expires' },
    message: {
      zh: `证书${path}的最后有效日是${formatDay(own)}${utc.zh}，登记为${formatDay(expires)}`,
      en: `the last day of the certificate ${path} is ${formatDay(own)}${utc.en}, but the entry has ${formatDay(expires)}`,
    },
  };
}

const NOTHING: Text = { zh: '', en: '' };

const FAULTS: Readonly<Record<EvidenceFault, Text>> = {
  absolute: { zh: '是绝对路径，在其他电脑上无效', en: 'is an absolute path, which is not valid on other computers' },
  outside: { zh: '在台账所在的仓库之外', en: "is outside the ledger's repository" },
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
