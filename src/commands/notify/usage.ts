import { usageError } from '../../command-line/complaint.ts';
import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { COMMA, oneOf, wordsFor } from '../../command-line/option-values.ts';
import { asOfOption, pathsArgument } from '../../command-line/options.ts';
import type { Channel } from './notify.ts';

const CHANNELS: readonly Channel[] = ['wecom', 'dingtalk', 'feishu', 'slack', 'webhook', 'email'];
const MOST_DAYS = 3650;

/** Puts `ledger notify` on the command line. */
export function declareNotify({ program, say, run }: Declaring): void {
  const command = program
    .command('notify')
    .summary(say({ zh: '把待办事项发到群机器人或邮箱', en: 'send due items to a chat robot or by mail' }))
    .description(
      say({
        zh: '把待办事项汇成一条消息，按负责人分组，发到企业微信、钉钉、飞书、Slack、自己的接口或邮箱。到期前的某几天各提醒一次，逾期的每天提醒。\n不写 --send 时只打印，不发送。地址和密钥只从环境变量读取：LEDGER_WECOM_URL；LEDGER_DINGTALK_URL、LEDGER_DINGTALK_SECRET；LEDGER_FEISHU_URL、LEDGER_FEISHU_SECRET；LEDGER_SLACK_URL；LEDGER_WEBHOOK_URL；LEDGER_SMTP_URL、LEDGER_MAIL_FROM、LEDGER_MAIL_TO。',
        en: 'Sends one message with all due items, grouped by owner, to WeCom, DingTalk, Feishu, Slack, your own webhook or mail. Each item is sent once on each of certain days before its deadline, and every day when it is overdue.\nWithout --send it only prints the message. Addresses and secrets come only from environment variables: LEDGER_WECOM_URL; LEDGER_DINGTALK_URL, LEDGER_DINGTALK_SECRET; LEDGER_FEISHU_URL, LEDGER_FEISHU_SECRET; LEDGER_SLACK_URL; LEDGER_WEBHOOK_URL; LEDGER_SMTP_URL, LEDGER_MAIL_FROM, LEDGER_MAIL_TO.',
      }),
    )
    .addArgument(pathsArgument(say))
    .requiredOption(
      '--to <CHANNEL>',
      say({ zh: `发到哪里：${CHANNELS.join('、')}`, en: CHANNELS.join(', ') }),
      oneOf('--to', CHANNELS),
    )
    .option('--send', say({ zh: '实际发送（默认只打印）', en: 'send the message (it is only printed)' }))
    .option(
      '--steps <DAYS>',
      say({
        zh: '到期前多少天提醒（默认60,30,14,7,3,1,0）',
        en: 'days before the deadline on which an item is sent (60,30,14,7,3,1,0)',
      }),
      readSteps,
    )
    .option(
      '--state <FILE>',
      say({
        zh: '记录已提醒事项的文件，每个提醒日只提醒一次；不写则只发当天正值提醒日的和已逾期的',
        en: 'a file that records what was sent, so that each step is sent once; without it, only items exactly on a step or overdue are sent',
      }),
    )
    .option(
      '--owner <NAME>',
      say({ zh: '只发这些负责人的；可重复', en: 'only entries of these owners; repeatable' }),
      wordsFor('--owner', COMMA),
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
    what: { zh: '不是用逗号隔开的天数', en: 'not numbers of days separated by commas' },
    remedy: { zh: '请写成如 60,30,7,0（0至3650）。', en: 'For example 60,30,7,0 (0 to 3650).' },
  });
}
