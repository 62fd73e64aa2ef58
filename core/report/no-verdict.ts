import type { Language } from '../base/finding.ts';
import type { JudgedTarget } from './judge.ts';

/** What keeps a target from having a verdict, in the order in which it is said. */
const causes = {
  incomplete: { vi: 'tổng còn thiếu đơn vị', en: 'the sum lacks units' },
  blocked: { vi: 'số còn lỗi', en: 'the figure has errors' },
  conflicting: { vi: 'số mâu thuẫn, chưa ai chọn', en: 'figures contradict each other' },
  'held-back': { vi: 'báo cáo còn giữ lại', en: 'the return is held back' },
  'to-explain': { vi: 'số còn chờ giải trình', en: 'the figure is still to be explained' },
  'own-only': {
    vi: 'cơ quan công bố chưa có số, chỉ tỉnh tự báo cáo',
    en: 'only the province reports it, not its source of record',
  },
  nobody: { vi: 'chưa ai báo cáo', en: 'nobody has reported' },
  unknown: { vi: 'báo cáo chưa có số (ghi "...")', en: 'reported without a figure yet ("...")' },
  'not-applicable': { vi: 'người báo cáo ghi không áp dụng', en: 'the reporter says that it does not apply' },
  'nothing-to-compare': {
    vi: 'thiếu số gốc, số năm trước hoặc số không thể có',
    en: 'no baseline or earlier figure to compare, or an impossible figure',
  },
} as const satisfies Record<string, Record<Language, string>>;
type Cause = keyof typeof causes;

/** Targets without a verdict for one cause. */
export interface NoVerdictView {
  cause: string;
  /** Keys of the targets, in the order of the plans. */
  targets: string[];
}

/** Why targets have no verdict, by cause, and the counts as one sentence; empty where every due one has a verdict. */
export function noVerdictOf(
  judged: readonly JudgedTarget[],
  language: Language,
): { sentence: string; causes: NoVerdictView[] } {
  const byCause = new Map<Cause, string[]>();
  for (const one of judged) {
    const cause = causeOf(one);
    if (cause !== null) byCause.set(cause, [...(byCause.get(cause) ?? []), one.key]);
  }
  const found = (Object.keys(causes) as Cause[]).flatMap((cause) => {
    const targets = byCause.get(cause);
    return targets ? [{ cause: causes[cause][language], targets }] : [];
  });
  const count = found.reduce((sum, { targets }) => sum + targets.length, 0);
  const listed = found.map(({ cause, targets }) => `${targets.length} ${cause}`).join('; ');
  const head =
    language === 'vi'
      ? `${count} chỉ tiêu chưa có đánh giá`
      : `${count} target${count === 1 ? '' : 's'} without a verdict`;
  return { sentence: count === 0 ? '' : `${head}: ${listed}.`, causes: found };
}

function causeOf({ verdict, open, gap, held }: JudgedTarget): Cause | null {
  if (verdict === 'open') return open?.why.kind ?? 'nobody';
  if (verdict === 'noFigure') return gap.figure === '...' || held.isAwaited ? 'unknown' : 'nobody';
  if (verdict !== 'notEvaluable') return null;
  return gap.figure === 'x' ? 'not-applicable' : 'nothing-to-compare';
}
