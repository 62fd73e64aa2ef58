import { main } from '../../../generator/cli.ts';

/** Runs the command line in this process and catches what it writes. */
export async function run(
  root: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(['node', 'chitieu', ...args], {
    root,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
