/** Ledgers as people's editors leave them: the same data in any style, with comments, blank lines and odd line ends. */
import fc from 'fast-check';
import { type CreateNodeOptions, type DocumentOptions, stringify, type ToStringOptions } from 'yaml';

import { arbitraryLedger } from './arbitrary-ledger.ts';

type PrintOptions = DocumentOptions & CreateNodeOptions & ToStringOptions;

const style: fc.Arbitrary<PrintOptions> = fc.record({
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  collectionStyle: fc.constantFrom('any', 'any', 'block', 'flow'),
  flowCollectionPadding: fc.boolean(),
  defaultStringType: fc.constantFrom('PLAIN', 'PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL'),
  defaultKeyType: fc.constantFrom('PLAIN', 'PLAIN', 'QUOTE_DOUBLE'),
  nullStr: fc.constantFrom('', '~', 'null'),
});

/** What happens to a line, or before it. */
type Wear = (line: string, at: number) => string;

const WEAR: readonly Wear[] = [
  (line, at) => `${line} # behind ${at}`,
  (line) => `${line}  `,
  (line, at) => `${/^ */.exec(line)?.[0] ?? ''}# above ${at}\n${line}`,
  (line, at) => `      # deep ${at}\n${line}`,
  (line, at) => `# at the margin ${at}\n${line}`,
  (line) => `\n${line}`,
  (line, at) => `\n# alone ${at}\n   \n${line}`,
];

const layout = fc.record({
  wear: fc.dictionary(fc.nat({ max: 40 }).map(String), fc.constantFrom(...WEAR), { maxKeys: 8 }),
  breaks: fc.oneof(fc.constant([false]), fc.constant([true]), fc.array(fc.boolean(), { minLength: 2, maxLength: 7 })),
  bom: fc.boolean(),
  begin: fc.constantFrom('', '', '---\n', '%YAML 1.2\n--- # begin\n'),
  end: fc.constantFrom('', '', '\n', '# end\n', '...\n', '\n# end\n...\n'),
  isCut: fc.boolean(),
});

/** Lists may be empty, absent or nothing at all. */
const ledger = fc.record(
  {
    licences: fc.oneof(fc.constant(null), fc.constant([])),
    resources: fc.oneof(fc.constant(null), fc.constant([])),
    requirements: fc.oneof(fc.constant(null), fc.constant([{ id: 'r', licence: 'isp' }])),
    policy: fc.constantFrom(null, { warnWithin: 30 }),
  },
  { requiredKeys: [] },
);

/** Most of these are YAML; where the wear broke one, the reader says so. */
export const arbitraryYaml = fc
  .record({ full: arbitraryLedger, parts: ledger, style, layout })
  .map(({ full, parts, style, layout: { wear, breaks, bom, begin, end, isCut } }) => {
    const lines = stringify({ ...full, ...parts }, { ...style, aliasDuplicateObjects: false })
      .trimEnd()
      .split('\n');
    const worn = lines.map((line, at) => wear[String(at)]?.(line, at) ?? line);
    const text = `${begin}${worn.join('\n')}\n${end}`;
    let line = 0;
    const broken = text.replaceAll('\n', () => (breaks[line++ % breaks.length] === true ? '\r\n' : '\n'));
    return (bom ? '\uFEFF' : '') + (isCut ? broken.replace(/\r?\n$/, '') : broken);
  });
