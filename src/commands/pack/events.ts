/** What happened to the entries of a pack, from git. */
import { Refusal, renderNotice } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { LedgerEvent } from '../../domain/ledger-change.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { type Redactable, redacted } from '../../domain/papers.ts';
import type { LedgerFile } from '../../run/find-ledgers.ts';
import { ledgerLog, lifeOf } from '../../run/ledger-log.ts';
import { withoutOwnKeys } from '../../schema/raw-data.ts';

/** The newest first. Undefined where git cannot tell; stderr says why. */
export async function eventsOf(
  ledger: Ledger,
  leftOut: readonly Redactable[],
  place: LedgerFile,
  { io, languages }: Invocation,
): Promise<readonly LedgerEvent[] | undefined> {
  try {
    const all = await ledgerLog(place, { asker: 'ledger pack', timezone: ledger.policy.timezone }, io);
    const lives = new Set(idsIn(ledger).flatMap((id) => lifeOf(id, all)));
    return all.filter((event) => lives.has(event)).flatMap((event) => withoutFields(event, leftOut));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { what, remedy } = error.complaint;
    const told = { zh: `没有变更记录：${what.zh}`, en: `the pack has no change log: ${what.en}` };
    await io.stderr.write(renderNotice({ where: 'log.json', what: told, remedy }, languages.people));
    return undefined;
  }
}

function idsIn({ company, licences, resources, requirements, duties }: Ledger): readonly string[] {
  const entries = [...licences, ...resources, ...company.systems, ...requirements, ...duties];
  return ['company', ...entries.map(({ id }) => id)];
}

/** Without the company's own keys. What is said of a ledger that is none may quote any of its fields. */
function withoutFields(event: LedgerEvent, leftOut: readonly Redactable[]): readonly LedgerEvent[] {
  const { field = '', before, after } = event;
  if (field.startsWith('x-') || leftOut.some((one) => one === field)) return [];
  const told = { ...event, before: withoutOwnKeys(before), after: withoutOwnKeys(after) };
  return [leftOut.length === 0 ? told : { ...redacted(told, leftOut), problem: undefined }];
}
