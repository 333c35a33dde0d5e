/** What keeps a file from being read as YAML at all. The problems are made by the reader; here is what the rules say. */
import { defineRule, type Rule, type RuleDescription } from '../domain/rule.ts';

const asOf = '2026-11-21';

const EXPIRES = '    expires: 2027-03-14\n';

const PASSES = `version: 1
company: { name: 示例云网科技有限公司 }
licences:
  - id: isp
    kind: isp
${EXPIRES}`;

export const yamlRules: readonly Rule[] = [
  defineYamlRule('syntax', {
    summary: { zh: '文件是有效的YAML 1.2。', en: 'The file is valid YAML 1.2.' },
    why: {
      zh: '有一处写错，后面的内容就无法确定；推测读取可能遗漏一份到期的合同。',
      en: 'After a mistake the rest of the file is uncertain; guessing could miss an expired contract.',
    },
    remedy: { zh: '改正标出的位置，再检查一次。', en: 'Correct the marked place and check again.' },
    fails: PASSES.replace('kind: isp', 'kind isp'),
  }),
  defineYamlRule('merge-conflict', {
    summary: { zh: '文件中没有合并冲突的标记。', en: 'The file has no merge conflict markers.' },
    why: {
      zh: 'Git合并不了的地方用`<<<<<<<`、`=======`、`>>>>>>>`标出两边的内容，以哪一边为准须由人决定。',
      en: 'Where Git cannot merge, it marks both sides with `<<<<<<<`, `=======` and `>>>>>>>`; only a person can decide which side is correct.',
    },
    remedy: {
      zh: '在每一处：同一条目的改动只留一边，两边新增的条目都留下；`|||||||`到`=======`之间是改动前的内容，删去。然后删去标记行，再检查一次。',
      en: 'In each conflict, keep one side of an entry that both sides changed, and keep the entries that either side added; delete the text between `|||||||` and `=======`, which is the text before the change. Then delete the lines with markers and check again.',
    },
    fails: PASSES.replace(EXPIRES, `<<<<<<< HEAD\n${EXPIRES}=======\n    expires: 2028-03-14\n>>>>>>> renewal\n`),
  }),
  defineYamlRule('indentation', {
    summary: { zh: '缩进只用普通空格。', en: 'Lines are indented with ordinary spaces only.' },
    why: {
      zh: '全角空格、不换行空格看起来像空格，YAML却当作文字：整行会变成另一个键，或者接到上一行后面。',
      en: 'A full-width or no-break space looks like a space, but YAML treats it as text: the line becomes another key, or part of the line above.',
    },
    remedy: {
      zh: '把行首的这些字符换成普通空格：U+3000换成两个，其他的换成一个；然后与同一层的其他行对齐。',
      en: 'Replace these characters at the start of the line with ordinary spaces, U+3000 with two and others with one; then align the line with the others of that level.',
    },
    fails: PASSES.replace('    kind: isp', '\u3000\u3000kind: isp'),
  }),
  defineYamlRule('encoding', {
    summary: { zh: '文件用UTF-8编码。', en: 'The file is encoded as UTF-8.' },
    why: {
      zh: 'GBK等编码读成UTF-8会变成乱码，公司名称和合同名称随之出错。中文Windows上的旧工具常以GBK保存。',
      en: 'Text in GBK or another encoding becomes garbled when it is read as UTF-8, including names. Older tools on Chinese Windows often save GBK.',
    },
    remedy: { zh: '用编辑器把文件另存为UTF-8。', en: 'Save the file as UTF-8 in the editor.' },
    // The bytes of a UTF-16 file, each as one character.
    fails: PASSES.replace('示例云网科技有限公司', 'Example Cloud Ltd').replaceAll(/./gs, '$&\0'),
  }),
  defineYamlRule('duplicate-key', {
    summary: { zh: '同一层没有重复的键。', en: 'No mapping has a key twice.' },
    why: {
      zh: '两个同名的键只能有一个有效，另一个会被直接丢弃。',
      en: 'Only one of two equal keys can apply; the other would be silently lost.',
    },
    remedy: { zh: '留下正确的一处，删去另一处。', en: 'Keep the right one and remove the other.' },
    fails: `${PASSES}    expires: 2028-03-14\n`,
  }),
  defineYamlRule('multiple-documents', {
    summary: { zh: '文件中只有一个YAML文档。', en: 'The file has only one YAML document.' },
    why: {
      zh: '`---`之后是另一个文档，只读第一个就会漏掉后面的内容。',
      en: 'The text after a second `---` is another document; reading only the first would miss it.',
    },
    remedy: {
      zh: '每个文档各存为一个文件，文件名为`ledger.yaml`或以`.ledger.yaml`结尾，否则不会被检查；同属一家公司的，把各列表的条目并到第一个文档中。',
      en: 'Put each document into a file of its own, called `ledger.yaml` or ending in `.ledger.yaml`, otherwise it is not checked; if they belong to the same company, move the entries into the lists of the first document.',
    },
    fails: `${PASSES}---\n${PASSES}`,
  }),
  defineYamlRule('alias-limit', {
    summary: {
      zh: '别名展开后不会过大，也不会包含自身。',
      en: 'Aliases do not expand too far and do not contain themselves.',
    },
    why: {
      zh: '几行层层引用的别名可以展开成几十亿项，把检查拖垮；包含自身的别名没有尽头。',
      en: 'A few lines of nested aliases can expand to billions of values and stall the check; an alias that contains itself never ends.',
    },
    remedy: {
      zh: '需要的地方，把别名换成它代表的内容；不需要的，连同锚点一起删去。',
      en: 'Replace the alias with its content if it is needed; otherwise delete it and its anchor.',
    },
    fails: `${PASSES}resources: &all\n  - { id: line, kind: leased-line, expires: 2027-12-31, serves: *all }\n`,
  }),
  defineYamlRule('tag', {
    summary: { zh: '没有台账用不到的YAML标签。', en: 'There are no YAML tags that a ledger does not use.' },
    why: {
      zh: '`!!binary`、`!custom`一类的标签会改变值的含义，台账只有文字、数字、日期、列表和键值。',
      en: 'Tags such as `!!binary` or `!custom` change what a value means; a ledger has only text, numbers, dates, lists and mappings.',
    },
    remedy: { zh: '删去标签，只留下值。', en: 'Remove the tag and keep the value.' },
    fails: PASSES.replace('2027-03-14', '!date 2027-03-14'),
  }),
  defineYamlRule('key', {
    summary: { zh: '每个键都是一个词。', en: 'Every key is a single word.' },
    why: {
      zh: 'YAML允许用列表或键值作键，台账中没有这样的字段。',
      en: 'YAML allows lists and mappings as keys, but a ledger has no such fields.',
    },
    remedy: { zh: '把键改成字段名。', en: 'Use a field name as the key.' },
    fails: `${PASSES}    [owner, notes]: 网络部\n`,
  }),
];

type YamlRuleDescription = Pick<RuleDescription, 'summary' | 'why' | 'remedy'> & { readonly fails: string };

function defineYamlRule(name: string, { fails, ...words }: YamlRuleDescription): Rule {
  return defineRule(
    `yaml/${name}`,
    { of: 'file' },
    { ...words, statuses: { invalid: 'error' }, basis: [], examples: () => ({ asOf, fails, passes: PASSES }) },
  );
}
