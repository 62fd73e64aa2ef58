import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { closest } from '../../core/base/closest.ts';
import { entryKey, figureText, isFigure, stratumOf } from '../../core/store/entry.ts';
import { countedGiven, isGiven } from '../../core/store/given.ts';
import { countedFigures, figuresInForce } from '../../core/store/in-force.ts';
import { returnName, type Decision, type StoredEntry, type StoredReturn } from '../../core/store/model.ts';
import { standingOf, type Standing } from '../../core/store/standing.ts';
import { whereFrom } from '../../core/store/where-from.ts';
import { CommandFailure } from '../failure.ts';
import { recordIn } from '../register/draw-up.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from './context.ts';
import { decisionJson } from './decide.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { usablePlans } from './selected-plans.ts';
import { textTable } from './text-table.ts';

/** What has become of a figure. */
type Fate =
  'in-force' | 'conflict' | 'beside' | 'replaced' | 'held-back' | 'withdrawn' | 'no-figure' | 'assigned';

const fateWords: Record<Fate, Record<Language, string>> = {
  'in-force': { vi: 'có hiệu lực', en: 'in force' },
  conflict: { vi: 'mâu thuẫn', en: 'conflict' },
  beside: { vi: 'để đối chiếu', en: 'beside' },
  replaced: { vi: 'đã được thay', en: 'replaced' },
  'held-back': { vi: 'giữ lại', en: 'held back' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  'no-figure': { vi: 'không phải số', en: 'no figure' },
  assigned: { vi: 'số giao', en: 'assigned' },
};

/** The fixed words of a history. */
const lifeWords: Record<
  Language,
  {
    heads: string[];
    given: string;
    baseline: string;
    assigned: string;
    nothing: string;
    decision: string;
    undone: string;
  }
> = {
  vi: {
    heads: ['Kỳ', 'Phân tổ', 'Số', 'Loại', 'Hiệu lực', 'Bản', 'Ngày nhận', 'Người báo cáo', 'Từ'],
    given: 'số cấp sẵn',
    baseline: 'số gốc',
    assigned: 'giao',
    nothing: 'chưa có số nào trong kho.',
    decision: 'Quyết định',
    undone: 'đã bỏ',
  },
  en: {
    heads: ['Period', 'Stratum', 'Figure', 'Vintage', 'Standing', 'Return', 'Received', 'Reporter', 'From'],
    given: 'given',
    baseline: 'baseline',
    assigned: 'assigned',
    nothing: 'nothing in the store.',
    decision: 'Decision',
    undone: 'undone',
  },
};

interface Life {
  entry: StoredEntry;
  of: StoredReturn | undefined;
  fate: Fate;
}

/** `chitieu history UNIT INDICATOR [--json]` */
export function registerHistory(program: Command, context: CommandContext): void {
  const command = program
    .command('history')
    .argument('<đơn vị>', 'mã đơn vị, ví dụ VN12.106 (unit id)')
    .argument('<chỉ tiêu>', 'mã chỉ tiêu, ví dụ poverty-rate (indicator id)')
    .description('lịch sử một số liệu: từ tệp nào, ô nào, số nào có hiệu lực (the life of a figure)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action((unit: string, indicator: string, options: { json?: boolean; lang: Language }) =>
      withStore(context, { for: 'ask' }, async (store) => {
        const { catalogue } = await usablePlans(context, []);
        const known = catalogue.indicators.get(indicator);
        if (!known) {
          const near = closest(indicator, catalogue.indicators.keys());
          throw new CommandFailure(
            `Không có chỉ tiêu "${indicator}"${near === null ? '' : ` (có phải "${near}"?)`} (no such indicator).`,
          );
        }
        const entries = (await store.entries({ unit, indicator })).filter(
          ({ table }) => table !== 'verdicts',
        );
        const [returns, decisions] = [await store.returns(), await store.decisions()];
        const standing = standingOf(decisions);
        const inForce = figuresInForce(returns, entries, { standing, recordOf: recordIn(catalogue) });
        const lives = livesOf(entries, returns, { standing, inForce });
        const about = decisionsAbout(decisions, entries);
        context.out(
          options.json
            ? `${JSON.stringify({ unit, indicator, figures: lives.map(lifeJson), decisions: about.map(decisionJson) }, null, 2)}\n`
            : lifeText(
                `${known.name[options.lang]}, ${unit}`,
                lives,
                { decisions: about, standing },
                options.lang,
              ),
        );
      }),
    );
  withExample(command, 'chitieu history VN12.106 poverty-rate');
}

function livesOf(
  entries: readonly StoredEntry[],
  returns: readonly StoredReturn[],
  { standing, inForce }: { standing: Standing; inForce: ReturnType<typeof figuresInForce> },
): Life[] {
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const counted = new Set([
    ...countedFigures(returns, entries, standing),
    ...countedGiven(returns, entries, standing),
  ]);
  const claims = new Set(inForce.flatMap(({ conflicts }) => conflicts.flatMap(({ holders }) => holders)));
  const holding = new Set(inForce.map(({ figure }) => figure));
  return [...entries]
    .sort((a, b) => whenOf(a, 'vi').localeCompare(whenOf(b, 'vi')) || a.return - b.return)
    .map((entry): Life => {
      const of = byNumber.get(entry.return);
      const fate = (): Fate => {
        if (of && standing.isWithdrawn(of)) return 'withdrawn';
        if (of && standing.isHeld(of)) return 'held-back';
        if (entry.table === 'assignments') return 'assigned';
        if (!isFigure(entry)) return 'no-figure';
        if (!counted.has(entry)) return 'replaced';
        if (holding.has(entry)) return 'in-force';
        return claims.has(entry) ? 'conflict' : 'beside';
      };
      return { entry, of, fate: fate() };
    });
}

function decisionsAbout(decisions: readonly Decision[], entries: readonly StoredEntry[]): Decision[] {
  const returns = new Set(entries.map((entry) => entry.return));
  const keys = new Set(entries.map(entryKey));
  const own = decisions.filter(({ figure, return: of }) =>
    figure === null ? of !== null && returns.has(of) : keys.has(figure),
  );
  const numbers = new Set(own.map(({ number }) => number));
  return decisions.filter(
    (one) => own.includes(one) || (one.kind === 'undo' && numbers.has(one.target ?? 0)),
  );
}

function lifeText(
  title: string,
  lives: readonly Life[],
  { decisions, standing }: { decisions: readonly Decision[]; standing: Standing },
  language: Language,
): string {
  const words = lifeWords[language];
  if (lives.length === 0) return `${title}: ${words.nothing}\n`;
  const rows = lives.map(({ entry, of, fate }) => [
    whenOf(entry, language),
    stratumOf(entry) ?? '',
    figureText(entry) || (entry.unread ?? ''),
    entry.vintage === '_' ? '' : entry.vintage,
    fateWords[fate][language],
    returnName(entry.return),
    of?.received.slice(0, 10) ?? '',
    isGiven(entry) ? words.given : entry.reporter,
    whereFrom(entry, of),
  ]);
  const holds = new Set(standing.decisions.map(({ number }) => number));
  const said = decisions.map(
    ({ number, kind, by, at, reason }) =>
      `${words.decision} ${number} (${kind}), ${by}, ${at.slice(0, 10)}: ${reason}${kind === 'undo' || holds.has(number) ? '' : ` – ${words.undone}`}\n`,
  );
  return `${title}\n${textTable(words.heads, rows)}${said.join('')}`;
}

/** The period of a figure; of a baseline or an assigned value its year and what it is. */
function whenOf({ table, period, year }: StoredEntry, language: Language): string {
  const words = lifeWords[language];
  if (table === 'baselines') return `${words.baseline} ${year ?? ''}`;
  return table === 'assignments' ? `${words.assigned} ${year ?? ''}` : period;
}

function lifeJson({ entry, of, fate }: Life) {
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
