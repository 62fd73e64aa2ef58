import type { Reporter, TestModule } from 'vitest/node';

/** Files named after a run: where a lane has become slow, it is one of them. */
const LONGEST = 8;

/** Prints after a run how much time the files of each lane took, and the longest of them, so that growth is seen. */
export default class LaneTimes implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lanes = new Map<string, { files: number; tests: number; milliseconds: number }>();
    const files: { name: string; milliseconds: number }[] = [];
    for (const module of modules) {
      const sum = lanes.get(module.project.name) ?? { files: 0, tests: 0, milliseconds: 0 };
      const { duration, collectDuration, setupDuration, prepareDuration } = module.diagnostic();
      sum.files += 1;
      sum.tests += [...module.children.allTests()].length;
      const milliseconds = duration + collectDuration + setupDuration + prepareDuration;
      sum.milliseconds += milliseconds;
      files.push({ name: module.relativeModuleId, milliseconds });
      lanes.set(module.project.name, sum);
    }
    const rows = [...lanes].sort().map(([lane, { files, tests, milliseconds }]) => {
      return `${lane.padEnd(10)}${String(files).padStart(6)}${String(tests).padStart(8)}${seconds(milliseconds).padStart(10)}`;
    });
    const longest = files.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, LONGEST);
    const named = longest.map(({ name, milliseconds }) => `${seconds(milliseconds).padStart(6)}  ${name}`);
    const lines = ['', 'lane       files   tests  in files', ...rows, '', 'longest files', ...named, ''];
    console.log(lines.join('\n'));
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(0)} s`;
}
