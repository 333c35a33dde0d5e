/** What is said once a pack is written. */
import type { Complaint } from '../../command-line/complaint.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import { isSettled, type Paper } from '../../domain/papers.ts';
import { count, type Text } from '../../domain/text.ts';
import { describeAsked } from '../../reporters/check/json.ts';
import { printJson } from '../../reporters/writing/json-document.ts';
import { commandLine, printable } from '../../reporters/writing/printable.ts';
import { describeTally } from '../../reporters/writing/words.ts';
import type { PackContents } from './documents.ts';

/** Ends with a line break. */
export function packedText(output: string, { papers, tally }: PackContents): Text {
  const place = printable(output);
  const packed = copiesIn(papers).size;
  const unsettled = papers.filter((paper) => !isSettled(paper)).length;
  const state = describeTally(tally);
  return {
    zh: `已写出 ${place}：${packed}份凭证文件${unsettled === 0 ? '' : `，${unsettled}份缺少或有出入`}。\n${state.zh}\n`,
    en: `${place} written: ${count(packed, 'evidence file')}${unsettled === 0 ? '' : `, ${unsettled} missing or not as recorded`}.\n${state.en}\n`,
  };
}

/** `ledger/pack@1`. Ends with a line break. */
export function packedJson(output: string, { licence, report, tally, papers, events, leftOut }: PackContents): string {
  return printJson({
    schema: 'ledger/pack@1',
    output,
    file: report.file,
    licence: licence.id,
    asOf: formatDay(report.asOf),
    asked: describeAsked(tally),
    notApplicable: tally['not-applicable'],
    redacted: leftOut,
    log: events !== undefined,
    evidence: papers.map(({ entry, path, state, copy }) => ({
      entry,
      path,
      state,
      name: copy?.name,
      sha256: copy?.sha256,
    })),
  });
}

function copiesIn(papers: readonly Paper[]): ReadonlySet<string> {
  return new Set(papers.flatMap(({ copy }) => copy?.name ?? []));
}

/** What is wrong with a file, and what to do; undefined where nothing is. */
export function warningOf({ entry, path, state }: Paper): Complaint | undefined {
  const warning = WARNINGS[state]?.(commandLine(['ledger', 'evidence', 'add', entry, path]));
  return warning && { where: `${entry} → ${path}`, ...warning };
}

const WARNINGS: Readonly<Partial<Record<Paper['state'], (add: string) => Omit<Complaint, 'where'>>>> = {
  changed: (add) => ({
    what: { zh: '文件与登记时不同', en: 'the file is not the one that was recorded' },
    remedy: {
      zh: `核对文件：无误的运行 \`${add}\`，误改的恢复原文件。`,
      en: `Check the file: if it is correct, run \`${add}\`; if not, restore the original.`,
    },
  }),
  missing: () => ({
    what: { zh: '缺少这份凭证文件', en: 'this evidence file is missing' },
    remedy: { zh: '把文件放回原处，或改正 `path`。', en: 'Put the file back in its place, or correct `path`.' },
  }),
  pointer: () => ({
    what: {
      zh: '只有 Git LFS 指针，文件未下载，没有打包',
      en: 'only a Git LFS pointer; the file was not downloaded and is not packed',
    },
    remedy: { zh: '运行 `git lfs pull`。', en: 'Run `git lfs pull`.' },
  }),
  refused: () => ({
    what: { zh: '不是仓库中的普通文件，没有读取', en: 'not a regular file in the repository; not read' },
    remedy: {
      zh: '把文件放进仓库，`path` 写成相对于台账的路径。',
      en: 'Put the file into the repository and write `path` relative to the ledger.',
    },
  }),
};
