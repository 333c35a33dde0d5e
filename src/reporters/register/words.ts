/** The words of the register in both languages: its columns, its statuses and the names of kinds. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { RegisterRow, Standing } from '../../domain/register.ts';
import { nameOfResourceKind } from '../../domain/resource-kinds.ts';
import type { Language, Text } from '../../domain/text.ts';

export const STANDING_NAMES: Readonly<Record<Standing, Text>> = {
  active: { zh: '有效', en: 'active' },
  expiring: { zh: '即将到期', en: 'expiring' },
  expired: { zh: '已到期', en: 'expired' },
  pending: { zh: '未生效', en: 'pending' },
  ending: { zh: '到期不续', en: 'ending' },
  followed: { zh: '已接续', en: 'followed' },
  closed: { zh: '已终止', en: 'closed' },
};

/** Headings of the columns; `ledger import` reads each of them back. */
export const COLUMN_NAMES = {
  company: { zh: '公司', en: 'Company' },
  id: { zh: '编号', en: 'ID' },
  kind: { zh: '种类', en: 'Kind' },
  number: { zh: '许可证号', en: 'Number' },
  title: { zh: '名称', en: 'Title' },
  provider: { zh: '对方', en: 'Provider' },
  scope: { zh: '业务覆盖范围', en: 'Scope' },
  issued: { zh: '发证日期', en: 'Issued' },
  starts: { zh: '起始日期', en: 'Starts' },
  expires: { zh: '到期日', en: 'Expires' },
  ends: { zh: '截止日', en: 'Ends' },
  autoRenew: { zh: '自动续期（月）', en: 'Renews itself (months)' },
  daysLeft: { zh: '剩余天数', en: 'Days left' },
  status: { zh: '状态', en: 'Status' },
  serves: { zh: '所属许可证', en: 'Serves' },
  owner: { zh: '负责人', en: 'Owner' },
  notes: { zh: '备注', en: 'Notes' },
} as const satisfies Record<string, Text>;

export const NEVER: Text = { zh: '长期', en: 'never' };
export const NATIONAL: Text = { zh: '全国', en: 'national' };

export type Kinds = ReadonlyMap<string, LicenceProfile>;

export function nameOfKind({ list, entry }: Pick<RegisterRow, 'list' | 'entry'>, kinds: Kinds): Text {
  if (list === 'resources') return nameOfResourceKind(entry.kind);
  return kinds.get(entry.kind)?.name ?? { zh: entry.kind, en: entry.kind };
}

/** A last day for people: one that never comes is named. */
export function endInWords(day: RegisterRow['ends'], language: Language): string {
  const written = formatDay(day);
  return written === 'never' ? NEVER[language] : written;
}
