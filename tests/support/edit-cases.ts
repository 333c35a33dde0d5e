/** Edits and what they do to the text of a ledger, each written as a diff: kept lines, `-` old ones, `+` new ones. */
import type { Edit, Entry, EntryList, Plain, Value } from '../../src/domain/edit.ts';
import type { DataPath } from '../../src/domain/ledger.ts';

export interface EditCase {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly before: string;
  readonly after: string;
}

export function appendEntry(list: EntryList, entry: Entry): Edit {
  return { kind: 'append-entry', list, entry };
}

export function appendItem(path: DataPath, field: string, value: Plain): Edit {
  return { kind: 'append-item', path, field, value };
}

export function setField(path: DataPath, field: string, value: Plain): Edit {
  return { kind: 'set-field', path, field, value };
}

export function removeField(path: DataPath, field: string): Edit {
  return { kind: 'remove-field', path, field };
}

export function replace(path: DataPath, value: Value): Edit {
  return { kind: 'replace', path, value };
}

export function renameField(path: DataPath, field: string, to: string): Edit {
  return { kind: 'rename-field', path, field, to };
}

export function removeItem(path: DataPath, at: number): Edit {
  return { kind: 'remove-item', path, at };
}

const NEW: Entry = { id: 'new', expires: '2027-12-31' };
const addNew = appendEntry('resources', NEW);
const FIRST: DataPath = ['resources', 0];
const EVIDENCE: Plain = { path: 'evidence/a.pdf', sha256: 'ab12' };

/** `↵` stands for CRLF in place of LF, `¶` at the end for a file whose last line has no break, `␣` for a space at an end. */
function edit(name: string, edits: Edit | readonly Edit[], diff: string): EditCase {
  const lines = diff.split('\n').slice(1, -1);
  const side = (sign: string): string => {
    const text = lines.flatMap((line) =>
      line === '' ? [''] : [' ', sign].includes(line.charAt(0)) ? [line.slice(1)] : [],
    );
    return text
      .map((line) =>
        line.endsWith('¶') ? line.slice(0, -1) : line.endsWith('↵') ? `${line.slice(0, -1)}\r\n` : `${line}\n`,
      )
      .join('')
      .replaceAll('␣', ' ')
      .replaceAll('⇥', '\t')
      .replaceAll('⌑', '\uFEFF');
  };
  return { name, edits: 'kind' in edits ? [edits] : edits, before: side('-'), after: side('+') };
}

export const EDIT_CASES: readonly EditCase[] = [
  edit(
    'an entry behind the last one',
    addNew,
    `
 resources:
   - id: old
     expires: 2026-12-31
+  - id: new
+    expires: 2027-12-31
 waivers: []
`,
  ),
  edit(
    'an entry behind the comments that belong to the last one',
    addNew,
    `
 resources:
   - id: old # the first
     expires: 2026-12-31 # soon
     # signed by Li
   # - id: older
   #   expires: 2025-12-31
+  - id: new
+    expires: 2027-12-31

 # Waivers need approval.
 waivers: []
`,
  ),
  edit(
    'an entry separated by a blank line, as the others are',
    addNew,
    `
 resources:
   # Lines
   - id: a
     expires: 2026-12-31

   - id: b
     expires: 2026-12-31
+
+  - id: new
+    expires: 2027-12-31

 waivers: []
`,
  ),
  edit(
    'most gaps decide about blank lines',
    addNew,
    `
 resources:
   - id: a
   - id: b
   - id: c

   # Proofs
   - id: d
+  - id: new
+    expires: 2027-12-31
`,
  ),
  edit(
    'a second entry looks to the other lists for blank lines',
    addNew,
    `
 licences:
   - id: a

   - id: b
 resources:
   - id: c
+
+  - id: new
+    expires: 2027-12-31
`,
  ),
  edit(
    'CRLF stays CRLF, and trailing spaces and blank lines stay',
    addNew,
    `
 version: 1␣␣↵
 ↵
 resources:↵
   - id: old␣↵
     expires: 2026-12-31↵
+  - id: new↵
+    expires: 2027-12-31↵
 ↵
 ␣␣␣␣↵
`,
  ),
  edit(
    'in a mixed file the line above decides',
    [addNew, setField(FIRST, 'owner', '网络部')],
    `
 version: 1↵
 resources:
   - id: old↵
+    owner: 网络部↵
+  - id: new↵
+    expires: 2027-12-31↵
 waivers: []
`,
  ),
  edit(
    'a BOM, a marker and no last line break',
    addNew,
    `
 ⌑# ledger
 --- # begin
 version: 1
 resources:
   - id: old
-    expires: 2026-12-31¶
+    expires: 2026-12-31
+  - id: new
+    expires: 2027-12-31¶
`,
  ),
  edit(
    'before the end marker',
    addNew,
    `
 %YAML 1.2
 ---
 resources:
   - id: old
+  - id: new
+    expires: 2027-12-31
 # the end
 ...
 # behind the end
`,
  ),
  edit(
    'dashes in the column of their key',
    addNew,
    `
 resources:
 - id: old
   serves:
   - isp
+- id: new
+  expires: 2027-12-31
 # not in the list
 waivers:
 - rule: x
`,
  ),
  edit(
    'dashes four columns in, keys four columns behind them',
    addNew,
    `
 resources:
     -   id: old
         title: x
+    -   id: new
+        expires: 2027-12-31
`,
  ),
  edit(
    'dashes on lines of their own',
    addNew,
    `
 resources:
   -
     id: old
+  - id: new
+    expires: 2027-12-31
`,
  ),
  edit(
    'everything indented',
    appendEntry('waivers', { rule: 'a/b' }),
    `
  version: 1
  resources:
    - id: old
      # about old
+ waivers:
+   - rule: a/b
  # end
`,
  ),
  edit(
    'an empty list in brackets',
    addNew,
    `
-resources: [] # none yet
+resources: # none yet
+  - id: new
+    expires: 2027-12-31
 waivers: []
`,
  ),
  edit(
    'an empty list in brackets at the end without a break',
    addNew,
    `
 version: 1
-resources: [ ]¶
+resources:
+  - id: new
+    expires: 2027-12-31¶
`,
  ),
  edit(
    'an empty list in brackets on the next line',
    addNew,
    `
 resources:
-  []
+  - id: new
+    expires: 2027-12-31
 waivers: []
`,
  ),
  edit(
    'an empty list with a comment in it',
    addNew,
    `
-resources: [
+resources: [ { id: new, expires: 2027-12-31 }
   # none yet
  ]
`,
  ),
  edit(
    'a key with nothing behind it',
    addNew,
    `
 resources:
+  - id: new
+    expires: 2027-12-31
 waivers:
`,
  ),
  edit(
    'a key with nothing but comments behind it',
    addNew,
    `
 resources: # contracts

   # none yet
+  - id: new
+    expires: 2027-12-31
 # waivers
 waivers:
`,
  ),
  edit(
    'a key with ~ behind it',
    addNew,
    `
-resources:   ~   # none
+resources:   # none
+  - id: new
+    expires: 2027-12-31
 waivers: []
`,
  ),
  edit(
    'a key with null behind it, dashes as in the other list',
    addNew,
    `
 licences:
 - id: isp
-resources: null
+resources:
+- id: new
+  expires: 2027-12-31
`,
  ),
  edit(
    'a list that is not there',
    addNew,
    `
 version: 1
 company:
   name: 甲
 licences:
   - id: isp
     # about isp
+resources:
+  - id: new
+    expires: 2027-12-31
 # about waivers
 waivers: []
`,
  ),
  edit(
    'a list that is not there, between sections with blank lines',
    appendEntry('requirements', { id: 'r' }),
    `
 version: 1
 company:
   name: 甲

 licences:
   - id: isp

 resources:
   - id: line
+
+requirements:
+  - id: r

 waivers: []
`,
  ),
  edit(
    'a list that is not there, behind a version alone',
    addNew,
    `
-version: 1¶
+version: 1
+resources:
+  - id: new
+    expires: 2027-12-31¶
`,
  ),
  edit(
    'a list that is not there, in a file that begins elsewhere',
    addNew,
    `
 waivers: []
+resources:
+  - id: new
+    expires: 2027-12-31
`,
  ),
  edit(
    'an empty file',
    addNew,
    `
+resources:
+  - id: new
+    expires: 2027-12-31
`,
  ),
  edit(
    'a file of comments',
    addNew,
    `
 # 台账↵
+resources:↵
+  - id: new↵
+    expires: 2027-12-31↵
`,
  ),
  edit(
    'a file of a comment without a break',
    addNew,
    `
-# 台账¶
+# 台账
+resources:
+  - id: new
+    expires: 2027-12-31¶
`,
  ),
  edit(
    'a file of markers',
    addNew,
    `
 ---
 # nothing
+resources:
+  - id: new
+    expires: 2027-12-31
 ...
`,
  ),
  edit(
    'a file of empty brackets',
    addNew,
    `
-{}
+{ resources: [{ id: new, expires: 2027-12-31 }] }
`,
  ),
  edit(
    'entries on one line each',
    appendEntry('requirements', { id: 'b', licence: 'idc', reason: '集团, 要求' }),
    `
 requirements:
   - { id: a, licence: isp }   # first
+  - { id: b, licence: idc, reason: "集团, 要求" }
`,
  ),
  edit(
    'entries on one line each, without padding',
    appendEntry('requirements', { id: 'b', needs: ['x', 'z'] }),
    `
 requirements:
   - {id: a, needs: [ x ]}
+  - {id: b, needs: [ x, z ]}
`,
  ),
  edit(
    'a list in brackets',
    addNew,
    `
-resources: [{ id: old }] # all
+resources: [{ id: old }, { id: new, expires: 2027-12-31 }] # all
`,
  ),
  edit(
    'a list in brackets over several lines, its comments',
    addNew,
    `
 resources: [
   { id: a }, # about a
-  { id: b }  # about b
+  { id: b },  # about b
+  { id: new, expires: 2027-12-31 }
   # more to come
  ]
`,
  ),
  edit(
    'a list in brackets with a comma at its end',
    addNew,
    `
 resources: [
   { id: a },
   { id: b }, # about b
+  { id: new, expires: 2027-12-31 },
  ]
`,
  ),
  edit(
    'a list in brackets that closes on the last line',
    addNew,
    `
 resources: [ { id: a },
-             { id: b } ]
+             { id: b },
+             { id: new, expires: 2027-12-31 } ]
`,
  ),
  edit(
    'a file written like JSON',
    [addNew, appendItem(FIRST, 'serves', 'idc'), appendEntry('waivers', { rule: 'a/b' })],
    `
 {
   "version": 1,
   "resources": [
     {
       "id": "old",
-      "serves": ["isp"]
-    }
-  ]
+      "serves": ["isp", "idc"]
+    },
+    {
+      "id": "new",
+      "expires": "2027-12-31"
+    }
+  ],
+  "waivers": [
+    {
+      "rule": "a/b"
+    }
+  ]
 }
`,
  ),
  edit(
    'quotes that all siblings have',
    appendEntry('resources', { id: 'b', title: "it's", expires: '2027-12-31', serves: ['isp'], notes: '甲' }),
    `
 resources:
   - id: a
     title: 'line'
     expires: "2026-12-31"
     serves: ['isp']
+  - id: b
+    title: 'it''s'
+    expires: "2027-12-31"
+    serves: ['isp']
+    notes: 甲
`,
  ),
  edit(
    'quotes that a sibling needs are no style',
    appendEntry('resources', { id: 'b', title: 'line' }),
    `
 resources:
   - id: a
     title: "12"
+  - id: b
+    title: line
`,
  ),
  edit(
    'lists as the siblings have them',
    appendEntry('resources', { id: 'b', serves: ['isp', 'idc'], evidence: [EVIDENCE] }),
    `
 resources:
   - id: a
     serves:
     - isp
     evidence:
     - path: x
+  - id: b
+    serves:
+    - isp
+    - idc
+    evidence:
+    - path: evidence/a.pdf
+      sha256: ab12
`,
  ),
  edit(
    'lists and mappings without a model',
    appendEntry('resources', {
      id: 'b',
      serves: ['isp'],
      autoRenew: { months: 12, noticeDays: 30 },
      evidence: [EVIDENCE],
      more: [],
      none: {},
    }),
    `
 resources:
   - id: a
+  - id: b
+    serves: [isp]
+    autoRenew: { months: 12, noticeDays: 30 }
+    evidence:
+      - { path: evidence/a.pdf, sha256: ab12 }
+    more: []
+    none: {}
`,
  ),
  edit(
    'texts that need quotes, and some that do not',
    appendEntry('resources', {
      yes: 'yes',
      number: '12',
      title: '2026-01-01',
      id: 'x',
      expires: '2026-01-01',
      a: 'a: b',
      b: '#',
      c: ' x',
      d: 'x ',
      e: '',
      f: 'null',
      g: '- a',
      h: 'a #b',
      i: 'a#b',
      j: 'a:b',
      k: '@a',
      l: '!',
      m: '"q"',
      n: '🚄 专线',
      o: '甲，乙。',
      p: '0x1F',
      q: '010-12345678',
      r: '12:30',
      s: '[a',
      t: 'a]',
      u: 'a, b',
      v: '{',
      w: '---',
      x: '...',
      z: '?',
    }),
    `
 resources:
   - id: a
+  - yes: "yes"
+    number: "12"
+    title: "2026-01-01"
+    id: x
+    expires: 2026-01-01
+    a: "a: b"
+    b: "#"
+    c: " x"
+    d: "x "
+    e: ""
+    f: "null"
+    g: "- a"
+    h: "a #b"
+    i: a#b
+    j: a:b
+    k: "@a"
+    l: "!"
+    m: '"q"'
+    n: 🚄 专线
+    o: 甲，乙。
+    p: "0x1F"
+    q: 010-12345678
+    r: "12:30"
+    s: "[a"
+    t: a]
+    u: a, b
+    v: "{"
+    w: "---"
+    x: ...
+    z: "?"
`,
  ),
  edit(
    'texts with line breaks and signs that nobody sees',
    appendEntry('resources', {
      a: '一\n 二\n',
      b: ' \n',
      c: '\u001B[31m',
      d: 'a\u202Eb',
      e: '\u2028',
      f: 'a\tb',
      g: '\uFEFF',
      h: 'C:\\x',
      i: '\u0085',
      j: '\uD83D',
    }),
    String.raw`
 resources:
   - id: a
+  - a: "一\n 二\n"
+    b: " \n"
+    c: "\u001b[31m"
+    d: "a\u202eb"
+    e: "\u2028"
+    f: "a\tb"
+    g: "\ufeff"
+    h: C:\x
+    i: "\u0085"
+    j: "\ud83d"
`,
  ),
  edit(
    'values other than texts, and keys that look like such',
    appendEntry('resources', {
      a: 12,
      b: 1.5,
      c: true,
      d: null,
      e: -0,
      annualReports: { 2025: '2026-02-20', '2026-Q3': '2026-10-09', '012': 'x', true: 'x', 'a: b': 'x' },
    }),
    `
 resources:
   - id: a
+  - a: 12
+    b: 1.5
+    c: true
+    d: null
+    e: -0
+    annualReports: { 2025: 2026-02-20, 2026-Q3: 2026-10-09, "012": x, "true": x, "a: b": x }
`,
  ),
  edit(
    'behind a text in lines',
    addNew,
    `
 resources:
   - id: old
     notes: |
       # no comment
       x
+  - id: new
+    expires: 2027-12-31

 waivers: []
`,
  ),
  edit(
    'behind a text that keeps its blank lines',
    addNew,
    `
 resources:
   - id: old
     notes: |+
       x


+  - id: new
+    expires: 2027-12-31
`,
  ),
  edit(
    'behind a text in lines that the file ends with',
    addNew,
    `
 resources:
   - id: old
-    notes: |-
-      x¶
+    notes: |-
+      x
+  - id: new
+    expires: 2027-12-31¶
`,
  ),
  edit(
    'Windows line ends inside a text in lines',
    setField(FIRST, 'owner', '张三'),
    `
 resources:↵
   - id: old↵
     notes: >-↵
       one↵
↵
       two↵
     # end of old↵
+    owner: 张三↵
`,
  ),
  edit(
    'behind entries with tabs and empty values',
    addNew,
    `
 resources:⇥# tab
   - id:⇥old⇥# tab
     notes:
⇥# comment after a tab
+  - id: new
+    expires: 2027-12-31
`,
  ),
  edit(
    'several entries at once',
    [addNew, appendEntry('resources', { id: 'x' }), appendEntry('waivers', { rule: 'a' })],
    `
 resources:
   - id: a

   - id: b
+
+  - id: new
+    expires: 2027-12-31
+
+  - id: x
+waivers:
+  - rule: a
`,
  ),
  edit(
    'a value and its comment',
    setField(FIRST, 'expires', '2027-12-31'),
    `
 resources:
-  - { id: old, expires: 2026-12-31 } # one
+  - { id: old, expires: 2027-12-31 } # one
   - id: b
`,
  ),
  edit(
    'a value keeps its quotes',
    [setField(FIRST, 'expires', '2027-12-31'), setField(FIRST, 'title', 'b')],
    `
 resources:
-  - expires: '2026-12-31'   # day
-    title: "a"
+  - expires: '2027-12-31'   # day
+    title: "b"
`,
  ),
  edit(
    'a value where none stands',
    [setField(FIRST, 'expires', 'never'), setField(FIRST, 'owner', 'x')],
    `
 resources:
-  - expires:   # when?
-    owner:¶
+  - expires: never   # when?
+    owner: x¶
`,
  ),
  edit(
    'a value over several lines',
    [setField(FIRST, 'notes', 'new'), setField(FIRST, 'title', 'a\nb')],
    `
 resources:
   - id: old
-    notes: > # folded
-      one
-
-      two
+    notes: new # folded

-    title: two
-      lines # end
+    title: "a\\nb" # end
     owner: x
`,
  ),
  edit(
    'a list in lines becomes one without',
    setField(FIRST, 'serves', []),
    `
 resources:
   - id: old
-    serves: # which
-      - isp
-      # and
-      - idc
+    serves: [] # which
     owner: x
`,
  ),
  edit(
    'a list in lines becomes another',
    setField(FIRST, 'serves', ['cdn']),
    `
 resources:
   - id: old
     serves:
-      - isp
-      - idc
+      - cdn
     owner: x
`,
  ),
  edit(
    'an alias is replaced, what it stands for is not',
    setField(['resources', 1], 'expires', '2027-12-31'),
    `
 resources:
   - expires: &end 2026-12-31
-  - expires: *end
+  - expires: 2027-12-31
`,
  ),
  edit(
    'an anchor stays, a tag goes',
    setField(FIRST, 'expires', '2027-12-31'),
    `
 resources:
-  - expires: &end !!str 2026-12-31
+  - expires: &end 2027-12-31
`,
  ),
  edit(
    'a year in brackets',
    setField(FIRST, 'annualReports', { 2026: '2027-02-20' }),
    `
 resources:
   - id: isp
-    annualReports: { 2025: 2026-02-20 } # filed
+    annualReports: { 2025: 2026-02-20, 2026: 2027-02-20 } # filed
`,
  ),
  edit(
    'a year in lines',
    setField(FIRST, 'annualReports', { 2024: '2025-01-01', 2026: '2027-02-20' }),
    `
 resources:
   - id: isp
     annualReports:
-        2024: 2025-02-20 # late
+        2024: 2025-01-01 # late
         2025: 2026-02-20
         # all on time
+        2026: 2027-02-20
     # end
   - id: idc
`,
  ),
  edit(
    'a first year',
    [
      setField(FIRST, 'annualReports', { 2026: '2027-02-20' }),
      setField(['resources', 1], 'annualReports', { 2026: '2027-02-20' }),
    ],
    `
 resources:
   - id: a
+    annualReports: { 2026: 2027-02-20 }
   - id: b
-    annualReports: {}
+    annualReports: { 2026: 2027-02-20 }
`,
  ),
  edit(
    'years in quotes, for those of the entry and those of its siblings',
    [
      setField(FIRST, 'annualReports', { 2026: '2027-02-20' }),
      setField(['resources', 1], 'annualReports', { 2026: '2027-02-20' }),
    ],
    `
 resources:
   - id: b
-    annualReports: {}
+    annualReports: {"2026": '2027-02-20'}
   - id: c
-    annualReports: {"2025": '2026-02-20'}
+    annualReports: {"2025": '2026-02-20', "2026": '2027-02-20'}
`,
  ),
  edit(
    'a section that is not there',
    setField([], 'policy', { since: '2026-01-01' }),
    `
 version: 1
 company:
   name: 甲
+policy:
+  since: 2026-01-01
 licences: []
`,
  ),
  edit(
    'a setting in a section',
    setField(['policy'], 'since', '2026-01-01'),
    `
 policy:
   warnWithin: 60 # days
   # from when on
+  since: 2026-01-01

 licences: []
`,
  ),
  edit(
    'an item in brackets',
    appendItem(FIRST, 'serves', 'idc'),
    `
 resources:
-  - { serves: [ isp ], id: a }
+  - { serves: [ isp, idc ], id: a }
`,
  ),
  edit(
    'an item for no list at all, in brackets',
    [appendItem(FIRST, 'evidence', EVIDENCE), appendItem(['resources', 1], 'serves', 'a')],
    `
 resources:
-  - { id: a }
-  - { id: b, serves: , owner: x }
+  - { id: a, evidence: [{ path: evidence/a.pdf, sha256: ab12 }] }
+  - { id: b, serves: [a] , owner: x }
`,
  ),
  edit(
    'evidence for entries that have some, one, or none',
    [
      appendItem(FIRST, 'evidence', EVIDENCE),
      appendItem(['resources', 1], 'evidence', EVIDENCE),
      appendItem(['resources', 2], 'evidence', EVIDENCE),
    ],
    `
 resources:
   - id: a
     evidence:
     - path: a.pdf # scan
       sha256: 00
+    - path: evidence/a.pdf
+      sha256: ab12
     owner: x

   - id: b
-    evidence: []
+    evidence:
+    - path: evidence/a.pdf
+      sha256: ab12
     owner: x

   - id: c
+    evidence:
+    - path: evidence/a.pdf
+      sha256: ab12
`,
  ),
  edit(
    'a field with its comment, not its neighbours',
    removeField(FIRST, 'renewal'),
    `
 resources:
   - id: isp # the first
     # about the renewal
-    renewal: # applied
-      # on paper
-      applied: 2026-11-30 # in time
-      # by Li
     # about the owner
     owner: x
`,
  ),
  edit(
    'a field behind the dash',
    removeField(FIRST, 'renewal'),
    `
 resources:
-  -   renewal: { applied: 2026-11-30 } # in time
-      id: isp
+  -   id: isp
`,
  ),
  edit(
    'a field behind the dash and a comment behind it',
    removeField(FIRST, 'renewal'),
    `
 resources:
-  - renewal: { applied: 2026-11-30 } # in time
+  -
     # about the id
     id: isp
`,
  ),
  edit(
    'a field that the file ends with',
    removeField(FIRST, 'renewal'),
    `
 resources:↵
-  - id: isp↵
-    renewal:↵
-      applied: 2026-11-30¶
+  - id: isp¶
`,
  ),
  edit(
    'the only field',
    [removeField(FIRST, 'renewal'), removeField(['resources', 1], 'renewal'), removeField(['policy'], 'since')],
    `
 policy:
-  since: 2026-01-01 # the day
+  {} # the day
 resources:
-  - renewal: { applied: 2026-11-30 } # in time
-  - { renewal: { applied: 2026-11-30 } }
+  - {} # in time
+  - {}
`,
  ),
  edit(
    'a field in brackets',
    [removeField(FIRST, 'a'), removeField(['resources', 1], 'a'), removeField(['resources', 2], 'a')],
    `
 resources:
-  - { a: 1, b: 2 }
-  - { b: 2, a: 1 }
-  - {b: 2, a: 1, c: [x]}
+  - { b: 2 }
+  - { b: 2 }
+  - {b: 2, c: [x]}
`,
  ),
  edit(
    'a field in brackets over several lines',
    [removeField(FIRST, 'b'), removeField(FIRST, 'd')],
    `
 resources:
   - {
       a: 1, # about a
-      b: 2, # about b
       # about c
       c: 3, # about c, too
-      d: 4 # about d
     }
`,
  ),
  edit(
    'a text that ends with blank lines',
    removeField(FIRST, 'notes'),
    `
 resources:
   - id: a
-    notes: |+
-      x
-
-
   - id: b
`,
  ),
  edit(
    'nothing, where all is as it should be',
    [removeField(FIRST, 'renewal'), setField(FIRST, 'id', 'a'), setField(FIRST, 'annualReports', { 2025: 'x' })],
    `
 resources:
   - id:   'a'
     annualReports: { 2025: x, 2026: y }
`,
  ),
  edit(
    'a list in brackets over several lines, as its sibling has it',
    appendEntry('resources', { id: 'b', serves: ['isp', 'idc'] }),
    `
 resources:
   - id: a
     serves: [
       isp, # the first
       cdn,
     ]
+  - id: b
+    serves: [
+      isp,
+      idc
+    ]
`,
  ),
  edit(
    'with the last bracket where its sibling has it',
    appendEntry('resources', { id: 'b', serves: ['isp', 'idc'] }),
    `
 resources:
   - id: a
     serves: [
         isp,
         cdn
       ]
+  - id: b
+    serves: [
+        isp,
+        idc
+      ]
`,
  ),
  edit(
    'with the last bracket behind the last item',
    appendEntry('resources', { id: 'b', serves: ['isp', 'idc'] }),
    `
 resources:
   - id: a
     serves: [
       isp,
       cdn ]
+  - id: b
+    serves: [
+      isp,
+      idc]
`,
  ),
  edit(
    'a list in brackets over several lines at the beginning of an item',
    appendEntry('resources', { serves: ['isp', 'idc'], id: 'b' }),
    `
 resources:
   - serves: [
       isp
     ]
     id: a
+  - serves: [
+      isp,
+      idc
+    ]
+    id: b
`,
  ),
  edit(
    'a list put in the place of one over several lines',
    setField(FIRST, 'serves', ['idc', 'cdn']),
    `
 resources:
   - id: a
     serves: [
-      isp
+      idc,
+      cdn
     ]
     title: x
`,
  ),
  edit(
    'keys in letters of any script, and keys that need quotes',
    setField(FIRST, 'x-more', { 备注: 'x', 'a b': 'x', '2026-09': 'x', '2026-09-01': 'x', '-a': 'x', null: 'x' }),
    `
 resources:
   - id: a
+    x-more: { 备注: x, a b: x, 2026-09: x, 2026-09-01: x, "-a": x, "null": x }
`,
  ),
  edit(
    'a value put in the place of one with a comment behind it',
    replace(['resources', 0, 'expires'], '2026-01-05'),
    `
 resources:
   - id: a
-    expires:   2026/1/5   # from the paper
+    expires:   2026-01-05   # from the paper
`,
  ),
  edit(
    'a value in quotes keeps them, a number has none',
    [replace(['resources', 0, 'expires'], '2026-01-05'), replace(['resources', 0, 'warnWithin'], 60)],
    `
 resources:
-  - { id: a, expires: '2026/1/5', warnWithin: "６０" }
+  - { id: a, expires: '2026-01-05', warnWithin: 60 }
`,
  ),
  edit(
    'an item of a list in brackets, and the whole of another',
    [replace(['licences', 0, 'scope', 1], '河北'), replace(['licences', 1, 'scope'], ['北京', '河北'])],
    `
 licences:
-  - scope: [北京,  河北省 ]
+  - scope: [北京,  河北 ]
-  - scope: [北京，河北]
+  - scope: [北京, 河北]
`,
  ),
  edit(
    'an item of a list in lines',
    replace(['licences', 0, 'scope', 0], '北京'),
    `
 licences:
   - scope:
-      - "北京市" # 总部
+      - "北京" # 总部
       - "河北"
`,
  ),
  edit(
    'fields get other names',
    [renameField(['resources', 0], 'ower', 'owner'), renameField(['resources', 1], '到期 日', 'expires')],
    `
 resources:
   - id: a
-    ower :  甲 # who
+    owner :  甲 # who
-  - { "到期 日": 2026-12-31 }
+  - { "expires": 2026-12-31 }
`,
  ),
  edit(
    'a name and, above it, another',
    [renameField(['resource', 0], 'ower', 'owner'), renameField([], 'resource', 'resources')],
    `
-resource:
+resources:
   - id: a
-    ower: 甲
+    owner: 甲
`,
  ),
  edit(
    'an item goes with its own comment, and what speaks of others stays',
    removeItem(['waivers'], 1),
    `
 waivers:
   # 甲
   - rule: a
     until: 2026-01-01
   # 乙
-  - rule: b
-    until: 2026-01-02
-      # about that
   # 丙
   - { rule: c }
`,
  ),
  edit(
    'the last of several with blank lines between them',
    removeItem(['waivers'], 1),
    `
 waivers:
   - rule: a
-
-  - rule: b
-    until: 2026-01-02
`,
  ),
  edit(
    'the first, and the file has no last break',
    removeItem(['waivers'], 0),
    `
 waivers:
-  - rule: a
   - rule: b¶
`,
  ),
  edit(
    'the last, and the file has no last break',
    removeItem(['waivers'], 1),
    `
 waivers:
-  - rule: a
-  - rule: b¶
+  - rule: a¶
`,
  ),
  edit(
    'the only item leaves an empty list',
    removeItem(['waivers'], 0),
    `
-waivers:
-  - rule: a
-    until: 2026-01-02
+waivers: []
 requirements: []
`,
  ),
  edit(
    'items of a list in brackets',
    [removeItem(['waivers'], 2), removeItem(['waivers'], 0)],
    `
-waivers: [{ rule: a }, { rule: b }, { rule: c }]
+waivers: [{ rule: b }]
`,
  ),
  edit(
    'an item in brackets with a line of its own',
    removeItem(['waivers'], 0),
    `
 waivers: [
-  { rule: a }, # about that
   { rule: b },
 ]
`,
  ),
  edit(
    'the only item in brackets, with and without a comma',
    [removeItem(['waivers'], 0), removeItem(['licences', 0, 'scope'], 0)],
    `
-waivers: [ { rule: a } ] # x
+waivers: [] # x
 licences:
-  - scope: [
-      北京,
-    ]
+  - scope: []
`,
  ),
  edit(
    'the only item in brackets, beside a comment',
    removeItem(['waivers'], 0),
    `
 waivers: [
   # none
-  a,
+  
 ]
`,
  ),
  edit(
    'the last in brackets, and a comment between',
    [removeItem(['waivers'], 1), removeItem(['requirements'], 0)],
    `
 waivers: [ a, # about a
-  b # about b
 ]
-requirements: [ a, # about a
+requirements: [  # about a
   b ]
`,
  ),
  edit(
    'an item with a blank line above alone, and one with a blank line below alone',
    [removeItem(['waivers'], 1), removeItem(['duties'], 1)],
    `
 waivers:
   - rule: a

-  - rule: b
   - rule: c
 duties:
   - id: a
-  - id: b

   - id: c
`,
  ),
  edit(
    'an item that says nothing',
    removeItem(['waivers'], 0),
    `
 waivers:
-  -
   - rule: b
`,
  ),
  edit(
    'an item, and a comment in the column of its dash',
    removeItem(['waivers'], 0),
    `
 waivers:
-  - rule: a
-   # about a
   # about b
   - rule: b
`,
  ),
  edit(
    'quotes of an old value stay where its siblings have none',
    [setField(FIRST, 'title', 'y'), setField(['resources', 1], 'title', 'z')],
    `
 resources:
-  - { id: a, title: 'x', owner: x }
-  - { id: b, title: x, owner: x }
+  - { id: a, title: 'y', owner: x }
+  - { id: b, title: z, owner: x }
`,
  ),
  edit(
    'a key that would be a number where a value stands',
    renameField(['licences', 0, 'annualReports'], '2025年', '2025'),
    `
 licences:
   - id: a
-    annualReports: { 2025年: 2026-02-20 }
+    annualReports: { 2025: 2026-02-20 }
`,
  ),
  edit(
    'an item in brackets that would end there',
    [replace(['licences', 0, 'scope', 0], 'a, b'), replace(['licences', 1, 'scope', 0], 'a, b')],
    `
 licences:
-  - scope: [x]
+  - scope: ["a, b"]
   - scope:
-      - x
+      - a, b
`,
  ),
  edit(
    'a value of a list in brackets that would end there',
    [
      setField(FIRST, 'serves', ['a, b']),
      setField(['resources', 1], 'title', 'a, b'),
      appendItem(FIRST, 'serves', 'c, d'),
    ],
    `
 resources:
   - id: a
+    serves: ["a, b", "c, d"]
-  - { id: b, title: x }
+  - { id: b, title: "a, b" }
`,
  ),
  edit(
    'several items at the end of a list in brackets over several lines',
    [
      appendItem(FIRST, 'serves', 'c'),
      appendItem(FIRST, 'serves', 'd'),
      appendItem(['resources', 1], 'serves', 'c'),
      appendItem(['resources', 1], 'serves', 'd'),
      appendItem(['resources', 2], 'serves', 'c'),
      appendItem(['resources', 2], 'serves', 'd'),
    ],
    `
 resources:
   - serves: [
-      a # about a
+      a, # about a
+      c,
+      d
     ]
   - serves: [
       a , # about a
+      c,
+      d,
     ]
   - serves: [
-      a ]
+      a,
+      c,
+      d ]
`,
  ),
  edit(
    'several items at once in brackets',
    [
      appendItem(FIRST, 'serves', 'b'),
      appendItem(FIRST, 'serves', 'c'),
      appendItem(['resources', 1], 'serves', 'b'),
      appendItem(['resources', 1], 'serves', 'c'),
    ],
    `
 resources:
-  - serves: [a]
-  - serves: [ # none
+  - serves: [a, b, c]
+  - serves: [ b, c # none
     ]
`,
  ),
  edit(
    'a second entry where gaps are even: the last one decides',
    addNew,
    `
 resources:
   - id: a
   - id: b

   - id: c
+
+  - id: new
+    expires: 2027-12-31
`,
  ),
  edit(
    'an entry below a blank line gets no second one',
    addNew,
    `
 resources:
   - id: a

   - id: b
   # about b

   # and more
+
+  - id: new
+    expires: 2027-12-31
`,
  ),
  edit(
    'brackets in words and comments show nothing, and neither do empty ones or those over several lines',
    [setField(FIRST, 'r', { x: 'v' }), setField(FIRST, 's', ['b']), setField(['resources', 1], 'r', { x: 'v' })],
    `
 resources:
   - id: a
     m: {x: a}
     l: [a]
     n: [ ]
     o: [
         x
       ]
     t: y [ b ] { c } # [ d ] { e }
     '[ f': 1
+    r: {x: v}
+    s: [b]
-  - {id: b}
+  - {id: b, r: {x: v}}
 # { f } [ g ]
`,
  ),
  edit(
    'the last brackets show how wide they are',
    [setField(FIRST, 'r', { x: 'v' }), setField(FIRST, 's', ['b'])],
    `
 resources:
   - id: a
     k: [a]
     l: {x: a}
     m: [[ { x: 1 } ], 2]
     n: [ [ 1 ] ]
     t: y [b] {c} # [d] {e}
+    r: { x: v }
+    s: [ b ]
 # {f} [g]
`,
  ),
  edit(
    'an entry before a comment that stands deep in what follows',
    addNew,
    `
 resources:
   - id: a
+  - id: new
+    expires: 2027-12-31
 waivers:
     # deep
   - rule: x
`,
  ),
  edit(
    'two entries at once, each with a blank line above',
    [addNew, appendEntry('resources', { id: 'x' })],
    `
 resources:
   - id: a

   - id: b
+
+  - id: new
+    expires: 2027-12-31
+
+  - id: x
`,
  ),
  edit(
    'entries behind a text that ends with a blank line',
    [addNew, appendEntry('resources', { id: 'x' })],
    `
 resources:
   - id: a

   - id: b
     notes: |+
       x

+  - id: new
+    expires: 2027-12-31
+
+  - id: x
`,
  ),
];
