/** What only a comparison with an earlier state can see. The finding is made where `--since` compares. */
import { defineRule, type Rule } from '../domain/rule.ts';

const LEDGER = `version: 1
company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, established: 2026-01-05, paidIn: { done: 2026-01-05 } }
resources:
  - { id: cert, kind: maintenance, expires: 2027-11-20 }
`;

export const ledgerRemoved = defineRule(
  'git/ledger-removed',
  { of: 'file' },
  {
    summary: { zh: '一次改动不会让台账消失。', en: 'No change makes a ledger disappear.' },
    why: {
      zh: '台账删去或改了名，以后的检查就不再包括它，却每次都显示没有问题。只有 `ledger check --since` 能发现少了一份。',
      en: 'A ledger that is deleted or renamed is no longer checked, and every check passes. Only `ledger check --since` detects that one is missing.',
    },
    remedy: {
      zh: '误删的，用 `git checkout` 取回；公司确已不需要这份台账的，在合并请求中说明。',
      en: 'If it was deleted by mistake, restore it with `git checkout`; if the company no longer needs it, say so in the pull request.',
    },
    statuses: { missing: 'warning' },
    basis: [],
    examples: () => ({
      asOf: '2026-11-21',
      // The file is gone: what stands here is what it held.
      fails: `# 基准版本中的 ledger.yaml，现在没有了。 The ledger.yaml of the base, which is gone now.\n${asComment(LEDGER)}`,
      passes: LEDGER,
    }),
  },
);

function asComment(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '# ');
}

export const gitRules: readonly Rule[] = [ledgerRemoved];
