/** The ledger file as data, version 1. Days are numbers, `never` is `FOREVER`, and defaults are filled in. */
import { type CalendarDay, dayOf } from './calendar-day.ts';
import type { Severity } from './finding.ts';

export interface Ledger {
  readonly version: 1;
  readonly company: Company;
  readonly policy: Policy;
  readonly licences: readonly Licence[];
  readonly resources: readonly Resource[];
  readonly requirements: readonly OwnRequirement[];
  readonly waivers: readonly Waiver[];
}

export interface Company {
  readonly name: string;
  /** 统一社会信用代码, 18 characters. */
  readonly creditCode?: string | undefined;
  /** CNY. */
  readonly registeredCapital?: number | undefined;
  readonly changes: readonly CompanyChange[];
  /** Systems and data that security law asks to be looked at again and again. */
  readonly systems: readonly System[];
}

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
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface CompanyChange {
  readonly what: ChangeKind;
  readonly decided?: CalendarDay | undefined;
  readonly registered?: CalendarDay | undefined;
  readonly reported?: CalendarDay | undefined;
  /** The day from which it takes effect: the business stops, or another takes it over. */
  readonly effective?: CalendarDay | undefined;
  /** The day on which the authority granted the change of the licence. */
  readonly approved?: CalendarDay | undefined;
  /** The day on which the changed licence was made public on the enterprise credit site. */
  readonly publicised?: CalendarDay | undefined;
}

export const SYSTEM_KINDS = ['information-system', 'network-unit', 'personal-information'] as const;

export type SystemKind = (typeof SYSTEM_KINDS)[number];

/** An information system graded under MLPS, a network unit graded under Order 11, or a store of personal information. */
export interface System {
  readonly id: string;
  readonly kind: SystemKind;
  readonly title?: string | undefined;
  /** The grade, 1 to 5; personal information has none. */
  readonly level?: number | undefined;
  /** Persons whose information is processed. */
  readonly persons?: number | undefined;
  /** The day from which the duties run: grade fixed, or processing begun. */
  readonly since?: CalendarDay | undefined;
  /** Days on which an evaluation (测评, 符合性评测) was completed. */
  readonly evaluations: readonly CalendarDay[];
  /** Days on which a risk assessment was completed. */
  readonly assessments: readonly CalendarDay[];
  /** Days on which a personal-information audit was completed. */
  readonly audits: readonly CalendarDay[];
  readonly warnWithin?: number | undefined;
}

export interface Policy {
  /** Days of warning where neither the entry nor the command line says otherwise. */
  readonly warnWithin: number;
  readonly timezone: string;
  /** Periodic duties that fell due before this day are not asked for. */
  readonly since?: CalendarDay | undefined;
  /** Days from the as-of day that a waiver may run. */
  readonly maxWaiverDays: number;
  /** Months within which each resource is to be held against its paper again; absent: nobody asks. */
  readonly verifyWithin?: number | undefined;
  /** The day of the notice that began the 700 pilot; its phases are counted from it. */
  readonly number700Notice: CalendarDay;
}

export const POLICY_DEFAULTS: Policy = {
  warnWithin: 60,
  timezone: 'Asia/Shanghai',
  maxWaiverDays: 180,
  number700Notice: dayOf(2025, 7, 3),
};

/** `national`, or the provinces by their short Chinese names. */
export type Scope = 'national' | readonly string[];

export interface Licence {
  readonly id: string;
  readonly kind: string;
  readonly number?: string | undefined;
  readonly scope?: Scope | undefined;
  readonly issued?: CalendarDay | undefined;
  /** The last valid day. */
  readonly expires: CalendarDay;
  /** The day on which the business was opened. */
  readonly opened?: CalendarDay | undefined;
  readonly renewal?: { readonly applied: CalendarDay } | undefined;
  /** Given up on purpose (注销): nothing is asked from that day on. */
  readonly closed?: CalendarDay | undefined;
  /** Reported year to the day on which its report was filed. */
  readonly annualReports: Readonly<Record<string, CalendarDay>>;
  readonly warnWithin?: number | undefined;
  readonly owner?: string | undefined;
  readonly notes?: string | undefined;
}

export interface Resource {
  readonly id: string;
  readonly kind: string;
  readonly title?: string | undefined;
  readonly provider?: string | undefined;
  /** Absent: it covers from ever. */
  readonly starts?: CalendarDay | undefined;
  /** The last valid day, or `FOREVER`. */
  readonly expires: CalendarDay;
  /** Ids of licences. */
  readonly serves: readonly string[];
  /** Id of the resource that this one continues. */
  readonly follows?: string | undefined;
  /** False: let it end on purpose. */
  readonly renew: boolean;
  readonly autoRenew?: { readonly months: number; readonly noticeDays: number } | undefined;
  readonly warnWithin?: number | undefined;
  readonly owner?: string | undefined;
  /** In whose name a domain is registered. */
  readonly registrant?: string | undefined;
  /** The day on which somebody last held the entry against the paper. */
  readonly verified?: CalendarDay | undefined;
  readonly evidence: readonly Evidence[];
  readonly notes?: string | undefined;
}

export interface Evidence {
  readonly path: string;
  readonly sha256?: string | undefined;
}

/** The company's own rule: each licence named needs a valid resource of a kind. Its rule id is `own/ID`. */
export interface OwnRequirement {
  readonly id: string;
  /** Id of a licence, or else a licence kind. */
  readonly licence: string;
  readonly needs: string;
  readonly severity: Severity;
  readonly reason?: string | undefined;
}

export interface Waiver {
  readonly rule: string;
  readonly entry: string;
  /** Its last day. */
  readonly until: CalendarDay;
  readonly reason: string;
  readonly approvedBy: string;
}

/** Keys and indexes from the root of the file to a value, as `['resources', 3, 'expires']`. */
export type DataPath = readonly (string | number)[];

/** `resources[3].expires` */
export function formatPath(path: DataPath): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}
