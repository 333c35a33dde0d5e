/** The life of a ledger from git: which commit changed what of it. */
import { dirname } from 'node:path';

import { type CalendarDay, dayAt } from '../domain/calendar-day.ts';
import { END_FIELDS, type LedgerChange, type LedgerEvent } from '../domain/ledger-change.ts';
import { POLICY_DEFAULTS } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';
import { type Revision, revisionsOf } from '../history/file-history.ts';
import { openRepository, reading, type Repository } from '../history/repository.ts';
import type { Io } from '../platform/io.ts';
import { catalogue } from '../rules/catalogue.ts';
import { compareVersions, type Outlined, outlineVersion } from '../schema/compare-ledgers.ts';
import { fieldOf } from '../schema/raw-data.ts';
import { versionJudge } from '../schema/version-judge.ts';
import { versionReader } from '../source/version-reader.ts';
import { type LedgerFile, rootOf } from './find-ledgers.ts';

export interface LogOptions {
  /** What asks, for the words of a refusal. */
  readonly asker: string;
  /** In which a day is counted; absent: that of ledgers without one of their own. */
  readonly timezone?: string | undefined;
}

/** All that happened to a ledger, the newest first. @throws {Refusal} where git cannot tell */
export async function ledgerLog(
  file: LedgerFile,
  { asker, timezone = POLICY_DEFAULTS.timezone }: LogOptions,
  io: Pick<Io, 'git' | 'env' | 'cwd'>,
): Promise<readonly LedgerEvent[]> {
  const repository = await openRepository(dirname(file.realPath), { root: rootOf(file), asker }, io);
  try {
    return (await readChronicle(repository, { path: repository.pathOf(file.realPath), timezone })).newestFirst();
  } finally {
    repository.close();
  }
}

/**
 * Changes that come after all that a commit led to, with how often each end was pushed out by then.
 *
 * @param path of the ledger there, from the root of the repository
 * @throws {Refusal} where the clone lacks what is needed to tell
 */
export async function countExtensions(
  changes: readonly LedgerChange[],
  repository: Repository,
  { path, commit }: { readonly path: string; readonly commit: string },
): Promise<readonly LedgerChange[]> {
  const chronicle = await readChronicle(repository, { path, tip: commit, timezone: POLICY_DEFAULTS.timezone });
  return changes.map((change) => chronicle.follow(change));
}

interface Reading {
  readonly path: string;
  /** The commit up to which is read; absent: HEAD. */
  readonly tip?: string | undefined;
  readonly timezone: string;
}

async function readChronicle(repository: Repository, { path, tip, timezone }: Reading): Promise<Chronicle> {
  const versions = new Versions(repository);
  const chronicle = new Chronicle();
  const oldestFirst = (await revisionsOf(repository, path, tip)).toReversed();
  for (const [at, revision] of oldestFirst.entries()) {
    for (const { content } of oldestFirst.slice(at, at + ASKED_AHEAD)) versions.ask(content);
    const changes = await changesOf(revision, versions);
    if (changes.length > 0) chronicle.add(revision, await dayAt(revision.at, timezone), changes);
  }
  return chronicle;
}

/** What a version says. Where its text is no YAML, what the last one said that was. */
interface Version {
  readonly outline: Outlined;
  /** What keeps it from being a ledger. */
  readonly problem: Text | undefined;
}

const NOTHING: Version = { outline: new Map(), problem: undefined };

/** Versions for which git is asked before they are needed, so that it works while they are read. */
const ASKED_AHEAD = 8;

/** As many versions are kept as branches may lie apart; an older one is read again. */
const MOST_KEPT = 200;

/** The versions of a ledger, each read once. */
class Versions {
  readonly #repository: Repository;
  readonly #read = versionReader();
  readonly #judge = versionJudge(catalogue.kinds);
  readonly #known = new Map<string, Version>();
  readonly #asked = new Map<string, Promise<Uint8Array>>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** @param before what stands in its place where it cannot be read */
  async of(content: string | undefined, before: Version = NOTHING): Promise<Version> {
    if (content === undefined) return NOTHING;
    const known = this.#known.get(content);
    if (known !== undefined) return known;
    const version = await this.#readVersion(content, before);
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= MOST_KEPT) this.#known.delete(oldest);
    this.#known.set(content, version);
    return version;
  }

  /** Begins to read a version. */
  ask(content: string | undefined): void {
    if (content === undefined || this.#known.has(content) || this.#asked.has(content)) return;
    const bytes = reading(this.#repository, async () => this.#repository.blobs.read(content));
    // Whoever takes it is told.
    bytes.catch(() => {});
    this.#asked.set(content, bytes);
  }

  async #readVersion(content: string, before: Version): Promise<Version> {
    this.ask(content);
    const bytes = (await this.#asked.get(content)) ?? new Uint8Array();
    this.#asked.delete(content);
    const read = await this.#read(bytes);
    if ('problem' in read) return { outline: before.outline, problem: read.problem.message };
    return { outline: outlineVersion(read.data), problem: this.#judge(read.data) };
  }
}

/** What a commit changed of the ledger. Where branches meet, only what none of them said. */
async function changesOf({ before, content }: Revision, versions: Versions): Promise<readonly LedgerChange[]> {
  const old: Version[] = [];
  for (const one of before) old.push(await versions.of(one));
  const [first = NOTHING, ...others] = old;
  const now = await versions.of(content, first);
  const changes = compareVersions(first.outline, now.outline);
  const elsewhere = others.map((one) => new Set(compareVersions(one.outline, now.outline).map(saidOf)));
  const state = stateChange(old, now);
  return [
    ...(state === undefined ? [] : [state]),
    ...changes.filter((change) => elsewhere.every((all) => all.has(saidOf(change)))),
  ];
}

/** Whether the file stopped being a ledger, or began to be one again. */
function stateChange(old: readonly Version[], { problem }: Version): LedgerChange | undefined {
  const wasInvalid = old.length > 0 && old.every((one) => one.problem !== undefined);
  if (wasInvalid === (problem !== undefined)) return undefined;
  return { sort: 'ledger', entry: 'ledger', what: problem === undefined ? 'valid' : 'invalid', problem };
}

/** What a change comes to, whatever was said before it. */
function saidOf({ what, after, ...named }: LedgerChange): string {
  return JSON.stringify([keyOf(named), what, after]);
}

function keyOf({ sort, entry, rule, field }: Pick<LedgerChange, 'sort' | 'entry' | 'rule' | 'field'>): string {
  return JSON.stringify([sort, entry, rule, field]);
}

/** Gathers events in the order in which they happened, and counts how often an end was pushed out. */
class Chronicle {
  readonly #events: LedgerEvent[] = [];
  /** What was said last of each field, on whatever branch. */
  readonly #said = new Map<string, string>();
  readonly #lives = new Map<string, Life>();

  add({ commit, author }: Revision, day: CalendarDay, changes: readonly LedgerChange[]): void {
    for (const change of changes) {
      if (this.#isRepetition(change)) continue;
      this.#events.push({ day, author, commit, ...this.follow(change) });
    }
  }

  newestFirst(): readonly LedgerEvent[] {
    return this.#events.toReversed();
  }

  /** The same change, made on two branches, happened once. */
  #isRepetition(change: LedgerChange): boolean {
    if (change.sort === 'ledger') return false;
    const key = keyOf(change);
    const [before, after] = [JSON.stringify(change.before), JSON.stringify(change.after)];
    const last = this.#said.get(key);
    this.#said.set(key, after ?? '');
    return last !== undefined && last === (after ?? '') && last !== (before ?? '');
  }

  /** What comes next, with its count: an entry is followed through its ids, and to and fro. */
  follow(change: LedgerChange): LedgerChange {
    const { sort, entry, rule, field, what } = change;
    const key = keyOf({ sort, entry, rule });
    const life = this.#lives.get(key) ?? { times: 0, end: undefined };
    this.#lives.set(key, life);
    if (field === 'id') {
      const old = keyOf({ sort, entry: String(change.before), rule });
      this.#lives.set(key, this.#lives.get(old) ?? life);
      return change;
    }
    const end = what === 'removed' ? undefined : endIn(change);
    // What was taken out and came back with a later end was pushed out all the same.
    const isBack = what === 'added' && life.end !== undefined && end !== undefined && life.end < end;
    const extension = isBack ? { newEvidence: false } : change.extension;
    if (end !== undefined) life.end = end;
    if (extension === undefined) return change;
    life.times += 1;
    return { ...change, extension, times: life.times };
  }
}

/** What is remembered of an entry. */
interface Life {
  times: number;
  end: string | undefined;
}

/** The last day of an entry, where a change says it. */
function endIn({ sort, field, after, what }: LedgerChange): string | undefined {
  const name = END_FIELDS[sort];
  const value =
    what === 'added' ? (name === undefined ? undefined : fieldOf(after, name)) : field === name ? after : undefined;
  return typeof value === 'string' ? value : undefined;
}

/**
 * What happened to one entry, under all the ids that it had: with its services and the waivers of it, and the times when the file
 * was no ledger.
 *
 * @param events the newest first
 */
export function lifeOf(id: string, events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const names = new Set([id]);
  const life: LedgerEvent[] = [];
  let last = 0;
  for (const event of events) {
    const { entry, sort, field, before } = event;
    const isOurs = names.has(entry) || names.has(entry.split('/', 1)[0] ?? entry);
    if (!isOurs && (sort !== 'ledger' || (event.problem === undefined && event.what !== 'valid'))) continue;
    life.push(event);
    if (isOurs) last = life.length;
    if (isOurs && field === 'id') names.add(String(before));
  }
  // Before the entry was there, the file is nothing to it.
  return life.slice(0, last);
}
