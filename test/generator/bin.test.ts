import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { build, launch, launcher } from './built.ts';

beforeAll(build);

describe('the launcher', () => {
  it('is executable, finds its package from any folder and passes the exit code on', () => {
    expect(statSync(launcher).mode & 0o111).not.toBe(0);
    expect(launch(tmpdir(), 'targets', 'thai-binh-2013', '--json')).toMatchObject({ code: 0, err: '' });
    expect(launch(tmpdir(), 'targets', 'nope')).toMatchObject({ code: 2, out: '' });
  });

  it('says in one line that the package is not built', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chitieu-unbuilt-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    cpSync(launcher, join(folder, 'generator', 'bin', 'chitieu.mjs'));
    const { status, stderr } = spawnSync(join(folder, 'generator', 'bin', 'chitieu.mjs'), {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^[^\n]*npm run build[^\n]*\n$/u);
  });

  it('does not mind a reader that stops early', async () => {
    const child = spawn(launcher, ['targets', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
