import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { displayWidth } from '../../../src/reporters/writing/display-width.ts';
import { escapeCommands, withoutCommands } from '../../../src/reporters/writing/printable.ts';
import { commandsIn } from '../../support/workflow-commands.ts';

describe('withoutCommands', () => {
  test.each([
    ['::error::x', '꞉:error::x'],
    ['a\n  ::error::x', 'a\n  ꞉:error::x'],
    ['\u3000::error::x', '\u3000꞉:error::x'],
    [':::', '꞉::'],
    ['a ##[error]x ##[a]', 'a #⌗[error]x #⌗[a]'],
    ['##vso[a]', '#⌗vso[a]'],
  ])('%j becomes %j', (page, safe) => {
    expect(withoutCommands(page)).toBe(safe);
  });

  test.each(['a::error::x', ': a', '2001:db8::1', '## [a](b)', '# [a]', '##'])('%j stays', (page) => {
    expect(withoutCommands(page)).toBe(page);
  });

  test('leaves no command, and every line as wide as it was', () => {
    const pieces = fc.constantFrom(':', '::', '#', '##', '[', ']', ' ', '\u3000', '\n', 'error', '线');
    const page = fc.array(pieces, { maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(page, (text) => {
        const safe = withoutCommands(text);
        expect(commandsIn(safe)).toEqual([]);
        expect(safe.split('\n').map(displayWidth)).toEqual(text.split('\n').map(displayWidth));
      }),
    );
  });
});

test('escapeCommands writes the one sign that matters as the format can', () => {
  expect(escapeCommands(' ::a ##vso[b', (sign) => `<${sign}>`)).toBe(' <:>:a #<#>vso[b');
});
