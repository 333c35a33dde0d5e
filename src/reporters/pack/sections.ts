/** The parts of a pack's page behind the status: the entries with their files, their log, and the rules. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { LedgerEvent } from '../../domain/ledger-change.ts';
import type { Licence } from '../../domain/ledger.ts';
import { isSettled, type Paper, type PaperState, type Redactable } from '../../domain/papers.ts';
import type { RegisterRow } from '../../domain/register.ts';
import type { LedgerReport } from '../../domain/report.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Tally } from '../../domain/status.ts';
import type { Language, Text } from '../../domain/text.ts';
import { rowLabel } from '../../fields/uses.ts';
import { describeChange } from '../history/change-words.ts';
import { both, inEach, recorded } from '../page/bilingual.ts';
import type { PageContext } from '../page/page-context.ts';
import { statesTable } from '../page/status-table.ts';
import { EVIDENCE_STATES, serviceInWords, servicesTold } from '../register/entry-text.ts';
import { fieldsOf, nameOfKind, sayValue, valuesOf } from '../register/values.ts';
import { nameBasis } from '../writing/grounds.ts';
import { markup, type Markup } from '../writing/html.ts';
import { CERTAINTY_NAMES } from '../writing/words.ts';

/** What a pack tells. */
export interface PackParts {
  readonly licence: Licence;
  /** Of the ledger with what belongs to the licence alone. */
  readonly report: LedgerReport;
  readonly tally: Tally;
  readonly entries: readonly RegisterRow[];
  readonly papers: readonly Paper[];
  /** Those that the rows name. */
  readonly rules: readonly Rule[];
  /** The newest first; undefined where git tells nothing. */
  readonly events: readonly LedgerEvent[] | undefined;
  readonly leftOut: readonly Redactable[];
  readonly kinds: PageContext['kinds'];
}

/** Where a rule is told on the page. */
export function anchorOf(rule: string): string {
  return `rule-${rule.replace('/', '-')}`;
}

const STATES: Readonly<Record<PaperState, Text>> = {
  ...EVIDENCE_STATES,
  missing: { zh: '缺少', en: 'missing' },
  pointer: {
    zh: '缺少：只有 Git LFS 指针，文件未下载',
    en: 'missing: only a Git LFS pointer, the file was not downloaded',
  },
};

/** Each file by its name in the pack, or the path where it should be, with a word where something is wrong with it. */
export function paperLines(papers: readonly Paper[]): Markup {
  return markup`${papers.map((paper) => {
    const { path, copy, state } = paper;
    const name =
      copy === undefined ? markup`<code>${path}</code>` : markup`<a href="${hrefOf(copy.name)}">${copy.name}</a>`;
    return markup`<p class="file">${name}${isSettled(paper) ? undefined : markup` <strong class="error">${both(STATES[state])}</strong>`}</p>
`;
  })}`;
}

/** Relative to the page. */
function hrefOf(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

const ENTRY = {
  item: { zh: '条目', en: 'Entry' },
  recorded: { zh: '登记内容', en: 'What is recorded' },
  papers: { zh: '凭证文件', en: 'Evidence files' },
} as const satisfies Record<string, Text>;

/** What the ledger says of each entry, and the files behind it. */
export function entriesSection({ entries, papers, kinds }: PackParts): Markup {
  const rows = entries.map((row) => {
    const { id } = row.entry;
    const own = papers.filter(({ entry }) => entry === id);
    const name = row.name === undefined ? undefined : markup`<strong>${recorded(row.name)}</strong> `;
    return {
      cells: {
        item: markup`<p id="entry-${id}">${name}<code>${id}</code></p><p class="dim">${inEach((language) => nameOfKind(row, language, kinds))}</p>`,
        recorded: markup`<p>${recordedParts(row, kinds)}</p>`,
        papers: own.length === 0 ? markup`<p class="dim">${both(NO_FILE)}</p>` : paperLines(own),
      },
    };
  });
  return markup`<section aria-labelledby="entries"><h2 id="entries">${both({ zh: '条目与凭证文件', en: 'Entries and evidence files' })}</h2>
${statesTable('entries', ENTRY, rows)}</section>`;
}

const NO_FILE: Text = { zh: '没有登记凭证文件', en: 'no evidence file on record' };
const TOLD_APART = new Set(['title', 'number', 'evidence', 'services']);

/** Each field that says something, behind its name; then the services of a licence that has several. */
function recordedParts(row: RegisterRow, kinds: PackParts['kinds']): readonly Markup[] {
  const values = valuesOf(row);
  const parts = fieldsOf(row, kinds).flatMap((field) => {
    const sayIn = (language: Language): string | undefined => sayValue(values[field.key], field, language);
    if (TOLD_APART.has(field.key) || sayIn('zh') === undefined) return [];
    const said = { zh: sayIn('zh') ?? '', en: sayIn('en') ?? '' };
    return [markup`<span class="part"><span class="dim">${both(rowLabel(field))}</span> ${both(said)}</span> `];
  });
  const services = servicesTold(row).map(
    (service) => markup`<br>${inEach((language) => serviceInWords(service, language, kinds))}`,
  );
  return [...parts, ...services];
}

const CHANGE = {
  day: { zh: '日期', en: 'Day' },
  author: { zh: '提交人', en: 'Who' },
  entry: { zh: '条目', en: 'Entry' },
  change: { zh: '变更', en: 'Change' },
} as const satisfies Record<string, Text>;

/** What happened to the entries, from git. */
export function logSection({ events, kinds }: PackParts): Markup {
  const heading = markup`<h2 id="log">${both({ zh: '变更记录', en: 'Change log' })}</h2>`;
  const rows = (events ?? []).map((event) => ({
    cells: {
      day: markup`<time>${formatDay(event.day)}</time>`,
      author: recorded(event.author),
      entry: markup`<code>${event.entry}</code>`,
      change: both(describeChange(event, kinds)),
    },
  }));
  const said = events === undefined ? NO_GIT : NO_EVENTS;
  return markup`<section aria-labelledby="log">${heading}
${rows.length === 0 ? markup`<p>${both(said)}</p>` : statesTable('log', CHANGE, rows)}</section>`;
}

const NO_GIT: Text = {
  zh: '没有变更记录：打包时读不到台账的 git 历史。',
  en: 'There is no change log: the git history of the ledger could not be read when this was packed.',
};
const NO_EVENTS: Text = {
  zh: 'git 历史中没有这些条目的变更。',
  en: 'The git history has no changes to these entries.',
};

/** The text of each rule that was asked, with what it rests on. */
export function rulesSection({ rules }: PackParts): Markup {
  return markup`<section aria-labelledby="rules"><h2 id="rules">${both({ zh: '规则与依据', en: 'Rules and legal basis' })}</h2>
<ul class="later">${rules.map(
    ({
      id,
      summary,
      why,
      basis,
    }) => markup`<li id="${anchorOf(id)}"><p><strong>${both(summary)}</strong> <code>${id}</code></p><p>${both(why)}</p>
${basis.map((one) => markup`<p class="ground"><a href="${one.url}">${inEach((language) => nameBasis(one, language))}</a> <span class="certainty">${both(CERTAINTY_NAMES[one.certainty])}</span></p>\n`)}</li>
`,
  )}</ul></section>`;
}
