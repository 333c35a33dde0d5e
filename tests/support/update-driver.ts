/**
 * A writer as a process of its own: appends lines to a file through `updateFile`.
 *
 *     node update-driver.js FILE LINE [COUNT] [MOMENT]
 *
 * appends LINE, or with COUNT the lines `LINE 1` to `LINE COUNT`, each with an update of its own. Says on stdout, as JSON on
 * a line, how many milliseconds each update took, or the system's code of what went wrong. At the MOMENT named, `in-change`
 * or `before-rename`, it kills itself, with `stop-in-change` it stops until somebody lets it go on, and with `busy-in-change`
 * it computes for three seconds and does nothing else meanwhile.
 */
import process from 'node:process';

import { updateFile } from '../../src/platform/ledger-file.ts';
import { systemCodeOf } from '../../src/platform/system-error.ts';

/** As if somebody else always came between. */
const NOT_READ = Buffer.from('never in a file');

const [file = '', line = '', count, moment] = process.argv.slice(2);

/** Asked by the writer whether it may go on; the last time right before the rename. */
function signalFor(changed: () => boolean): AbortSignal {
  const { signal } = new AbortController();
  signal.throwIfAborted = () => {
    if (moment === 'before-rename' && changed()) process.kill(process.pid, 'SIGKILL');
  };
  return signal;
}

async function append(text: string): Promise<void> {
  let hasChanged = false;
  const change = async (bytes: Uint8Array): Promise<Uint8Array> => {
    if (moment === 'in-change') process.kill(process.pid, 'SIGKILL');
    if (moment === 'stop-in-change') process.kill(process.pid, 'SIGSTOP');
    if (moment === 'busy-in-change') for (const since = performance.now(); performance.now() - since < 3_000;);
    hasChanged = true;
    return Buffer.concat([bytes, Buffer.from(`${text}\n`)]);
  };
  const start = performance.now();
  try {
    await updateFile(
      file,
      { before: NOT_READ, after: NOT_READ, planAgain: change },
      signalFor(() => hasChanged),
    );
    console.log(JSON.stringify({ took: performance.now() - start }));
  } catch (error) {
    console.log(JSON.stringify({ code: systemCodeOf(error) ?? String(error) }));
  }
}

const times = Number(count ?? 0);
if (times === 0) await append(line);
for (let at = 1; at <= times; at += 1) await append(`${line} ${at}`);
