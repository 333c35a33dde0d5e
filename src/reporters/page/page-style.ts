/** How the page looks on a wide screen, on a narrow one, in the dark and on paper. */

const COLOURS = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --panel: #f4f6f8; --line: #c9d0d8; --ink: #1a1f24; --dim: #515b65; --link: #0a4fb8;
  --error: #a8201a; --warning: #7d4a00; --info: #0a4fb8; --waived: #515b65; --good: #17632f;
  --bar: #4a78b5; --cover: #3c8d8d; --gap: #a8201a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #15181c; --panel: #1f242a; --line: #454e58; --ink: #e8ebee; --dim: #aab3bc; --link: #8fbcff;
    --error: #ff9d92; --warning: #f2bc62; --info: #8fbcff; --waived: #aab3bc; --good: #84d79c;
    --bar: #6f9fdd; --cover: #5cb3b3; --gap: #ff9d92;
  }
}
@media print { :root { color-scheme: light; } }
`;

const TEXT = `
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-behavior: auto; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 3rem; max-width: 76rem;
  background: var(--ground); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
}
:root:has(#language-zh:checked) .en, :root:has(#language-en:checked) .zh { display: none; }
h1, h2, h3 { line-height: 1.3; text-wrap: balance; }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p { margin: .25rem 0; }
ul { margin: 0; padding: 0; list-style: none; }
dl, dd { margin: 0; }
a { color: var(--link); }
code { font: .92em/1.4 ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; }
time { white-space: nowrap; }
.number, .command span { display: inline-block; max-width: 100%; }
.said { display: none; }
.dim { color: var(--dim); font-size: .875rem; font-weight: normal; }
.badge { display: inline-block; white-space: nowrap; font-weight: 600; font-size: .875rem; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); } .waived { color: var(--waived); }
.certainty { display: inline-block; padding: 0 .4em; border: 1px solid var(--line); border-radius: .25em; font-size: .8125rem; white-space: nowrap; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
tr:focus { outline: 3px solid var(--link); outline-offset: -3px; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--panel); }
.skip:focus { top: .5rem; z-index: 1; }
`;

const PARTS = `
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: start; gap: 1rem; }
header > :first-child { flex: 1 1 20rem; }
header a { white-space: nowrap; }
.languages { display: flex; gap: .25rem 1rem; margin: 0; padding: .25rem .75rem .4rem; border: 1px solid var(--line); border-radius: .5rem; }
.languages legend { padding: 0 .25rem; font-size: .8125rem; color: var(--dim); }
label { cursor: pointer; }
input[type=radio], input[type=checkbox] { width: 1.1em; height: 1.1em; vertical-align: -.15em; accent-color: var(--link); }
section.verdict { margin-top: 1.5rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-left: .5rem solid var(--waived); border-radius: .5rem; background: var(--panel); }
section.verdict h2 { margin: 0 0 .25rem; font-size: 1.6rem; }
section.verdict.pass { border-left-color: var(--good); } .verdict.pass h2 { color: var(--good); }
section.verdict.fail { border-left-color: var(--error); } .verdict.fail h2 { color: var(--error); }
.counts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: .75rem 0 .5rem; }
.counts strong { font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.agenda { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: .5rem; }
.agenda li { padding: .6rem 1rem; border: 1px solid var(--line); border-radius: .5rem; break-inside: avoid; }
.agenda .matter { font-weight: 600; }
.agenda .dim, .later .dim { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.later li { padding: .35rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
.controls { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; margin-bottom: .75rem; padding: .6rem 1rem; border-radius: .5rem; background: var(--panel); }
.controls .label { font-weight: 600; }
.search { display: inline-flex; align-items: center; gap: .5rem; }
input[type=search] { width: 12rem; min-width: 0; padding: .3rem .5rem; border: 1px solid var(--dim); border-radius: .25rem; background: var(--ground); color: var(--ink); font: inherit; }
button { padding: .3rem .7rem; border: 1px solid var(--dim); border-radius: .25rem; background: var(--ground); color: var(--ink); font: inherit; cursor: pointer; }
.sign-off ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem 2rem; }
.sign-off li { padding-bottom: 2.25rem; border-bottom: 1px solid var(--ink); }
.sign-off { break-inside: avoid; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .875rem; color: var(--dim); }
footer h2 { margin-top: 1rem; font-size: 1rem; }
footer dl div { display: flex; gap: .75rem; margin: .25rem 0; }
footer dt { flex: none; }
`;

const TIME_LINE = `
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .875rem; }
.sample { width: 1.75rem; height: 22px; vertical-align: middle; overflow: visible; }
.licence { padding: .75rem 0; border-top: 1px solid var(--line); }
.causes { margin-bottom: .25rem; padding-left: 1.25rem; list-style: disc; }
.row { display: grid; grid-template-columns: 19rem minmax(0, 1fr); gap: 0 1rem; align-items: stretch; break-inside: avoid; }
.row > div { padding: .15rem 0; font-size: .875rem; }
.row .dim { font-size: .8125rem; }
.row code { font-size: 1em; }
.row { min-height: 26px; }
.lane { width: 100%; height: 100%; contain: size; overflow: visible; }
.axis { width: 100%; height: 2.2rem; overflow: visible; }
.axis text { fill: var(--dim); font-size: .75rem; }
.term { fill: var(--bar); } .cover { fill: var(--cover); }
.gap { fill: var(--ground); stroke: var(--gap); stroke-width: 2; stroke-dasharray: 3 3; }
.undetermined { fill: none; stroke: var(--bar); stroke-width: 2; stroke-dasharray: 6 4; }
.grid { stroke: var(--line); } .now { stroke: var(--ink); stroke-width: 2; }
.deadline { fill: var(--warning); stroke: var(--ground); stroke-width: 1.5; }
`;

const TABLE = `
table { width: 100%; border-collapse: collapse; }
th, td { padding: .6rem .75rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--dim); white-space: nowrap; }
th button { margin: -.3rem -.5rem; padding: .3rem .5rem; border-color: transparent; background: none; font-weight: 600; }
th button::after { content: " ↕"; color: var(--dim); }
th[aria-sort=ascending] button::after { content: " ↑"; color: var(--ink); }
th[aria-sort=descending] button::after { content: " ↓"; color: var(--ink); }
.findings th.weight { width: 7rem; } .findings th.entry { width: 24%; } .findings th.date { width: 10.5rem; }
td.entry, td.date { font-size: .875rem; }
td.date > span { display: block; font-variant-numeric: tabular-nums; }
td.date .day:not(:first-child) { margin-top: .25rem; }
td.matter > p { font-weight: 600; }
tr.group th { padding-top: 1.25rem; background: var(--panel); white-space: normal; }
.command { display: inline-block; padding: .1em .4em; border-radius: .25em; background: var(--panel); user-select: all; }
.states th, .states td { padding: .3rem .6rem; font-size: .875rem; }
.states { table-layout: fixed; }
.states .state { width: 8.5rem; } .states .rule { width: 26%; } .states .entry { width: 17%; } .states .until { width: 7rem; } .states .files { width: 4rem; } .states .owner { width: 13%; }
.states td.until, .states th.until { white-space: nowrap; font-variant-numeric: tabular-nums; }
.states td.files, .states th.files { text-align: right; }
.states .proof { width: 36%; } .states .item { width: 28%; } .states .papers { width: 32%; } .states .day { width: 7rem; } .states .author { width: 15%; }
.states td > p { margin: 0 0 .15rem; font-weight: normal; }
.overview .verdict { width: 7rem; } .overview .company { width: 32%; } .overview .found { width: 26%; }
.part { margin-right: 1em; }
.file { overflow-wrap: anywhere; }
span.state { white-space: nowrap; }
span.open { color: var(--error); } span.at-risk, span.undetermined { color: var(--warning); } span.met { color: var(--good); }
.left-over { margin: .25rem 0 .5rem; } .left-over li { padding: .15rem 0; font-size: .875rem; }
summary { width: max-content; max-width: 100%; color: var(--link); font-size: .875rem; cursor: pointer; }
details dl { margin: .25rem 0 .5rem; font-size: .9375rem; }
details dl div { display: grid; grid-template-columns: 5.5rem 1fr; gap: 0 .5rem; padding: .2rem 0; }
details dt { color: var(--dim); font-size: .875rem; }
`;

const NARROW = `
@media screen and (max-width: 44rem) {
  table, tbody { display: block; }
  .states thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .states tbody tr { display: flex; flex-wrap: wrap; gap: 0 .75rem; padding: .4rem 0; }
  .states td { padding: 0; width: auto !important; }
  .said { display: inline; }
  .overview td.company { flex: 1 1 60%; }
  .overview td.found { flex: 1 1 100%; }
  :root:has(#language-zh:checked) td.until:not(:empty)::before { content: "至"; }
  :root:has(#language-en:checked) td.until:not(:empty)::before { content: "until "; }
  tr.group th { padding: .5rem; }
  thead tr { display: flex; flex-wrap: wrap; gap: .25rem .75rem; padding-bottom: .5rem; border-bottom: 2px solid var(--dim); }
  thead, th { display: block; width: auto !important; white-space: normal; padding: 0; border: 0 !important; }
  th button { margin: 0; }
  tbody tr { display: block; padding: .75rem 0; border-bottom: 1px solid var(--line); }
  td { display: block; padding: .1rem 0; border: 0; }
  td:empty { display: none; }
  td.date > span { display: inline; }
  td.date .dim::before { content: " · "; }
  td.date .day:not(:first-child)::before { content: "\\A"; white-space: pre; }
  details dl div { grid-template-columns: 1fr; }
  footer dl div { display: block; }
  .row { grid-template-columns: 1fr; }
  .lane { height: 26px; }
  .axis .month { display: none; }
}
`;

const PAPER = `
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.45; }
  .controls, .languages, .skip, .findings summary, th button::after { display: none !important; }
  .left-over summary { list-style: none; color: inherit; }
  tr[hidden] { display: table-row !important; }
  thead { display: table-header-group; }
  thead th { white-space: normal; } thead .files { white-space: nowrap; }
  th button { display: contents; }
  tr, li, section.verdict { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  h2 { margin-top: 6mm; }
  .row { grid-template-columns: 62mm minmax(0, 1fr); min-height: 5mm; }
  .row + .row:last-child { break-before: avoid; }
  .lanes { display: table; width: 100%; } .scale { display: table-header-group; break-inside: avoid; }
  .row > div { padding: 0; line-height: 1.3; }
  .licence { padding: 1.5mm 0; }
  .licence > p, .causes, .legend { break-after: avoid; }
  .agenda { grid-template-columns: 1fr 1fr; gap: 2mm; }
  .agenda li { padding: 1.5mm 2.5mm; }
  .agenda li, details dl div { padding-block: .5mm; }
  details dl div { grid-template-columns: 17mm 1fr; }
  th, td { padding: 1.5mm 2mm; }
  .findings th.weight { width: 18mm; } .findings th.date { width: 34mm; } .findings th.entry { width: 20%; }
  .states th, .states td { padding: .3mm 2mm; font-size: 8pt; line-height: 1.35; }
  .states thead th { border-bottom-width: 1px; padding-bottom: .6mm; }
  .left-over ul { display: none; }
  p, li { orphans: 3; widows: 3; }
  .sign-off { break-before: avoid; }
  .states .state { width: 24mm; } .states .rule { width: 25%; } .states .entry { width: 17%; } .states .files { width: 10mm; } .states .owner { width: 11%; } .states .until, .states .day { width: 20mm; }
  tr.group { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; text-decoration: none; }
  .verdict, .badge, svg { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;

export const PAGE_STYLE = [COLOURS, TEXT, PARTS, TIME_LINE, TABLE, NARROW, PAPER].join('');
