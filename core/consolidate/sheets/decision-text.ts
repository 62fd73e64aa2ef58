import type { Language } from '../../base/finding.ts';
import type { Decision } from '../../store/model.ts';
import { decisionWords } from '../../store/words.ts';

/** "4. chọn số (Phòng Tổng hợp, 2024-01-20): Công văn 15". */
export function decisionText({ number, kind, by, at, reason }: Decision, language: Language): string {
  return `${number}. ${decisionWords[kind][language]} (${by}, ${at.slice(0, 10)}): ${reason}`;
}
