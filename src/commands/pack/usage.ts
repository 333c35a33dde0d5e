import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { oneOf, severalOf } from '../../command-line/option-values.ts';
import { asOfOption } from '../../command-line/options.ts';
import { REDACTABLE } from '../../domain/papers.ts';
import type { PackFormat } from './pack.ts';

const PACK_FORMATS: readonly PackFormat[] = ['text', 'json'];

/** Puts `ledger pack` on the command line. */
export function declarePack({ program, say, run }: Declaring): void {
  const command = program
    .command('pack')
    .summary(say({ zh: '打包一张许可证的迎检材料', en: 'pack the inspection papers of a licence' }))
    .description(
      say({
        zh: '把一张许可证的迎检材料写进文件夹或zip文件：中英文索引页（index.html，可打印）、各项要求及证明、条目、凭证文件、规则、git中的变更记录，以及 `sha256sum -c` 可核对的清单。打开它不需要本程序。\n同一台账、同一天，内容逐字节相同。缺少的凭证文件会逐一列出。已有的文件夹或文件不会被覆盖。\n不写 --file 时，读取当前文件夹或最近上级的 ledger.yaml。',
        en: 'Writes the inspection papers of a licence into a folder or a zip file: an index page in Chinese and English (index.html, printable), each requirement with its proof, the entries, the evidence files, the rules, the change log from git, and a manifest that `sha256sum -c` checks. This program is not needed to open it.\nThe same ledger and day give the same bytes. Missing evidence files are listed. An existing folder or file is never overwritten.\nWithout --file, the nearest ledger.yaml from this folder upward is read.',
      }),
    )
    .argument('<LICENCE>', say({ zh: '许可证的编号或证号', en: 'the licence, by id or number' }))
    .requiredOption(
      '--output <FOLDER|FILE.zip>',
      say({
        zh: '写到哪里：新文件夹，或以 .zip 结尾的新文件',
        en: 'the output: a new folder, or a new file that ends in .zip',
      }),
    )
    .option(
      '--file <LEDGER>',
      say({ zh: '台账（默认取最近的 ledger.yaml）', en: 'the ledger (the nearest ledger.yaml)' }),
    )
    .addOption(asOfOption(say))
    .option(
      '--redact <FIELDS>',
      say({ zh: '隐去这些字段：notes、owner；可写多个', en: 'redact these fields: notes, owner, or both' }),
      severalOf('--redact', REDACTABLE),
    )
    .option(
      '--format <NAME>',
      say({ zh: '终端上的回复：text 或 json', en: 'format of the answer on stdout: text or json' }),
      oneOf('--format', PACK_FORMATS),
    );
  addExamples(
    addLanguageOption(command, say),
    say,
    [
      ['ledger pack telecom --output telecom.zip', { zh: '打包成一个zip文件', en: 'as one zip file' }],
      [
        'ledger pack telecom --output papers --redact notes,owner',
        { zh: '写成文件夹，不含备注和负责人', en: 'as a folder, without notes and owners' },
      ],
    ],
    'packs',
  );
  command.action(async (licence, options) =>
    run(async (invocation) => {
      const { pack } = await import('./pack.ts');
      return pack(licence, options, invocation);
    }),
  );
}
