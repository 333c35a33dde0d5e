/** What a run says on stderr when it cannot do what was asked. */
import type { Language, Text } from '../domain/text.ts';
import { ExitCode } from '../exit-code.ts';
import { withoutCommands } from '../reporters/writing/log-commands.ts';
import { printable } from '../reporters/writing/printable.ts';

export interface Complaint {
  /** The path, option or word that is meant. */
  readonly where?: string | undefined;
  readonly what: Text;
  /** What to do about it. */
  readonly remedy: Text;
}

/** Ends a command with a complaint instead of an answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: typeof ExitCode.usage | typeof ExitCode.noVerdict;
  readonly complaint: Complaint;
  /** What else is wrong. */
  readonly also: readonly Complaint[];

  constructor(code: Refusal['code'], complaint: Complaint, also: readonly Complaint[] = []) {
    super(complaint.what.en);
    this.code = code;
    this.complaint = complaint;
    this.also = also;
  }
}

/** The command line cannot be understood; nothing was done. */
export function usageError(complaint: Complaint): Refusal {
  return new Refusal(ExitCode.usage, complaint);
}

const LABELS = {
  zh: { error: '错误', notice: '注意', remedy: '处理', colon: '：' },
  en: { error: 'error', notice: ' note', remedy: '   do', colon: ': ' },
} as const;

/** Two lines; words from the command line or the disk cannot forge a third. */
export function renderComplaint(complaint: Complaint, language: Language): string {
  return render('error', complaint, language);
}

/** The same, where the run goes on. */
export function renderNotice(complaint: Complaint, language: Language): string {
  return render('notice', complaint, language);
}

function render(gravity: 'error' | 'notice', { where, what, remedy }: Complaint, language: Language): string {
  const { [gravity]: lead, remedy: label, colon } = LABELS[language];
  const sentence = where === undefined ? what[language] : `${where}${colon}${what[language]}`;
  return withoutCommands(`${lead}${colon}${printable(sentence)}\n${label}${colon}${printable(remedy[language])}\n`);
}
