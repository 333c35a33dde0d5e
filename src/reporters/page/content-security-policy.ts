import { createHash } from 'node:crypto';

/**
 * What the page may do: apply this style and run this script, and nothing else. No request leaves it, so what a ledger
 * holds stays where the page is, even if some of it were taken for HTML.
 */
export function contentSecurityPolicy({ style, script }: { readonly style: string; readonly script: string }): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Of the element's whole content, line breaks included. */
function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
