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
import { joined } from '../../reporters/writing/pieces.ts';
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
}

/** What the site has of a ledger. It can be sent to another thread. */
export interface CompanyTold {
  readonly row: CompanyRow;
  /** Absent where the file cannot be opened. */
  readonly page?: {
    /** What the ledger is known by. */
    readonly identity: string;
    /** In UTF-8. */
    readonly html: Uint8Array;
    readonly events: Readonly<Record<Language, CompanyEvents>>;
  };
  /** What keeps it from being judged, besides its findings. */
  readonly complaints: readonly Complaint[];
}

export type CompanyEvents = readonly { readonly owner: string | undefined; readonly text: string }[];

export const companyTeller: Job<CompanyRequest, CompanyTold> = async ({ asOf, within, now, language }, files) => {
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
    const html = joined(piecesOfReport((frame) => pageDocument(frame, language, parts), report));
    return {
      row: { ...rowOf(checked, firstBreachIn(ahead.timeline)), verdict: report.verdict },
      page: {
        identity: checked.name,
        html,
        events: { zh: eventsOf(ahead.todo, writers.zh), en: eventsOf(ahead.todo, writers.en) },
      },
      complaints: [...unjudged, ...invalidAmong(loaded)],
    };
  };
};

function eventsOf(items: readonly TodoItem[], { events }: ReturnType<typeof calendarWriter>): CompanyEvents {
  return items.flatMap((item) => {
    const text = events([item]);
    return text === '' ? [] : [{ owner: item.finding.owner, text }];
  });
}

function unreadableRow({ shown: file }: LedgerFile, { asOf, counts }: Pick<CompanyRow, 'asOf' | 'counts'>): CompanyRow {
  const unknown = { company: undefined, shares: undefined, next: undefined, breach: undefined };
  return { file, asOf, verdict: 'none', counts, ...unknown };
}
