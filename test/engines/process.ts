import { spawn } from 'node:child_process';

/** What a finished program left behind. */
export interface ProcessResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface ProcessOptions {
  timeoutMilliseconds: number;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
}

/**
 * Runs a program to its end and collects what it says. The program gets its own process group, because
 * LibreOffice's launcher starts the real program as a child that would outlive a killed launcher.
 * @throws Error when it cannot be started or does not end in time; the text holds its stdout and stderr.
 */
export function runProcess(
  program: string,
  parameters: readonly string[],
  options: ProcessOptions,
): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: options.env ?? process.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const timer = setTimeout(() => {
      timedOut = true;
      if (child.pid !== undefined) killGroup(child.pid);
    }, options.timeoutMilliseconds);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${program} could not be started: ${error.message}`, { cause: error }));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (timedOut) {
        const seconds = Math.round(options.timeoutMilliseconds / 1000);
        reject(new Error(`${program} did not end within ${seconds} s.\n${said(stdout, stderr)}`));
      } else {
        resolve({ code, stdout, stderr });
      }
    });
  });
}

/** What a program said, for the text of an error. */
export function said(stdout: string, stderr: string): string {
  return `stdout: ${stdout.trim() || '(nothing)'}\nstderr: ${stderr.trim() || '(nothing)'}`;
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // The group ended by itself between the timeout and the signal.
  }
}
