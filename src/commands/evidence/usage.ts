import { addExamples, addLanguageOption, type Example } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { addInterviewOptions } from '../../command-line/options.ts';

const EXAMPLES: readonly Example[] = [
  [
    'ledger evidence add line-bj-2026 evidence/line-bj-2026.pdf',
    { zh: '登记合同扫描件', en: 'the scan of a contract' },
  ],
  ['ledger evidence add cert-example certs/example.com.pem', { zh: '登记数字证书', en: 'a certificate' }],
];

/** Puts `ledger evidence add` on the command line. */
export function declareEvidence({ program, say, run }: Declaring): void {
  const evidence = program
    .command('evidence')
    .summary(say({ zh: '登记凭证文件', en: 'record evidence files' }))
    .description(
      say({
        zh: '凭证是仓库中的文件，台账记录其路径和SHA-256；`ledger check` 核对文件是否还在、是否改动。',
        en: 'Evidence is a file in the repository. The ledger records its path and SHA-256; `ledger check` verifies that it is there and unchanged.',
      }),
    );
  addExamples(addLanguageOption(evidence, say), say, EXAMPLES, 'writes');

  const add = evidence
    .command('add')
    .summary(say({ zh: '把文件登记为条目的凭证', en: 'record a file as evidence of an entry' }))
    .description(
      say({
        zh: '把文件登记为许可证、合同或证明的凭证。文件不会被复制；已登记的文件改动后再登记一次，即更新校验值。',
        en: 'Records a file as evidence of a licence, contract or proof. The file is not copied. Record a changed file again to update its hash.',
      }),
    )
    .argument('[ID]', say({ zh: '条目的编号，或许可证的证号', en: 'id of the entry, or number of the licence' }))
    .argument('[FILE]', say({ zh: '台账所在仓库中的文件', en: "a file in the ledger's repository" }));
  addExamples(addLanguageOption(addInterviewOptions(add, say), say), say, EXAMPLES, 'writes');
  add.action(async (id, file, options) =>
    run(async (invocation) => {
      const { addEvidence } = await import('./evidence.ts');
      return addEvidence(id, file, options, invocation);
    }),
  );
}
