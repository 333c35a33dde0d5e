/** One company of a site: its page, its row on the first page, and its events. */
import type { Complaint } from '../../command-line/complaint.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { type CompanyRow, rowOf } from '../../domain/overview.ts';
import type { Language } from '../../domain/text.ts';
import type { TodoItem } from '../../domain/todo.ts';
import { piecesOfReport } from '../../reporters/check/document.ts';
import { calendarWriter } from '../../reporters/horizon/calendar.ts';
import { firstBreachIn } from '../../reporters/page/page-context.ts';
import { pageDocument } from '../../reporters/page/page.ts';
import { bytesOf, inChunks } from '../../reporters/writing/pieces.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { checkLedgers } from '../../run/check-ledgers.ts';
import type { LedgerFile } from '../../run/find-ledgers.ts';
import { readLedgers } from '../../run/read-ledgers.ts';
import type { Job } from '../../run/share-work.ts';
import { aheadOf, invalidAmong } from './parts.ts';

/** What is asked of each ledger. */
interface CompanyRequest {
  readonly asOf: CalendarDay | undefined;
  readonly within: number | undefined;
  /** One moment for the whole site. */
  readonly now: number;
  readonly language: Language;
  /** Whether it is the only one: then nothing of the answer goes to another thread. */
  readonly isAlone: boolean;
}

/** What the site has of a ledger. It can be sent to another thread. */
export interface CompanyTold {
  readonly row: CompanyRow;
  /** Absent where the file cannot be opened. */
  readonly page?: {
    /** What the ledger is known by. */
    readonly identity: string;
    /** In UTF-8; of the only ledger it is made as it is written. */
    readonly html: Iterable<Uint8Array>;
    readonly events: Readonly<Record<Language, CompanyEvents>>;
  };
  /** What keeps it from being judged, besides its findings. */
  readonly complaints: readonly Complaint[];
}

/** Of events that stand one behind the other for one owner, in UTF-8. */
export type CompanyEvents = readonly { readonly owner: string | undefined; readonly events: Uint8Array }[];

export const companyTeller: Job<CompanyRequest, CompanyTold> = async (request, files) => {
  const { asOf, within, now, language, isAlone } = request;
  const writers = { zh: calendarWriter('zh', catalogue.kinds), en: calendarWriter('en', catalogue.kinds) };
  const checking = {
    asOf,
    within,
    failOn: 'warning',
    selects: () => true,
    wantsRows: true,
    now: () => new Date(now),
  } as const;
  return async (file) => {
    const { loaded, unreadable, unexamined } = await readLedgers([file], files, checking);
    const unjudged = [...unreadable, ...unexamined];
    const [first] = loaded;
    const report = await checkLedgers(loaded, unjudged.length === 0 && first?.ledger !== undefined, checking);
    const [checked] = report.ledgers;
    if (checked === undefined) return { row: unreadableRow(file, report), complaints: unjudged };
    const ahead = aheadOf(checked, within);
    const parts = { kinds: catalogue.kinds, aheadOf: () => ahead, overview: '../index.html' };
    const html = inChunks(piecesOfReport((frame) => pageDocument(frame, language, parts), report));
    return {
      row: { ...rowOf(checked, firstBreachIn(ahead.timeline)), verdict: report.verdict },
      page: {
        identity: checked.name,
        html: isAlone ? html : [...html],
        events: { zh: eventsOf(ahead.todo, writers.zh), en: eventsOf(ahead.todo, writers.en) },
      },
      complaints: [...unjudged, ...invalidAmong(loaded)],
    };
  };
};

function eventsOf(items: readonly TodoItem[], { events }: ReturnType<typeof calendarWriter>): CompanyEvents {
  const told: CompanyEvents[number][] = [];
  for (let start = 0, end = 0; start < items.length; start = end) {
    const owner = items[start]?.finding.owner;
    while (end < items.length && items[end]?.finding.owner === owner) end += 1;
    for (const piece of events(items.slice(start, end))) told.push({ owner, events: bytesOf(piece) });
  }
  return told;
}

function unreadableRow({ shown: file }: LedgerFile, { asOf, counts }: Pick<CompanyRow, 'asOf' | 'counts'>): CompanyRow {
  const unknown = { company: undefined, shares: undefined, next: undefined, breach: undefined };
  return { file, asOf, verdict: 'none', counts, ...unknown };
}
