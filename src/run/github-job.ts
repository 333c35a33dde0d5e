/** What a job of GitHub Actions gets by itself: annotations, and a summary on the page of the run. */
import { renderNotice } from '../command-line/complaint.ts';
import type { Destination } from '../command-line/format-option.ts';
import type { Invocation } from '../command-line/invocation.ts';
import { refusedOutput } from '../command-line/path-complaint.ts';
import type { Report } from '../domain/report.ts';
import type { Io } from '../platform/io.ts';

export function isGithubJob(env: Io['env']): boolean {
  return env['GITHUB_ACTIONS'] === 'true';
}

/** The runner reads commands from the log wherever they stand; the page comes last, where the log is opened. */
export const GITHUB_DESTINATIONS: readonly Destination[] = [
  { format: 'github', file: undefined },
  { format: 'text', file: undefined },
];

/**
 * Adds the report in Markdown to the summary of the job, where its annotations go to the log. Nobody asked for it in so many
 * words, so that a summary which cannot be written is told and changes no exit code.
 */
export async function addJobSummary(
  report: Report,
  destinations: readonly Destination[],
  { io, languages }: Invocation,
): Promise<void> {
  const summary = io.env['GITHUB_STEP_SUMMARY'];
  const annotates = destinations.some(({ format, file }) => format === 'github' && file === undefined);
  if (!isGithubJob(io.env) || summary === undefined || summary === '' || !annotates) return;
  const { renderMarkdown } = await import('../reporters/check/markdown.ts');
  try {
    // An earlier command of the step may have left its last line open.
    await io.files.append(summary, `\n${renderMarkdown(report, languages.people)}`);
  } catch (error) {
    await io.stderr.write(renderNotice(refusedOutput(summary, error), languages.people));
  }
}
