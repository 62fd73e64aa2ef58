import type { Acceptance } from '../../core/store/acceptance.ts';
import type { StoredReturn } from '../../core/store/model.ts';

/** What stands behind the source of a figure of such a return. */
const MARKS: Record<Acceptance, string> = {
  accepted: '',
  'to-explain': ', báo cáo còn điểm chưa giải thích',
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

/** The source of a figure with a mark, once. */
export function markedText(source: string, mark: string): string {
  return source.endsWith(mark) ? source : `${source}${mark}`;
}
