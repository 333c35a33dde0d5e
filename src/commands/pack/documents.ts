/** The documents of a pack. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { LedgerEvent } from '../../domain/ledger-change.ts';
import type { Ledger, Licence } from '../../domain/ledger.ts';
import { type Paper, type Redactable, redacted } from '../../domain/papers.ts';
import { registerOf } from '../../domain/register.ts';
import { compareText, type LedgerReport } from '../../domain/report.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Tally } from '../../domain/status.ts';
import { renderLogJson } from '../../reporters/history/log-json.ts';
import { renderPackPage } from '../../reporters/pack/page.ts';
import { renderRulesJson } from '../../reporters/rules/json.ts';
import { statusJsonDocument } from '../../reporters/status/json.ts';
import { printJson } from '../../reporters/writing/json-document.ts';
import { catalogue, findRule } from '../../rules/catalogue.ts';
import { ownRules } from '../../rules/own.ts';
import { fieldOf, itemsOf, textOf, withoutOwnKeys } from '../../schema/raw-data.ts';

/** What goes into a pack. */
export interface PackContents {
  readonly licence: Licence;
  /** Of the ledger and the rows that belong to the licence, without what is left out. */
  readonly report: LedgerReport & { readonly ledger: Ledger };
  readonly tally: Tally;
  readonly papers: readonly Paper[];
  /** The newest first; undefined where git tells nothing. */
  readonly events: readonly LedgerEvent[] | undefined;
  readonly leftOut: readonly Redactable[];
  /** The whole file, as it was read. */
  readonly data: unknown;
}

/** Each by its name, in a fixed order. */
export function documentsOf(
  contents: PackContents,
  { people, machines }: Invocation['languages'],
): ReadonlyMap<string, string> {
  const { report, tally, events, leftOut, data } = contents;
  const { ledger, asOf, file } = report;
  const rules = rulesIn(report);
  const status = statusJsonDocument(machines);
  // The licence first, then in the order of the ledger.
  const entries = registerOf(ledger, { asOf }).toSorted(
    (one, other) => compareText(one.list, other.list) || one.at - other.at,
  );
  const log = events && renderLogJson([{ file, company: ledger.company.name, events }], machines, catalogue.kinds);
  return new Map([
    ['index.html', renderPackPage({ ...contents, entries, rules, kinds: catalogue.kinds }, people)],
    ['status.json', Array.from(status.whole({ asOf, assumed: [], tally }, [status.tell(report)])).join('')],
    ['entries.json', printJson(redacted(entriesIn(data, ledger), leftOut))],
    ['rules.json', renderRulesJson(rules)],
    ...(log === undefined ? [] : ([['log.json', log]] as const)),
  ]);
}

/** The rules that were asked, without those that do not apply. */
function rulesIn({ ledger, rows }: PackContents['report']): readonly Rule[] {
  const own = new Map(ownRules(ledger).map((rule) => [rule.id, rule]));
  const asked = new Set(rows.filter(({ state }) => state !== 'not-applicable').map(({ rule }) => rule));
  return [...asked].toSorted().flatMap((id) => findRule(id) ?? own.get(id) ?? []);
}

/** As the file writes them, without the company's own keys. */
function entriesIn(written: unknown, ledger: Ledger): object {
  const data = withoutOwnKeys(written);
  const known = (list: 'licences' | 'resources' | 'requirements' | 'duties'): readonly unknown[] => {
    const ids = new Set(ledger[list].map(({ id }) => id));
    return itemsOf(data, list).filter((one) => ids.has(textOf(one, 'id') ?? ''));
  };
  const waived = new Set(ledger.waivers.map(({ rule, entry }) => `${rule} ${entry}`));
  return {
    schema: 'ledger/entries@1',
    company: fieldOf(data, 'company'),
    licences: known('licences'),
    resources: known('resources'),
    requirements: known('requirements'),
    duties: known('duties'),
    waivers: itemsOf(data, 'waivers').filter((one) => waived.has(`${textOf(one, 'rule')} ${textOf(one, 'entry')}`)),
  };
}
