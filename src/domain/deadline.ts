/** A day by which something must be done, as a calendar keeps it. */
import type { CalendarDay } from './calendar-day.ts';
import type { Finding } from './finding.ts';
import { type Ledger, windowIn } from './ledger.ts';

export interface Deadline {
  /** What the ledger is known by, whatever folder the program is run in. */
  readonly ledger: string;
  /** Where it lies, for people: from the root of its repository, else as reports name it. */
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
  /**
   * Days of warning: those of the contracts whose end the finding speaks of, else those of its subject, else the policy's;
   * of a renewal those that the policy gives renewals.
   */
  readonly leadOf: (finding: Finding) => number;
  readonly nameOf: (finding: Finding) => string | undefined;
}

export function deadlineFacts({ licences, resources, company, policy }: Ledger): DeadlineFacts {
  const names = new Map<string, string | undefined>();
  const leads = new Map<string, number>();
  for (const { id, title } of [...company.systems, ...resources]) names.set(id, title);
  for (const { id, number } of licences) names.set(id, number);
  for (const { id, warnWithin } of [...company.systems, ...licences]) leads.set(id, windowIn(policy, { warnWithin }));
  for (const resource of resources) leads.set(resource.id, windowIn(policy, resource));
  const renewalLeads = new Map(licences.map((licence) => [licence.id, windowIn(policy, licence, 'renewal')]));
  const contracts = new Set(resources.map(({ id }) => id));
  const leadOfEntry = (id: string): number => leads.get(id) ?? policy.warnWithin.default;
  return {
    leadOf({ rule, subject, related }) {
      const causes = related.filter((id) => contracts.has(id));
      if (causes.length > 0) return Math.max(...causes.map(leadOfEntry));
      return (rule.endsWith('/renewal') ? renewalLeads.get(subject) : undefined) ?? leadOfEntry(subject);
    },
    nameOf: ({ subject }) => names.get(subject),
  };
}
