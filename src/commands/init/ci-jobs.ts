/** The job that checks all ledgers of a repository: each working day, and what each change brings in. */
import { PACKAGE, VERSION } from '../../version.ts';

export const CI_NAMES = ['github', 'gitlab'] as const;
export type CiName = (typeof CI_NAMES)[number];

/**
 * The text of the job.
 *
 * @param isPinned whether the package-lock.json of the repository holds the program
 */
export function ciJob(name: CiName, isPinned: boolean): string {
  return { github, gitlab }[name](isPinned ? PINNED : UNPINNED);
}

interface Installed {
  readonly comment: string;
  /** Commands before the check. */
  readonly install: readonly string[];
  readonly program: string;
}

// The exact version, so that the same ledger and day give the same answer until somebody decides otherwise.
const PINNED: Installed = {
  comment: `package-lock.json pins ${PACKAGE}: npm ci installs that version.`,
  install: ['npm ci'],
  program: `npx --no-install ${PACKAGE}`,
};
const UNPINNED: Installed = {
  comment: `${PACKAGE} runs at the version that is named below; raise it when you have read what changed.`,
  install: [],
  program: `npx --yes ${PACKAGE}@${VERSION}`,
};

const github = ({
  comment,
  install,
  program,
}: Installed): string => `# Checks all ledgers of this repository. ${comment}
name: ledger
on:
  push:
  pull_request:
  schedule:
    - cron: '0 1 * * 1-5' # 09:00 in Beijing
permissions:
  contents: read
jobs:
  ledger:
    # A branch is checked by its pull request.
    if: github.event_name != 'push' || github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-latest
    env:
      # Only a pull request has a base: it answers for what it brings in. On a schedule all that lapses must be heard of.
      BASE: \${{ github.event.pull_request.base.sha }}
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 24
${install.map((line) => `      - run: ${line}\n`).join('')}      - run: ${program} check . \${BASE:+--since "$BASE"}
`;

const gitlab = ({
  comment,
  install,
  program,
}: Installed): string => `# Checks all ledgers of this repository. ${comment}
# Add a pipeline schedule (Build > Pipeline schedules), so that it also runs on days without a change.
ledger:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS && $CI_PIPELINE_SOURCE == "push"
      when: never
    - if: $CI_COMMIT_BRANCH
  variables:
    LEDGER_PATH: .
    LEDGER_FAIL_ON: warning
    # The whole history: a merge request is compared with where it began.
    GIT_DEPTH: 0
  script:
${install.map((line) => `    - ${line}\n`).join('')}    # Only a merge request has a base. On a schedule all that lapses must be heard of.
    - ${program} check \${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"} --fail-on "$LEDGER_FAIL_ON" --format text --format gitlab=gl-code-quality-report.json --format junit=ledger-junit.xml -- "$LEDGER_PATH"
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: ledger-junit.xml
`;
