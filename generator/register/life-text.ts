import type { Language } from '../../core/base/finding.ts';
import { numberText } from '../../core/base/number-text.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Indicator } from '../../core/catalogue/schema.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import { stratumOf } from '../../core/store/entry.ts';
import { isGiven } from '../../core/store/given.ts';
import type { ComputedRate, Fate, Life } from '../../core/store/life.ts';
import { returnName, type Decision, type StoredEntry } from '../../core/store/model.ts';
import { figureShown, periodShown, vintageShown } from '../../core/store/shown.ts';
import type { Standing } from '../../core/store/standing.ts';
import { whereFrom } from '../../core/store/where-from.ts';
import { decisionWords } from '../../core/store/words.ts';
import { textTable } from '../commands/text-table.ts';

const fateWords: Record<Fate, Record<Language, string>> = {
  'in-force': { vi: 'có hiệu lực', en: 'in force' },
  'to-explain': { vi: 'có hiệu lực, chờ giải trình', en: 'in force, to be explained' },
  blocked: { vi: 'chưa tính: báo cáo còn lỗi', en: 'not counted: the return has errors' },
  'return-conflicting': {
    vi: 'chưa tính: báo cáo còn mâu thuẫn',
    en: 'not counted: the return is in conflict',
  },
  conflict: { vi: 'mâu thuẫn', en: 'conflict' },
  beside: { vi: 'để đối chiếu', en: 'beside' },
  replaced: { vi: 'đã được thay', en: 'replaced' },
  'held-back': { vi: 'giữ lại', en: 'held back' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  'no-figure': { vi: 'không phải số', en: 'no figure' },
  assigned: { vi: 'số giao', en: 'assigned' },
};

const words = {
  vi: {
    heads: ['Kỳ', 'Phân tổ', 'Số', 'Loại', 'Hiệu lực', 'Bản', 'Ngày nhận', 'Người báo cáo', 'Từ'],
    given: 'số cấp sẵn',
    nothing: 'chưa có số nào trong kho.',
    decision: 'Quyết định',
    undone: 'đã bỏ',
    computedHeads: ['Kỳ', 'Phân tổ', 'Số', 'Tử số', 'Mẫu số'],
    computed: (over: string, under: string) => `Tính từ số có hiệu lực: ${over} chia cho ${under}.`,
    ask: 'Từng số ấy từ đâu',
    none: 'chưa có',
  },
  en: {
    heads: ['Period', 'Stratum', 'Figure', 'Vintage', 'Standing', 'Return', 'Received', 'Reporter', 'From'],
    given: 'given',
    nothing: 'nothing in the store.',
    decision: 'Decision',
    undone: 'undone',
    computedHeads: ['Period', 'Stratum', 'Figure', 'Numerator', 'Denominator'],
    computed: (over: string, under: string) => `Computed from figures in force: ${over} by ${under}.`,
    ask: 'Where these come from',
    none: 'none',
  },
} as const;

/** What a history is written from. */
export interface LifeOfFigure {
  unit: { id: string; name: string };
  indicator: Indicator;
  lives: readonly Life[];
  decisions: readonly Decision[];
  standing: Pick<Standing, 'decisions'>;
  /** What a share or rate is made of; null for every other indicator. */
  parts: { numerator: Indicator; denominator: Indicator; rates: readonly ComputedRate[] } | null;
}

/** The life of a figure for people: every entry, what was decided, and of a rate what it is computed from. */
export function lifeText(life: LifeOfFigure, { strata }: Catalogue, language: Language): string {
  const { unit, indicator, lives, decisions, standing, parts } = life;
  const say = words[language];
  const title = `${indicator.name[language]} (${indicator.unit}), ${unit.name} (${unit.id})`;
  const stratumName = (entry: Pick<StoredEntry, 'stratum'>) => {
    const id = stratumOf(entry);
    return id === null ? '' : (strata.get(id)?.name[language] ?? id);
  };
  const rows = lives.map(({ entry, of, fate }) => [
    periodShown(entry, language),
    stratumName(entry),
    figureShown(entry, language),
    vintageShown(entry, language),
    fateWords[fate][language],
    returnName(entry.return),
    dayShown(of?.received ?? '', language),
    isGiven(entry) ? say.given : entry.reporter,
    whereFrom(entry, of),
  ]);
  const holds = new Set(standing.decisions.map(({ number }) => number));
  const said = decisions.map(({ number, kind, by, at, reason }) => {
    const undone = kind === 'undo' || holds.has(number) ? '' : ` – ${say.undone}`;
    return `${say.decision} ${number} (${decisionWords[kind][language]}), ${by}, ${dayShown(at, language)}: ${reason}${undone}\n`;
  });
  const table = lives.length > 0 ? textTable(say.heads, rows) : '';
  const computed = parts === null ? '' : computedText(parts, { unit, stratumName, language });
  if (table === '' && (parts?.rates.length ?? 0) === 0) return `${title}: ${say.nothing}\n${computed}`;
  return `${title}\n${table}${said.join('')}${computed}`;
}

function computedText(
  { numerator, denominator, rates }: NonNullable<LifeOfFigure['parts']>,
  {
    unit,
    stratumName,
    language,
  }: Pick<LifeOfFigure, 'unit'> & {
    stratumName: (entry: Pick<StoredEntry, 'stratum'>) => string;
    language: Language;
  },
): string {
  const say = words[language];
  const part = (entry: StoredEntry | null) =>
    entry === null ? say.none : `${figureShown(entry, language)} (${returnName(entry.return)})`;
  const rows = rates.map((rate) => [
    periodShown({ table: 'observations', period: rate.period, year: null }, language),
    stratumName(rate),
    typeof rate.value === 'number' ? numberText(rate.value, language) : (rate.value ?? say.none),
    part(rate.numerator),
    part(rate.denominator),
  ]);
  const ask = [numerator, denominator].map(({ id }) => `  chitieu history ${unit.id} ${id}\n`).join('');
  return [
    `${say.computed(numerator.name[language], denominator.name[language])}\n`,
    rows.length > 0 ? textTable(say.computedHeads, rows) : '',
    `${say.ask}:\n${ask}`,
  ].join('');
}

function dayShown(time: string, language: Language): string {
  const day = time.slice(0, 10);
  return language === 'vi' && day !== '' ? vietnameseDate(day) : day;
}
