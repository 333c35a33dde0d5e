/** A further service of a licence that the ledger has: `ledger add idc --licence telecom`. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import { type Licence, serviceName } from '../../domain/ledger.ts';
import { fieldsOfService } from '../../fields/kind-fields.ts';
import { optionNamed } from '../../fields/uses.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { addServices } from '../../run/recording/add-service.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { entryNamed } from '../../run/recording/named-entry.ts';
import type { OpenLedger } from '../../run/recording/open-ledger.ts';

export interface NewService {
  readonly kind: string;
  /** Id or number of the licence. */
  readonly licence: string;
  readonly fields: PlainMapping;
}

/** @throws {Refusal} where the licence cannot have the service, or a field belongs to the paper */
export function planService(
  { kind, licence: word, fields }: NewService,
  { ledger, document: { data } }: OpenLedger,
): Plan {
  const profile = catalogue.kinds.get(kind);
  if (profile?.family !== 'service') throw noService(kind);
  const { entry: licence } = entryNamed(word, ['licence'], ledger);
  const [first] = licence.services;
  if (first !== undefined && catalogue.kinds.get(first.kind)?.family !== 'service') throw noPaper(licence);
  if (licence.services.some((service) => service.kind === kind)) throw hasService(licence, kind);
  const own = new Set(fieldsOfService(profile).map(({ key }) => key));
  const foreign = Object.keys(fields).find((key) => !own.has(key));
  if (foreign !== undefined) throw ofThePaper(foreign, licence);

  const { edits, path } = addServices(licence, ledger.licences.indexOf(licence), data, [{ kind, ...fields }]);
  const name = serviceName({ licence, service: { kind } });
  return {
    edits,
    entry: licence.id,
    path,
    done: { zh: `${name} 已登记`, en: `${name} is recorded` },
    optionOf: (field) => (field === 'kind' ? 'KIND' : optionNamed(field)),
  };
}

function noService(kind: string): Refusal {
  const isKnown = catalogue.kinds.has(kind);
  return usageError({
    where: `KIND ${kind}`,
    what: { zh: '不是许可证上的业务', en: 'not a service of a licence' },
    remedy: isKnown
      ? {
          zh: '码号单独发证，去掉 `--licence`。',
          en: 'A number grant has a paper of its own: leave out `--licence`.',
        }
      : { zh: '合同用于哪张许可证，写 `--serves`。', en: 'For a contract, name the licence with `--serves`.' },
  });
}

function noPaper({ id }: Licence): Refusal {
  return usageError({
    where: `--licence ${id}`,
    what: { zh: `${id}是码号，不能再有业务`, en: `${id} is a number grant and cannot have services` },
    remedy: { zh: '请核对编号。', en: 'Check the id.' },
  });
}

function hasService({ id }: Licence, kind: string): Refusal {
  return usageError({
    where: `KIND ${kind}`,
    what: { zh: `许可证${id}已经有这项业务`, en: `the licence ${id} already has this service` },
    remedy: { zh: `运行 \`ledger show ${id}\` 查看。`, en: `Run \`ledger show ${id}\` to see it.` },
  });
}

function ofThePaper(field: string, { id }: Licence): Refusal {
  return usageError({
    where: optionNamed(field),
    what: {
      zh: `业务没有这一项，它属于许可证${id}`,
      en: `not a field of a service: it belongs to the licence ${id}`,
    },
    remedy: {
      zh: '去掉这个选项；业务可写 `--scope`、`--opened` 和它自有的字段。',
      en: 'Leave it out. A service takes `--scope`, `--opened` and the fields of its kind.',
    },
  });
}
