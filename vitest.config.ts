import { defineConfig } from 'vitest/config';

/** Their tables hold rows about which nothing is asserted; once they are filtered, this list goes. */
const TABLES_WITH_EMPTY_ROWS = ['tests/domain/calendar-day.test.ts', 'tests/licences/registry.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/process/**', 'tests/browser/**', ...TABLES_WITH_EMPTY_ROWS],
          testTimeout: 30_000,
          expect: { requireAssertions: true },
        },
      },
      { test: { name: 'tables', include: TABLES_WITH_EMPTY_ROWS, testTimeout: 30_000 } },
      {
        test: {
          name: 'process',
          include: ['tests/process/**/*.test.ts'],
          globalSetup: ['tests/support/build-once.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { requireAssertions: true },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/browser-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/dev/**'],
      reporter: ['text-summary', 'html'],
    },
  },
});
