/** A day by which something must be done, as a calendar keeps it. */
import type { CalendarDay } from './calendar-day.ts';
import type { Finding } from './finding.ts';
import type { Ledger } from './ledger.ts';

export interface Deadline {
  /** The ledger file, as reports name it. */
  readonly file: string;
  readonly company: string;
  readonly asOf: CalendarDay;
  /** The last day in time. */
  readonly day: CalendarDay;
  /** Days before `day` on which warning begins. */
  readonly lead: number;
  /** What the subject is called: the title of a contract or a system, the number of a licence. */
  readonly name: string | undefined;
  readonly finding: Finding;
}

/** Leads and names of the entries of one ledger. */
export interface DeadlineFacts {
  /** Days of warning: those of the contracts whose end the finding speaks of, else those of its subject, else the policy's. */
  readonly leadOf: (finding: Finding) => number;
  readonly nameOf: (finding: Finding) => string | undefined;
}

export function deadlineFacts({ licences, resources, company, policy }: Ledger): DeadlineFacts {
  const names = new Map<string, string | undefined>();
  const leads = new Map<string, number>();
  for (const { id, title } of [...company.systems, ...resources]) names.set(id, title);
  for (const { id, number } of licences) names.set(id, number);
  for (const { id, warnWithin } of [...company.systems, ...licences, ...resources]) {
    if (warnWithin !== undefined) leads.set(id, warnWithin);
  }
  const contracts = new Set(resources.map(({ id }) => id));
  const leadOfEntry = (id: string): number => leads.get(id) ?? policy.warnWithin;
  return {
    leadOf({ subject, related }) {
      const causes = related.filter((id) => contracts.has(id));
      return causes.length === 0 ? leadOfEntry(subject) : Math.max(...causes.map(leadOfEntry));
    },
    nameOf: ({ subject }) => names.get(subject),
  };
}
