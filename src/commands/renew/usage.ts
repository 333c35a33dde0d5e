import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { addInterviewOptions } from '../../command-line/options.ts';

/** Puts `ledger renew` on the command line. */
export function declareRenew({ program, say, run }: Declaring): void {
  const command = program
    .command('renew')
    .summary(say({ zh: '登记续签的合同，或延续的许可证', en: 'record a renewed contract or licence' }))
    .description(
      say({
        zh: '续签的合同成为新的条目，接续原条目，种类、名称、对方单位和用途不变；许可证改写到期日，并去掉延续申请。',
        en: 'A renewed contract becomes a new entry that follows the old one, with the same kind, title, provider and licences. A licence gets its new last day, and its application for renewal is removed.',
      }),
    )
    .argument(
      '[ID]',
      say({ zh: '原合同的编号，或许可证的编号、证号', en: 'id of the contract, id or number of the licence' }),
    )
    .option(
      '--expires <DATE>',
      say({
        zh: '新的最后有效日；+1y 从原到期日的次日算起',
        en: 'its new last valid day; +1y counts from the day after the old end',
      }),
    )
    .option(
      '--starts <DATE>',
      say({
        zh: '新合同的起始日（默认原到期日的次日）',
        en: 'first day of the new contract (the day after the old end)',
      }),
    )
    .option('--id <ID>', say({ zh: '新条目的编号', en: 'id of the new entry' }))
    .option('--title <TEXT>', say({ zh: '新合同的名称（默认不变）', en: 'title of the new contract (unchanged)' }))
    .option('--issued <DATE>', say({ zh: '许可证的新发证日期', en: 'new day of issue of a licence' }));
  addExamples(
    addLanguageOption(addInterviewOptions(command, say), say),
    say,
    [
      ['ledger renew line-bj-2026 --expires +1y', { zh: '合同续签一年', en: 'a contract for another year' }],
      ['ledger renew isp --expires 2032-03-14', { zh: '许可证延续', en: 'a licence for another term' }],
    ],
    'writes',
  );
  command.action(async (id, options) =>
    run(async (invocation) => {
      const { renew } = await import('./renew.ts');
      return renew(id, options, invocation);
    }),
  );
}
