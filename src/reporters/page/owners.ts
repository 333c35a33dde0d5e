import type { PageFinding } from './page-context.ts';

/** Who looks after the entries that a finding is about, each once. */
export function ownersOf({ finding, names }: PageFinding): readonly string[] {
  const owners = [finding.subject, ...finding.related].flatMap((id) => names.get(id)?.owner ?? []);
  return [...new Set(owners)];
}
