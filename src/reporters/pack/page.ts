/** The page of a pack: what an inspector reads first, on a screen or on paper. */
import { type CalendarDay, earlier, formatDay } from '../../domain/calendar-day.ts';
import { isSettled, type Redactable } from '../../domain/papers.ts';
import type { State, StatusRow } from '../../domain/status.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { notes, owner } from '../../fields/common.ts';
import { both, recorded } from '../page/bilingual.ts';
import { certaintyNotes, framed } from '../page/frame.ts';
import { entryName, type EntryNames, groupName, namesIn, serviceName } from '../page/page-context.ts';
import { type Cells, stateBadge, statesTable, tallyInWords, untilWords } from '../page/status-table.ts';
import { groupRows } from '../status/groups.ts';
import { markup, type Markup } from '../writing/html.ts';
import { groupBy } from '../writing/layout.ts';
import { anchorOf, entriesSection, logSection, type PackParts, paperLines, rulesSection } from './sections.ts';

const TITLE: Text = { zh: '迎检材料', en: 'Inspection papers' };

/** One page in both languages, the one given shown first. Its links lead to the files beside it. Ends with a line break. */
export function renderPackPage(parts: PackParts, language: Language): string {
  const { licence, report, kinds } = parts;
  const names = namesIn(report.ledger);
  const company = report.ledger?.company.name ?? '';
  const day = formatDay(report.asOf);
  return framed({
    language,
    title: TITLE,
    subtitle: markup`<strong>${recorded(company)}</strong> <span>${both({ zh: `截至${day}`, en: `as of ${day}` })}</span></p>
<p>${groupName(licence, names, kinds)}`,
    titleIn: (one) => [TITLE[one], company, licence.number ?? licence.id, day].join(' · '),
    main: markup`${unsettledSection(parts, names)}${askedSection(parts, names)}
${entriesSection(parts)}
${logSection(parts)}
${rulesSection(parts)}`,
    footer: footer(parts),
  });
}

/** Files that an inspector will not find, or will find changed: first, so that nobody is surprised. */
function unsettledSection({ papers, kinds }: PackParts, names: EntryNames): Markup | undefined {
  const unsettled = papers.filter((paper) => !isSettled(paper));
  if (unsettled.length === 0) return undefined;
  return markup`<section class="verdict fail" aria-labelledby="unsettled"><h2 id="unsettled">${both({
    zh: `有${unsettled.length}份凭证文件缺少或有出入`,
    en: `${count(unsettled.length, 'evidence file')} ${unsettled.length === 1 ? 'is' : 'are'} missing or not as recorded`,
  })}</h2>
<ul>${unsettled.map((paper) => markup`<li>${entryName(paper.entry, names, kinds)} ${paperLines([paper])}</li>\n`)}</ul></section>
`;
}

const ASKED = {
  state: { zh: '状态', en: 'State' },
  asked: { zh: '要求', en: 'What is asked' },
  proof: { zh: '证明', en: 'Proof' },
  until: { zh: '至', en: 'Until' },
} as const satisfies Record<string, Text>;

function askedSection(parts: PackParts, names: EntryNames): Markup {
  const tables = groupRows(parts.report).flatMap(({ about, rows }, at) => {
    const told = groupBy(
      rows.filter(({ state }) => state !== 'not-applicable'),
      alikeIn(parts.report),
    );
    if (told.size === 0) return [];
    const id = `asked-${at + 1}`;
    const cells = [...told.values()].map((alike) => askedRow(alike, parts, names));
    return [markup`<h3 id="${id}">${groupName(about, names, parts.kinds)}</h3>\n${statesTable(id, ASKED, cells)}`];
  });
  return markup`<section aria-labelledby="asked"><h2 id="asked">${both({ zh: '各项要求及证明', en: 'Requirements and proof' })}</h2>
<p>${both(tallyInWords(parts.tally))}</p>
${tables}</section>`;
}

/** What is asked of every contract alike and is met is told once for all of them. */
function alikeIn({ ledger }: PackParts['report']): (row: StatusRow) => unknown {
  const contracts = new Set(ledger?.resources.map(({ id }) => id));
  return (row) => (row.state === 'met' && contracts.has(row.subject) ? row.rule : row);
}

function askedRow(
  rows: readonly StatusRow[],
  parts: PackParts,
  names: EntryNames,
): { readonly state: State; readonly cells: Cells<keyof typeof ASKED> } {
  const [first] = rows;
  if (first === undefined) throw new Error('a row of none');
  const { state, rule, service, period, reason } = first;
  const summary = parts.rules.find(({ id }) => id === rule)?.summary;
  const until = rows.reduce<CalendarDay | undefined>((soonest, row) => soonerOf(soonest, row.until), undefined);
  const about = service === undefined ? undefined : markup`<strong>${serviceName(service, parts.kinds)}</strong> `;
  const told = state === 'met' || reason === undefined ? undefined : both(reason);
  const cells = {
    state: stateBadge(state),
    asked: markup`<p>${about}${summary && both(summary)} <a href="#${anchorOf(rule)}"><code>${rule}</code></a> ${period}</p>
${told && markup`<p class="${state === 'open' ? 'error' : 'warning'}">${told}</p>`}`,
    proof: proofOf(rows, parts, names),
    until: until === undefined ? undefined : untilWords(until),
  };
  return { state, cells };
}

function soonerOf(one: CalendarDay | undefined, other: CalendarDay | undefined): CalendarDay | undefined {
  return one === undefined || other === undefined ? (one ?? other) : earlier(one, other);
}

const MISSING: Text = { zh: '缺少', en: 'missing' };
const BY_RECORD: Text = { zh: '公司信息', en: 'company details' };

/** The entries that prove it, each with its files; a clear word where nothing does. */
function proofOf(rows: readonly StatusRow[], { papers }: PackParts, names: EntryNames): Markup {
  const states = new Set(rows.map(({ state }) => state));
  const proofs = rows.flatMap(({ state, by, subject }) => (by.length > 0 ? by : state === 'met' ? [subject] : []));
  const ids = [...new Set(proofs)];
  const missing = states.has('open') ? markup`<p><strong class="error">${both(MISSING)}</strong></p>` : undefined;
  if (rows.length > 1) return markup`<p>${ids.map((id) => markup`${linkTo(id)} `)}</p>`;
  const entries = ids.map((id) => (names.has(id) ? proofName(id, names) : both(BY_RECORD)));
  return markup`${missing}${entries.map(
    (entry, at) => markup`<p>${entry}</p>
${paperLines(papers.filter(({ entry: of }) => of === ids[at]))}`,
  )}`;
}

/** To where an entry is told. */
function linkTo(id: string): Markup {
  return markup`<a href="#entry-${id}"><code>${id}</code></a>`;
}

function proofName(id: string, names: EntryNames): Markup {
  const name = names.get(id)?.name;
  return markup`${linkTo(id)}${name === undefined ? undefined : markup` ${recorded(name)}`}`;
}

const REDACTED: Readonly<Record<Redactable, Text>> = { notes: notes.title, owner: owner.title };

function footer({ events, leftOut }: PackParts): Markup {
  const fields = leftOut.map((field) => REDACTED[field]);
  const gone = {
    zh: `${fields.map(({ zh }) => zh).join('、')}已隐去。`,
    en: `Redacted: ${fields.map(({ en }) => en.toLowerCase()).join(', ')}.`,
  };
  const log = events === undefined ? '' : '`log.json`';
  return markup`<footer><h2>${both({ zh: '说明', en: 'Notes' })}</h2>
${leftOut.length === 0 ? undefined : markup`<p>${both(gone)}</p>`}<p>${both({
    zh: `同样的内容另有供程序读取的文件：\`status.json\`、\`entries.json\`、\`rules.json\`${log === '' ? '' : `、${log}`}。核对全部文件：在本文件夹中运行 \`sha256sum -c manifest.sha256\`。`,
    en: `The same content for programs: \`status.json\`, \`entries.json\`, \`rules.json\`${log === '' ? '' : `, ${log}`}. To check every file, run \`sha256sum -c manifest.sha256\` in this folder.`,
  })}</p>
${certaintyNotes()}</footer>`;
}
