import { defineConfig } from 'vitest/config';

/** The lanes of the tests and what their files end with; every other test file is of the lane `unit`. */
const OUTSIDE = {
  /** Needs LibreOffice, Gnumeric or another program as a referee. */
  engines: 'test/**/*.engines.test.ts',
  /** Opens what is built for users in Chromium. */
  browser: 'test/**/*.browser.test.ts',
};

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Both spreadsheet engines run as whole processes; more workers than cores only makes them time out.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: Object.values(OUTSIDE) },
      },
      ...Object.entries(OUTSIDE).map(([name, pattern]) => ({
        extends: true as const,
        test: { name, include: [pattern] },
      })),
    ],
  },
});
