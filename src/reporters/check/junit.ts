/** The report as JUnit XML: what GitLab, Jenkins and the like show as tests. */
import { isBroughtIn } from '../../domain/baseline.ts';
import { failsRun } from '../../domain/policy.ts';
import type { LedgerReport, LocatedFinding } from '../../domain/report.ts';
import type { Run, RunFrame } from '../../domain/run.ts';
import type { Language } from '../../domain/text.ts';
import { inPieces, made, printLines } from '../writing/pieces.ts';
import { escapeCommands, printable } from '../writing/printable.ts';
import { type CheckDocument, piecesOf, type Told } from './document.ts';
import { explainingLines, waiverRow } from './finding-text.ts';
import { pathOf } from './json.ts';
import { BASELINE_NAMES, summarySentences } from './summary-text.ts';

/**
 * A suite for each ledger, and in it a test for each finding and one for each entry that has none, so that a clean ledger
 * has tests too: CI systems take a report without any for a mistake. A name is made of what a finding is about, never of
 * its days, so that it is the same test tomorrow.
 */
export function junitDocument(frame: RunFrame, language: Language): CheckDocument<Totals> {
  return {
    tell: (ledger) => printSuite(suiteOf(ledger, frame, language), frame.assumed),
    *whole(run, told) {
      const suites = [...told, ...runSuite(run, language).map((suite) => printSuite(suite, frame.assumed))];
      const attributes = { name: 'ledger', ...addTotals(suites.map(({ facts }) => facts)) };
      yield `<?xml version="1.0" encoding="UTF-8"?>\n${xmlTag('testsuites', attributes)}\n`;
      yield* piecesOf(suites);
      yield '</testsuites>\n';
    },
  };
}

type Outcome = 'failure' | 'error' | 'skipped' | 'note' | 'passed';

interface Test {
  readonly classname: string;
  readonly name: string;
  /** Empty for the run itself. */
  readonly place: { readonly file?: string; readonly line?: number };
  readonly outcome: Outcome;
  /** What is wrong, and then more about it; absent for an entry without a finding. */
  readonly lines?: readonly [string, ...string[]];
}

interface Suite {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  /** One for each outcome. */
  readonly tests: () => Iterable<Test>;
}

function suiteOf(ledger: LedgerReport, frame: RunFrame, language: Language): Suite {
  const { findings } = ledger;
  const file = pathOf(ledger);
  const subjects = new Set(findings.map(({ subject }) => subject));
  const clean = entriesOf(ledger).filter((id) => !subjects.has(id));
  const outcomes = findings.map((finding) => outcomeOf(finding, ledger, frame));
  return {
    name: file,
    outcomes: outcomes.concat(clean.map(() => 'passed')),
    *tests() {
      const used = new Map<string, number>();
      for (const [at, finding] of findings.entries()) {
        const { subject, location, message } = finding;
        yield {
          classname: classOf(file, subject),
          name: nameOf(finding, used),
          place: { file, line: location.line },
          outcome: outcomes[at] ?? 'note',
          lines: [message[language], ...detailsOf(finding, file, language)],
        };
      }
      const name = language === 'zh' ? '没有问题' : 'no findings';
      for (const id of clean) yield { classname: classOf(file, id), name, place: { file }, outcome: 'passed' };
    },
  };
}

/** Jenkins takes what stands before the last dot for a package: that is the file, and the entry is the class in it. */
function classOf(file: string, entry: string): string {
  return `${file.replaceAll('.', '_')}.${entry.replaceAll('.', '_')}`;
}

/** Tests of one class are told apart by their names alone. */
function nameOf({ rule, subject, service, related, period }: LocatedFinding, used: Map<string, number>): string {
  const name = [rule, service, period, ...related].filter((part) => part !== undefined).join(' ');
  const key = JSON.stringify([subject, name]);
  const ordinal = (used.get(key) ?? 0) + 1;
  used.set(key, ordinal);
  return ordinal === 1 ? name : `${name} #${ordinal}`;
}

/** An error is a failure even where `--fail-on` lets it pass: the job may, the test does not. */
function outcomeOf(finding: LocatedFinding, { ledger }: LedgerReport, { failOn }: RunFrame): Outcome {
  if (ledger === undefined) return 'error';
  if (finding.waived !== undefined) return 'skipped';
  if (!isBroughtIn(finding)) return 'note';
  return finding.severity === 'error' || failsRun(finding, failOn) ? 'failure' : 'note';
}

function detailsOf(finding: LocatedFinding, file: string, language: Language): readonly string[] {
  const { location, waived, baseline } = finding;
  if (waived !== undefined) return [waiverRow(waived, language).text];
  const side = baseline === undefined ? [] : [BASELINE_NAMES[baseline][language]];
  return [...side, `${file}:${location.line}:${location.column}`, ...explainingLines(finding, language)];
}

function entriesOf({ ledger }: LedgerReport): readonly string[] {
  if (ledger === undefined) return [];
  const { company, licences, resources } = ledger;
  return ['company', ...[...licences, ...company.systems, ...resources].map(({ id }) => id)];
}

/** Where no ledger shows why there is no verdict, the run itself is a test that could not be done. */
function runSuite(report: Run, language: Language): readonly Suite[] {
  if (report.verdict !== 'none' || report.ledgers.some(({ isLedger }) => !isLedger)) return [];
  const [why] = summarySentences(report);
  const run = { classname: 'ledger.check', name: 'verdict', place: {}, outcome: 'error' } as const;
  return [{ name: 'ledger check', outcomes: ['error'], tests: () => [{ ...run, lines: [why?.[language] ?? ''] }] }];
}

/** As attributes have it. */
type Totals = Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped' | 'time', number>>;

function addTotals(all: readonly Totals[]): Totals {
  const sum = { ...totals([]) };
  for (const one of all) {
    sum.tests += one.tests;
    sum.failures += one.failures;
    sum.errors += one.errors;
    sum.skipped += one.skipped;
  }
  return sum;
}

function totals(outcomes: readonly Outcome[]): Totals {
  const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  return {
    tests: outcomes.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    // Readers that ask for a time fail without one; nothing here is measured.
    time: 0,
  };
}

function printSuite({ name, outcomes, tests }: Suite, assumed: readonly string[]): Told<Totals> {
  const facts = totals(outcomes);
  const start = [`  ${xmlTag('testsuite', { name, ...facts })}`, ...propertyLines(assumed)];
  const pieces = made(function* suite() {
    yield printLines(start);
    yield* inPieces(tests, (some) => printLines(some.flatMap(testLines)));
    yield printLines(['  </testsuite>']);
  });
  return { parts: [pieces], facts };
}

function propertyLines(assumed: readonly string[]): readonly string[] {
  if (assumed.length === 0) return [];
  const each = assumed.map((value) => `      ${xmlTag('property', { name: 'assumed', value }, '/')}`);
  return ['    <properties>', ...each, '    </properties>'];
}

function testLines({ classname, name, place, outcome, lines }: Test): readonly string[] {
  const attributes = { classname, name, ...place, time: 0 };
  if (lines === undefined) return [`    ${xmlTag('testcase', attributes, '/')}`];
  return [`    ${xmlTag('testcase', attributes)}`, `      ${outcomeElement(outcome, lines)}`, '    </testcase>'];
}

function outcomeElement(outcome: Outcome, lines: readonly [string, ...string[]]): string {
  const body = lines.map(xmlText).join('\n');
  if (outcome === 'note') return `<system-out>${body}</system-out>`;
  if (outcome === 'skipped') return xmlTag('skipped', { message: lines.join(' ') }, '/');
  return `${xmlTag(outcome, { message: lines[0], type: outcome })}${body}</${outcome}>`;
}

/** Noncharacters: XML 1.0 forbids them even as references. All else that it forbids is unseen, and so escaped already. */
const FORBIDDEN = /[\u{FFFE}\u{FFFF}]/gu;

/** Text for an element or an attribute in quotes; lines of their own stay lines only where the caller joins them. */
export function xmlText(text: string): string {
  const line = printable(text).replaceAll(FORBIDDEN, (character) => `\\u{${hexOf(character)}}`);
  return escapeCommands(line.replaceAll(/[&<>"']/gu, reference), reference);
}

/** A start tag, or with `close` an empty element. */
export function xmlTag(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  close: '' | '/' = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  return `<${name}${written.join('')}${close}>`;
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}
