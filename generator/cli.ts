import { Command, CommanderError } from 'commander';
import type { CommandContext } from './commands/context.ts';
import { CommandFailure } from './failure.ts';
import { commands } from './commands/index.ts';
import { packageRoot } from './package-root.ts';
import { workspaceFor } from './workspace/workspace-for.ts';

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
    out: overrides.out ?? ((text) => process.stdout.write(text)),
    err: overrides.err ?? ((text) => process.stderr.write(text)),
    progress: showProgress,
    exit: (code) => {
      exitCode = Math.max(exitCode, code);
    },
  };
  try {
    await createProgram(context).parseAsync([...argv]);
  } catch (error) {
    exitCode = failureCode(error, context);
  }
  return exitCode;
}

/** Commander's headings of the help text. */
const HELP_TITLES: Record<string, string> = {
  'Usage:': 'Cách dùng (usage):',
  'Arguments:': 'Tham số (arguments):',
  'Options:': 'Tùy chọn (options):',
  'Commands:': 'Lệnh (commands):',
};

function createProgram(context: CommandContext): Command {
  const program = new Command('chitieu');
  program
    .description('Chỉ Tiêu: từ văn bản kế hoạch đến sổ theo dõi chỉ tiêu (from plan documents to workbooks)')
    .helpOption('-h, --help', 'hiện trợ giúp (show help)')
    .option(
      '--workspace <thư mục>',
      'thư mục làm việc; mặc định tìm từ thư mục đang đứng lên trên (workspace, else searched upwards)',
    )
    .hook('preAction', async (_, command) => {
      if (command.name() !== 'init')
        context.workspace = await workspaceFor(
          command.optsWithGlobals<{ workspace?: string }>().workspace,
          context,
        );
    })
    .helpCommand('help [lệnh]', 'hiện trợ giúp của một lệnh (help for a command)')
    .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title })
    .exitOverride()
    .configureOutput({
      writeOut: context.out,
      writeErr: context.err,
      outputError: (text, write) => {
        write(`Dùng lệnh chưa đúng. ${text}`);
      },
    });
  for (const register of commands) register(program, context);
  return program;
}

/** Progress is for people at a terminal; files and pipes get none. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function failureCode(error: unknown, context: CommandContext): number {
  // Commander has already written its message; asking for help is no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandFailure) context.err(`${error.message}\n`);
  else if (isSystemError(error)) context.err(`Lỗi đọc hoặc ghi tệp (file error): ${error.message}\n`);
  else
    context.err(
      `Lỗi của chương trình (defect): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  return 2;
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

/** A reader that stops early (`| head`) closes the pipe; that is its right and no error of ours. */
function survivePipeClosing(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.listeners('error').includes(ignoreClosedPipe)) continue;
    stream.on('error', ignoreClosedPipe);
  }
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
