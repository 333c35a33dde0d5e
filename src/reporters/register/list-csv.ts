/** The register as one table. */
import type { Register } from '../../domain/register.ts';
import type { Language } from '../../domain/text.ts';
import { renderCsv } from '../writing/csv.ts';
import { registerColumns } from './columns.ts';
import { COLUMN_NAMES, type Kinds } from './words.ts';

/** Where several ledgers stand in it, the first column names the company. */
export function renderRegisterCsv(registers: readonly Register[], language: Language, kinds: Kinds): string {
  const columns = registerColumns('all', language, kinds);
  const namesCompany = registers.length > 1;
  const headings = columns.map(({ heading }) => heading);
  const rows = registers.flatMap(({ company, rows }) =>
    rows.map((row) => {
      const contents = columns.map(({ content }) => content(row));
      return namesCompany ? [company, ...contents] : contents;
    }),
  );
  return renderCsv([namesCompany ? [COLUMN_NAMES.company[language], ...headings] : headings, ...rows]);
}
