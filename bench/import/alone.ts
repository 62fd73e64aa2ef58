import { tuneV8 } from '../../generator/tune-v8.ts';
import { measured, peakMemory } from '../measure.ts';

/** A command in a process of its own, so that what it holds is told from what the bench holds. */
tuneV8();
const { main: chitieu } = await import('../../generator/cli.ts');
const [cwd = '.', ...args] = process.argv.slice(2);
const cost = { wall: 0, cpu: 0 };
const last: string[] = [];
const out = (text: string) => void last.splice(0, 1, text);
await measured(cost, () => chitieu(['node', 'chitieu', ...args], { cwd, out, err: out }));
const { user, system } = process.cpuUsage();
const all = { ...cost, process: (user + system) / 1000, peak: peakMemory(), said: last[0] ?? '' };
process.stdout.write(JSON.stringify(all));
