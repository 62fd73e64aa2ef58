import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { CommandContext } from './commands/context.ts';
import { CommandFailure } from './failure.ts';
import { registerFor } from './commands/index.ts';
import type { Finding } from '../core/base/finding.ts';
import { renderFinding } from '../core/wording/render.ts';
import { fileTrouble } from './file-trouble.ts';
import { refuseGivenTwice } from './given-twice.ts';
import { plainText } from './plain-text.ts';
import { packageRoot } from './package-root.ts';
import { storeAddress } from './store/postgres/address.ts';
import { workspaceFor } from './workspace/workspace-for.ts';
import { usageError } from './usage-error.ts';

/** Replaces what the command line otherwise takes from the process; for tests. */
export type CliOverrides = Partial<Pick<CommandContext, 'root' | 'cwd' | 'out' | 'err'>>;

/**
 * Runs the command line.
 * @returns the exit code: 0 fine, 1 findings that block acceptance, 2 wrong use or unreadable input
 */
export async function main(argv: readonly string[], overrides: CliOverrides = {}): Promise<number> {
  survivePipeClosing();
  let exitCode = 0;
  const context: CommandContext = {
    root: overrides.root ?? packageRoot(),
    cwd: overrides.cwd ?? process.cwd(),
    workspace: null,
    server: null,
    out: plain(overrides.out ?? ((text) => process.stdout.write(text))),
    err: plain(overrides.err ?? ((text) => process.stderr.write(text))),
    progress: showProgress,
    exit: (code) => {
      exitCode = Math.max(exitCode, code);
    },
  };
  try {
    await (await createProgram(argv.slice(2), context)).parseAsync([...argv]);
  } catch (error) {
    exitCode = failureCode(error, context);
  }
  return exitCode;
}

/** Nothing from a cell, a file name or a descriptor commands the terminal. */
function plain(write: (text: string) => unknown): (text: string) => void {
  return (text) => {
    write(plainText(text));
  };
}

/** Commander's headings of the help text. */
const HELP_TITLES: Record<string, string> = {
  'Usage:': 'Cách dùng (usage):',
  'Arguments:': 'Tham số (arguments):',
  'Options:': 'Tùy chọn (options):',
  'Commands:': 'Lệnh (commands):',
};

async function createProgram(args: readonly string[], context: CommandContext): Promise<Command> {
  const program = new Command('chitieu');
  program
    .description('Chỉ Tiêu: từ văn bản kế hoạch đến sổ theo dõi chỉ tiêu (from plan documents to workbooks)')
    .helpOption('-h, --help', 'hiện trợ giúp (show help)')
    .option(
      '--workspace <thư mục>',
      'thư mục làm việc; mặc định tìm từ thư mục đang đứng lên trên (workspace, else searched upwards)',
    )
    .option(
      '--store <địa chỉ>',
      'kho trên máy chủ PostgreSQL, postgres://máy:cổng/tên; mặc định theo chitieu.yaml, không có là store/ (server of the store)',
    )
    .option('--store-ca <tệp>', 'chứng chỉ nơi cấp của máy chủ kho, khi nối qua mạng (CA of that server)')
    .hook('preAction', async (_, command) => {
      const given = command.optsWithGlobals<{ workspace?: string; store?: string; storeCa?: string }>();
      if (command.name() !== 'init') context.workspace = await workspaceFor(given.workspace, context);
      context.server = serverOf(given, context);
    })
    .helpCommand('help [lệnh]', 'hiện trợ giúp của một lệnh (help for a command)')
    .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title })
    .exitOverride()
    .configureOutput({
      writeOut: context.out,
      writeErr: context.err,
      outputError: (text, write) => {
        write(usageError(text));
      },
    });
  await registerFor(args, program, context);
  refuseGivenTwice(program);
  return program;
}

/** The server of the store: the one that was named, else that of the workspace. */
function serverOf(
  { store, storeCa }: { store?: string; storeCa?: string },
  { workspace, cwd }: CommandContext,
): CommandContext['server'] {
  const address = store ?? workspace?.store ?? null;
  if (address === null) return null;
  const ofWorkspace = workspace?.storeCa ?? null;
  const own = ofWorkspace === null ? null : resolve(workspace?.root ?? cwd, ofWorkspace);
  return storeAddress(address, storeCa === undefined ? own : resolve(cwd, storeCa));
}

/** Progress is for people at a terminal; files and pipes get none. */
function showProgress(text: string): void {
  if (!process.stderr.isTTY) return;
  // What reaches the edge of the window would begin a second line, which nothing clears.
  const shown = [...plainText(text)].slice(0, process.stderr.columns - 1).join('');
  process.stderr.write(`\r\u001b[K${shown}`);
}

function failureCode(error: unknown, context: CommandContext): number {
  // Commander has already written its message; asking for help is no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const trouble = fileTrouble(error);
  if (error instanceof CommandFailure) context.err(`${error.message}\n`);
  else if (trouble !== null) context.err(`${inWords(trouble, error)}\n`);
  else
    context.err(
      `Lỗi của chương trình (defect): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  return 2;
}

/** What the system says of a file, with the file where it names one. */
function inWords(trouble: Finding, error: unknown): string {
  const path = error instanceof Error && 'path' in error ? String(error.path) : null;
  // A temporary file is none the user knows.
  const place = path === null || path.endsWith('.tmp') ? {} : { file: path };
  return renderFinding({ ...trouble, place }, 'vi');
}

/** A reader that stops early (`| head`) closes the pipe; that is its right and no error of ours. */
function survivePipeClosing(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.listeners('error').includes(ignoreClosedPipe)) continue;
    stream.on('error', ignoreClosedPipe);
  }
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  const trouble = fileTrouble(error);
  if (trouble === null) throw error;
  // What was to be said cannot be: the rest of the run would go unheard.
  process.stderr.write(`${renderFinding(trouble, 'vi')}\n`, () => process.exit(2));
}
