/**
 * All that is told of each case: where a finding stands, by which day, what it says and what puts it right, and what the rules
 * are quiet about. The cases themselves say what must be found; here a change of anything else is seen in review.
 */
import { readdir, readFile } from 'node:fs/promises';

import { describe, test } from 'vitest';

import type { Basis } from '../../src/domain/basis.ts';
import { type CalendarDay, formatDay } from '../../src/domain/calendar-day.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Text } from '../../src/domain/text.ts';
import { catalogue, findRule } from '../../src/rules/catalogue.ts';
import { readCases } from '../../src/schema/case-file.ts';
import { readYaml } from '../../src/source/yaml-reader.ts';
import { describeQuiet, judgeLedger } from '../support/judge.ts';

const FOLDER = new URL('./', import.meta.url);
const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.cases.yaml')).toSorted();

describe('what is told of the cases of', () => {
  test.for(names)('%s', async (name, { expect }) => {
    const read = await readYaml(await readFile(new URL(name, FOLDER), 'utf8'));
    const data = 'document' in read ? read.document.data : undefined;
    const found = readCases(data, catalogue.kinds);
    const cases = 'cases' in found ? found.cases : [];
    expect(cases.length).toBeGreaterThan(0);
    const told: string[] = [];
    for (const { name: title, case: ready } of cases) {
      if (ready === undefined) continue;
      const { findings, quiet } = judgeLedger(ready.ledger, ready.asOf, ready.select);
      told.push(`## ${title}`);
      for (const finding of findings) told.push(...linesOf(finding));
      if (ready.select.length > 0) for (const one of quiet) told.push(`quiet: ${describeQuiet(one)}`);
      told.push('');
    }
    await expect(told.join('\n')).toMatchFileSnapshot(`told/${name.replace('.cases.yaml', '.txt')}`);
  });
});

function linesOf(finding: Finding): readonly string[] {
  const { rule, status, severity, subject, service, owner, path, period, date, daysLeft, actBy, related, basis } =
    finding;
  // What the rule says of itself stands on its page.
  const own = findRule(rule);
  const facts = {
    at: path.join('.'),
    owner,
    period,
    date: dayOf(date),
    daysLeft,
    actBy: dayOf(actBy),
    gapDays: finding.gapDays,
    gaps: finding.gaps?.map(({ from, to }) => `${formatDay(from)}..${formatDay(to)}`).join(' '),
    related: related.join(' ') || undefined,
    basis: basis.every((one) => own?.basis.includes(one) === true) ? undefined : basis.map(nameOf).join('; '),
    waived: dayOf(finding.waived?.until),
    command: finding.fix?.command.join(' '),
    ...inBoth('says', finding.message),
    ...inBoth('remedy', finding.remedy === own?.remedy ? undefined : finding.remedy),
    ...inBoth('sum', finding.sum),
  };
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  const name = service === undefined ? subject : `${subject}/${service}`;
  return [`${severity} ${rule} ${status} ${name}`, ...known.map(([key, value]) => `  ${key}: ${value}`)];
}

function nameOf({ instrument, article = 'whole', certainty }: Basis): string {
  return `${instrument.en}, ${article}, ${certainty}`;
}

function dayOf(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}

function inBoth(what: string, text: Text | undefined): Readonly<Record<string, string | undefined>> {
  return { [`${what} zh`]: text?.zh, [`${what} en`]: text?.en };
}
