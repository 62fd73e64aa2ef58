/** Contents of a reason column; `words` where they are a reason, `two` where they give two. */
export const reasonCases: {
  cell: string | number | boolean | { error: string };
  words: boolean;
  two?: true;
}[] = [
  { cell: 'do lũ lụt', words: true },
  { cell: 'Bão', words: true },
  { cell: '  chờ Cục Thống kê  ', words: true },
  { cell: 'QĐ 123/QĐ-UBND', words: true },
  { cell: 'x # xa', words: true },
  { cell: 'đổi địa giới; số đúng, theo Quyết định 12', words: true, two: true },
  { cell: 'đổi địa giới;', words: true },
  { cell: 'đổi địa giới; .', words: true },
  { cell: '.; đổi địa giới', words: true },
  { cell: 'một; hai; ba', words: true, two: true },
  { cell: '.', words: false },
  { cell: '...', words: false },
  { cell: '-', words: false },
  { cell: '?!', words: false },
  { cell: 'x', words: false },
  { cell: 'ok', words: false },
  { cell: 'x     ', words: false },
  { cell: '12 345', words: false },
  { cell: '\u00a0\u00a0\u00a0', words: false },
  { cell: '\u200b\u200b\u200b\u200b', words: false },
  { cell: '\u2026\u2026\u2026', words: false },
  { cell: '#N/A', words: false },
  { cell: '#REF! ', words: false },
  { cell: 'TRUE', words: false },
  { cell: ' false', words: false },
  { cell: 'n/a', words: false },
  { cell: 0, words: false },
  { cell: 2024, words: false },
  { cell: true, words: false },
  { cell: { error: '#N/A' }, words: false },
  { cell: { error: '#DIV/0!' }, words: false },
];
