/** A ledger as sheets: licences, contracts, and all else that it holds. */
import type { RegisterRow, Standing } from '../../domain/register.ts';
import type { Language } from '../../domain/text.ts';
import { ledgerFields } from '../../fields/ledger.ts';
import { type CompanyRows, companyHeading, linesByService, registerColumns } from '../../reporters/register/columns.ts';
import type { OtherTable } from '../../reporters/register/other-rows.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { CellToWrite, SheetToWrite, Tone } from '../../spreadsheet/write-xlsx.ts';

const TONES: Readonly<Record<Standing, Tone>> = {
  active: 'good',
  expiring: 'warning',
  expired: 'error',
  pending: 'info',
  ending: 'dim',
  followed: 'dim',
  closed: 'dim',
};

const COMPANY_WIDTH = 28;

/** The register, and where it is that of one ledger, the other sheets of that. */
export function sheetsOf(
  registers: readonly CompanyRows[],
  others: readonly OtherTable[],
  language: Language,
): readonly SheetToWrite[] {
  return [
    sheetOf('licences', registers, language),
    sheetOf('resources', registers, language),
    ...others.map(({ title, columns, rows }) => ({
      name: title[language],
      columns: columns.map(({ heading }) => ({ heading: heading[language], width: OTHER_WIDTH })),
      rows: rows.map((row) => row.map((value) => ({ value }))),
    })),
  ];
}

const OTHER_WIDTH = 20;

/** A line for each service. Where several ledgers stand in it, the first column names the company. */
function sheetOf(list: RegisterRow['list'], registers: readonly CompanyRows[], language: Language): SheetToWrite {
  const tables = registers.map(({ company, rows }) => ({
    company,
    lines: linesByService(rows.filter((row) => row.list === list)),
  }));
  const columns = registerColumns(
    list,
    tables.flatMap(({ lines }) => lines),
    language,
    catalogue.kinds,
  );
  const namesCompany = registers.length > 1;
  const company = { heading: companyHeading(language), width: COMPANY_WIDTH };
  return {
    name: ledgerFields.fields[list].title[language],
    columns: namesCompany ? [company, ...columns] : columns,
    rows: {
      *[Symbol.iterator]() {
        for (const { company: name, lines } of tables) {
          for (const line of lines) {
            const cells = columns.map(({ content, tells }): CellToWrite => ({
              value: content(line),
              tone: tells === 'standing' ? TONES[line.row.standing] : undefined,
            }));
            yield namesCompany ? [{ value: name }, ...cells] : cells;
          }
        }
      },
    },
  };
}
