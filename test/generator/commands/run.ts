import { main } from '../../../generator/cli.ts';

/** Runs the command line in this process and catches what it writes. */
export async function run(root: string, ...args: string[]): Promise<Said> {
  return runAt(process.cwd(), root, ...args);
}

/** What a command wrote, and its exit code. */
export interface Said {
  code: number;
  out: string;
  err: string;
}

/** {@link run} as if in another folder. */
export async function runAt(cwd: string, root: string, ...args: string[]): Promise<Said> {
  let out = '';
  let err = '';
  const code = await main(['node', 'chitieu', ...args], {
    root,
    cwd,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
