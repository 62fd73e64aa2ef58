import { returnName, type Decision, type StoredReturn } from '../../core/store/model.ts';
import { CommandFailure } from '../failure.ts';
import type { Database } from './database.ts';
import { addToLedger, linesIn, type LedgerLine } from './ledger.ts';

/**
 * The ledger whose lines were last found to be what the database holds, and how much that was. Both only grow, so that
 * the same ledger beside as much is the same, and need not be read line by line again: a store of many years has tens
 * of thousands.
 */
const TABLE =
  'CREATE TABLE IF NOT EXISTS agreed (ledger VARCHAR NOT NULL, returns BIGINT NOT NULL, decisions BIGINT NOT NULL, entries BIGINT NOT NULL)';

const COUNTS =
  '(SELECT count(*) FROM returns), (SELECT count(*) FROM decisions), (SELECT count(*) FROM entries)';

/** Whether a ledger was held against the database as it is. @param sha256 of the ledger's bytes */
export async function isAgreed(database: Database, sha256: string): Promise<boolean> {
  const { rows: there } = await database.read(
    "SELECT 1 FROM information_schema.tables WHERE table_name = 'agreed'",
  );
  if (there.length === 0) return false;
  const { rows } = await database.read(
    `SELECT 1 FROM agreed WHERE ledger = $1 AND (returns, decisions, entries) = (${COUNTS})`,
    [sha256],
  );
  return rows.length > 0;
}

/** Notes that the ledger says what the database holds now. @param sha256 of the ledger's bytes */
export async function noteAgreed(database: Database, sha256: string): Promise<void> {
  await database.together([
    () => database.run(TABLE),
    () => database.run('DELETE FROM agreed'),
    () => database.run(`INSERT INTO agreed SELECT $1, ${COUNTS}`, [sha256]),
  ]);
}

/**
 * Holds the ledger against the database. What the database has more was kept by a process that ended before it
 * could say so, and is added to the ledger; what it has less is lost, and is never passed over.
 * @returns the text that was added
 */
export async function agree(
  bytes: Uint8Array,
  path: string,
  {
    returns,
    decisions,
    counts,
  }: {
    returns: readonly StoredReturn[];
    decisions: readonly Decision[];
    counts: ReadonlyMap<number, number>;
  },
): Promise<string> {
  const ledger = linesIn(bytes, path);
  const ofReturns = new Map(returns.map((one) => [one.number, one]));
  const ofDecisions = new Set(decisions.map(({ number }) => number));
  const lost = ledger.filter((line) => {
    if ('decision' in line) return !ofDecisions.has(line.decision.number);
    const { number, sha256 } = line.return;
    return ofReturns.get(number)?.sha256 !== sha256 || (counts.get(number) ?? 0) !== line.entries;
  });
  if (lost.length > 0) throw lacking(lost.length, lost[0]);
  const saidReturns = new Set(ledger.flatMap((line) => ('return' in line ? [line.return.number] : [])));
  const saidDecisions = new Set(ledger.flatMap((line) => ('decision' in line ? [line.decision.number] : [])));
  return addToLedger(path, [
    ...returns
      .filter(({ number }) => !saidReturns.has(number))
      .map((one) => ({ return: one, entries: counts.get(one.number) ?? 0 })),
    ...decisions.filter(({ number }) => !saidDecisions.has(number)).map((decision) => ({ decision })),
  ]);
}

/** What is said of a store that has less than its ledger. @param count of lines, @param first of them */
export function lacking(count: number, first?: LedgerLine): CommandFailure {
  const named = first && 'return' in first ? `, trước hết ${returnName(first.return.number)}` : '';
  return new CommandFailure(
    `Kho thiếu ${count} mục đã ghi trong sổ cái${named}. Chưa đọc gì từ kho; hãy chạy "chitieu store rebuild" để dựng lại từ các tệp gốc (the store lacks what its ledger says).`,
  );
}
