import { stripVTControlCharacters } from 'node:util';

import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';

import { defineRule, type Rule, type RuleDescription } from '../../../src/domain/rule.ts';
import { renderRuleJson, renderRulesJson } from '../../../src/reporters/rules/json.ts';
import { renderRule, renderRuleList } from '../../../src/reporters/rules/text.ts';
import { coloursOf, plainColours, type Style } from '../../../src/reporters/writing/style.ts';
import { basisOf } from '../../support/sample-report.ts';

const style = (language: Style['language'], width = 80): Style => ({ language, width, colour: plainColours });

function buildRule(id: string, parts: Partial<RuleDescription> = {}): Rule {
  return defineRule(
    id,
    { of: 'file' },
    {
      summary: {
        zh: '互联网接入服务经营者每一天都有有效的专线接入协议。',
        en: 'An ISP keeps a leased-line agreement in force on every day.',
      },
      why: { zh: '没有专线，就没有合法的资源来源。', en: 'Without a line there is no lawful source of resources.' },
      remedy: { zh: '续签，并用 `follows` 指向旧条目。', en: 'Sign the next one and let it `follows` this one.' },
      statuses: { expiring: 'warning', missing: 'error' },
      basis: [],
      examples: () => ({ asOf: '2026-11-21', fails: 'version: 1\nlicences:\n\t- id: isp\n', passes: 'version: 1\n' }),
      ...parts,
    },
  );
}

const lawful = buildRule('isp/leased-line', {
  basis: [basisOf('24(1)', 'secondary'), { ...basisOf(undefined, 'text'), until: basisOf('1', 'text').from }],
});
const customary = buildRule('isp/ip-addresses', { basis: [basisOf(undefined, 'practice')] });
const own = buildRule('own/error', {
  statuses: { missing: 'info' },
  summary: { zh: '集团要求。', en: 'The group asks for it.' },
});

describe('renderRule', () => {
  test('what the law says follows stands between the ground and the remedy', () => {
    const consequence = { zh: '处1万元罚款。', en: 'A fine of CNY 10,000.' };
    const lines = renderRule(buildRule('isp/leased-line', { consequence }), style('en')).split('\n');
    expect(lines.filter((line) => /^\S/u.test(line)).slice(3, 6)).toEqual([
      'Legal basis',
      'If it is not done',
      'What to do',
    ]);
    expect(lines).toContain('  A fine of CNY 10,000.');
    expect(JSON.parse(renderRuleJson(buildRule('isp/leased-line', { consequence })))).toMatchObject({ consequence });
    expect(JSON.parse(renderRuleJson(lawful))).not.toHaveProperty('consequence');
  });

  test('tells all about a rule', () => {
    expect(renderRule(lawful, style('en'))).toMatchInlineSnapshot(`
      "isp/leased-line
        An ISP keeps a leased-line agreement in force on every day.

      Why
        Without a line there is no lawful source of resources.

      What it reports
        missing   error    nothing is on record
        expiring  warning  it expires soon

      Legal basis
        Measures for the Administration of Telecommunications Business Licensing (MIIT
        Order 42), article 24(1), in force since 2017-09-01
          Reported by others; the text itself was not read.
          https://www.gov.cn/gongbao/content/2017/content_5240090.htm
        Measures for the Administration of Telecommunications Business Licensing (MIIT
        Order 42), in force 2017-09-01 to 2017-09-01
          The text itself was read.
          https://www.gov.cn/gongbao/content/2017/content_5240090.htm

      What to do
        Sign the next one and let it \`follows\` this one.

      An example that fails (as of 2026-11-21)
        version: 1
        licences:
        \\t- id: isp

      An example that passes (as of 2026-11-21)
        version: 1
      "
    `);
    expect(renderRule(lawful, style('zh', 60))).toMatchInlineSnapshot(`
      "isp/leased-line
        互联网接入服务经营者每一天都有有效的专线接入协议。

      为什么
        没有专线，就没有合法的资源来源。

      会报告什么
        missing   错误  从未登记
        expiring  警告  即将到期

      法律依据
        电信业务经营许可管理办法（工业和信息化部令第42号）第24条第
        1项，2017-09-01起施行
          据他人转述，未核对原文。
          https://www.gov.cn/gongbao/content/2017/content_5240090.htm
        电信业务经营许可管理办法（工业和信息化部令第42号），
        2017-09-01起施行，至2017-09-01止
          已核对原文。
          https://www.gov.cn/gongbao/content/2017/content_5240090.htm

      处理办法
        续签，并用 \`follows\` 指向旧条目。

      不符合的例子（截至2026-11-21）
        version: 1
        licences:
        \\t- id: isp

      符合的例子（截至2026-11-21）
        version: 1
      "
    `);
  });

  test('says so where a rule rests on no law', () => {
    expect(renderRule(own, style('en'))).toContain('Legal basis\n  None: this rule is not based on law.\n');
    expect(renderRule(own, style('zh'))).toContain('法律依据\n  无：本规则不出自法律。\n');
  });

  test('what only practice knows is shown as a warning', () => {
    expect(renderRule(customary, style('en'))).toContain('  missing   warning  nothing is on record\n');
  });

  test('an address is never broken', () => {
    expect(renderRule(lawful, style('en', 40))).toContain(
      '\n    https://www.gov.cn/gongbao/content/2017/content_5240090.htm\n',
    );
  });
});

describe('renderRuleList', () => {
  const rules = [lawful, customary, own];

  test('lists rules by module', () => {
    expect(renderRuleList(rules, style('en'))).toMatchInlineSnapshot(`
      "isp
        isp/leased-line   error    An ISP keeps a leased-line agreement in force on
                                   every day.
        isp/ip-addresses  warning  An ISP keeps a leased-line agreement in force on
                                   every day.

      own
        own/error         info     The group asks for it.

      3 rules. \`ledger explain RULE\` tells more about one.
      "
    `);
    expect(renderRuleList(rules, style('zh', 60))).toMatchInlineSnapshot(`
      "isp
        isp/leased-line  错误
          互联网接入服务经营者每一天都有有效的专线接入协议。
        isp/ip-addresses  警告
          互联网接入服务经营者每一天都有有效的专线接入协议。

      own
        own/error  提示
          集团要求。

      共3条规则。\`ledger explain 规则\` 查看其中一条的详情。
      "
    `);
  });

  test('colour adds nothing but colour, and paints the severity, not an id that reads like it', () => {
    const painted = renderRuleList(rules, { ...style('en'), colour: coloursOf(new Chalk({ level: 1 })) });
    expect(stripVTControlCharacters(painted)).toBe(renderRuleList(rules, style('en')));
    expect(painted).toContain('  own/error         \u001B[36minfo\u001B[39m ');
  });
});

describe('rules as JSON', () => {
  test('a rule', () => {
    expect(renderRuleJson(lawful)).toMatchInlineSnapshot(`
      "{
        "id": "isp/leased-line",
        "module": "isp",
        "summary": {
          "zh": "互联网接入服务经营者每一天都有有效的专线接入协议。",
          "en": "An ISP keeps a leased-line agreement in force on every day."
        },
        "why": {
          "zh": "没有专线，就没有合法的资源来源。",
          "en": "Without a line there is no lawful source of resources."
        },
        "remedy": {
          "zh": "续签，并用 \`follows\` 指向旧条目。",
          "en": "Sign the next one and let it \`follows\` this one."
        },
        "statuses": {
          "missing": "error",
          "expiring": "warning"
        },
        "basis": [
          {
            "instrument": {
              "zh": "电信业务经营许可管理办法（工业和信息化部令第42号）",
              "en": "Measures for the Administration of Telecommunications Business Licensing (MIIT Order 42)"
            },
            "article": "24(1)",
            "url": "https://www.gov.cn/gongbao/content/2017/content_5240090.htm",
            "certainty": "secondary",
            "from": "2017-09-01"
          },
          {
            "instrument": {
              "zh": "电信业务经营许可管理办法（工业和信息化部令第42号）",
              "en": "Measures for the Administration of Telecommunications Business Licensing (MIIT Order 42)"
            },
            "url": "https://www.gov.cn/gongbao/content/2017/content_5240090.htm",
            "certainty": "text",
            "from": "2017-09-01",
            "until": "2017-09-01"
          }
        ],
        "examples": {
          "asOf": "2026-11-21",
          "fails": "version: 1\\nlicences:\\n\\t- id: isp\\n",
          "passes": "version: 1\\n"
        }
      }
      "
    `);
  });

  test('the list is made of them', () => {
    const rules = [lawful, customary, own];
    expect(JSON.parse(renderRulesJson(rules))).toEqual({
      schema: 'ledger/rules@1',
      rules: rules.map((rule): unknown => JSON.parse(renderRuleJson(rule))),
    });
  });

  test('severities are weighed', () => {
    expect(JSON.parse(renderRuleJson(customary))).toMatchObject({
      statuses: { missing: 'warning', expiring: 'warning' },
    });
  });
});
