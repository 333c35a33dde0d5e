import fc from 'fast-check';

/** Pieces that break pages: wide and combining characters, controls, bidi, punctuation that must not begin a line. */
const PIECES = [
  '电信业务经营许可证',
  '专线',
  '✖ isp/renewal',
  '，',
  '。',
  '（',
  '）',
  '「',
  '》',
  '`ledger renew line-bj-2025 --expires 2027-10-31`',
  '`',
  '2026-12-31',
  'Internet',
  'averyveryveryveryveryveryveryveryveryveryverylongword',
  ' ',
  '      ',
  '\t',
  '\n',
  '\u001B[31m',
  '\u202E',
  '\u200B',
  '\uD83D',
  '😀',
  '⚠\uFE0F',
  '👩‍💻',
  '🇨🇳',
  'e\u0301\u0301',
  '한국어',
  'ﾊﾞ',
  'क्षि',
];

/** Text as a hostile or careless ledger may hold it. */
export const nastyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
