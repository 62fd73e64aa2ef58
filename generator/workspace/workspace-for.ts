import { join, resolve } from 'node:path';
import { renderFinding } from '../../core/wording/render.ts';
import { CommandFailure } from '../failure.ts';
import { isThere } from '../workbook/write-new.ts';
import { readWorkspace, WORKSPACE_FILE, workspaceAbove, type Workspace } from './workspace.ts';

/**
 * The workspace a command works in: the folder that was named, or the nearest at or above the present one.
 * @returns null where none was named and none is there: the built-in plans serve
 * @throws CommandFailure when the named folder is none, or chitieu.yaml is wrong
 */
export async function workspaceFor(
  named: string | undefined,
  { root, cwd }: { root: string; cwd: string },
): Promise<Workspace | null> {
  const folder = named === undefined ? workspaceAbove(cwd) : resolve(cwd, named);
  if (folder === null) return null;
  if (named !== undefined && !(await isThere(join(folder, WORKSPACE_FILE))))
    throw new CommandFailure(
      `Thư mục "${named}" không phải thư mục làm việc: không có ${WORKSPACE_FILE}. Hãy lập bằng "chitieu init" hoặc sửa --workspace (no workspace).`,
    );
  const { value, findings } = await readWorkspace(folder, root);
  if (value === null)
    throw new CommandFailure(
      findings
        .map((finding) =>
          renderFinding(
            { ...finding, place: { ...finding.place, file: join(folder, WORKSPACE_FILE) } },
            'vi',
          ),
        )
        .join('\n'),
    );
  return value;
}
