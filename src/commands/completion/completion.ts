/**
 * `ledger completion SHELL`: what the shell runs once, so that it asks the program for words from then on. The script hands
 * the words up to the cursor to `ledger complete`, which answers with lines of a word, a tab and what it means; where it
 * knows none, the shell offers files.
 */
import type { Invocation } from '../../command-line/invocation.ts';
import { ExitCode } from '../../exit-code.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

/** Prints the script of a shell. */
export async function completion(shell: Shell, { io }: Invocation): Promise<ExitCode> {
  await io.stdout.write(new TextEncoder().encode(SCRIPTS[shell]));
  return ExitCode.ok;
}

// Runs on bash 3.2 too, which macOS has: no mapfile. Bash gives `--lang=zh` as three words and replaces the last.
const bash = String.raw`# ledger: completion for bash
_ledger() {
  local IFS=$'\n'
  local words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  if [ "\${COMP_WORDS[COMP_CWORD]}" = '=' ]; then words+=(''); fi
  COMPREPLY=($("$1" complete -- "\${words[@]}" 2>/dev/null | cut -f 1))
}
complete -o default -F _ledger ledger licence-ledger
`;

// It may be sourced, or lie in a folder of fpath, where zsh calls it as the function itself.
const zsh = String.raw`#compdef ledger licence-ledger
# ledger: completion for zsh
_ledger() {
  local line
  local -a candidates
  for line in "\${(@f)$("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && candidates+=("\${\${line%%$'\t'*}//:/\\:}:\${line#*$'\t'}")
  done
  if (( \${#candidates} )); then _describe ledger candidates; else _files; fi
}
if [[ "\${funcstack[1]}" == _ledger ]]; then _ledger "$@"; else compdef _ledger ledger licence-ledger; fi
`;

const fish = String.raw`# ledger: completion for fish
function __ledger_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l candidates (command $words[1] complete -- $words[2..-1] 2>/dev/null)
    if test (count $candidates) -gt 0
        printf '%s\n' $candidates
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c ledger -f -a '(__ledger_complete)'
complete -c licence-ledger -f -a '(__ledger_complete)'
`;

const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: unescaped(bash),
  zsh: unescaped(zsh),
  fish,
};

/** In a template a shell's own braces are written with a backslash in front. */
function unescaped(script: string): string {
  return script.replaceAll('\\${', () => '${');
}
