/** Duties that a change of the company brings: what must be done, counted from which of its days, until when. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { ChangeKind, CompanyChange } from '../../domain/company.ts';
import { recordChange } from '../../domain/fix.ts';
import { isAsked } from '../../domain/licence-term.ts';
import { type Found, happened, type TimedDuty } from '../../domain/occasion.ts';
import {
  MET,
  notApplicable,
  type Place,
  type Rule,
  type RuleContext,
  type RuleDescription,
} from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { defineTimedRule, serviceLicences } from './timed-rule.ts';

/** A day of a change; the ledger records each under this name. */
type DayOfChange = Exclude<keyof CompanyChange, 'what' | 'of'>;

export interface ChangeDuty extends TimedDuty {
  /** Whether it concerns a change. */
  readonly concerns: (change: CompanyChange) => boolean;
  /** Counted from this day of the change. */
  readonly from: DayOfChange;
  /** Fulfilled on this day of the change. */
  readonly done: DayOfChange;
  /** Kinds of change that cannot do without the day that is counted from. */
  readonly mustBeDated?: ReadonlySet<ChangeKind>;
  /** Another day of the change that is proof enough that it was fulfilled, whenever that was. */
  readonly impliedBy?: DayOfChange;
  /** Kinds of change that have another time. */
  readonly limits?: ReadonlyMap<ChangeKind, TimedDuty['limitOf']>;
  /** Whether it is owed without a telecom licence, too. */
  readonly bindsAll?: boolean;
}

export function defineChangeRule(id: string, duty: ChangeDuty, description: Omit<RuleDescription, 'fix'>): Rule {
  const occasionsOf = (context: RuleContext) => changesFound(duty, context);
  return defineTimedRule(id, { ...duty, occasionsOf, none: NO_SUCH_CHANGE }, description);
}

export const NO_SUCH_CHANGE = notApplicable('没有登记这样的变更', 'no such change is on record');
const NOT_BEGUN = notApplicable('期限还没有开始计算', 'the time limit has not started');
const NO_LICENCE = notApplicable(
  '变更时没有需要变更的电信业务经营许可证',
  'no telecom licence was held that the change concerns',
);

/** The options of `ledger record change` for what the company does after it changed. */
const OPTIONS: { readonly [Day in DayOfChange]?: string } = {
  registered: '--registered',
  reported: '--on',
  publicised: '--publicised',
};

/** The changes that a duty concerns. */
export function changesFound(duty: ChangeDuty, context: RuleContext): readonly Found[] {
  return context.ledger.company.changes.flatMap((change, at) =>
    duty.concerns(change) ? [occasionOf(change, at, duty, context)] : [],
  );
}

function occasionOf(change: CompanyChange, index: number, duty: ChangeDuty, context: RuleContext): Found {
  const { asOf } = context;
  const from = beginningOf(change, duty.from, asOf);
  const done = happened(change[duty.done], asOf);
  const isImplied = duty.impliedBy !== undefined && happened(change[duty.impliedBy], asOf) !== undefined;
  if (done === undefined && isImplied) return MET;
  const at = { company: ['changes', index, duty.done] } as const;
  const option = OPTIONS[duty.done];
  if (from === undefined) return done === undefined ? undated(change, at, duty, context) : MET;
  return {
    name: nameOf(change, duty.from, from),
    from,
    done,
    at,
    period: `${periodOf(change)} ${formatDay(from)}`,
    fix: option === undefined ? undefined : recordChange({ ...change, from: duty.from, day: from, option }, asOf),
    limitOf: duty.limits?.get(change.what),
    unless: (limit) =>
      duty.bindsAll === true || hasLicenceConcerned(change, from, limit, context) ? undefined : NO_LICENCE,
  };
}

/** The day from which the duty is counted is not on record, though such a change must have one. */
function undated(change: CompanyChange, at: Place, duty: ChangeDuty, context: RuleContext): Found {
  const { what, decided = context.asOf } = change;
  const isDated = change[duty.from] !== undefined;
  if (isDated || duty.mustBeDated?.has(what) !== true || decided > context.asOf) return NOT_BEGUN;
  if (duty.bindsAll !== true && !hasLicenceConcerned(change, decided, context.asOf, context)) return NO_LICENCE;
  return {
    status: 'undetermined',
    at,
    period: periodOf(change),
    message: {
      zh: `${CHANGE_NAMES[what].zh}未登记${DAY_NAMES[duty.from].zh}日，无法确定${duty.act.zh}的期限`,
      en: `${CHANGE_NAMES[what].en} has no day on which it is ${DAY_NAMES[duty.from].en}, so the last day for it to be ${duty.act.en} is unknown`,
    },
    remedy: {
      zh: `在这一条 \`company.changes\` 上填写 \`${duty.from}\`。`,
      en: `Fill in \`${duty.from}\` in that entry of \`company.changes\`.`,
    },
  };
}

/** A change takes effect on a day that may still lie ahead, once it is decided; every other day is one that has come. */
function beginningOf(change: CompanyChange, from: DayOfChange, asOf: CalendarDay): CalendarDay | undefined {
  if (from !== 'effective') return happened(change[from], asOf);
  return change.decided === undefined || change.decided <= asOf ? change.effective : undefined;
}

/**
 * Whether a telecom service licence runs that was there when the change came and is not given up before the last day in
 * time: what changed before the grant stood in its application.
 */
function hasLicenceConcerned(
  { of: named }: CompanyChange,
  from: CalendarDay,
  limit: CalendarDay,
  context: RuleContext,
): boolean {
  return serviceLicences(context).some(
    (licence) =>
      (named === undefined || named.split('/', 1)[0] === licence.id) &&
      (licence.issued === undefined || licence.issued <= from) &&
      isAsked(licence, limit),
  );
}

const CHANGE_NAMES: Readonly<Record<ChangeKind, Text>> = {
  name: { zh: '公司名称变更', en: 'the change of name' },
  'legal-representative': { zh: '法定代表人变更', en: 'the change of legal representative' },
  entity: { zh: '经营主体变更', en: 'the change of operating entity' },
  scope: { zh: '业务范围变更', en: 'the change of business scope' },
  address: { zh: '住所变更', en: 'the change of address' },
  'registered-capital': { zh: '注册资本变更', en: 'the change of registered capital' },
  shareholders: { zh: '股东变更', en: 'the change of shareholders' },
  cessation: { zh: '停止经营', en: 'the cessation of business' },
  transfer: { zh: '业务转让', en: 'the transfer of business' },
  'service-items': { zh: '网站服务项目变更', en: 'the change of service items' },
  'site-address': { zh: '网站网址变更', en: 'the change of the site address' },
  'ip-addresses': { zh: 'IP地址信息变化', en: 'the change of IP addresses' },
  'ip-contact': { zh: 'IP地址联系人变更', en: 'the change of the contact for IP addresses' },
  'customer-addresses': { zh: '自带IP地址的用户接入', en: 'the access of a customer with its own addresses' },
  'domain-holder': { zh: '域名持有者信息变更', en: 'the change of the data of a domain holder' },
  'network-filing': { zh: '网络单元备案信息变化', en: 'the change of the filing of a network unit' },
};

const DAY_NAMES: Readonly<Record<DayOfChange, Text>> = {
  decided: { zh: '作出决定', en: 'decided' },
  registered: { zh: '完成登记', en: 'registered' },
  reported: { zh: '报告', en: 'reported' },
  effective: { zh: '生效', en: 'effective' },
  approved: { zh: '获准', en: 'granted' },
  publicised: { zh: '公示', en: 'made public' },
};

function nameOf({ what, of: named }: CompanyChange, from: DayOfChange, day: CalendarDay): Text {
  const { zh, en } = CHANGE_NAMES[what];
  const of = named === undefined ? { zh: '', en: '' } : { zh: `${named} `, en: ` of ${named}` };
  return {
    zh: `${of.zh}${zh}（${formatDay(day)}${DAY_NAMES[from].zh}）`,
    en: `${en}${of.en} (${DAY_NAMES[from].en} ${formatDay(day)})`,
  };
}

/** What tells one change from another, but for its day. */
function periodOf({ what, of: named }: CompanyChange): string {
  return named === undefined ? what : `${what} ${named}`;
}
