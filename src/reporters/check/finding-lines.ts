import type { Finding } from '../../domain/finding.ts';
import type { Language } from '../../domain/text.ts';
import { describeBasis } from '../writing/basis-text.ts';
import { LABELS } from '../writing/words.ts';

/** On what ground a finding stands and what to do: one line each, for formats that set no columns. */
export function explainingLines({ basis, remedy }: Finding, language: Language): readonly string[] {
  return [
    ...basis.map((one) => labelled(LABELS.law[language], describeBasis(one, language), language)),
    labelled(LABELS.remedy[language], remedy[language], language),
  ];
}

/** `law: …`, `依据：…` */
export function labelled(label: string, text: string, language: Language): string {
  return `${label}${language === 'zh' ? '：' : ': '}${text}`;
}
