import { allRules } from '../../core/check/all-rules.ts';
import { describeFinding } from '../../core/check/describe.ts';
import type { CheckReport } from '../../core/check/report.ts';
import { parsePeriod, periodName, periodSaid } from '../../core/period/period.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import { isGiven } from '../../core/store/given.ts';
import type { Conflict } from '../../core/store/in-force.ts';
import { returnName, type StoredReturn } from '../../core/store/model.ts';
import type { RegisterLine } from '../../core/store/register.ts';
import { figureShown, periodShown } from '../../core/store/shown.ts';
import { labelOf, type KeyNames } from '../../core/workbook/key-label.ts';
import { cellRanges } from '../check/cell-ranges.ts';
import { whyText } from '../import/words.ts';

/** More than this nobody mends from a letter; the marked copy has all. */
const MOST_POINTS = 15;
/** Cells of one point that are named. */
const MOST_CELLS = 8;

/** What a letter is written from. */
export interface LetterInput {
  line: RegisterLine;
  /** What the check says of the return; null where nothing of it was taken. */
  report: CheckReport | null;
  /** Open conflicts the return is part of. */
  conflicts: readonly Conflict[];
  /** All returns of the round. */
  returns: readonly StoredReturn[];
  catalogue: KeyNames;
  round: string;
  /** Name of the marked copy beside the letter; null without one. */
  marked: string | null;
}

/** A half-page letter to a unit: what is wrong with its return, where, how to mend it, how to send it again. */
export function letterTo(input: LetterInput): string {
  const { line, report, conflicts, catalogue, round, marked } = input;
  const { name, reporter, return: one } = line;
  const period = parsePeriod(round);
  const points = [
    ...(line.state === 'refused' || line.state === 'held-back'
      ? [`Tệp chưa được nhận: ${whyText(one?.why ?? [], 'vi', 'unit')}.`]
      : []),
    ...conflicts.map((conflict) => conflictPoint(conflict, input)),
    ...blankPoint(line),
    ...(report ? pointsOf(report, catalogue) : []),
  ];
  const shown = points.slice(0, MOST_POINTS);
  const left = points.length - shown.length;
  const received = vietnameseDate(one?.received.slice(0, 10) ?? '');
  return [
    `Kính gửi: ${name} (${reporter})`,
    '',
    `Báo cáo ${period ? periodName(period) : round} của đơn vị (bản ${returnName(one?.number ?? 0)}, tệp ${one?.files.map((file) => file.name).join(', ') ?? ''}, nhận ngày ${received}) chưa được chấp nhận. Đề nghị đơn vị xem lại các điểm sau:`,
    '',
    ...shown.map((point, at) => `${at + 1}. ${point}`),
    ...(left > 0 ? [`Còn ${left} điểm nữa.`] : []),
    '',
    ...(marked === null ? [] : [`Các ô cần xem đã được đánh dấu trong tệp ${marked} kèm theo.`]),
    ...replacing(input),
    ...(line.due === null ? [] : [`Hạn gửi báo cáo là ngày ${vietnameseDate(line.due)}.`]),
    '',
  ].join('\r\n');
}

/** Of a return without any of the figures that it owes: the cells that are blank come to one mistake. */
function blankPoint({ judged }: RegisterLine): string[] {
  if (judged === null || judged.owed === 0 || judged.entered > 0) return [];
  return [
    `Sổ gửi đến chưa có số nào trong ${judged.owed} số phải báo cáo. Nếu gửi nhầm sổ trống, đề nghị gửi sổ đã điền; nếu chưa có số, ghi dấu và lý do theo các điểm dưới đây.`,
  ];
}

/** What the cover is to say when the return is sent again; nothing where none counts that could be replaced. */
function replacing({ line, conflicts, returns }: LetterInput): string[] {
  if (line.return === null || line.state === 'refused') return [];
  const open = new Set(conflicts.flatMap(({ holders }) => holders.map((entry) => entry.return)));
  const own = returns.filter((one) => open.has(one.number) && one.reporter === line.reporter);
  // Each plan may have a workbook of its own, which replaces the last one of that plan.
  const last = new Map(
    [...own, line.return].sort((a, b) => a.number - b.number).map((one) => [plansText(one), one]),
  );
  const dayOf = ({ received }: StoredReturn) => vietnameseDate(received.slice(0, 10));
  const days = new Set([...last.values()].map(dayOf));
  const said =
    days.size === 1
      ? [...days].join('')
      : [...last].map(([plans, one]) => `${dayOf(one)} (báo cáo ${plans})`).join(', ngày ');
  return [`Khi gửi lại, đề nghị ghi vào ô "Thay cho bản ngày" ở trang bìa: ngày ${said}.`];
}

/** The plans a return is about, the same text for the same plans. */
function plansText({ plans }: StoredReturn): string {
  return [...plans].sort().join(', ');
}

/** What the versions say of a figure, and by what the unit settles it. */
function conflictPoint({ figures, holders }: Conflict, { catalogue, returns }: LetterInput): string {
  const [first] = figures;
  if (!first) return '';
  const name = labelOf(`${first.indicator}|${first.stratum}`, catalogue, 'vi');
  const said = figures.map((entry) => {
    const who = isGiven(entry) ? 'số cấp sẵn' : `bản ${returnName(entry.return)}`;
    return `${who} ghi ${figureShown(entry, 'vi')}${entry.place === null ? '' : ` (${entry.place})`}`;
  });
  const numbers = new Set(holders.filter((entry) => !isGiven(entry)).map((entry) => entry.return));
  const plans = new Set(returns.filter(({ number }) => numbers.has(number)).map(plansText));
  const what = figures.some(isGiven)
    ? 'Nếu số cấp sẵn đúng, đề nghị ghi số ấy trong bản gửi lại; nếu số của đơn vị đúng, đề nghị ghi lý do bên cạnh số để người lập kế hoạch quyết định.'
    : plans.size > 1
      ? 'Hai báo cáo về các kế hoạch khác nhau phải ghi một số: đề nghị gửi lại báo cáo có số sai.'
      : 'Đề nghị ghi số đúng trong bản gửi lại: bản ấy thay cho mọi bản nêu trên.';
  return `${name}, ${periodShown(first, 'vi')}: ${said.join('; ')}. ${what}`;
}

/** Errors, then warnings without a reason; what says the same of several cells is one point. */
function pointsOf({ findings }: CheckReport, catalogue: KeyNames): string[] {
  const points = new Map<
    string,
    { places: string[]; sheet: string; fix: string; message: string; labels: string[] }
  >();
  for (const finding of findings) {
    const isOpen =
      finding.severity === 'error' || (finding.severity === 'warning' && finding.explanation === null);
    if (!isOpen) continue;
    const { message, fix, label, period } = describeFinding(finding, 'vi', { catalogue, rules: allRules });
    const sheet = finding.place.sheet ?? finding.place.file ?? '';
    const key = [finding.code, sheet, message].join('\u0000');
    const point = points.get(key) ?? { places: [], sheet, fix, message, labels: [] };
    points.set(key, point);
    const { cell, line } = finding.place;
    if (cell !== undefined) point.places.push(cell);
    else if (line !== undefined) point.places.push(`dòng ${line}`);
    const named = [label, periodSaid(period)].filter((part) => part !== '').join(', ');
    if (named !== '' && !point.labels.includes(named)) point.labels.push(named);
  }
  return [...points.values()].map(({ places, sheet, fix, message, labels }) => {
    const ranges = places.every((place) => /^[A-Z]+\d+$/u.test(place)) ? cellRanges(places) : places;
    const where = ranges.slice(0, MOST_CELLS).join(', ') + (ranges.length > MOST_CELLS ? ', …' : '');
    const at = [sheet, where].filter((part) => part !== '').join(' ');
    const of = labels.length === 1 ? `${labels[0]}: ` : '';
    return `${at === '' ? '' : `${at}: `}${of}${message}${fix === '' ? '' : ` ${fix}`}`;
  });
}
