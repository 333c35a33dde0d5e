/** What an entry is called on the page. */
import { nameOfResourceKind } from '../../domain/resource-kinds.ts';
import type { Text } from '../../domain/text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { both, recorded } from './bilingual.ts';
import type { EntryNames, NamedEntry, PageContext } from './page-context.ts';

const COMPANY: Text = { zh: '公司', en: 'Company' };
const SYSTEM: Text = { zh: '系统', en: 'System' };
const BETWEEN: Text = { zh: '，', en: ', ' };

/** `isp 互联网接入服务业务，B1-20220315`; the id alone of what is no entry. */
export function entryName(id: string, names: EntryNames, kinds: PageContext['kinds']): Markup {
  const entry = names.get(id);
  if (entry === undefined) return id === 'company' ? both(COMPANY) : markup`<code>${id}</code>`;
  return markup`<code>${id}</code> ${title(entry, kinds)}`;
}

function title({ kind, list, name }: NamedEntry, kinds: PageContext['kinds']): Markup {
  if (list !== 'licences' && name !== undefined) return recorded(name);
  const number = name === undefined ? undefined : markup`${both(BETWEEN)}<span class="number">${recorded(name)}</span>`;
  return markup`${both(kindName(kind, list, kinds))}${number}`;
}

function kindName(kind: string, list: NamedEntry['list'], kinds: PageContext['kinds']): Text {
  if (list === 'systems') return SYSTEM;
  if (list === 'resources') return nameOfResourceKind(kind);
  return kinds.get(kind)?.name ?? { zh: kind, en: kind };
}
