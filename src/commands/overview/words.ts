/** What keeps an overview from telling all, or of one day. */
import type { Complaint } from '../../command-line/complaint.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { CompanyRow } from '../../domain/overview.ts';
import type { Text } from '../../domain/text.ts';

const WRITE_ONE: Text = {
  zh: '请重新写一份：`ledger check --format json=文件`。',
  en: 'Write it again: `ledger check --format json=FILE`.',
};

export function invalid(where: string): Complaint {
  return {
    where,
    what: { zh: '不是有效的台账，没有结论', en: 'not a valid ledger, so there is no verdict' },
    remedy: { zh: `运行 \`ledger check ${where}\` 查看原因。`, en: `Run \`ledger check ${where}\` to see why.` },
  };
}

export function cutOff(where: string): Complaint {
  return {
    where,
    what: { zh: '不是完整的 JSON：内容为空，或没有写完', en: 'not complete JSON: empty, or cut off' },
    remedy: WRITE_ONE,
  };
}

/** @param what why the file is no report that tells how ledgers stand */
export function noReport(where: string, what: Text): Complaint {
  return { where, what, remedy: WRITE_ONE };
}

export function notWhole(where: string): Complaint {
  return {
    where,
    what: {
      zh: '该次检查有指定的内容未能读取，没有结论',
      en: 'that check could not read some of the given paths and reached no verdict',
    },
    remedy: {
      zh: '请查看该次任务的日志，改正后重新检查。',
      en: 'See the log of that job, correct the cause and check again.',
    },
  };
}

/** One for each report. */
export function ofAnotherDay(rows: readonly CompanyRow[], asOf: CalendarDay | undefined): readonly Complaint[] {
  if (asOf === undefined) return [];
  const days = new Map(rows.map((row) => [row.report, row.asOf]));
  return [...days].map(([where, day]) => ({
    where,
    what: {
      zh: `检查日是${formatDay(day)}，不是${formatDay(asOf)}`,
      en: `its as-of day is ${formatDay(day)}, not ${formatDay(asOf)}`,
    },
    remedy: {
      zh: '请让各任务用同一个 `--as-of` 重新检查；表中已注明它的检查日。',
      en: 'Check again with the same `--as-of` for all jobs; the table shows its as-of day.',
    },
  }));
}

export function leftOut({ file, report, company = file }: CompanyRow): Complaint {
  return {
    where: report ?? file,
    what: {
      zh: `${company}（${file}）另有一份同样的或更新的结果，只列一次`,
      en: `${company} (${file}) is also in another report that is the same or newer; it is listed once`,
    },
    remedy: {
      zh: '无需处理；每份台账只给一次，即不再提示。',
      en: 'Nothing; to avoid this note, give each ledger only once.',
    },
  };
}

export function contradicts({ file, report, company = file }: CompanyRow): Complaint {
  return {
    where: report ?? file,
    what: {
      zh: `${company}（${file}）另有一份同一天、结果不同的报告，两份都已列出`,
      en: `${company} (${file}) is also in another report of the same day with a different result; both are listed`,
    },
    remedy: {
      zh: '请只保留最新的一份；若是两份台账，请用不同的文件名，如 `北京.ledger.yaml`。',
      en: 'Keep only the newer one; if they are two ledgers, give them different names, such as `beijing.ledger.yaml`.',
    },
  };
}
