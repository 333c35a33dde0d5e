/** How a new value is to look, as its models show it. Thousands of new entries have the same models: each is looked at once. */
import { isFilled } from '../node.ts';
import { agreedQuote, allKeys, allValues, listsOfEntries, modelItems, modelPairs, type Models } from './models.ts';
import type { Page } from './page.ts';
import { type Quote, scalarText } from './scalar-text.ts';

/** What a value is to look like. */
export interface Manner {
  /** Values of the same field in the siblings, or siblings themselves. */
  readonly models: Models;
  /** Values whose quotes count where the models show none: those nearby, and then those farther off. */
  readonly around: readonly Models[];
  readonly field: string;
  /** The break that the lines around end with. */
  readonly eol: string;
  /** Whether lists and mappings of which there is no model stand in lines of their own. */
  readonly isEntry?: boolean;
}

/** The manner of a field, seen from the mappings that have it; the lists of the file show each other's. */
export function mannerOfField(
  page: Page,
  mappings: Models,
  field: string,
  { eol, isEntry = false }: Pick<Manner, 'eol' | 'isEntry'>,
): Manner {
  const { manners, around } = siblingsOf(page, mappings);
  const known = once(manners, field, () => []);
  const same = known.find((one) => one.eol === eol && one.isEntry === isEntry);
  if (same !== undefined) return same;
  const own = modelPairs(mappings, field).map(({ value }) => value);
  const isTold = !isEntry || own.some(isFilled);
  const manner = { models: isTold ? own : listsOfEntries(page), around, field, eol, isEntry };
  known.push(manner);
  return manner;
}

/** The manner of the items of a list. */
export function mannerOfItems(page: Page, list: Manner): Manner {
  return once(knownOf(page).items, list, () => ({ ...list, models: modelItems(list.models), isEntry: false }));
}

/** In a file written like JSON, new parts are, too. */
export function quoteOfValues(page: Page, manner: Manner): Quote {
  const { quotes, sections } = knownOf(page);
  return once(quotes, manner, () => firstAgreed([manner.models, ...manner.around], 'block') ?? sections);
}

export function keyText(page: Page, key: string, mappings: Models): string {
  const { keys, quoteOfKeys } = siblingsOf(page, mappings);
  return once(keys, key, () => scalarText(key, { where: 'key', quote: quoteOfKeys }));
}

function firstAgreed(groups: readonly Models[], where: 'block' | 'key'): Quote | undefined {
  for (const models of groups) {
    const quote = agreedQuote(models, where);
    if (quote !== undefined) return quote;
  }
  return undefined;
}

/** What mappings show that stand side by side. */
interface Siblings {
  /** Values of the last of them, and of all. */
  readonly around: readonly Models[];
  readonly quoteOfKeys: Quote;
  /** As they are written. */
  readonly keys: Map<string, string>;
  /** Of each field, by what else they are asked with. */
  readonly manners: Map<string, Manner[]>;
}

/** What was looked at of a page. */
interface Known {
  readonly siblings: Map<Models, Siblings>;
  readonly items: Map<Manner, Manner>;
  readonly quotes: Map<Manner, Quote>;
  readonly sections: Quote;
}

const pages = new WeakMap<Page, Known>();

function knownOf(page: Page): Known {
  return once(pages, page, () => {
    const sections = page.root === undefined ? undefined : agreedQuote(allKeys([page.root]), 'key');
    return { siblings: new Map(), items: new Map(), quotes: new Map(), sections: sections ?? 'plain' };
  });
}

function siblingsOf(page: Page, mappings: Models): Siblings {
  const { siblings, sections } = knownOf(page);
  return once(siblings, mappings, () => {
    const last = mappings.slice(-1);
    const quoteOfKeys = firstAgreed([allKeys(last), allKeys(mappings)], 'key') ?? sections;
    const around = [allValues(last), allValues(mappings)];
    return { around, quoteOfKeys, keys: new Map(), manners: new Map() };
  });
}

/** What is kept under a key; made where nothing is. */
function once<Key, Value extends object | string>(
  kept: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const value = make();
  kept.set(key, value);
  return value;
}
