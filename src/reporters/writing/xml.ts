/** XML out of text that may hold anything. */
import { escapeCommands, printable } from './printable.ts';

/** Noncharacters: XML 1.0 forbids them even as references. All else that it forbids is unseen, and so escaped already. */
const FORBIDDEN = /[\u{FFFE}\u{FFFF}]/gu;

/** Text for an element or an attribute in quotes; lines of their own stay lines only where the caller joins them. */
export function xmlText(text: string): string {
  const line = printable(text).replaceAll(FORBIDDEN, (character) => `\\u{${hexOf(character)}}`);
  return escapeCommands(line.replaceAll(/[&<>"']/gu, reference), reference);
}

/** A start tag, or with `close` an empty element. */
export function xmlTag(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  close: '' | '/' = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  return `<${name}${written.join('')}${close}>`;
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}
