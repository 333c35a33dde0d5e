/** The page for those who sign: one file, which asks nothing of any other. */
import { formatDay } from '../../domain/calendar-day.ts';
import { type CompanyRow, rowOf } from '../../domain/overview.ts';
import type { FailLevel, Verdict } from '../../domain/policy.ts';
import type { Report } from '../../domain/report.ts';
import type { Run, RunFrame } from '../../domain/run.ts';
import type { Language, Text } from '../../domain/text.ts';
import { type CheckDocument, piecesOf, renderDocument, type Told } from '../check/document.ts';
import { summarySentences } from '../check/summary-text.ts';
import { groupRows } from '../status/groups.ts';
import { markup, type Markup } from '../writing/html.ts';
import type { Piece } from '../writing/pieces.ts';
import { describeTally, MARKS, SEVERITY_NAMES } from '../writing/words.ts';
import { agendaOf, type AgendaPlace, agendaPlaces, agendaSection, printAgenda } from './agenda.ts';
import { both, recorded, severityBadge, WEIGHTS } from './bilingual.ts';
import { addRowCounts, countRows, findingsSection, printFindings, type RowCounts } from './findings-table.ts';
import { certaintyNotes, frameOf, REPORT_TITLE } from './frame.ts';
import { overviewSection } from './overview-table.ts';
import { firstBreachIn, pageContextOf, type PageParts } from './page-context.ts';
import { printStatus, statusSection } from './status-table.ts';
import { printTimeLine, timeLineSection } from './time-line.ts';

/** What the page must know of a ledger beside what stands in its parts. */
interface PageFacts {
  readonly company: string | undefined;
  readonly row: CompanyRow;
  /** What a link to its first finding names. */
  readonly first: string | undefined;
  readonly agenda: readonly AgendaPlace[];
  readonly counts: RowCounts;
}

/** What the page has of a ledger, in the order of the page. */
const PARTS = { agenda: 0, timeLine: 1, findings: 2, status: 3 } as const;

/**
 * A report as one HTML page in both languages, the one given shown first. All of it can be read without the script,
 * which sorts, filters and folds. Ends with a line break.
 */
export function pageDocument(
  { isOneOfSeveral }: Pick<RunFrame, 'isOneOfSeveral'>,
  language: Language,
  parts: PageParts,
): CheckDocument<PageFacts> {
  let [findings, tables] = [0, 0];
  return {
    tell(of) {
      const context = pageContextOf(of, parts, { isOneOfSeveral, before: findings });
      const agenda = agendaOf(context);
      const asked = groupRows(of);
      const [first] = of.findings;
      const told = {
        parts: [
          printAgenda(agenda, context),
          printTimeLine(context),
          printFindings(context),
          printStatus(asked, context, tables),
        ],
        facts: {
          company: of.ledger?.company.name,
          row: rowOf(of, firstBreachIn(context.timeline)),
          first: first && context.anchorOf(first),
          agenda: agendaPlaces(agenda),
          counts: countRows(context),
        },
      };
      findings += of.findings.length;
      tables += asked.length;
      return told;
    },
    *whole(run, told) {
      const titled: Titled = {
        companies: [...new Set(told.flatMap(({ facts }) => facts.company ?? []))],
        // More than one only where the companies' zones have different days.
        days: [...new Set(run.ledgers.map(({ asOf }) => formatDay(asOf)))],
      };
      const { begin, end } = frameOf({
        language,
        title: REPORT_TITLE,
        subtitle: markup`${subtitle(titled)}${linkToOverview(parts)}`,
        titleIn: (one) => titleIn(one, titled),
        footer: footer(run),
      });
      yield begin;
      yield markup`${verdictSection(run)}\n${companiesSection(told)}\n`.source;
      yield* sectionsOf(run, told);
      yield `${signOffSection().source}${end}`;
    },
  };
}

/** Each with a line break behind it, which stands there without the section too. */
function* sectionsOf(run: Run, told: readonly Told<PageFacts>[]): Generator<Piece> {
  const agendas = told.map(({ parts, facts }) => ({ places: facts.agenda, items: parts[PARTS.agenda] ?? [] }));
  yield* agendaSection(run.ledgers[0]?.asOf, agendas);
  yield '\n';
  if (isTold(told, PARTS.timeLine)) yield* timeLineSection(piecesOf(told, PARTS.timeLine));
  yield '\n';
  yield* findingsSection(addRowCounts(told.map(({ facts }) => facts.counts)), piecesOf(told, PARTS.findings));
  yield '\n';
  // Nothing was asked where a report comes without its rows, or a file is no ledger.
  if (isTold(told, PARTS.status)) yield* statusSection(run.tally, piecesOf(told, PARTS.status));
  yield '\n';
}

function isTold(told: readonly Told<PageFacts>[], part: number): boolean {
  return piecesOf(told, part).next().done !== true;
}

/** A report whose ledgers are all at hand as such a page. */
export function renderHtml(report: Report, language: Language, parts: PageParts): string {
  return renderDocument((frame) => pageDocument(frame, language, parts), report);
}

function linkToOverview({ overview }: PageParts): Markup | undefined {
  if (overview === undefined) return undefined;
  return markup` <a href="${overview}">${both({ zh: '全部公司', en: 'All companies' })}</a>`;
}

/** Where there are several: how each stands, before anything else is told of one. */
function companiesSection(told: readonly Told<PageFacts>[]): Markup | undefined {
  if (told.length < 2) return undefined;
  const firsts = new Map(told.map(({ facts }) => [facts.row, facts.first]));
  return overviewSection([...firsts.keys()], (row) => {
    const first = firsts.get(row);
    return first === undefined ? undefined : `#${first}`;
  });
}

/** Whom a page is about, and on which days. */
interface Titled {
  readonly companies: readonly string[];
  readonly days: readonly string[];
}

function titleIn(language: Language, { companies, days }: Titled): string {
  return [REPORT_TITLE[language], ...(companies.length > MOST_NAMED ? [] : companies), ...days].join(' · ');
}

function subtitle({ companies, days }: Titled): Markup {
  const named = companies.length > MOST_NAMED ? [] : companies;
  return markup`${named.map((company, at) => markup`${at === 0 ? undefined : both(COMMA)}<strong>${recorded(company)}</strong>`)} <span>${both(
    {
      zh: `截至${days.join('、')}`,
      en: `as of ${days.join(', ')}`,
    },
  )}</span>`;
}

const COMMA: Text = { zh: '、', en: ', ' };

/** More companies than these are named in the table alone. */
const MOST_NAMED = 5;

function footer({ ledgers }: Run): Markup {
  const files = ledgers.map(({ file, timezone }) => markup`<li><code>${file}</code> (${timezone})</li>`);
  return markup`<footer>
<h2>${both({ zh: '说明', en: 'Notes' })}</h2>
${certaintyNotes()}
<p>${both({ zh: '依据的台账（日期按括号内的时区）：', en: 'Made from these ledgers (dates are in the time zone in brackets):' })}</p>
<ul>${files}</ul>
</footer>`;
}

const LINES: readonly Text[] = [
  { zh: '经办人', en: 'Prepared by' },
  { zh: '负责人签字', en: 'Signed by' },
  { zh: '日期', en: 'Date' },
];

/** Where those who answer for the report put their names: on paper, so the lines are empty. */
function signOffSection(): Markup {
  return markup`<section class="sign-off" aria-labelledby="sign-off"><h2 id="sign-off">${both({ zh: '签字', en: 'Signature' })}</h2>
<ul>${LINES.map((line) => markup`<li>${both(line)}</li>`)}</ul></section>`;
}

const VERDICTS: Readonly<Record<Verdict, { readonly mark: string; readonly words: Text }>> = {
  pass: { mark: MARKS.good, words: { zh: '通过', en: 'Passed' } },
  fail: { mark: MARKS.error, words: { zh: '未通过', en: 'Failed' } },
  none: { mark: '?', words: { zh: '没有结论', en: 'No verdict' } },
};

/** The verdict, first on the page. */
function verdictSection(run: Run): Markup {
  const { verdict, counts, failOn } = run;
  const { mark, words } = VERDICTS[verdict];
  const asked = run.ledgers.some(({ isLedger }) => isLedger) ? [describeTally(run.tally)] : [];
  return markup`<section class="verdict ${verdict}" aria-labelledby="verdict"><h2 id="verdict"><span aria-hidden="true">${mark}</span> ${both(words)}</h2>
${summarySentences(run, asked).map((sentence) => markup`<p>${both(sentence)}</p>`)}
<ul class="counts">
${WEIGHTS.map((weight) => markup`<li><strong>${counts[weight]}</strong> ${severityBadge(weight)}</li>\n`)}</ul>
${verdict === 'none' ? undefined : markup`<p class="dim">${both(threshold(failOn))}</p>`}</section>`;
}

/** What the verdict was measured by. */
function threshold(failOn: FailLevel): Text {
  if (failOn === 'never') return { zh: '任何问题都不影响结论。', en: 'No finding makes the verdict fail.' };
  const { zh, en } = SEVERITY_NAMES[failOn];
  return failOn === 'error'
    ? { zh: `有${zh}即为未通过。`, en: `Any ${en} makes the verdict fail.` }
    : { zh: `有${zh}或更严重的问题即为未通过。`, en: `Any ${en}, or anything more severe, makes the verdict fail.` };
}
