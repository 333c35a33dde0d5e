/**
 * What the runner of GitHub Actions takes out of a log, line by line: its rules of both syntaxes, as
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions describes the first and the runner's own
 * `ActionCommand` does the second.
 */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Every name counts as registered, so that none slips through. */
export function commandsIn(log: string): readonly WorkflowCommand[] {
  return log.split(/\r\n|\r|\n/u).flatMap((line) => readCommand(line) ?? readOldCommand(line) ?? []);
}

function readCommand(line: string): WorkflowCommand | undefined {
  // .NET trims U+0085 as well.
  const trimmed = line.replace(/^[\s\u0085]+/u, '');
  const end = trimmed.indexOf('::', 2);
  if (!trimmed.startsWith('::') || end === -1) return undefined;
  const info = trimmed.slice(2, end);
  const space = info.indexOf(' ');
  const pairs = space === -1 ? [] : info.slice(space + 1).split(',');
  return {
    command: space === -1 ? info : info.slice(0, space),
    properties: Object.fromEntries(pairs.map(readProperty)),
    message: unescapeData(trimmed.slice(end + 2)),
  };
}

/** `##[command]message`, anywhere in a line; Azure's `##vso[…]` and TeamCity's `##teamcity[…]` alike. */
function readOldCommand(line: string): WorkflowCommand | undefined {
  const found = /##(?<command>\w*\[[^\]]*)\](?<message>.*)/u.exec(line)?.groups;
  return found === undefined
    ? undefined
    : { command: found['command'] ?? '', properties: {}, message: found['message'] ?? '' };
}

function readProperty(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at).trim(), unescapeProperty(pair.slice(at + 1))];
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
