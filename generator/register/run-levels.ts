import type { Language } from '../../core/base/finding.ts';
import { asReported } from '../../core/base/number.ts';
import { decimalsOf } from '../../core/catalogue/decimals.ts';
import { ALL } from '../../core/consolidate/consolidate.ts';
import type { LevelDifference } from '../../core/consolidate/levels.ts';
import { differenceState, levelFigures, levelsCount } from '../../core/consolidate/level-words.ts';
import { consolidationWords } from '../../core/consolidate/words.ts';
import { differenceJson } from '../consolidate/difference-json.ts';
import { differencesOf } from '../consolidate/level-differences.ts';
import { CommandFailure } from '../failure.ts';
import { refuseUnused } from '../unused-options.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { decisionJson, keepDecisions, type DecideOptions } from '../commands/decide.ts';
import { plansOfRound } from '../commands/selected-plans.ts';
import { roundOrUsual } from './round-or-usual.ts';

/** What the command was given. */
export interface LevelsOptions extends DecideOptions {
  round?: string;
  lang: Language;
}

/** Lists what levels say differently, and takes decisions on it. */
export async function runLevels(
  ids: string[],
  options: LevelsOptions,
  context: CommandContext,
): Promise<void> {
  if (ids.length === 0) {
    const { reason, by } = options;
    refuseUnused({ '--reason': reason, '--by': by }, { vi: 'mã chênh lệch', en: 'ids of differences' });
  }
  await withStore(
    context,
    { for: ids.length > 0 ? 'write' : 'ask', at: options.at },
    async (store, setting) => {
      const round = roundOrUsual(options.round, setting.workspace);
      const { catalogue, plans } = await plansOfRound(context, round);
      const loaded = { plans: plans.map(({ plan }) => plan), catalogue };
      const differences = await differencesOf(store, loaded, { round, today: setting.now });
      if (ids.length === 0) {
        context.out(
          options.json
            ? `${JSON.stringify(differences.map(differenceJson), null, 2)}\n`
            : listText(differences, options.lang),
        );
        return;
      }
      const decided = named(ids, differences).map(({ place, column, values }) => {
        const decimals = decimalsOf(column.indicator);
        const shown = [asReported(values[0], decimals), asReported(values[1], decimals)] as const;
        return { kind: 'explain', difference: { place, values: shown } } as const;
      });
      const decisions = await keepDecisions(store, decided, { options, ...setting });
      const numbers = decisions.map(({ number }) => number).join(', ');
      context.out(
        options.json
          ? `${JSON.stringify(decisions.map(decisionJson), null, 2)}\n`
          : `Đã giải trình ${decisions.length} chênh lệch: quyết định số ${numbers} (explained). Bỏ quyết định: chitieu resolve --undo ${decisions[0]?.number}.\n`,
      );
    },
  );
}

function named(ids: readonly string[], differences: readonly LevelDifference[]): LevelDifference[] {
  const unknown = ids.filter((id) => !differences.some((one) => one.id === id));
  if (unknown.length === 0) return differences.filter(({ id }) => ids.includes(id));
  throw new CommandFailure(
    `Không có chênh lệch nào mang mã ${unknown.join(', ')}; xem "chitieu levels" (no such difference).`,
  );
}

function listText(differences: readonly LevelDifference[], language: Language): string {
  if (differences.length === 0) return `${consolidationWords[language].levelsAgree}\n`;
  const total = `${levelsCount(differences, language)}. ${EXPLAIN[language]}\n`;
  return `${differences.map((one) => lineOf(one, language)).join('')}${total}`;
}

const EXPLAIN = {
  vi: 'Giải trình: chitieu levels <mã> --reason "…".',
  en: 'Explain: chitieu levels <id> --reason "…".',
} as const;

/** "c3fa2c10  Số hộ nghèo: cộng đơn vị 120, công bố 125; cần lý do hoặc quyết định". */
function lineOf(one: LevelDifference, language: Language): string {
  const { indicator, stratum } = one.column;
  const name = [indicator.name[language], ...(stratum ? [stratum.name[language]] : [])].join(' – ');
  // Of several provinces each difference says whose it is.
  const whose = one.group === ALL ? '' : `${one.group} `;
  return `${one.id}  ${whose}${name}: ${levelFigures(one, language)}; ${differenceState(one, language)}
`;
}
