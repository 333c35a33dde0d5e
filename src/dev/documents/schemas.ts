/** JSON Schemas for other programs and for editors. */
import * as z from 'zod/mini';

import type { LicenceKind } from '../../domain/licence-kind.ts';
import { checkReportSchema } from '../../schema/check-report-schema.ts';
import { ledgerJsonSchemaText } from '../../schema/ledger-json-schema.ts';
import type { GeneratedFile } from './generated-file.ts';

export function schemas(kinds: readonly LicenceKind[]): readonly GeneratedFile[] {
  return [
    {
      path: 'docs/check-report.schema.json',
      text: `${JSON.stringify(z.toJSONSchema(checkReportSchema), undefined, 2)}\n`,
    },
    { path: 'docs/ledger.schema.json', text: ledgerJsonSchemaText(kinds) },
  ];
}
