import { describe, expect, test } from 'vitest';

import { applyToData } from '../../src/domain/edit.ts';
import { editYaml } from '../../src/source/yaml-editor.ts';
import { EDIT_CASES } from '../support/edit-cases.ts';
import { documentOf } from '../support/read-ledger.ts';

describe('an edit changes its lines and no others', () => {
  test.each(EDIT_CASES)('$name', async ({ edits, before, after }) => {
    const edited = await editYaml(before, edits);
    expect(edited).toEqual({ text: after, steps: expect.any(Array) });
    const { data } = await documentOf(before);
    expect((await documentOf(after)).data).toEqual(edits.reduce(applyToData, data));
  });
});
