import { hash } from 'node:crypto';

import type { LocatedFinding } from '../../domain/report.ts';

/** 64 hexadecimal digits that are the same from run to run, wherever the finding stands in its file. */
export function fingerprintOf({ identity }: Pick<LocatedFinding, 'identity'>): string {
  return hash('sha256', identity);
}
