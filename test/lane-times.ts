import type { Reporter, TestModule } from 'vitest/node';

/** Prints after a run how much time the files of each lane took, so that growth is seen. */
export default class LaneTimes implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lanes = new Map<string, { files: number; tests: number; milliseconds: number }>();
    for (const module of modules) {
      const sum = lanes.get(module.project.name) ?? { files: 0, tests: 0, milliseconds: 0 };
      const { duration, collectDuration, setupDuration, prepareDuration } = module.diagnostic();
      sum.files += 1;
      sum.tests += [...module.children.allTests()].length;
      sum.milliseconds += duration + collectDuration + setupDuration + prepareDuration;
      lanes.set(module.project.name, sum);
    }
    const rows = [...lanes].sort().map(([lane, { files, tests, milliseconds }]) => {
      const seconds = `${(milliseconds / 1_000).toFixed(0)} s`;
      return `${lane.padEnd(10)}${String(files).padStart(6)}${String(tests).padStart(8)}${seconds.padStart(10)}`;
    });
    console.log(['', 'lane       files   tests  in files', ...rows, ''].join('\n'));
  }
}
