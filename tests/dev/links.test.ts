/** Every link of every page of this project leads somewhere. */
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import MarkdownIt from 'markdown-it';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = globSync(['*.md', 'docs/**/*.md', 'tests/**/*.md', 'llms.txt'], { cwd: root }).toSorted();

interface Heading {
  readonly level: string;
  readonly text: string;
}

interface Page {
  readonly links: readonly string[];
  readonly headings: readonly Heading[];
  /** What a link may have behind `#`. */
  readonly anchors: ReadonlySet<string>;
}

const markdown = new MarkdownIt({ html: true });
const read = new Map<string, Page>();

function pageOf(name: string): Page {
  const known = read.get(name);
  if (known !== undefined) return known;
  const tokens = markdown.parse(readFileSync(path.join(root, name), 'utf8'), {});
  const inner = tokens.flatMap(({ children }) => children ?? []);
  const links = inner.flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? []);
  const html = [...tokens, ...inner]
    .flatMap(({ type, content }) => (type.startsWith('html_') ? [content] : []))
    .join('\n');
  const inHtml = [...html.matchAll(/(?:href|src|srcset)="(?<target>[^"]+)"/gu)].map(
    ({ groups }) => groups?.['target'] ?? '',
  );
  const headings = tokens.flatMap((token, at) =>
    token.type === 'heading_open' ? [{ level: token.tag, text: tokens[at + 1]?.content ?? '' }] : [],
  );
  const page = { links: [...links, ...inHtml], headings, anchors: anchorsOf(headings) };
  read.set(name, page);
  return page;
}

/** As GitHub makes them: small letters, hyphens for blanks, no punctuation, and a number behind what is there already. */
function anchorsOf(headings: readonly Heading[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { text } of headings) {
    const plain = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let anchor = plain;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${plain}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** What is wrong with a link on a page; undefined where it leads somewhere. */
async function faultOf(page: string, link: string): Promise<string | undefined> {
  if (/^[a-z]+:/u.test(link))
    return /^https?:\/\/[\w.-]+\.[a-z]+(?:[/?#]\S*)?$/u.test(link) ? undefined : `${link}: no address`;
  const [target = '', anchor] = decodeURI(link).split('#');
  const file = target === '' ? page : path.join(path.dirname(page), target);
  const found = await stat(path.join(root, file)).catch(() => undefined);
  if (found === undefined || file.startsWith('..')) return `${link}: no such file`;
  return anchor === undefined || pageOf(file).anchors.has(anchor) ? undefined : `${link}: no such heading`;
}

test('all pages are looked at', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'docs/ci.md', 'docs/rules/zh/isp.md', 'llms.txt']));
});

test.each(PAGES)('%s', async (name) => {
  const faults = await Promise.all(pageOf(name).links.map(async (link) => faultOf(name, link)));
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
});

/** The headings below that of the page. */
function sectionsOf(page: Page | undefined): readonly string[] {
  return (page?.headings ?? []).slice(1).map(({ text }) => text);
}

describe('the two READMEs', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map(pageOf);

  /** In the order of the page: a section that was moved, or left out of one of them, is seen. */
  const SECTIONS = [
    ['Try it', '先看一眼'],
    ['Your first ledger in five minutes', '五分钟建好第一份台账'],
    ['Install', '安装'],
    ['Make the ledger', '新建台账'],
    ['Import from Excel', '导入 Excel'],
    ['Check', '检查'],
    ['Fill the gaps', '逐项补齐'],
    ['Every day', '每天怎么用'],
    ['The ledger file', '台账文件'],
    ['Pull requests', '合并请求'],
    ['Groups', '几家公司'],
    ['Inspections, signatures, exchange', '迎检、签字与交换'],
    ['What it does not do', '它不做什么'],
    ['How sure its law is', '法律依据有多可靠'],
    ['Exit codes', '退出码'],
    ['Work on it', '参与开发'],
  ] as const;

  test('have the same sections in the same order and depth', () => {
    expect(sectionsOf(english)).toEqual(SECTIONS.map(([en]) => en));
    expect(sectionsOf(chinese)).toEqual(SECTIONS.map(([, zh]) => zh));
    expect(english?.headings.map(({ level }) => level)).toEqual(chinese?.headings.map(({ level }) => level));
  });
});
