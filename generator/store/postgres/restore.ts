import type { Decision, StoredReturn } from '../../../core/store/model.ts';
import { movedTo, type Moved } from '../../../core/store/moved.ts';
import { CommandFailure } from '../../failure.ts';
import { originalsOf, requireSame, withEntries } from '../copied.ts';
import { Overtaken, type Additions, type Original, type Store } from '../store.ts';
import type { StoreAddress } from './address.ts';
import { addTogether } from './add-together.ts';
import { moveHead } from './head.ts';
import { COUNTRY, numberIn, provinceOf, provinceOfNumber, type Province } from './province.ts';
import { Servers } from './servers.ts';
import { inTransaction } from './session.ts';
import { openPostgres } from './store.ts';
import { Told } from './told.ts';

/** What a restored store has come to. */
export interface Restored {
  returns: number;
  decisions: number;
  /** Whether returns and decisions have other numbers there: those of a server tell the province. */
  isRenumbered: boolean;
}

/**
 * Puts a copy of a store into an empty one on a server, a transaction a province, and holds what is there against it.
 * Where it was broken off it may be run again: provinces that are there already are left as they are.
 * @param province whose workspace it is; null for the whole country
 * @throws CommandFailure where the store on the server has anything else, lacks a province, or differs afterwards
 */
export async function restoreOnServer(
  from: Store,
  address: StoreAddress,
  province: string | null,
): Promise<Restored> {
  const own = province === null ? null : provinceOf(province);
  const old = { returns: await from.returns(), decisions: await from.decisions() };
  const placed = placesOf(old.returns, old.decisions, own);
  const keepsNumbers = [...placed.returns, ...placed.decisions].every(
    ([number, of]) => number >= numberIn(of, 1) && provinceOfNumber(number) === of,
  );
  const numberOf = (places: ReadonlyMap<number, Province>) => (one: { number: number }, at: number) =>
    keepsNumbers ? one.number : numberIn(places.get(one.number) ?? COUNTRY, at + 1);
  const moved = movedTo(old, {
    return: numberOf(placed.returns),
    decision: numberOf(placed.decisions),
  });
  const provinces = [...new Set([...placed.returns.values(), ...placed.decisions.values()])].sort();
  requireOwn(old.returns, own);
  const missing = await missingThere(address, province, { moved, provinces });
  const servers = await Servers.at(address);
  try {
    await servers.said(() => servers.learn());
    for (const one of missing)
      await servers.said(() => write(servers, one, { from, old: old.returns, moved }));
    // What comes now is newer than all that was seen, in whatever province.
    for (const one of own === null ? servers.provinces : [own])
      await servers.said(async () => {
        await inTransaction(await servers.poolFor(one), (client) =>
          moveHead(client, one, { returns: highest(moved.returns), decisions: highest(moved.decisions) }),
        );
      });
  } finally {
    await servers.close();
  }
  const there = await openPostgres(address, { province, isAsked: true });
  try {
    await requireSame(from, there, moved);
  } finally {
    await there.close();
  }
  return { returns: old.returns.length, decisions: old.decisions.length, isRenumbered: !keepsNumbers };
}

type Places = { returns: ReadonlyMap<number, Province>; decisions: ReadonlyMap<number, Province> };

/** In which part each return and decision belongs: all of a province's workspace in its own, else as they would have come in. */
function placesOf(
  returns: readonly StoredReturn[],
  decisions: readonly Decision[],
  own: Province | null,
): Places {
  const ofReturns = new Map<number, Province>();
  for (const { number, unit, sent } of returns)
    ofReturns.set(number, own ?? (sent && ofReturns.get(sent.set)) ?? provinceOf(unit));
  const ofDecisions = new Map<number, Province>();
  for (const { number, return: of, kind, target, sent } of decisions) {
    const about = sent?.set ?? of;
    const place = about === null ? null : ofReturns.get(about);
    const undone = kind === 'undo' && target !== null ? ofDecisions.get(target) : null;
    ofDecisions.set(number, own ?? place ?? undone ?? COUNTRY);
  }
  return { returns: ofReturns, decisions: ofDecisions };
}

/** A copy of another province's store would be taken for this one's. */
function requireOwn(returns: readonly StoredReturn[], own: Province | null): void {
  const units = returns.map(({ unit }) => unit).filter((unit) => provinceOf(unit) !== COUNTRY);
  if (own === null || units.length === 0 || units.some((unit) => provinceOf(unit) === own)) return;
  throw new CommandFailure(
    `Bản chép không có báo cáo nào của tỉnh ${own}, có của ${units[0] ?? ''}. Chưa ghi gì; hãy chạy trong thư mục làm việc của đúng tỉnh ấy (the copy is of another province).`,
  );
}

/** The provinces that are still to be written. @throws CommandFailure where there is something else */
async function missingThere(
  address: StoreAddress,
  province: string | null,
  { moved, provinces }: { moved: Moved; provinces: readonly Province[] },
): Promise<Province[]> {
  const there = await openPostgres(address, { province, isAsked: true });
  try {
    const [returns, decisions] = [await there.returns(), await there.decisions()];
    const found = new Set([...returns, ...decisions].map(({ number }) => provinceOfNumber(number)));
    const wanted = texts([...moved.returns, ...moved.decisions]);
    const isWhole = (of: Province) =>
      texts([...returns, ...decisions])
        .get(of)
        ?.join('\n') === wanted.get(of)?.join('\n');
    const others = [...found].filter((of) => !isWhole(of));
    if (others.length > 0)
      throw new CommandFailure(
        `Kho trên máy chủ đã có số của ${others.sort().join(', ')}; chỉ lấy lại được vào kho còn trống. Chưa ghi gì (the store on the server is not empty).`,
      );
    return provinces.filter((of) => !found.has(of));
  } finally {
    await there.close();
  }
}

/** What is said of each province, one by one. */
function texts(ones: readonly (StoredReturn | Decision)[]): Map<Province, string[]> {
  const found = new Map<Province, string[]>();
  for (const one of ones) {
    const of = provinceOfNumber(one.number);
    found.set(of, [...(found.get(of) ?? []), JSON.stringify(one)]);
  }
  return found;
}

async function write(
  servers: Servers,
  province: Province,
  { from, old, moved }: { from: Store; old: readonly StoredReturn[]; moved: Moved },
): Promise<void> {
  if (!servers.provinces.includes(province))
    throw new CommandFailure(
      `Kho trên máy chủ không có phần của tỉnh ${province}. Người quản trị thêm bằng "chitieu store setup" rồi chạy lại (the province has no part).`,
    );
  const isHere = ({ number }: { number: number }) => provinceOfNumber(number) === province;
  const own = old.filter(({ number }) => isHere({ number: moved.numbers.get(number) ?? 0 }));
  const under = new Map(moved.returns.filter(isHere).map((one, at) => [own[at]?.number, one]));
  const returns: Additions['returns'][number][] = [];
  for await (const part of withEntries(from, own))
    for (const { one, entries } of part) {
      const there = under.get(one.number);
      if (there) returns.push({ one: there, entries });
    }
  const originals: Original[] = [];
  for await (const original of originalsOf(from, own)) originals.push(original);
  const before = { province, returns: new Told<StoredReturn>(), decisions: new Told<Decision>() };
  const made = () => ({ returns, decisions: moved.decisions.filter(isHere) });
  try {
    await addTogether(await servers.poolFor(province), before, { made, originals });
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    throw new CommandFailure(
      `Trong lúc lấy lại kho, người khác đã ghi vào phần của ${province}; phần ấy giữ nguyên như họ ghi (somebody else has just added to the store).`,
    );
  }
}

function highest(ones: readonly { number: number }[]): number {
  return ones.reduce((most, { number }) => Math.max(most, number), 0);
}
