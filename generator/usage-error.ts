/** What the library of commands says of a wrong command line, and how it is told. */
const SAYINGS: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [
    /unknown option '([^']*)'(?:\s*\(Did you mean (.*?)\?\))?/u,
    (option = '', near = '') =>
      `Không có tùy chọn "${option}"${near === '' ? '' : `; có phải "${near}"?`} Thêm --help để xem các tùy chọn của lệnh (unknown option).`,
  ],
  [
    /unknown command '([^']*)'(?:\s*\(Did you mean (.*?)\?\))?/u,
    (command = '', near = '') =>
      `Không có lệnh "${command}"${near === '' ? '' : `; có phải "${near}"?`} Gõ chitieu --help để xem các lệnh (unknown command).`,
  ],
  [
    /required option '([^']*)' not specified/u,
    (option = '') => `Thiếu tùy chọn bắt buộc ${option}. Hãy thêm vào rồi chạy lại (required option).`,
  ],
  [
    /missing required argument '([^']*)'/u,
    (name = '') => `Thiếu <${name}> sau tên lệnh. Thêm --help để xem ví dụ (missing argument).`,
  ],
  [
    /option '([^']*)' argument missing/u,
    (option = '') => `Tùy chọn ${option} cần một giá trị đứng sau (argument missing).`,
  ],
  [
    /too many arguments.*?Expected (\d+) arguments? but got (\d+)/u,
    (expected = '', got = '') =>
      `Lệnh này nhận ${expected} giá trị, đã ghi ${got}. Tên tệp có dấu cách thì đặt trong ngoặc kép (too many arguments).`,
  ],
  [
    /option '([^']*)' cannot be used with option '([^']*)'/u,
    (one = '', other = '') => `Không dùng ${one} cùng với ${other}: hãy bỏ một (conflicting options).`,
  ],
];

/** A wrong command line in a Vietnamese sentence; what is not known is told as it is. */
export function usageError(text: string): string {
  for (const [pattern, say] of SAYINGS) {
    const found = pattern.exec(text);
    if (found !== null) return `Dùng lệnh chưa đúng. ${say(...found.slice(1))}\n`;
  }
  return `Dùng lệnh chưa đúng. ${text}`;
}
