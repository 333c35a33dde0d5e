/** The one list that is run against every output: each string tries to break out of some format. */
import fc from 'fast-check';

import { nastyText } from './nasty-text.ts';

export const NASTY_STRINGS: readonly (readonly [attacks: string, text: string])[] = [
  ['nothing', ''],
  ['layout', '  spaced  out  '],
  ['lines', 'one\ntwo\r\nthree\u0085four\u2028five\u2029six\u000Bseven'],
  ['GitHub, at the beginning', '::error file=a,line=1::forged'],
  ['GitHub, on a line of its own', 'text\n::set-output name=a::b\n  ::add-mask::e'],
  ['GitHub, behind Unicode spaces', '\u00A0\u3000::stop-commands::token'],
  ['GitHub, in the middle', 'text ##[error]forged ##[add-mask]e'],
  ['GitHub, the properties', 'a,title=forged,line=9::forged'],
  ['GitHub, escaped already', '%0A::error::forged%25%3A%2C'],
  ['Azure', '##vso[task.setvariable variable=a]b'],
  ['TeamCity', "##teamcity[buildStatus status='FAILURE']"],
  ['GitLab, a section', '\u001B[0Ksection_start:1560896352:forged\r\u001B[0K'],
  ['GitLab, an attachment', '[[ATTACHMENT|/etc/passwd]]'],
  [
    'a terminal',
    '\u001B[31mred\u001B[0m \u001B]0;title\u0007 \u001B]8;;https://evil.example\u0007link\u001B]8;;\u0007 \u009B2J',
  ],
  ['a terminal, by overwriting', 'good\rfake\b\b\b\b\u007F'],
  ['the eye, by turning round', '\u202Egnp.exe\u202C \u2066a\u2069 \u200Ea\u200F'],
  ['the eye, by hiding', 'a\u200Bb\u2060c\uFEFFd\u00ADe\u{E0041}f'],
  ['XML', '</failure></testcase><testcase name="forged"/><!-- "\'&amp;&lt;&#60;'],
  ['XML, a section', ']]><![CDATA[x]]>'],
  ['XML, an entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;'],
  ['XML, forbidden characters', '\u0000\u0001\u0008\u000B\u001F\uFFFE\uFFFF'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['HTML, an attribute', '" onmouseover="alert(1)\' x=\''],
  ['HTML, folded', '</summary></details><details open>'],
  ['HTML, a comment', '--><b>x</b><!--'],
  ['Markdown, a cell', 'a | b \\| c \\\\| d'],
  ['Markdown, code', '`code` ``two `` ` <b>not code</b> `'],
  ['Markdown, code and HTML', '``<img src=x>`'],
  ['Markdown, code and a cell', '`a|b` `<b>` `\\`'],
  ['Markdown, stress', '**bold** _it_ ~~gone~~ *open'],
  [
    'Markdown, links',
    '[click](https://evil.example) ![i](https://evil.example/i.png) [a]: x [^1] <https://evil.example>',
  ],
  ['Markdown, bare links', 'https://evil.example www.evil.example a@evil.example javascript:alert(1)'],
  ['Markdown, blocks', '# title\n- item\n> quote\n```\nfence\n```\n| a | b |\n| --- | --- |\n---\n    code'],
  ['Markdown, mentions', '@everyone @org/team #1 owner/repo#2 !3 GH-4 ~label %"milestone" :tada:'],
  ['Markdown, mathematics', '$x$ $$y$$ ^z^'],
  ['GitLab, a quick action', '/close\n/label ~x'],
  ['JSON', '"},{"rule":"forged","a":"\\'],
  ['SARIF, a placeholder', '{0} {1} {{0}} }{'],
  ['SARIF, a link', '[forged](1) [b](sarif:/runs/0) \\[c](2) []() ]('],
  ['CSV', 'a,"b"\r\nforged,row'],
  ['spreadsheets', '=HYPERLINK("https://evil.example","x")'],
  ['spreadsheets, by other signs', "+1+cmd|' /C calc'!A0"],
  ['spreadsheets, by a minus', '-2+3'],
  ['spreadsheets, by an at sign', '@SUM(A1)'],
  ['spreadsheets, by a tab', '\t=1+1'],
  ['spreadsheets, in full width', '＝1+1'],
  ['spreadsheets, behind blanks', ' =1+1'],
  ['spreadsheets, behind Unicode spaces', '\u00A0\u3000=1+1'],
  ['spreadsheets, behind the unseen', '\uFEFF\u200B=1+1'],
  ['spreadsheets, on a line of its own', 'a\n=1+1'],
  ['a URI', '../../a b%2F?#c:d//é专线'],
  ['a URI, a drive', 'C:/a b'],
  ['UTF-16', '\uD83D alone \uDE00'],
  ['patterns of replacement', "$& $1 $` $' $$"],
  ['keys of JavaScript', '__proto__ constructor toString'],
  ['length', '长'.repeat(990)],
];

/** Those that a ledger can hold: none is without text, or with what is no text. */
export const NASTY_TEXTS: readonly string[] = NASTY_STRINGS.map(([, text]) =>
  text.toWellFormed().replaceAll('\uFFFD', '?'),
).filter((text) => text.trim() !== '');

/** In YAML, where a control character is written as its number. */
export function yamlQuoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\p{Cc}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Several of them, and any other text, in one. */
export const anyNastyText: fc.Arbitrary<string> = fc.oneof(
  nastyText,
  fc.array(fc.constantFrom(...NASTY_STRINGS.map(([, text]) => text)), { maxLength: 3 }).map((texts) => texts.join('')),
);
