import { describe, expect, test } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { Interruption } from '../../src/platform/io.ts';
import { runInMemory } from '../support/memory-io.ts';
import { AS_OF, CLEAN, EXPIRED } from '../support/sample-ledgers.ts';

const files = { 'ledger.yaml': EXPIRED };

describe('wrong usage', () => {
  test.each([
    [['chek'], 'chek: unknown command', 'Did you mean `check`?'],
    [['frobnicate'], 'frobnicate: unknown command', 'See `ledger --help`.'],
    [['--colour'], '--colour: unknown option', 'See `ledger --help`.'],
    [['check', '--as-off', '2026-11-21'], '--as-off: unknown option', 'Did you mean `--as-of`?'],
    [['check', '--frobnicate=1'], '--frobnicate=1: unknown option', 'See `ledger check --help`.'],
    [
      ['add', '--role=x'],
      '--role=x: unknown option',
      'A field without an option of its own is given as `--set NAME=VALUE`.',
    ],
    [['add', '--titel', 'x'], '--titel: unknown option', 'Did you mean `--title`? A field without'],
    [['check', '--as-of'], '--as-of <DATE>: a value is missing', 'See `ledger check --help`.'],
    [['check', '--as-of', '2026-02-30'], '--as-of 2026-02-30: not a valid date', 'Write YYYY-MM-DD'],
    [['check', '--as-of', '21.11.2026'], '--as-of 21.11.2026: not a valid date', 'Write YYYY-MM-DD'],
    [['check', '--as-of', '3000-01-01'], '--as-of 3000-01-01: not a valid date', '1900 to 2999'],
    [['check', '--within', '-1'], '--within -1: not a number of days', 'such as 60'],
    [['check', '--within', '1.5'], '--within 1.5: not a number of days', 'such as 60'],
    [['check', '--within', '9'.repeat(400)], 'not a number of days', 'such as 60'],
    [['check', '--fail-on', 'warnings'], '--fail-on warnings: unknown value', 'Did you mean `warning`?'],
    [['check', '--fail-on', 'x'], '--fail-on x: unknown value', 'Choose one of error, warning, info, never.'],
    [['check', '--select', 'isp,,idc'], '--select isp,,idc: one of the items is empty', 'Remove the extra comma'],
    [['check', '--lang', 'fr'], '--lang fr: unknown value', 'Choose one of zh, en.'],
    [['notify'], '--to <CHANNEL>: this option is missing', 'See `ledger notify --help`.'],
    [['explain'], 'RULE: this argument is missing', 'See `ledger explain --help`.'],
    [['explain', ''], 'error: "": unknown rule', 'Run `ledger rules`'],
    [['status', ''], 'error: "": no such licence', 'Run `ledger list`'],
    [['explain', 'isp/expiry', 'idc/expiry'], 'explain: too many arguments', 'See `ledger explain --help`.'],
    [['explain', 'licence/expry'], 'licence/expry: unknown rule', 'Did you mean `licence/expiry`?'],
    [['rules', '--format', 'yaml'], '--format yaml: unknown value', 'Choose one of text, json.'],
  ])('%j', async (argv, what, remedy) => {
    const { code, stdout, stderr } = await runInMemory(argv, { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(what);
    expect(stderr).toContain(remedy);
    expect(stderr.split('\n')).toHaveLength(3);
  });

  test.each([[[]], [['help', 'frobnicate']]])('%j prints the help on stderr', async (argv) => {
    const { code, stdout, stderr } = await runInMemory(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage:\n {2}ledger/u);
  });

  test('is told in Chinese where Chinese is spoken', async () => {
    const { stderr } = await runInMemory(['check', '--as-of', '明天'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(stderr).toBe(
      '错误：--as-of 明天：不是有效的日期\n处理：请写成YYYY-MM-DD，如2026-11-21（1900年至2999年）。\n',
    );
  });
});

describe('help', () => {
  const pages = [['--help'], ['help'], ['check', '--help'], ['help', 'check'], ['explain', '-h'], ['rules', '--help']];

  test.each(pages)(
    '%s %s is on stdout with examples and exit codes, no line wider than 100 columns',
    async (...words) => {
      for (const lang of ['en', 'zh']) {
        const { code, stdout, stderr } = await runInMemory(words.filter(Boolean), { env: { LEDGER_LANG: lang } });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toContain(lang === 'en' ? 'Examples:\n  ledger ' : '示例：\n  ledger ');
        expect(stdout).toMatch(/\n {2}70 {2,3}\S/u);
        const widest = Math.max(...stdout.split('\n').map((line) => line.replaceAll(/[^ -~]/gu, '__').length));
        expect(widest).toBeLessThanOrEqual(100);
      }
    },
  );

  test('of the program', async () => {
    expect((await runInMemory(['--help'])).stdout).toMatchInlineSnapshot(`
      "Usage:
        ledger [options] [command]

      Compliance ledger for Chinese telecom licences: finds what has lapsed, soon will, or is missing.

      Options:
        --version                       print the version
        --lang <LANGUAGE>               zh or en (LEDGER_LANG, else the locale)
        -h, --help                      print this help

      Check and plan:
        check [options] [PATH...]       check ledgers and list what is wrong
        status [options] [LICENCE]      list what is checked and its state
        todo [options] [PATH...]        list what must be done this month
        horizon [options] [PATH...]     how long each licence stays compliant
        calendar [options] [PATH...]    write deadlines as a calendar (iCalendar)
        overview [options] [PATH...]    summary of several companies

      Record:
        init [options] [FOLDER]         create a ledger
        add [options] [KIND]            add a licence, service, contract or proof
        renew [options] [ID]            record a renewed contract or licence
        record [options]                record what was done
        evidence [options]              record evidence files
        waive [options] [RULE] [ENTRY]  waive a finding until a given day

      Look up:
        list [options] [PATH...]        list licences and contracts
        show [options] <ID> [PATH...]   show one entry
        report [options] [PATH...]      write a web page to read and sign
        receipt [options] <FILE>        show when the last check ran
        pack [options] <LICENCE>        pack the inspection papers of a licence

      Import and export:
        import [options] <FILE>         import from Excel or CSV
        export [options] [PATH...]      export to Excel or CSV

      Git:
        diff [options] [REF] [PATH...]  show what changed and its effect
        log [options] [ID]              show the change history from git

      Notify:
        notify [options] [PATH...]      send due items to a chat robot or by mail

      About the rules, and more:
        explain [options] <RULE>        explain a rule, or list a module
        rules [options]                 list all rules, or run test cases for rules
        schema [options]                print the JSON Schema of a ledger
        lsp [options]                   language server for editors
        completion [options] <SHELL>    shell completion for command lines

      Commands:
        help [COMMAND]                  print the help of a command

      Examples:
        ledger check                    check the nearest ledger
        ledger explain isp/leased-line  what a rule asks, why, what to do

      Exit codes:
        0    checked: no findings at or above the fail level
        1    checked: findings at or above the fail level
        2    wrong usage: unknown option, bad date, unknown rule
        3    no ledger, or a ledger, evidence or the disk cannot be used
        70   a fault in the program itself
        130  interrupted; nothing was written
      "
    `);
    expect((await runInMemory(['--help', '--lang', 'zh'])).stdout).toMatchInlineSnapshot(`
      "用法：
        ledger [options] [command]

      电信业务经营许可的合规台账：找出已经失效、即将失效或缺失的许可、合同和义务。

      选项：
        --version                       显示版本
        --lang <LANGUAGE>               zh 或 en（默认取 LEDGER_LANG，再取系统语言）
        -h, --help                      显示帮助

      检查与安排：
        check [options] [PATH...]       检查台账，列出问题
        status [options] [LICENCE]      列出检查的各项要求及是否满足
        todo [options] [PATH...]        列出一个月内的待办事项
        horizon [options] [PATH...]     查看每张许可证能合规到哪一天
        calendar [options] [PATH...]    把期限写成日历（iCalendar）
        overview [options] [PATH...]    汇总查看多家公司

      登记：
        init [options] [FOLDER]         新建一份台账
        add [options] [KIND]            登记许可证、业务、合同或证明
        renew [options] [ID]            登记续签的合同，或延续的许可证
        record [options]                登记已经办完的事
        evidence [options]              登记凭证文件
        waive [options] [RULE] [ENTRY]  豁免一个问题，直到某一天

      查看：
        list [options] [PATH...]        列出许可证和合同
        show [options] <ID> [PATH...]   查看一个条目
        report [options] [PATH...]      生成供签字的网页报告
        receipt [options] <FILE>        查看最近一次检查的日期
        pack [options] <LICENCE>        打包一张许可证的迎检材料

      导入导出：
        import [options] <FILE>         从 Excel 或 CSV 导入
        export [options] [PATH...]      导出为 Excel 或 CSV

      版本管理（git）：
        diff [options] [REF] [PATH...]  两个版本之间改了什么，有什么影响
        log [options] [ID]              从 git 查看台账或条目的变更经过

      提醒：
        notify [options] [PATH...]      把待办事项发到群机器人或邮箱

      规则与其他：
        explain [options] <RULE>        解释一条规则，或列出一个模块
        rules [options]                 列出全部规则；运行规则的用例
        schema [options]                输出台账的 JSON Schema
        lsp [options]                   编辑器的语言服务
        completion [options] <SHELL>    让 shell 补全命令

      命令：
        help [COMMAND]                  显示命令的帮助

      示例：
        ledger check                    检查最近的台账
        ledger explain isp/leased-line  查看一条规则的依据和处理办法

      退出码：
        0    检查完成，没有达到失败级别的问题
        1    检查完成，有达到失败级别的问题
        2    用法有误：未知的选项、日期或规则
        3    没有台账，或台账、凭证、磁盘不可用
        70   程序自身故障
        130  被中断；没有写入
      "
    `);
  });

  test('of check', async () => {
    expect((await runInMemory(['check', '--help'])).stdout).toMatchInlineSnapshot(`
      "Usage:
        ledger check [options] [PATH...]

      Checks ledgers: which licences, contracts and duties have lapsed, soon will, or are missing.
      Without a path, the nearest ledger.yaml from this folder upward is checked.

      Arguments:
        PATH                          ledger files, folders or patterns

      Options:
        --as-of <DATE>                the as-of day (today)
        --within <DAYS>               days of warning; overrides the ledger
        --fail-on <LEVEL>             error, warning, info or never (warning)
        --format <NAME[=FILE]>        text, line, json, sarif, junit, github, gitlab, markdown, csv; to
                                      stdout or a file, repeatable (text)
        --receipt <FILE>              also write a receipt, with which \`ledger receipt\` detects that
                                      scheduled checks have stopped
        --since <REF>                 compare with the merge base of this git revision and HEAD:
                                      only what the change introduces can fail
        --fix                         first fix what has only one possible correction; leave everything
                                      else unchanged
        --yes                         with --fix: write without asking
        --dry-run                     with --fix: show the change, write nothing
        --show <LEVEL>                what the text format lists: error, warning or info (all);
                                      does not change what fails
        --owner <NAME>                only entries of these owners; repeatable
        --licence <ID>                only these licences or services (ID/KIND); repeatable
        --select <RULE>               only these rules or modules; repeatable
        --ignore <RULE>               all except these rules or modules; repeatable
        --assume <ENTRY.FIELD=VALUE>  assume that the ledger says so; ENTRY=gone leaves the entry out;
                                      repeatable
        --lang <LANGUAGE>             zh or en (LEDGER_LANG, else the locale)
        -h, --help                    print this help

      Examples:
        ledger check                                          the nearest ledger, today
        ledger check companies --fail-on error                all ledgers of a folder
        ledger check --as-of 2027-01-01 --within 90           as of a later day
        ledger check companies --fix                          fix typing errors first
        ledger check . --since origin/main                    what this change introduces
        ledger check --format text --format json=report.json  two formats at once
        ledger check companies --receipt receipt.json         with a receipt

      Exit codes:
        0    checked: no findings at or above the fail level
        1    checked: findings at or above the fail level
        2    wrong usage: unknown option, bad date, unknown rule
        3    no verdict: no ledger, or a ledger or evidence is unreadable or invalid
        70   a fault in the program itself
        130  interrupted, or \`--fix\` was declined; each ledger is as it was, or repaired whole
      "
    `);
    expect((await runInMemory(['check', '--help', '--lang=zh'])).stdout).toMatchInlineSnapshot(`
      "用法：
        ledger check [options] [PATH...]

      检查台账：哪些许可证、合同和义务已经失效、即将失效或缺失。
      不写路径时，检查当前文件夹或最近上级的 ledger.yaml。

      参数：
        PATH                          台账文件、文件夹或通配符

      选项：
        --as-of <DATE>                检查日（默认今天）
        --within <DAYS>               提前多少天预警，覆盖台账中的设置
        --fail-on <LEVEL>             失败级别：error、warning、info 或 never（默认 warning）
        --format <NAME[=FILE]>        text、line、json、sarif、junit、github、gitlab、markdown、csv；
                                      可写入文件，可重复（默认 text）
        --receipt <FILE>              另写一份检查回执，\`ledger receipt\` 凭它发现已停止的定时检查
        --since <REF>                 与 git 的这个版本（分支、标签或提交）的分叉点比较：
                                      只有本次改动带来的问题才算失败
        --fix                         改正只有一种改法的地方，再检查；其余原样不动
        --yes                         与 --fix 同用：不再确认，直接写入
        --dry-run                     与 --fix 同用：只显示改动，不写入
        --show <LEVEL>                文字格式列出哪些级别：error、warning 或 info（默认全部）；
                                      不影响失败与否
        --owner <NAME>                只看这些负责人的；可重复
        --licence <ID>                只看这些许可证或业务（ID/种类）；可重复
        --select <RULE>               只用这些规则或模块；可重复
        --ignore <RULE>               不用这些规则或模块；可重复
        --assume <ENTRY.FIELD=VALUE>  按假设的内容检查；条目=gone 表示没有该条目；可重复
        --lang <LANGUAGE>             zh 或 en（默认取 LEDGER_LANG，再取系统语言）
        -h, --help                    显示帮助

      示例：
        ledger check                                          检查最近的台账
        ledger check companies --fail-on error                检查文件夹中的全部台账
        ledger check --as-of 2027-01-01 --within 90           按将来某一天检查
        ledger check companies --fix                          先改正写法，再检查
        ledger check . --since origin/main                    本次改动带来了什么
        ledger check --format text --format json=report.json  同时输出两种格式
        ledger check companies --receipt receipt.json         另写检查回执

      退出码：
        0    检查完成，没有达到失败级别的问题
        1    检查完成，有达到失败级别的问题
        2    用法有误：未知的选项、日期或规则
        3    无法得出结论：没有台账，或台账、凭证不可读或无效
        70   程序自身故障
        130  被中断，或没有确认 \`--fix\`；每份台账要么没有改动，要么已全部改好
      "
    `);
  });

  test('the version is that of the package', async () => {
    expect(await runInMemory(['--version'])).toMatchObject({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });
});

describe('the language', () => {
  test.each([
    [{}, [], 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, [], 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, [], 'en'],
    [{ LANG: 'en_GB', LC_MESSAGES: 'zh_TW' }, [], 'zh'],
    [{ LANG: 'zh_CN', LC_ALL: '' }, [], 'zh'],
    [{ LANG: 'zh_CN', LEDGER_LANG: 'en' }, [], 'en'],
    [{ LANG: 'zh_CN', LEDGER_LANG: 'fr' }, [], 'zh'],
    [{ LEDGER_LANG: 'en' }, ['--lang', 'zh'], 'zh'],
    [{ LANG: 'fr_FR' }, ['--lang=zh'], 'zh'],
  ])('of pages, with %j %j: %s', async (env, options, language) => {
    const { stdout } = await runInMemory(['check', ...AS_OF, ...options], { files: { 'ledger.yaml': CLEAN }, env });
    expect(stdout).toContain(language === 'zh' ? '截至2026-11-21' : 'as of 2026-11-21');
  });

  test.each([
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, [], 'en'],
    [{ LEDGER_LANG: 'zh' }, [], 'zh'],
    [{ LEDGER_LANG: 'zh' }, ['--lang', 'en'], 'en'],
  ])('of JSON, with %j %j: %s', async (env, options, language) => {
    const { stdout } = await runInMemory(['check', ...AS_OF, '--format', 'json', ...options], { files, env });
    expect(/"message": "[^"]*\p{Script=Han}/u.test(stdout)).toBe(language === 'zh');
  });

  test('may be chosen before the command too', async () => {
    const { stdout } = await runInMemory(['--lang', 'zh', 'check', ...AS_OF], { files });
    expect(stdout).toContain('截至2026-11-21');
  });
});

describe('a run that does not come to its end', () => {
  test('by a fault of the program is 70 and says what a report needs', async () => {
    const { code, stderr } = await runInMemory(['check', ...AS_OF], {
      files,
      stdoutThrows: new TypeError('broken\u{1B}'),
    });
    expect(code).toBe(70);
    expect(stderr).toContain('Please report it');
    expect(stderr).toContain(`ledger ${packageJson.version}, memory`);
    expect(stderr).toContain('"ledger" "check" "--as-of" "2026-11-21"');
    expect(stderr).toMatch(/TypeError: broken\\u\{001B\}\n {2,}at /u);
  });

  test('by an interruption is 130 and says nothing more', async () => {
    const run = await runInMemory(['check', ...AS_OF], { files, stdoutThrows: new Interruption() });
    expect(run).toMatchObject({ code: 130, stdout: '', stderr: '' });
  });
});
