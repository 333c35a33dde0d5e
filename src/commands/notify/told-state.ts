/** What `notify` remembers from run to run: a file that is safe to lose, and that holds no address and no secret. */
import { resolve } from 'node:path';

import * as z from 'zod/mini';

import { Refusal, renderNotice } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { refused } from '../../command-line/path-complaint.ts';
import { formatDay, parseDay } from '../../domain/calendar-day.ts';
import type { Telling, Told } from '../../domain/reminder.ts';
import { ExitCode } from '../../exit-code.ts';
import { ifThere } from '../../platform/system-error.ts';
import { printJson } from '../../reporters/writing/json-document.ts';

const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/u),
  z.refine((text) => parseDay(text) !== undefined),
);

/** The shape of the file: `ledger/notify@1`. */
export const stateSchema = z.looseObject({
  schema: z.literal('ledger/notify@1').check(z.describe('Name and version of this format.')),
  told: z
    .record(
      z.string(),
      z.record(
        z.string(),
        z.looseObject({
          date: z.optional(day.check(z.describe('The day of the item.'))),
          step: z
            .union([z.number(), z.enum(['overdue', 'open'])])
            .check(z.describe('The step of days before it that was reached.')),
          on: day.check(z.describe('When it was told.')),
        }),
      ),
    )
    .check(z.describe('By channel, then by what was told.')),
});

type StateFile = z.infer<typeof stateSchema>;

export interface ToldState {
  readonly told: Told;
  /** Writes what was told by now; what stood there of other channels stays. */
  readonly save: (told: Told) => Promise<void>;
}

/**
 * Reads the file; one that is not there, or that no program can read, is as if nobody had been told.
 *
 * @throws {Refusal} where it may not be read, and for a device, a pipe or a file of any size
 */
export async function openState(file: string, channel: string, invocation: Invocation): Promise<ToldState> {
  const { io, languages } = invocation;
  const path = resolve(io.cwd, file);
  const bytes = await ifThere(io.files.readUpTo(path, LARGEST)).catch((error: unknown) => {
    throw new Refusal(ExitCode.noVerdict, refused(file, error));
  });
  const read = bytes === undefined ? EMPTY : parseState(bytes);
  if (read === undefined) {
    await io.stderr.write(renderNotice({ where: file, ...broken(`${file}.broken`) }, languages.people));
  }
  const state = read ?? EMPTY;
  return {
    told: tellingsOf(state, channel),
    save: async (told) => {
      if (bytes !== undefined && read === undefined) await io.files.write(`${path}.broken`, bytes);
      await io.files.write(path, printState(state, channel, told));
    },
  };
}

/** Bytes: what was told of some fifty thousand entries. */
const LARGEST = 10_000_000;
const EMPTY: StateFile = { schema: 'ledger/notify@1', told: {} };

function parseState(bytes: Uint8Array): StateFile | undefined {
  try {
    return z.safeParse(stateSchema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data;
  } catch {
    return undefined;
  }
}

function tellingsOf({ told }: StateFile, channel: string): Told {
  const ofChannel = Object.hasOwn(told, channel) ? told[channel] : undefined;
  return new Map(
    Object.entries(ofChannel ?? {}).flatMap(([identity, { date, step, on }]): readonly [string, Telling][] => {
      const when = parseDay(on);
      return when === undefined
        ? []
        : [[identity, { date: date === undefined ? undefined : parseDay(date), step, on: when }]];
    }),
  );
}

function printState(before: StateFile, channel: string, told: Told): string {
  const ofChannel = [...told].map(([identity, { date, step, on }]) => [
    identity,
    { date: date === undefined ? undefined : formatDay(date), step, on: formatDay(on) },
  ]);
  return printJson({ ...before, told: { ...before.told, [channel]: Object.fromEntries(ofChannel) } });
}

function broken(aside: string): {
  readonly what: { zh: string; en: string };
  readonly remedy: { zh: string; en: string };
} {
  return {
    what: {
      zh: '无法读取这份记录，按未提醒过处理',
      en: 'this record cannot be read; the run continues as if no reminders had been sent',
    },
    remedy: {
      zh: `发送后另存为 ${aside}，并重新开始记录。`,
      en: `After the message is sent, the file is kept as ${aside} and a new record begins.`,
    },
  };
}
