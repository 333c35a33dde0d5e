import { usageError } from '../../command-line/complaint.ts';
import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { oneOf, wordsFor } from '../../command-line/option-values.ts';
import { asOfOption, pathsArgument } from '../../command-line/options.ts';
import type { Channel } from './notify.ts';

const CHANNELS: readonly Channel[] = ['wecom', 'dingtalk', 'feishu', 'slack', 'webhook', 'email'];
const MOST_DAYS = 3650;

/** Puts `ledger notify` on the command line. */
export function declareNotify({ program, say, run }: Declaring): void {
  const command = program
    .command('notify')
    .summary(say({ zh: '把要办的事发到群机器人或邮箱', en: 'send what must be done to a chat robot or by mail' }))
    .description(
      say({
        zh: '把要办的事汇成一条消息，按负责人分组，发到企业微信、钉钉、飞书、Slack、自己的接口或邮箱。到期前的某几天各提醒一次，逾期的每天提醒。\n不写 --send 时只打印，不发送。地址和密钥只从环境变量读取：LEDGER_WECOM_URL；LEDGER_DINGTALK_URL、LEDGER_DINGTALK_SECRET；LEDGER_FEISHU_URL、LEDGER_FEISHU_SECRET；LEDGER_SLACK_URL；LEDGER_WEBHOOK_URL；LEDGER_SMTP_URL、LEDGER_MAIL_FROM、LEDGER_MAIL_TO。',
        en: 'Makes one message of what must be done, by owner, for WeCom, DingTalk, Feishu, Slack, a webhook of your own, or mail. Each thing is told once on each of some days before its day, and daily once that is past.\nWithout --send it is printed and not sent. Addresses and secrets come from the environment alone: LEDGER_WECOM_URL; LEDGER_DINGTALK_URL, LEDGER_DINGTALK_SECRET; LEDGER_FEISHU_URL, LEDGER_FEISHU_SECRET; LEDGER_SLACK_URL; LEDGER_WEBHOOK_URL; LEDGER_SMTP_URL, LEDGER_MAIL_FROM, LEDGER_MAIL_TO.',
      }),
    )
    .addArgument(pathsArgument(say))
    .requiredOption(
      '--to <CHANNEL>',
      say({ zh: `发到哪里：${CHANNELS.join('、')}`, en: CHANNELS.join(', ') }),
      oneOf('--to', CHANNELS),
    )
    .option('--send', say({ zh: '真的发送（默认只打印）', en: 'send it (it is only printed)' }))
    .option(
      '--steps <DAYS>',
      say({
        zh: '到期前多少天提醒（默认60,30,14,7,3,1,0）',
        en: 'days before its day on which a thing is told (60,30,14,7,3,1,0)',
      }),
      readSteps,
    )
    .option(
      '--state <FILE>',
      say({
        zh: '记住提醒过什么的文件，每个日子只提醒一次；不写则只发恰好到日子的和逾期的',
        en: 'a file that remembers what was told, so that each step is told once; without it, what stands exactly on a step or is overdue',
      }),
    )
    .option(
      '--owner <NAME>',
      say({ zh: '只发这些负责人的；可重复', en: 'only what these people answer for; repeatable' }),
      wordsFor('--owner'),
    )
    .addOption(asOfOption(say));
  addExamples(
    addLanguageOption(command, say),
    say,
    [
      ['ledger notify --to wecom', { zh: '只看会发什么', en: 'see what would be sent' }],
      [
        'ledger notify companies --to dingtalk --send --state .ledger/told.json',
        { zh: '每天运行一次', en: 'once a day' },
      ],
      ['ledger notify --to email --owner 网络部 --send', { zh: '一个部门的邮件', en: 'a mail to one department' }],
    ],
    'sends',
  );
  command.action(async (paths, options) =>
    run(async (invocation) => {
      const { notify } = await import('./notify.ts');
      return notify(paths, options, invocation);
    }),
  );
}

/** `60,30,7`: days, in any order. */
function readSteps(words: string): readonly number[] {
  const days = words.split(',').map((word) => word.trim());
  if (days.every((word) => /^\d{1,4}$/u.test(word) && Number(word) <= MOST_DAYS)) return [...new Set(days.map(Number))];
  throw usageError({
    where: `--steps ${words}`,
    what: { zh: '不是用逗号隔开的天数', en: 'these are not numbers of days with commas between them' },
    remedy: { zh: '请写成如 60,30,7,0（0至3650）。', en: 'Write for example 60,30,7,0 (0 to 3650).' },
  });
}
