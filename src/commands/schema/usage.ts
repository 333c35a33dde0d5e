import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';

/** Puts `ledger schema` on the command line. */
export function declareSchema({ program, say, run }: Declaring): void {
  const command = program
    .command('schema')
    .summary(say({ zh: '输出台账的 JSON Schema', en: 'print the JSON Schema of a ledger' }))
    .description(
      say({
        zh: '输出台账文件的 JSON Schema（2020-12），供编辑器补全、提示和检查。',
        en: 'Prints the JSON Schema (2020-12) of the ledger file, for completion, hints and checks in editors.',
      }),
    );
  addExamples(
    addLanguageOption(command, say),
    say,
    [['ledger schema > ledger.schema.json', { zh: '放在台账旁边', en: 'a file beside the ledger' }]],
    'explains',
  );
  command.action(async () =>
    run(async (invocation) => {
      const { schema } = await import('./schema.ts');
      return schema(invocation);
    }),
  );
}
