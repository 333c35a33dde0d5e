/** What a run says on stderr when it cannot do what was asked. */
import type { Language, Text } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import { printable } from '../../reporters/printable.ts';

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

  constructor(code: Refusal['code'], complaint: Complaint) {
    super(complaint.what.en);
    this.code = code;
    this.complaint = complaint;
  }
}

/** The command line cannot be understood; nothing was done. */
export function usageError(complaint: Complaint): Refusal {
  return new Refusal(ExitCode.usage, complaint);
}

const LABELS = {
  zh: { error: '错误', remedy: '处理', colon: '：' },
  en: { error: 'error', remedy: '   do', colon: ': ' },
} as const;

/** Two lines; words from the command line or the disk cannot forge a third. */
export function renderComplaint({ where, what, remedy }: Complaint, language: Language): string {
  const { error, remedy: label, colon } = LABELS[language];
  const sentence = where === undefined ? what[language] : `${where}${colon}${what[language]}`;
  return `${error}${colon}${printable(sentence)}\n${label}${colon}${printable(remedy[language])}\n`;
}
