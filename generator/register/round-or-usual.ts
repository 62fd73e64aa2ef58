import { periodTrouble } from '../../core/period/period.ts';
import { CommandFailure } from '../failure.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The round a command is about. @throws CommandFailure where nothing says which */
export function roundOrUsual(named: string | undefined, { round: usual }: Workspace): string {
  const round = named ?? usual;
  if (round === null)
    throw new CommandFailure(
      'Hãy ghi kỳ báo cáo bằng --round, hoặc ghi "round:" trong chitieu.yaml (which round?).',
    );
  const trouble = periodTrouble(round);
  if (trouble !== null) throw new CommandFailure(trouble.vi);
  return round;
}
