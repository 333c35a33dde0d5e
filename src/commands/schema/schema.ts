/** `ledger schema`: what a ledger may hold, for editors. */
import type { Invocation } from '../../command-line/invocation.ts';
import { ExitCode } from '../../exit-code.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { ledgerJsonSchemaText } from '../../schema/ledger-json-schema.ts';

export async function schema({ io }: Invocation): Promise<ExitCode> {
  await io.stdout.write(ledgerJsonSchemaText([...catalogue.kinds.values()]));
  return ExitCode.ok;
}
