import type { Language } from '../../core/base/finding.ts';
import { foldedName } from '../../core/base/name.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Indicator } from '../../core/catalogue/schema.ts';
import type { Plan } from '../../core/plan/model.ts';
import { figureText } from '../../core/store/entry.ts';
import { figuresInForce } from '../../core/store/in-force.ts';
import {
  computedRates,
  countedInTotals,
  decisionsAbout,
  livesOf,
  type ComputedRate,
  type Life,
} from '../../core/store/life.ts';
import { returnName, type StoredEntry } from '../../core/store/model.ts';
import { standingOf } from '../../core/store/standing.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { CommandFailure } from '../failure.ts';
import { openConflicts, recordIn } from './draw-up.ts';
import { lifeText, type LifeOfFigure } from './life-text.ts';
import type { Store } from '../store/store.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { decisionJson } from '../commands/decide.ts';
import { usablePlans } from '../commands/selected-plans.ts';
import { offer, unitMeant } from '../commands/unit-meant.ts';

/** Tells what became of a return or a figure. */
export async function runHistory(
  unitId: string,
  id: string,
  options: { json?: boolean; lang: Language },
  context: CommandContext,
): Promise<void> {
  await withStore(context, { for: 'ask' }, async (store) => {
    const { catalogue, plans } = await usablePlans(context, []);
    const indicator = indicatorNamed(id, catalogue);
    const loaded = plans.map(({ plan }) => plan);
    const unit = await unitNamed(unitId, { plans: loaded, catalogue, store });
    const life = await lifeOf(unit, indicator, { store, catalogue });
    context.out(
      options.json ? `${JSON.stringify(lifeJson(life), null, 2)}\n` : lifeText(life, catalogue, options.lang),
    );
  });
}

async function lifeOf(
  unit: LifeOfFigure['unit'],
  indicator: Indicator,
  { store, catalogue }: { store: Store; catalogue: Catalogue },
): Promise<LifeOfFigure> {
  const [returns, decisions] = [await store.returns(), await store.decisions()];
  const standing = standingOf(decisions);
  const conflicts = await openConflicts(store, { unit: unit.id }, catalogue);
  const conflicting = new Set(conflicts.flatMap(({ figures }) => figures.map((one) => one.return)));
  const rules = { standing, conflicting, recordOf: recordIn(catalogue) };
  const entriesOf = async (id: string) =>
    (await store.entries({ unit: unit.id, indicator: id })).filter(({ table }) => table !== 'verdicts');
  const counted = async (one: Indicator) => countedInTotals(await entriesOf(one.id), returns, rules);
  const entries = await entriesOf(indicator.id);
  const part = (id: string | undefined) => (id === undefined ? undefined : catalogue.indicators.get(id));
  const [numerator, denominator] = [part(indicator.numerator), part(indicator.denominator)];
  const parts =
    numerator && denominator
      ? {
          numerator,
          denominator,
          rates: computedRates(indicator, figuresInForce(returns, entries, rules), {
            numerator: await counted(numerator),
            denominator: await counted(denominator),
          }),
        }
      : null;
  return {
    unit,
    indicator,
    lives: livesOf(entries, returns, rules),
    decisions: decisionsAbout(decisions, entries),
    standing,
    parts,
  };
}

function indicatorNamed(text: string, { indicators }: Catalogue): Indicator {
  const names = [...indicators.values()].map((one) => ({ id: one.id, name: one.name.vi }));
  const folded = foldedName(text.toLocaleLowerCase('vi'));
  const known = indicators.get(text) ?? null;
  if (known) return known;
  const [named, ...others] = [...indicators.values()].filter(
    ({ name }) => foldedName(name.vi.toLocaleLowerCase('vi')) === folded,
  );
  if (named && others.length === 0) return named;
  throw new CommandFailure(
    `Không có chỉ tiêu "${text}"${offer(text, names)}. Mã các chỉ tiêu: docs/generated/catalogue.md (no such indicator).`,
  );
}

/** A unit of the plans, or one of which something is in the store. */
async function unitNamed(
  text: string,
  { plans, catalogue, store }: { plans: readonly Plan[]; catalogue: Catalogue; store: Store },
): Promise<LifeOfFigure['unit']> {
  const { units } = exchangeContext(catalogue, plans);
  const known = unitMeant(text, units);
  if (known?.level === 'department')
    throw new CommandFailure(
      `${known.name} (${known.id}) báo cáo số của tỉnh: hãy hỏi "chitieu history ${known.parent ?? ''} …" (a department reports figures of its province).`,
    );
  if (known) return known;
  if ((await store.returns()).some(({ unit }) => unit === text)) return { id: text, name: text };
  const own = units.filter(({ level }) => level !== 'department');
  throw new CommandFailure(
    `Không có đơn vị "${text}"${offer(text, own)}. Mã các đơn vị: "chitieu status", "chitieu units --province …" (no such unit).`,
  );
}

function lifeJson({ unit, indicator, lives, decisions, parts }: LifeOfFigure) {
  return {
    unit: unit.id,
    indicator: indicator.id,
    figures: lives.map(entryJson),
    decisions: decisions.map(decisionJson),
    computed: parts && {
      numerator: parts.numerator.id,
      denominator: parts.denominator.id,
      figures: parts.rates.map(rateJson),
    },
  };
}

function rateJson({ period, stratum, value, numerator, denominator }: ComputedRate) {
  const part = (entry: StoredEntry | null) =>
    entry && { figure: figureText(entry), return: returnName(entry.return) };
  return { period, stratum, figure: value, numerator: part(numerator), denominator: part(denominator) };
}

function entryJson({ entry, of, fate }: Life) {
  return {
    kind: entry.table,
    year: entry.year,
    source: entry.source,
    period: entry.period,
    stratum: entry.stratum,
    vintage: entry.vintage,
    reporter: entry.reporter,
    figure: figureText(entry) || null,
    unread: entry.unread,
    reason: entry.reason,
    state: fate,
    return: returnName(entry.return),
    received: of?.received ?? null,
    file: of?.files[0]?.name ?? null,
    place: entry.place,
  };
}
