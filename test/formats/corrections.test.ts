import { beforeAll, describe, expect, it } from 'vitest';
import { countryHtml } from '../../formats/html/country.ts';
import { reportHtml } from '../../formats/html/report.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { countryDocx } from '../../formats/word/country.ts';
import { reportDocx } from '../../formats/word/report.ts';
import { readZip } from '../../formats/zip/read.ts';
import { closedHalf, countryOf } from './html/pages.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
/** A table with its cells as text, of HTML and of Word. */
const TABLE = /<table[\s\S]*?<\/table>|<w:tbl>[\s\S]*?<\/w:tbl>/gu;
const CELL = /<t[hd][ >][\s\S]*?<\/t[hd]>|<w:tc>[\s\S]*?<\/w:tc>/gu;

/** Cells of the table that has a text. */
function cellsBeside(text: string, document: string): string[] {
  const found = [...document.matchAll(TABLE)].map(([table]) =>
    [...table.matchAll(CELL)].map(([cell]) => cell.replaceAll(/<[^>]*>/gu, '')),
  );
  return found.find((cells) => cells.includes(text)) ?? [];
}

let documents: Record<string, string>;

beforeAll(async () => {
  const half = await closedHalf();
  const country = countryOf(half);
  const text = async (bytes: Uint8Array) =>
    new TextDecoder().decode((await readZip(bytes, DEFAULT_LIMITS)).get('word/document.xml'));
  documents = {
    'page of a province': await reportHtml(half),
    'document of a province': await text(await reportDocx(half, () => PNG)),
    'page of the country': await countryHtml(country),
    'document of the country': await text(await countryDocx(country)),
  };
});

describe('a figure that was corrected after closing', () => {
  it.each(['page of a province', 'document of a province', 'page of the country', 'document of the country'])(
    'is told in the %s as what it was when the round was closed and what it is now',
    (name) => {
      expect(cellsBeside('6.400', documents[name] ?? '')).toEqual([
        ...['Đơn vị', 'Chỉ tiêu', 'Khi khóa sổ', 'Hiện nay', 'Lý do'],
        ...['Tỉnh Lai Châu', 'Số lao động được giải quyết việc làm trong năm (năm 2023)', '6.000', '6.400'],
        'Rà soát lại số lao động đi làm việc ở nước ngoài theo hợp đồng',
      ]);
    },
  );
});
