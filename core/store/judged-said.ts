import type { Language } from '../base/finding.ts';
import type { Judged } from './model.ts';

/** What the check says of a return; '' where it finds nothing that has to be done. */
export function judgedSaid(
  { errors, warnings }: Pick<Judged, 'errors' | 'warnings'>,
  language: Language,
): string {
  const count = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  const said =
    language === 'vi'
      ? [
          ...count(errors, 'lỗi', 'lỗi'),
          ...count(warnings, 'cảnh báo chưa giải trình', 'cảnh báo chưa giải trình'),
        ]
      : [
          ...count(errors, 'error', 'errors'),
          ...count(warnings, 'unexplained warning', 'unexplained warnings'),
        ];
  return said.join(', ');
}
