import type { TargetKind } from '../../plan/schema.ts';
import type { Read } from '../model.ts';
import { KEEP, lastAt } from './kept.ts';

const NONE_LEFT =
  /(?:^|[^\p{L}])(?:không còn|không để còn|chấm dứt(?! các dịch)|xóa(?: bỏ| hết| xong| hoàn toàn)?|xoá(?: bỏ| hết| hoàn toàn)?)\s(?!mù chữ|đói)/u;
const ALL = /(?:^|[^\p{L}])(?:tất cả|toàn bộ|mọi|hầu hết)\s/u;

/** The kind of an end that prints no number. */
export function endKind(words: string, before: string): Read<TargetKind> {
  if (NONE_LEFT.test(words)) return { value: 'level', rule: 'kind-zero' };
  if (
    KEEP.test(words) ||
    /vững chắc/u.test(words) ||
    (KEEP.test(before) && !/[;.]/u.test(before.slice(lastAt(before, KEEP))))
  )
    return { value: 'maintain', rule: 'kind-keep' };
  if (ALL.test(words)) return { value: 'level', rule: 'kind-level' };
  return { value: 'milestone', rule: 'kind-done' };
}
