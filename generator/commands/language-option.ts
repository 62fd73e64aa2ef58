import { Option } from 'commander';

/** `--lang vi|en` */
export function languageOption(): Option {
  return new Option('--lang <tiếng>', 'tiếng của kết quả (language)').choices(['vi', 'en']).default('vi');
}
