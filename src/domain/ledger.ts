/** The ledger file as data, version 1. Days are numbers, `never` is `FOREVER`, and defaults are filled in. */
import { type CalendarDay, dayOf } from './calendar-day.ts';
import type { Company } from './company.ts';
import type { Severity } from './severity.ts';
import type { YearArrangement } from './working-calendar.ts';

export interface Ledger {
  readonly version: 1;
  /** Path of a file that several ledgers share, from the folder of this one; what it says is in this ledger by now. */
  readonly extends?: string | undefined;
  readonly company: Company;
  readonly policy: Policy;
  readonly licences: readonly Licence[];
  readonly resources: readonly Resource[];
  readonly requirements: readonly OwnRequirement[];
  readonly duties: readonly OwnDuty[];
  readonly waivers: readonly Waiver[];
  /** Rule id to the severity that the company gives it. */
  readonly rules: RuleSettings;
}

/** `off`, or the severity of the gravest thing that a rule reports. */
export type RuleSetting = Severity | 'off';
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Days of warning by what is ending: a kind of resource, or `renewal` of a licence. */
export interface WarnWithin {
  readonly default: number;
  readonly [kind: string]: number;
}

export interface Policy {
  /** Days of warning where neither the entry nor the command line says otherwise. */
  readonly warnWithin: WarnWithin;
  readonly timezone: string;
  /** Periodic duties that fell due before this day are not asked for. */
  readonly since?: CalendarDay | undefined;
  /** Days that a waiver may run, from its first day to its last. */
  readonly maxWaiverDays: number;
  /** Months within which each entry is to be checked against its paper again; absent: nobody asks. */
  readonly verifyWithin?: number | undefined;
  /** Kinds whose entries must have a file behind them. */
  readonly requireEvidence: 'all' | readonly string[];
  /** Who answers for what names nobody. */
  readonly owner?: string | undefined;
  /** Who may approve a waiver; anybody where it is empty. */
  readonly approvers: readonly string[];
  /** By year: working calendars that this version of the program does not have. */
  readonly workingDays: Readonly<Record<string, YearArrangement>>;
  /** The day of the notice that began the 700 pilot; its phases are counted from it. */
  readonly number700Notice: CalendarDay;
}

export const POLICY_DEFAULTS: Policy = {
  warnWithin: { default: 60 },
  timezone: 'Asia/Shanghai',
  maxWaiverDays: 180,
  requireEvidence: [],
  approvers: [],
  workingDays: {},
  number700Notice: dayOf(2025, 7, 3),
};

/** Days of warning where the command line says nothing: the entry's own, else the policy's for its kind or for what is named, else the policy's for all. */
export function windowIn(
  { warnWithin: windows }: Pick<Policy, 'warnWithin'>,
  entry: { readonly kind?: string | undefined; readonly warnWithin?: number | undefined },
  what: string = entry.kind ?? 'default',
): number {
  return entry.warnWithin ?? (Object.hasOwn(windows, what) ? windows[what] : undefined) ?? windows.default;
}

/** `national`, or the provinces by their short Chinese names. */
export type Scope = 'national' | readonly string[];

/** One paper that an authority granted: a telecom licence with its services, or the grant of numbers. */
export interface Licence {
  readonly id: string;
  /** As printed on it: `A2.B1.B2-20222637`. */
  readonly number?: string | undefined;
  readonly issued?: CalendarDay | undefined;
  /** The last valid day. */
  readonly expires: CalendarDay;
  /** What it allows; one at least. A grant of numbers has one. */
  readonly services: readonly Service[];
  /** Whether its only service is written in the short form: `kind` and `scope` beside the other fields of the licence. */
  readonly isShort: boolean;
  readonly renewal?: Renewal | undefined;
  /** Given up on purpose (注销): nothing is required from that day on. */
  readonly closed?: CalendarDay | undefined;
  /** Reported year to the day on which its report was filed. */
  readonly annualReports: Readonly<Record<string, CalendarDay>>;
  /** The day on which somebody last looked that its number is shown where it must be. */
  readonly shown?: CalendarDay | undefined;
  /** The day on which the paper, as it was granted or renewed, was made public on the enterprise credit site. */
  readonly publicised?: CalendarDay | undefined;
  /** The day on which what it allows was entered in the business scope of the business licence. */
  readonly scopeEntered?: CalendarDay | undefined;
  /** The day on which that was taken out of it again, once the licence had ended. */
  readonly scopeRemoved?: CalendarDay | undefined;
  readonly warnWithin?: number | undefined;
  readonly owner?: string | undefined;
  /** The day on which somebody last checked the entry against the paper. */
  readonly verified?: CalendarDay | undefined;
  readonly evidence: readonly Evidence[];
  readonly notes?: string | undefined;
}

/** What became of the renewal: one of the two. */
export interface Renewal {
  /** The day on which it was applied for. */
  readonly applied?: CalendarDay | undefined;
  /** The day on which the authority was told that it will not be continued. */
  readonly declined?: CalendarDay | undefined;
}

/** A kind of business that a licence allows, with the fields of its own that its kind has. */
export interface Service {
  /** `isp`, `idc`; of a grant of numbers `number-95`. */
  readonly kind: string;
  readonly scope?: Scope | undefined;
  /** The day on which the business was opened. */
  readonly opened?: CalendarDay | undefined;
  /** Of this service alone; that of the paper stands there. */
  readonly renewal?: Pick<Renewal, 'declined'> | undefined;
}

/** A service with the paper that allows it. */
export interface GrantedService {
  readonly licence: Licence;
  readonly service: Service;
}

/** `telecom/idc`: how a contract or a waiver names one service. */
export function serviceName({ licence, service }: GrantedService): string {
  return `${licence.id}/${service.kind}`;
}

export interface Resource {
  readonly id: string;
  readonly kind: string;
  readonly title?: string | undefined;
  readonly provider?: string | undefined;
  /** Absent: nobody knows when it began, and it covers every day before its end. */
  readonly starts?: CalendarDay | undefined;
  /** The last valid day, or `FOREVER`. */
  readonly expires: CalendarDay;
  /** Terminated early: the last day on which it still held. */
  readonly ended?: CalendarDay | undefined;
  /** Licences (`telecom`) or single services of them (`telecom/idc`). */
  readonly serves: readonly string[];
  /** Id of the resource that this one continues. */
  readonly follows?: string | undefined;
  /** False: let it end on purpose. */
  readonly renew: boolean;
  readonly autoRenew?: AutoRenew | undefined;
  readonly warnWithin?: number | undefined;
  readonly owner?: string | undefined;
  /** In whose name a domain is registered. */
  readonly registrant?: string | undefined;
  /** Of addresses: whether they come from an international registry, or are given on to others. */
  readonly allocates?: boolean | undefined;
  /** Of addresses: the day on which they were first filed. */
  readonly filed?: CalendarDay | undefined;
  /** The day on which somebody last checked the entry against the paper. */
  readonly verified?: CalendarDay | undefined;
  readonly evidence: readonly Evidence[];
  readonly notes?: string | undefined;
}

/** A contract that goes on by itself: by how many months each time, and how long before the end notice is given; one of the two. */
export interface AutoRenew {
  readonly months: number;
  readonly noticeDays?: number | undefined;
  readonly noticeMonths?: number | undefined;
}

export interface Evidence {
  readonly path: string;
  readonly sha256?: string | undefined;
}

/** The company's own rule: whatever it is for needs a valid resource of a kind. Its rule id is `own/ID`. */
export interface OwnRequirement {
  readonly id: string;
  /** A licence, a service `ID/KIND`, or a kind of service. */
  readonly licence?: string | undefined;
  /** In place of `licence`: the company itself needs it. */
  readonly for?: 'company' | undefined;
  readonly needs: string;
  readonly severity: Severity;
  readonly reason?: string | undefined;
  readonly owner?: string | undefined;
}

/** The company's own duty that comes back. Its rule id is `own/ID`. */
export interface OwnDuty {
  readonly id: string;
  readonly title: string;
  /** A licence, a service `ID/KIND`, or `company`. */
  readonly for: string;
  readonly every: { readonly months: number };
  /** The first day of its first period. */
  readonly from: CalendarDay;
  /** Days after the last day of a period by which it is done. */
  readonly grace: number;
  readonly severity: Severity;
  readonly owner?: string | undefined;
  readonly reason?: string | undefined;
  /** Period to the day on which it was done: `2026-Q3`, `2026-09`, `2026`, or the first day of the period. */
  readonly done: Readonly<Record<string, CalendarDay>>;
}

export interface Waiver {
  readonly rule: string;
  /** A licence, a resource, a service `ID/KIND`, or `company`. */
  readonly entry: string;
  readonly from: CalendarDay;
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
