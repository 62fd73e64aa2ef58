import type { Language } from '../../core/base/finding.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { endsOf, writtenFigure, type Change, type ChangeKind } from '../../core/changes/change-map.ts';
import { diffPlans, type PlanDiff, type PlanFigure } from '../../core/changes/diff-plans.ts';
import { draftChanges } from '../../core/changes/draft.ts';
import { draftUnits } from '../../core/changes/draft-units.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { figureText, shownFigure } from '../../core/target/figure-text.ts';
import { labelOf } from '../../core/workbook/key-label.ts';
import { CommandFailure } from '../failure.ts';
import { unitLinks } from '../renew/unit-links.ts';
import { changeMapText } from '../plan-files/change-map-file.ts';
import { writeNew } from '../workbook/write-new.ts';
import type { CommandContext } from '../commands/context.ts';
import { requirePlans } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface PlanDiffOptions {
  draft?: boolean;
  out?: string;
  json?: boolean;
  lang: Language;
}

/** Compares two plans. */
export async function runPlanDiff(
  before: string,
  after: string,
  options: PlanDiffOptions,
  context: CommandContext,
): Promise<void> {
  if (options.out !== undefined && !options.draft)
    throw new CommandFailure('--out chỉ dùng cùng --draft (only with --draft).');
  if (before === after)
    throw new CommandFailure('Hãy ghi hai kế hoạch khác nhau (name two different plans).');
  const { catalogue, plans } = await requirePlans(context, [before, after]);
  const [earlier, later] = plans.map(({ plan }) => plan);
  if (!earlier || !later) return;
  const diff = diffPlans(earlier, later);
  const provinces = [earlier, later].map(({ file }) => file.province);
  const { unitOf } = await unitLinks(context.root, provinces, []);
  const { units, unknown } = draftUnits(earlier, later, (id) => unitOf(id) !== null);
  const map = draftChanges(earlier, later, diff, units);
  if (options.json) {
    context.out(`${JSON.stringify(asJson(diff, map.changes, { before, after }), null, 2)}\n`);
    if (options.out === undefined) return;
  }
  if (!options.draft) {
    context.out(asText(diff, map.changes, catalogue, options.lang));
    return;
  }
  const text = changeMapText(map, catalogue, unknown);
  if (options.out === undefined) context.out(text);
  else if (await writeNew(options.out, new TextEncoder().encode(text))) {
    const open = map.changes.filter(({ change }) => change === 'undecided').length;
    if (options.json) return;
    context.out(writtenLine(options.out, map.changes.length, open, options.lang));
    if (unknown.length > 0) context.out(unknownLine(unknown, options.lang));
  } else
    throw new CommandFailure(
      `Giữ nguyên "${options.out}": tệp đã có. Hãy chọn tên khác bằng --out (the file is there already).`,
    );
}

function writtenLine(file: string, entries: number, open: number, language: Language): string {
  return language === 'vi'
    ? `Đã ghi ${file}: ${entries} mục, ${open} mục cần người quyết (undecided). Hãy đọc lại mọi mục trước khi dùng với renew.\n`
    : `Written ${file}: ${entries} entries, ${open} to be decided (undecided). Read every entry before renew uses it.\n`;
}

/** Units of which nobody has said what became of them. */
function unknownLine(units: readonly Unit[], language: Language): string {
  const names = units.map(({ id, name }) => `${name} (${id})`).join(', ');
  return language === 'vi'
    ? `Đơn vị của kế hoạch trước mà kế hoạch sau không có, danh mục quốc gia cũng không: ${names}. Đã nhập vào đơn vị khác thì ghi ở units.\n`
    : `Units of the earlier plan that neither the later one nor the national lists have: ${names}. Where others followed them, say so under units.\n`;
}

const changeWords: Record<ChangeKind, Record<Language, string>> = {
  rename: { vi: 'đổi mã', en: 'renamed' },
  split: { vi: 'tách', en: 'split' },
  merge: { vi: 'gộp', en: 'merged' },
  retire: { vi: 'thôi theo dõi', en: 'retired' },
  factor: { vi: 'đổi đơn vị tính', en: 'other unit of measure' },
  break: { vi: 'định nghĩa khác, đứt chuỗi', en: 'other definition, a break' },
  undecided: { vi: 'cần quyết', en: 'to be decided' },
};

function asText(
  diff: PlanDiff,
  changes: readonly Change[],
  catalogue: Catalogue,
  language: Language,
): string {
  const vi = language === 'vi';
  const { kept, gone, added } = diff;
  const moved = kept.filter(({ isSameTarget }) => !isSameTarget);
  // Keys are for --json and the map; people know figures by name.
  const label = (key: string) => labelOf(key, catalogue, language);
  const lines = (head: string, all: readonly string[]) =>
    all.length === 0 ? '' : `\n${head}\n${all.map((line) => `  ${line}\n`).join('')}`;
  return [
    vi
      ? `Giữ ${kept.length} chỉ tiêu (${moved.length} đổi mục tiêu), bỏ ${gone.length}, thêm ${added.length}.\n`
      : `${kept.length} figures kept (${moved.length} with other targets), ${gone.length} gone, ${added.length} added.\n`,
    lines(
      vi ? 'Giữ, mục tiêu trước → sau:' : 'Kept, targets before → after:',
      kept.map(
        ({ before, after, isSameTarget }) =>
          `${label(before.key)}: ${targets(before, language)}${isSameTarget ? '' : ` → ${targets(after, language)}`}`,
      ),
    ),
    lines(
      vi ? 'Bỏ, và đề xuất (--draft ghi thành tệp):' : 'Gone, with what is proposed (--draft writes a file):',
      changes.map((change) => {
        const { from, to } = endsOf(change);
        const named = to.length > 0 ? ` → ${to.map(label).join(', ')}` : '';
        return `${from.map(label).join(' + ')}: ${changeWords[change.change][language]}${named}`;
      }),
    ),
    lines(
      vi ? 'Thêm:' : 'Added:',
      added.map((one) => `${label(one.key)}: ${targets(one, language)}`),
    ),
  ].join('');
}

/** What a figure's targets ask for: "≥ 9 bác sĩ/vạn dân (2015), ≥ 15 … (2020)". */
function targets({ series }: PlanFigure, language: Language): string {
  return series
    .flatMap(({ segments }) =>
      segments.map(({ statement, yearFrom, yearTo }) => {
        const years = yearFrom === yearTo ? String(yearTo) : `${yearFrom}–${yearTo}`;
        return `${figureText(shownFigure(statement), language)} (${years})`;
      }),
    )
    .join(', ');
}

function asJson(
  { kept, gone, added }: PlanDiff,
  changes: readonly Change[],
  plans: { before: string; after: string },
) {
  const figure = (one: PlanFigure) => ({
    figure: writtenFigure(one.key),
    indicator: one.indicator.id,
    stratum: one.stratum?.id ?? null,
    targets: one.series.flatMap(({ kind, segments }) =>
      segments.map(({ comparator, low, high, yearFrom, yearTo }) => ({
        ...{ kind, comparator, low, high, yearFrom, yearTo },
      })),
    ),
  });
  return {
    ...plans,
    kept: kept.map(({ before, after, isSameTarget, membersDiffer }) => ({
      figure: writtenFigure(before.key),
      sameTarget: isSameTarget,
      membersDiffer,
      before: figure(before).targets,
      after: figure(after).targets,
    })),
    gone: gone.map(figure),
    added: added.map(figure),
    draft: changes.map((change) => {
      const { from, to } = endsOf(change);
      return { ...change, from: from.map(writtenFigure), to: to.map(writtenFigure) };
    }),
  };
}
