/** Jobs that check the ledger each working day and at every change. */

export const CI_NAMES = ['github', 'gitlab'] as const;
export type CiName = (typeof CI_NAMES)[number];

/** Where the job belongs, from the root of the repository. */
export const CI_FILES: Readonly<Record<CiName, string>> = {
  github: '.github/workflows/ledger.yml',
  gitlab: '.gitlab-ci.yml',
};

/** @param ledger path of the ledger from the root of the repository, with forward slashes */
export function ciJob(name: CiName, ledger: string): string {
  return { github, gitlab }[name](JSON.stringify(ledger));
}

// The job takes the version that the repository pins: another package of the same name can never slip in.
const github = (
  ledger: string,
): string => `# ledger is a devDependency of package.json: npm ci installs the pinned version.
name: ledger
on:
  push:
  pull_request:
  schedule:
    - cron: '0 1 * * 1-5' # 09:00 in Beijing
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - run: npx --no-install ledger check ${ledger}
`;

const gitlab = (
  ledger: string,
): string => `# ledger is a devDependency of package.json: npm ci installs the pinned version.
# Add a pipeline schedule (CI/CD > Schedules) so that it also runs on days without a change.
ledger:
  image: node:22
  script:
    - npm ci
    - npx --no-install ledger check ${ledger}
`;
