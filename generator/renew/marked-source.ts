import type { Acceptance } from '../../core/store/acceptance.ts';
import type { StoredReturn } from '../../core/store/model.ts';

/** What stands behind the source of a figure of such a return. */
const MARKS: Record<Acceptance, string> = {
  accepted: '',
  // Which of its figures is doubted the planner is told; of all of them together it says nothing.
  'to-explain': '',
  blocked: ', báo cáo còn lỗi',
  conflicting: ', báo cáo còn mâu thuẫn',
  'held-back': ', báo cáo đang giữ lại',
};

/** The mark of figures of a return; one whose only errors are figures that it lacks says so. */
export function markOf(of: StoredReturn | undefined, acceptance: Acceptance): string {
  const { errors = 0, owed = 0, entered = 0 } = of?.judged ?? {};
  const lacksOnly = acceptance === 'blocked' && errors > 0 && errors <= owed - entered;
  return lacksOnly ? ', báo cáo còn thiếu số' : MARKS[acceptance];
}

/** A mark of earlier programs, which said it of every figure of a return. */
const NO_LONGER = ', báo cáo còn điểm chưa giải thích';

/** The source of a figure with a mark, once. */
export function markedText(source: string, mark: string): string {
  const text = source.replace(NO_LONGER, '');
  return text.endsWith(mark) ? text : `${text}${mark}`;
}
