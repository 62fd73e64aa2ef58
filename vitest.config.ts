import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Both spreadsheet engines run as whole processes; more workers than cores only makes them time out.
    maxWorkers: 2,
  },
});
