/** A licence or a contract that the ledger has already is not recorded twice. */
import type { Complaint } from '../../command-line/complaint.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import type { Ledger, Resource } from '../../domain/ledger.ts';
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
  return {
    where: '--title',
    what: {
      zh: `${twin.id}登记的就是这一份：种类、名称、到期日都相同`,
      en: `${twin.id} is the same contract: kind, title and last day are equal`,
    },
    remedy: {
      zh: `续签的，用 \`ledger renew ${twin.id}\` 登记；确是另一份的，使用不同的名称。`,
      en: `Record its renewal with \`ledger renew ${twin.id}\`; if this is another contract, give it another title.`,
    },
  };
}

function isService(kind: string): boolean {
  return catalogue.kinds.get(kind)?.family === 'service';
}
