import { setImmediate } from 'node:timers/promises';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Blobs } from '../../src/history/blobs.ts';
import { batch } from '../support/scripted-git.ts';

const named = (name: string, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${name} blob ${content.length}\n`), content, Buffer.from('\n')]);

/** Pieces of the sizes given, again and again. */
function inPieces(sizes: readonly number[]): (bytes: Buffer) => readonly Buffer[] {
  return (bytes) => {
    const pieces: Buffer[] = [];
    for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
      const size = sizes[turn % sizes.length] ?? 1;
      pieces.push(bytes.subarray(at, at + size));
      at += size;
    }
    return pieces;
  };
}

const contents = fc.array(fc.uint8Array({ maxLength: 30 }), { minLength: 1, maxLength: 6 });

describe('contents by name', () => {
  test('are whole, whatever pieces they come in, and each goes to whoever asked for it', async () => {
    const property = fc.asyncProperty(
      contents,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      async (all, sizes) => {
        let starts = 0;
        const blobs = new Blobs(async () => {
          starts += 1;
          return batch((name) => named(name, all[Number.parseInt(name, 16)] ?? new Uint8Array()), {
            cut: inPieces(sizes),
          });
        });
        const read = await Promise.all(all.map(async (_, at) => blobs.read(at.toString(16))));
        expect(read.map((bytes) => Buffer.from(bytes))).toEqual(all.map((bytes) => Buffer.from(bytes)));
        expect(starts).toBe(1);
        blobs.close();
      },
    );
    await fc.assert(property);
  });

  test('piece by piece, and first the size', async () => {
    const blobs = new Blobs(async () =>
      batch((name) => named(name, Buffer.from('abcdefg')), { cut: inPieces([14, 3]) }),
    );
    const told: unknown[] = [];
    await blobs.stream('a1', {
      begin: (size) => void told.push(size),
      add: (piece) => void told.push(Buffer.from(piece).toString()),
    });
    // The head has 10 bytes.
    expect(told).toEqual([7, 'abcd', 'efg']);
    blobs.close();
  });

  test('that are not there are refused, and the next one is answered', async () => {
    const blobs = new Blobs(async () =>
      batch((name) => (name === 'ee' ? Buffer.from('ee missing\n') : named(name, Buffer.from('x')))),
    );
    const [missing, found] = await Promise.allSettled([blobs.read('ee'), blobs.read('a1')]);
    expect(missing).toMatchObject({
      status: 'rejected',
      reason: { name: 'GitFailure', said: 'ee missing', message: 'git cannot read the repository: ee missing' },
    });
    expect(found).toMatchObject({ status: 'fulfilled' });
    blobs.close();
  });

  test.each<[name: string, answer: string | undefined, said: string]>([
    ['before an answer', undefined, 'fatal: no object'],
    ['within a head', 'a1 blob', 'fatal: no object'],
    ['within a content', 'a1 blob 3\nab', 'its answer ends early'],
    ['before the break behind it', 'a1 blob 3\nabc', 'its answer ends early'],
  ])('of a git that ends %s are refused, all of them', async (_, answer, said) => {
    let isAsked = false;
    const blobs = new Blobs(async () =>
      batch(
        () => {
          const isFirst = !isAsked;
          isAsked = true;
          return isFirst && answer !== undefined ? Buffer.from(answer) : undefined;
        },
        { stderr: ' fatal: no object\n' },
      ),
    );
    const both = await Promise.allSettled([blobs.read('a1'), blobs.read('a2')]);
    const reasons = both.map((one) => (one.status === 'rejected' ? one.reason : undefined));
    expect(reasons.at(-1)).toMatchObject({ name: 'GitFailure', said });
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(blobs.read('a3')).rejects.toThrow(/fatal: no object/u);
  });

  test('are waited for where somebody asked for one, and else not', async () => {
    let awaited = 0;
    const run = batch((name) => named(name, Buffer.from(name)));
    const pieces = run.stdout[Symbol.asyncIterator]();
    const next = async (): Promise<IteratorResult<Uint8Array>> => {
      awaited += 1;
      return pieces.next().finally(() => (awaited -= 1));
    };
    const blobs = new Blobs(async () => ({ ...run, stdout: { [Symbol.asyncIterator]: () => ({ next }) } }));
    for (const name of ['a1', 'a2']) {
      const read = blobs.read(name);
      await setImmediate();
      expect(Buffer.from(await read).toString()).toBe(name);
      await setImmediate();
      expect(awaited).toBe(0);
    }
    blobs.close();
    await run.closed;
    await setImmediate();
    expect(awaited).toBe(0);
  });

  test('of a git that cannot be started are refused', async () => {
    const blobs = new Blobs(async () => {
      throw new Error('no git');
    });
    await expect(blobs.read('a1')).rejects.toThrow('no git');
  });

  test('end with the last one, and begin again with the next', async () => {
    const runs: ReturnType<typeof batch>[] = [];
    const blobs = new Blobs(async () => {
      const run = batch((name) => named(name, Buffer.from(name)));
      runs.push(run);
      return run;
    });
    blobs.close();
    for (const name of ['a1', 'a2']) {
      expect(Buffer.from(await blobs.read(name)).toString()).toBe(name);
      blobs.close();
      await runs.at(-1)?.closed;
    }
    expect(runs).toHaveLength(2);
  });
});
