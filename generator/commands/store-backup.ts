import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { storeCommand } from './store-group.ts';
import type { BackupOptions } from '../store/run-backup.ts';

/** `chitieu store backup FOLDER | restore FOLDER`: a copy is the same whatever home the store has, and fits every home. */
export function registerStoreBackup(group: Command, context: CommandContext): void {
  const command = (name: string, description: string) => storeCommand(group, name, description);

  withExample(
    command('backup', 'chép cả kho, trong tệp hay trên máy chủ, ra một thư mục mới (copy the store)')
      .argument('<thư mục>', 'thư mục mới (new folder)')
      .action(async (given: string, options: BackupOptions) => {
        const { runBackup } = await import('../store/run-backup.ts');
        await runBackup(given, options, context);
      }),
    'chitieu store backup "sao-luu/kho 2024-02"',
  );

  withExample(
    command(
      'restore',
      'lấy lại kho từ một bản đã chép; kho trong tệp đang có được giữ bên cạnh, kho trên máy chủ phải còn trống (restore a copy)',
    )
      .argument('<thư mục>', 'bản đã chép (the copy)')
      .action(async (given: string, options: BackupOptions) => {
        const { runRestore } = await import('../store/run-backup.ts');
        await runRestore(given, options, context);
      }),
    'chitieu store restore "sao-luu/kho 2024-02"',
    'chitieu --store postgres://kho.example.vn/chitieu store restore "sao-luu/kho 2024-02"',
  );
}
