/** The register as a workbook: a sheet for licences, a sheet for contracts. */
import type { Register, RegisterRow, Standing } from '../../domain/register.ts';
import type { Language, Text } from '../../domain/text.ts';
import { registerColumns } from '../../reporters/register/columns.ts';
import { COLUMN_NAMES } from '../../reporters/register/words.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { type CellToWrite, type SheetToWrite, type Tone, writeXlsx } from '../../spreadsheet/write-xlsx.ts';

const SHEET_NAMES: Readonly<Record<RegisterRow['list'], Text>> = {
  licences: { zh: '许可证', en: 'Licences' },
  resources: { zh: '合同与证明', en: 'Contracts' },
};

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

export async function registerWorkbook(registers: readonly Register[], language: Language): Promise<Uint8Array> {
  return writeXlsx([sheetOf('licences', registers, language), sheetOf('resources', registers, language)]);
}

/** Where several ledgers stand in it, the first column names the company. */
function sheetOf(list: RegisterRow['list'], registers: readonly Register[], language: Language): SheetToWrite {
  const columns = registerColumns(list, language, catalogue.kinds);
  const namesCompany = registers.length > 1;
  const company = { heading: COLUMN_NAMES.company[language], width: COMPANY_WIDTH };
  return {
    name: SHEET_NAMES[list][language],
    columns: namesCompany ? [company, ...columns] : columns,
    rows: registers.flatMap((register) =>
      register.rows
        .filter((row) => row.list === list)
        .map((row) => {
          const cells = columns.map(({ content, tells }): CellToWrite => ({
            value: content(row),
            tone: tells === 'standing' ? TONES[row.standing] : undefined,
          }));
          return namesCompany ? [companyCell(register)].concat(cells) : cells;
        }),
    ),
  };
}

function companyCell({ company }: Register): CellToWrite {
  return { value: company };
}
