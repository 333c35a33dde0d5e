/** A licence or a contract that the ledger has already is not recorded twice. */
import type { Complaint } from '../../command-line/complaint.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import type { Ledger, Resource } from '../../domain/ledger.ts';
import type { Text } from '../../domain/text.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { licenceNumbered } from './named-entry.ts';

/** Why an entry cannot be added, with the command that is probably meant; undefined where nothing is like it. */
export function recordedAlready(
  kind: string,
  list: 'licences' | 'resources',
  fields: PlainMapping,
  ledger: Ledger,
): Complaint | undefined {
  const { number } = fields;
  if (list === 'resources') return contractTwice(kind, fields, ledger);
  return typeof number === 'string' ? numberTwice(kind, number, ledger) : undefined;
}

function numberTwice(kind: string, number: string, { licences }: Ledger): Complaint | undefined {
  const licence = licenceNumbered(number, licences);
  if (licence === undefined) return undefined;
  const { id, services } = licence;
  const canTake = isService(kind) && services.every((one) => isService(one.kind) && one.kind !== kind);
  return {
    where: `--number ${number}`,
    what: { zh: `许可证${id}已经用了这个证号`, en: `the licence ${id} already has this number` },
    remedy: canTake
      ? {
          zh: `同一张许可证的另一项业务，用 \`ledger add ${kind} --licence ${id} --scope 范围\` 登记。`,
          en: `Record another service of that licence with \`ledger add ${kind} --licence ${id} --scope SCOPE\`.`,
        }
      : { zh: `运行 \`ledger show ${id}\` 查看，并核对证号。`, en: `Run \`ledger show ${id}\` and check the number.` },
  };
}

/** Of two contracts of one kind and name, the term must differ. */
function contractTwice(kind: string, fields: PlainMapping, { resources }: Ledger): Complaint | undefined {
  const { title, expires } = fields;
  const isSame = (one: Resource): boolean =>
    one.kind === kind &&
    one.title === title &&
    formatDay(one.expires) === expires &&
    (fields['starts'] === undefined || one.starts === undefined || formatDay(one.starts) === fields['starts']) &&
    (fields['provider'] === undefined || one.provider === undefined || one.provider === fields['provider']);
  const twin = title === undefined || expires === undefined ? undefined : resources.find(isSame);
  if (twin === undefined) return undefined;
  const { id, serves } = twin;
  const more = wordsOf(fields['serves']).filter((name) => !serves.includes(name));
  return {
    where: '--title',
    what: {
      zh: `${id}登记的就是这一份：种类、名称、到期日都相同`,
      en: `${id} is the same contract: kind, title and last day are equal`,
    },
    remedy: more.length > 0 ? addToServes(id, serves, more) : renewOrRename(id),
  };
}

function renewOrRename(id: string): Text {
  return {
    zh: `续签的，用 \`ledger renew ${id}\` 登记；确是另一份的，使用不同的名称。`,
    en: `Record its renewal with \`ledger renew ${id}\`; if this is another contract, give it another title.`,
  };
}

/** One contract or report for several services stands in the ledger once. */
function addToServes(id: string, served: readonly string[], more: readonly string[]): Text {
  const serves = `\`serves: [${[...served, ...more].join(', ')}]\``;
  return {
    zh: `也用于这里的，在台账中把${id}改为${serves}；确是另一份的，使用不同的名称。`,
    en: `If it is for this too, write ${serves} on ${id} in the ledger; if this is another contract, give it another title.`,
  };
}

function wordsOf(value: Plain | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function isService(kind: string): boolean {
  return catalogue.kinds.get(kind)?.family === 'service';
}
