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
      zh: '有一处写错，后面的内容就无法确定；猜着读，可能漏掉一份到期的合同。',
      en: 'After one mistake the rest is uncertain; a guess could miss a contract that has run out.',
    },
    remedy: { zh: '改正标出的位置，再检查一次。', en: 'Correct the place that is marked and check again.' },
    fails: PASSES.replace('kind: isp', 'kind isp'),
  }),
  defineYamlRule('merge-conflict', {
    summary: { zh: '文件中没有合并冲突的标记。', en: 'The file holds no marks of a merge conflict.' },
    why: {
      zh: 'Git合并不了的地方用`<<<<<<<`、`=======`、`>>>>>>>`标出两边的内容，哪一边算数，只有人知道。',
      en: 'Where Git cannot merge, it marks both sides with `<<<<<<<`, `=======` and `>>>>>>>`; only a person knows which of them counts.',
    },
    remedy: {
      zh: '在每一处：同一条目的改动只留一边，两边新增的条目都留下；`|||||||`到`=======`之间是改动前的内容，删去。然后删去标记行，再检查一次。',
      en: 'At each of them keep one side of an entry that both changed, and the entries that either side added; what stands between `|||||||` and `=======` is the old text and goes. Then delete the lines with the marks and check again.',
    },
    fails: PASSES.replace(EXPIRES, `<<<<<<< HEAD\n${EXPIRES}=======\n    expires: 2028-03-14\n>>>>>>> renewal\n`),
  }),
  defineYamlRule('indentation', {
    summary: { zh: '缩进只用普通空格。', en: 'Lines are indented with ordinary spaces only.' },
    why: {
      zh: '全角空格、不换行空格看起来像空格，YAML却当作文字：整行会变成另一个键，或者接到上一行后面。',
      en: 'A full-width or no-break space looks like a space, and YAML takes it for a letter: the line becomes another key, or part of the line above.',
    },
    remedy: {
      zh: '把行首的这些字符换成普通空格：U+3000换成两个，其他的换成一个；然后与同一层的其他行对齐。',
      en: 'Replace them at the start of the line with ordinary spaces, U+3000 with two and any other with one; then line it up with the others of that level.',
    },
    fails: PASSES.replace('    kind: isp', '\u3000\u3000kind: isp'),
  }),
  defineYamlRule('encoding', {
    summary: { zh: '文件用UTF-8编码。', en: 'The file is encoded as UTF-8.' },
    why: {
      zh: 'GBK等编码读成UTF-8会变成乱码，公司名称和合同名称随之出错。中文Windows上的旧工具常以GBK保存。',
      en: 'GBK and others turn into garbage when read as UTF-8, and names with them. Older tools on Chinese Windows save GBK.',
    },
    remedy: { zh: '用编辑器把文件另存为UTF-8。', en: 'Save the file as UTF-8 in the editor.' },
    // The bytes of a UTF-16 file, each as one character.
    fails: PASSES.replace('示例云网科技有限公司', 'Example Cloud Ltd').replaceAll(/./gs, '$&\0'),
  }),
  defineYamlRule('duplicate-key', {
    summary: { zh: '同一层没有重复的键。', en: 'No mapping has a key twice.' },
    why: {
      zh: '两个同名的键只能有一个算数，另一个会被悄悄丢掉。',
      en: 'Of two equal keys only one can count; the other would silently be lost.',
    },
    remedy: { zh: '留下正确的一处，删去另一处。', en: 'Keep the right one and remove the other.' },
    fails: `${PASSES}    expires: 2028-03-14\n`,
  }),
  defineYamlRule('multiple-documents', {
    summary: { zh: '文件中只有一个YAML文档。', en: 'The file holds one YAML document.' },
    why: {
      zh: '`---`之后是另一个文档，只读第一个就会漏掉后面的内容。',
      en: 'What follows a second `---` is another document, and reading only the first would leave it out.',
    },
    remedy: {
      zh: '每个文档各存为一个文件，文件名为`ledger.yaml`或以`.ledger.yaml`结尾，否则不会被检查；同属一家公司的，把各列表的条目并到第一个文档中。',
      en: 'Put each document into a file of its own, called `ledger.yaml` or ending in `.ledger.yaml`, else it is not checked; where all belong to one company, move the entries into the lists of the first document.',
    },
    fails: `${PASSES}---\n${PASSES}`,
  }),
  defineYamlRule('alias-limit', {
    summary: {
      zh: '别名展开后不会过大，也不会包含自身。',
      en: 'Aliases do not expand without measure, nor into themselves.',
    },
    why: {
      zh: '几行层层引用的别名可以展开成几十亿项，把检查拖垮；包含自身的别名没有尽头。',
      en: 'A few lines of nested aliases stand for billions of values and would stall the check; one inside itself never ends.',
    },
    remedy: {
      zh: '需要的地方，把别名换成它代表的内容；不需要的，连同锚点一起删去。',
      en: 'Where it is needed, write the content in place of the alias; where it is not, delete it with its anchor.',
    },
    fails: `${PASSES}resources: &all\n  - { id: line, kind: leased-line, expires: 2027-12-31, serves: *all }\n`,
  }),
  defineYamlRule('tag', {
    summary: { zh: '没有台账用不到的YAML标签。', en: 'No value has a tag that a ledger does not know.' },
    why: {
      zh: '`!!binary`、`!custom`一类的标签会改变值的含义，台账只有文字、数字、日期、列表和键值。',
      en: 'Tags such as `!!binary` or `!custom` change what a value means; a ledger has text, numbers, days, lists and mappings.',
    },
    remedy: { zh: '删去标签，只留下值。', en: 'Remove the tag and leave the value.' },
    fails: PASSES.replace('2027-03-14', '!date 2027-03-14'),
  }),
  defineYamlRule('key', {
    summary: { zh: '每个键都是一个词。', en: 'Every key is a single word.' },
    why: {
      zh: 'YAML允许用列表或键值作键，台账中没有这样的字段。',
      en: 'YAML allows lists and mappings as keys; a ledger has no such field.',
    },
    remedy: { zh: '把键改成字段名。', en: 'Write the name of a field as the key.' },
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
