import { defineConfig } from 'vitest/config';
import { budgetFor } from './generator/tune-v8.ts';
import { LongestFirst } from './test/longest-first.ts';

const ENGINES = 'test/**/*.engines.test.ts';
const BROWSER = 'test/**/*.browser.test.ts';

/** What a test file is allowed to start; `test/engines/availability.ts` holds the lane `unit` to it. */
const lane = (name: string) => ({ name, env: { CHITIEU_LANE: name } });
/** Lanes that share what is made once in a run. */
const sharing = { globalSetup: ['test/engines/run-folder.ts'] };

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Both spreadsheet engines run as whole processes; more workers than cores only makes them time out.
    maxWorkers: 2,
    // Workbooks are built by the hundred and thrown away: with room for the young, fewer of them are carried along.
    // And most code of a test runs too seldom to be worth making fast.
    execArgv: ['--max-semi-space-size=64', ...budgetFor(process.versions.v8)],
    reporters: ['default', './test/lane-times.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      // Opens no other program; every test file that names no lane. Files share a process: what they load is compiled
      // once, which is half of what the lane costs. A file that changes a module or a global puts it back.
      {
        extends: true,
        test: {
          ...lane('unit'),
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [ENGINES, BROWSER],
        },
      },
      // Needs LibreOffice, Gnumeric or another program as a referee.
      { extends: true, test: { ...lane('engines'), ...sharing, include: [ENGINES] } },
      // Opens what is built for users in Chromium.
      { extends: true, test: { ...lane('browser'), ...sharing, include: [BROWSER] } },
    ],
  },
});
