import { Option } from 'commander';
import { oldEncodings } from '../../core/exchange/reading.ts';

/** `--encoding`: converts CSV files that are recognised as being of a time before Unicode. */
export function encodingOption(): Option {
  return new Option(
    '--encoding <bảng mã>',
    'đổi chữ của tệp CSV cũ sang Unicode khi tên trong danh mục khớp (convert old letters)',
  ).choices(oldEncodings);
}
