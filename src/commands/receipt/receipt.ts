/** `ledger receipt`: whether checks still run. */
import { type Complaint, Refusal } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { Text } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Io } from '../../platform/io.ts';
import { isTooOld, renderReceiptAge } from '../../reporters/check/receipt.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { readJson } from '../../run/read-json.ts';
import { todayAt } from '../../run/today.ts';
import { parseReceipt } from '../../schema/receipt-schema.ts';

export interface ReceiptOptions {
  /** Days. */
  readonly maxAge?: number | undefined;
  readonly asOf?: CalendarDay | undefined;
}

/**
 * Says how old a receipt is.
 *
 * @throws {Refusal} where it is no receipt, of a run without a verdict, or of a day that is still to come: none of them
 *   proves that a check took place
 */
export async function receipt(
  file: string,
  { maxAge, asOf: asked }: ReceiptOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io } = invocation;
  const found = await readReceipt(file, io);
  const asOf = asked ?? (await todayAt(io.now(), found.timezone));
  if (found.asOf > asOf) throw noProof(file, ofADayToCome(found.asOf, asOf), RUN_FOR_TODAY);
  if (found.verdict === 'none') throw noProof(file, noVerdict(found.asOf), CHECK_AGAIN);
  const age = { file, receipt: found, asOf, maxAge };
  await io.stdout.write(await pageOnStdout((style) => renderReceiptAge(age, style), invocation));
  return isTooOld(age) ? ExitCode.findings : ExitCode.ok;
}

/** Bytes: the receipt of some fifty thousand ledgers. */
const LARGEST = 10_000_000;

async function readReceipt(file: string, io: Io): Promise<Receipt> {
  const json = await readJson(file, LARGEST, io);
  if ('complaint' in json) throw new Refusal(ExitCode.noVerdict, json.complaint);
  const read = parseReceipt(json.data);
  if ('problem' in read) throw noProof(file, read.problem, WRITE_ONE);
  return read.receipt;
}

function noProof(where: string, what: Text, remedy: Complaint['remedy']): Refusal {
  return new Refusal(ExitCode.noVerdict, { where, what, remedy });
}

const WRITE_ONE: Text = {
  zh: '用 `ledger check --receipt 文件` 写一份。',
  en: 'Write one with `ledger check --receipt FILE`.',
};
const CHECK_AGAIN: Text = {
  zh: '运行 `ledger check` 查看原因，改正后再检查一次。',
  en: 'Run `ledger check` to see why, correct it and check again.',
};
const RUN_FOR_TODAY: Text = {
  zh: '定时检查不要写 `--as-of`；确要查看那一天，给本命令加上 `--as-of`。',
  en: 'Run the scheduled check without `--as-of`; to look at that day, give this command `--as-of` too.',
};

function noVerdict(checked: CalendarDay): Text {
  const day = formatDay(checked);
  return { zh: `${day}的检查没有得出结论`, en: `the check of ${day} reached no verdict` };
}

function ofADayToCome(checked: CalendarDay, asOf: CalendarDay): Text {
  const [day, now] = [formatDay(checked), formatDay(asOf)];
  return { zh: `回执的检查日是${day}，晚于${now}`, en: `its as-of day is ${day}, which is after ${now}` };
}
