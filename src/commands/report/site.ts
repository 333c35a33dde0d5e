/** `ledger report --output FOLDER/`: a static site, for any server or none. */
import { resolve } from 'node:path';

import { type Complaint, tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { refusedOutput } from '../../command-line/path-complaint.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { type CompanyRow, compareRows } from '../../domain/overview.ts';
import { personOf } from '../../domain/person.ts';
import type { Verdict } from '../../domain/policy.ts';
import { compareText } from '../../domain/report.ts';
import { type Language, LANGUAGES } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Bundle } from '../../platform/io.ts';
import { systemCodeOf } from '../../platform/system-error.ts';
import { calendarWriter } from '../../reporters/horizon/calendar.ts';
import { renderOverviewJson } from '../../reporters/overview/json.ts';
import { renderBadge } from '../../reporters/site/badge.ts';
import { renderSiteIndex, type SiteCalendars } from '../../reporters/site/index-page.ts';
import { fileNameOf } from '../../reporters/site/names.ts';
import { inChunks } from '../../reporters/writing/pieces.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { findLedgers } from '../../run/find-ledgers.ts';
import { shareWork } from '../../run/share-work.ts';
import { type CompanyEvents, companyTeller, type CompanyTold } from './company-page.ts';

export interface SiteOptions {
  readonly asOf: CalendarDay | undefined;
  readonly within: number | undefined;
  readonly output: string;
}

/** Writes all files, or none: what stands there stays as it was until the new files are whole. */
export async function reportSite(
  paths: readonly string[],
  options: SiteOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const { files, complaints } = await findLedgers(paths, io);
  const tell = async (some: readonly Complaint[]): Promise<void> => tellComplaints(some, io, languages.people);
  await tell(complaints);
  if (files.length === 0) return ExitCode.noVerdict;
  let verdict: Verdict = 'none';
  const unjudged: Complaint[] = [];
  try {
    await io.files.renew(resolve(io.cwd, options.output), async (folder) => {
      const site = new Site(folder, invocation);
      const { asOf, within } = options;
      const isAlone = files.length === 1;
      const request = { asOf, within, now: io.now().getTime(), language: languages.people, isAlone };
      const add = async (company: CompanyTold): Promise<void> => {
        unjudged.push(...company.complaints);
        await site.addCompany(company);
      };
      await shareWork('site', companyTeller, { request, files }, add, invocation);
      await tell(unjudged);
      verdict = await site.finish(complaints.length === 0);
    });
  } catch (error) {
    await tell([refusedFolder(options.output, error)]);
    return ExitCode.noVerdict;
  }
  return verdict === 'none' ? ExitCode.noVerdict : ExitCode.ok;
}

/** Company by company: no more is kept of each than what the first page and the calendars tell. */
class Site {
  readonly #folder: Pick<Bundle, 'add'>;
  readonly #invocation: Invocation;
  readonly #rows: CompanyRow[] = [];
  readonly #pages = new Map<CompanyRow, string>();
  readonly #names = new Map<string, number>();
  readonly #calendars: Readonly<Record<Language, Calendars>> = { zh: new Calendars('zh'), en: new Calendars('en') };

  constructor(folder: Pick<Bundle, 'add'>, invocation: Invocation) {
    this.#folder = folder;
    this.#invocation = invocation;
  }

  async addCompany({ row, page }: CompanyTold): Promise<void> {
    this.#rows.push(row);
    if (page === undefined) return;
    const name = `companies/${this.#nameOf(row, page.identity)}.html`;
    this.#pages.set(row, addressOf(name));
    for (const language of LANGUAGES) this.#calendars[language].add(page.events[language]);
    await this.#folder.add(name, page.html);
  }

  /** Two ledgers of one name and one company are told apart by their place in the order of paths. */
  #nameOf({ company, file }: CompanyRow, identity: string): string {
    const words = company ?? file;
    const known = JSON.stringify([identity, words]);
    const ordinal = (this.#names.get(known) ?? 0) + 1;
    this.#names.set(known, ordinal);
    return fileNameOf(words, ordinal === 1 ? known : `${known}#${ordinal}`);
  }

  /** The first page comes last: what it leads to stands there already. */
  async finish(isWhole: boolean): Promise<Verdict> {
    const { languages } = this.#invocation;
    const companies = this.#rows.toSorted(compareRows);
    const verdicts = new Set<Verdict>([...companies.map((row) => row.verdict), ...(isWhole ? [] : ['none' as const])]);
    const verdict = (['none', 'fail', 'pass'] as const).find((one) => verdicts.has(one)) ?? 'none';
    const asOf = this.#rows[0]?.asOf;
    if (asOf === undefined) throw new Error('a site of no ledgers');
    for (const language of LANGUAGES) await this.#calendars[language].write(this.#folder);
    await this.#folder.add('status.json', renderOverviewJson({ asOf, companies }));
    await this.#folder.add('badge.svg', renderBadge(verdict, languages.people));
    const pageOf = (row: CompanyRow): string | undefined => this.#pages.get(row);
    const calendars = [undefined, ...this.#calendars.zh.owners()].map(calendarsOf);
    await this.#folder.add('index.html', renderSiteIndex({ asOf, companies, pageOf, calendars }, languages.people));
    return verdict;
  }
}

/** The events of everybody and of each owner, in one language. */
class Calendars {
  readonly #language: Language;
  readonly #writer;
  readonly #all: Uint8Array[] = [];
  /** By person, with the name as it is first written. */
  readonly #byOwner = new Map<string, { readonly name: string; readonly events: Uint8Array[] }>();

  constructor(language: Language) {
    this.#language = language;
    this.#writer = calendarWriter(language, catalogue.kinds);
  }

  add(events: CompanyEvents): void {
    for (const { owner, events: some } of events) {
      this.#all.push(some);
      if (owner === undefined) continue;
      const person = personOf(owner);
      const own = this.#byOwner.get(person) ?? { name: owner, events: [] };
      own.events.push(some);
      this.#byOwner.set(person, own);
    }
  }

  owners(): readonly string[] {
    return [...this.#byOwner.values()].map(({ name }) => name).toSorted(compareText);
  }

  async write(folder: Pick<Bundle, 'add'>): Promise<void> {
    for (const owner of [undefined, ...this.owners()]) {
      const events = owner === undefined ? this.#all : (this.#byOwner.get(personOf(owner))?.events ?? []);
      const { begin, end } = this.#writer;
      await folder.add(calendarName(this.#language, owner), inChunks([begin, ...events, end]));
    }
  }
}

/** A telephone number has no place in an address. */
function calendarName(language: Language, owner: string | undefined): string {
  const person = owner === undefined ? undefined : personOf(owner);
  return `${language}/${person === undefined ? 'ledger' : `owner-${fileNameOf(person, person)}`}.ics`;
}

function calendarsOf(owner: string | undefined): SiteCalendars {
  const file = (language: Language): string => addressOf(calendarName(language, owner));
  return { owner, files: { zh: file('zh'), en: file('en') } };
}

/** A relative address. */
function addressOf(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

/** @throws the error itself, where it is not the system's */
function refusedFolder(output: string, error: unknown): Complaint {
  const complaint = refusedOutput(output, error);
  if (systemCodeOf(error) !== 'EEXIST') return complaint;
  const path = error instanceof Error && 'path' in error ? String(error.path) : output;
  return {
    where: path,
    what: {
      zh: '不是以前的报告写下的文件，没有覆盖',
      en: 'this file was not written by an earlier report; it was not overwritten',
    },
    remedy: { zh: '请换一个空文件夹，或先移走此文件。', en: 'Choose an empty folder, or move the file away first.' },
  };
}
