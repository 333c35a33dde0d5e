/** The company as a ledger has it: what it is, what it changed, and what it did of what it owes. */
import type { CalendarDay } from './calendar-day.ts';

export interface Company {
  readonly name: string;
  /** 统一社会信用代码, 18 characters. */
  readonly creditCode?: string | undefined;
  /** The day on which the entry was checked against the business licence. */
  readonly verified?: CalendarDay | undefined;
  /** CNY. */
  readonly registeredCapital?: number | undefined;
  /** 成立日期 of the business licence. */
  readonly established?: CalendarDay | undefined;
  readonly paidIn?: PaidIn | undefined;
  /** Reported year to the day on which the company's own annual report was filed with market regulation. */
  readonly publicReports: Readonly<Record<string, CalendarDay>>;
  readonly changes: readonly CompanyChange[];
  readonly branches: readonly Branch[];
  readonly penalties: readonly Penalty[];
  /** Systems that security law asks to be filed and to be looked at again and again. */
  readonly systems: readonly System[];
  readonly personalInformation?: PersonalInformation | undefined;
  readonly security?: Security | undefined;
  /** Days on which the self-check of service quality was reported. */
  readonly serviceReports: readonly CalendarDay[];
  /** Absent: it runs no platform on which others trade. */
  readonly platform?: Platform | undefined;
}

/** A company of which nothing else is on record. */
export function companyNamed(name: string): Company {
  return { name, publicReports: {}, changes: [], branches: [], penalties: [], systems: [], serviceReports: [] };
}

/** The capital that the shareholders promised: by when, and whether it is there. */
export interface PaidIn {
  /** The last day of the term in the articles. */
  readonly by?: CalendarDay | undefined;
  readonly done?: CalendarDay | undefined;
}

export const BRANCH_CHANGES = ['opened', 'changed', 'closed'] as const;

export type BranchChange = (typeof BRANCH_CHANGES)[number];

/** A branch in a province that was opened, changed or closed. */
export interface Branch {
  readonly province: string;
  readonly what: BranchChange;
  readonly decided?: CalendarDay | undefined;
  readonly reported?: CalendarDay | undefined;
}

/** An administrative penalty that the company received. */
export interface Penalty {
  readonly title?: string | undefined;
  readonly received: CalendarDay;
  readonly publicised?: CalendarDay | undefined;
}

/** What the company does with personal information; what is asked of it depends on the number of persons. */
export interface PersonalInformation {
  /** Persons whose information is processed. */
  readonly persons?: number | undefined;
  /** The day on which the processing began. */
  readonly since?: CalendarDay | undefined;
  /** The day on which there were a million persons. */
  readonly millionSince?: CalendarDay | undefined;
  /** The day on which the officer in charge was reported. */
  readonly officerReported?: CalendarDay | undefined;
  /** Days of the yearly self-check of Order 24. */
  readonly selfChecks: readonly CalendarDay[];
  /** Days on which a compliance audit was completed. */
  readonly audits: readonly CalendarDay[];
}

/** Who answers for network and information security. */
export interface Security {
  /** The body that was named: a department. */
  readonly body?: string | undefined;
  /** Its full-time staff. */
  readonly staff?: number | undefined;
  /** The day on which it was named. */
  readonly since?: CalendarDay | undefined;
}

/** A platform on which others trade or work: its tax data is reported. */
export interface Platform {
  /** The day on which the business began. */
  readonly started: CalendarDay;
  /** The day on which domain, kind of business and operators were reported. */
  readonly registered?: CalendarDay | undefined;
  /** Quarter to the day on which its report was made. */
  readonly reports: Readonly<Record<string, CalendarDay>>;
}

/** What was licensed, filed or registered elsewhere, and differs from a day on. */
export const FILED_CHANGES = [
  'service-items',
  'site-address',
  'ip-addresses',
  'ip-contact',
  'customer-addresses',
  'domain-holder',
  'network-filing',
] as const;

export const CHANGE_KINDS = [
  'name',
  'legal-representative',
  'entity',
  'scope',
  'address',
  'registered-capital',
  'shareholders',
  'cessation',
  'transfer',
  ...FILED_CHANGES,
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What sort of entry a change of a kind can be of. */
export function changedEntry(what: ChangeKind): 'licence' | 'resource' | 'system' {
  if (what === 'network-filing') return 'system';
  return OF_RESOURCES.has(what) ? 'resource' : 'licence';
}

const OF_RESOURCES: ReadonlySet<ChangeKind> = new Set([
  'ip-addresses',
  'ip-contact',
  'customer-addresses',
  'domain-holder',
]);

export interface CompanyChange {
  readonly what: ChangeKind;
  /** Id of the licence (or `ID/KIND` of its service), contract or system that it concerns; absent: all, or the company. */
  readonly of?: string | undefined;
  readonly decided?: CalendarDay | undefined;
  readonly registered?: CalendarDay | undefined;
  readonly reported?: CalendarDay | undefined;
  /** The day from which it takes effect: the business stops or is taken over, what is filed differs. */
  readonly effective?: CalendarDay | undefined;
  /** The day on which the authority granted the change of the licence. */
  readonly approved?: CalendarDay | undefined;
  /** The day on which the changed licence was made public on the enterprise credit site. */
  readonly publicised?: CalendarDay | undefined;
}

export const SYSTEM_KINDS = ['information-system', 'network-unit'] as const;

export type SystemKind = (typeof SYSTEM_KINDS)[number];

/** An information system graded under MLPS, or a network unit graded under Order 11. */
export interface System {
  readonly id: string;
  readonly kind: SystemKind;
  readonly title?: string | undefined;
  /** The grade, 1 to 5. */
  readonly level?: number | undefined;
  /** The day from which the duties run: grade fixed. */
  readonly since?: CalendarDay | undefined;
  /** Of a network unit: the day on which the review of its grade was passed. */
  readonly reviewed?: CalendarDay | undefined;
  /** The day on which its grade was filed: of an information system with the police, of a network unit with the telecom authority. */
  readonly filed?: CalendarDay | undefined;
  /** The day on which it was connected to the Internet for good. */
  readonly connected?: CalendarDay | undefined;
  /** The day on which that connection was filed with the police. */
  readonly policeFiled?: CalendarDay | undefined;
  /** Days on which an evaluation (测评, 符合性评测) was completed. */
  readonly evaluations: readonly CalendarDay[];
  /** Days on which a risk assessment was completed. */
  readonly assessments: readonly CalendarDay[];
  /** Of a network unit: the day on which the last change of its division or grade was completed. */
  readonly regraded?: CalendarDay | undefined;
  /** Of a network unit: the day on which an evaluation or assessment ended, to the day on which its result was sent. */
  readonly resultsSent: Readonly<Record<string, CalendarDay>>;
  readonly warnWithin?: number | undefined;
}
