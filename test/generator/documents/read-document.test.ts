import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf } from '../../../core/draft/draft.ts';
import { renderFinding } from '../../../core/wording/render.ts';
import { readDocument } from '../../../generator/documents/read-document.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadCatalogue } from '../../../generator/plan-files/load.ts';
import { makeDocx, paragraph, run } from '../../formats/docx/make-docx.ts';
import { asDocx, sayingsOf } from './documents.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-documents-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, bytes: Uint8Array | string) {
  const file = join(folder, name);
  await writeFile(file, bytes);
  const { value, findings } = await readDocument(file);
  const said = findings.map((finding) => renderFinding({ ...finding, place: {} }, 'vi'));
  return { value, said };
}

describe('a document', () => {
  it('gives the same draft as Word document and as text', async () => {
    const { value: catalogue } = await loadCatalogue(packageRoot());
    if (catalogue === null) throw new Error('no catalogue');
    const text = await readFile(join(packageRoot(), 'seeds', 'lai-chau-2024', 'source.txt'), 'utf8');
    const [plain, word] = [await read('a.txt', text), await read('a.docx', await asDocx(text))];
    if (plain.value === null || word.value === null) throw new Error('not read');
    const drafted = sayingsOf(draftOf(plain.value, catalogue));
    expect(drafted).toMatchObject({ period: expect.anything() as unknown });
    expect(sayingsOf(draftOf(word.value, catalogue))).toEqual(drafted);
  });

  it('that is a web page is refused, a sentence with "<" is not', async () => {
    const page = await read('w.html', '<html><body><p>Tỷ lệ hộ nghèo còn 3%.</p></body></html>');
    expect(page.value).toBeNull();
    expect(page.said[0]).toContain('trang web');
    expect((await read('w.txt', '<p class="a">Tỷ lệ hộ nghèo còn 3%.</p>')).value).toBeNull();
    expect((await read('v.txt', '- Tỷ lệ hộ nghèo < 3%, hộ cận nghèo > 5%.')).value).not.toBeNull();
  });

  it('with changes nobody has accepted, text hidden or struck out is refused, with the place', async () => {
    const changed = paragraph(`${run('giảm còn ')}<w:ins w:id="1">${run('13')}</w:ins>`);
    const struck = paragraph(`${run('còn ')}${run('7,5', '<w:strike/>')}${run(' 6,5 %')}`);
    const bytes = await makeDocx(changed + paragraph(run('ẩn', '<w:vanish/>')) + struck);
    const { value, said } = await read('b.docx', bytes);
    expect(value).toBeNull();
    expect(said[0]).toContain('“giảm còn 13”');
    expect(said[1]).toContain('“ẩn”');
    expect(said[2]).toContain('“còn 7,5 6,5 %”');
  });

  it.each([
    ['tcvn3', 'Tû lÖ hé nghÌo gi¶m cßn 3 % n¨m 2030; c¸c hé ®­îc h­ëng chÝnh s¸ch cña tØnh.'],
    ['vni', 'Tyû leä hoä ngheøo giaûm coøn 3 % naêm 2030; caùc hoä ñöôïc höôûng chính saùch cuûa tænh.'],
  ])('of plain text in %s is converted, and that is said', async (_, text) => {
    const { value, said } = await read('c.txt', Buffer.from(text, 'latin1'));
    expect(value?.text).toBe('Tỷ lệ hộ nghèo giảm còn 3 % năm 2030; các hộ được hưởng chính sách của tỉnh.');
    expect(said.join()).toContain('Đã chuyển chữ');
  });

  it('in letters nobody can read, or of no known kind, is refused', async () => {
    const odd = Buffer.from([0x41, 0xfe, 0xff, 0xd7, 0x20, 0xf7, 0xd7]);
    expect((await read('d.txt', odd)).said[0]).toContain('không phải Unicode');
    expect((await read('e.docx', Buffer.from('PK\u0003\u0004'))).said[0]).toContain('Không đọc được văn bản');
    expect((await read('f.bin', Buffer.from([1, 0, 2, 0, 3]))).said[0]).toContain('Không nhận ra loại tệp');
    expect((await read('g.txt', '  \n')).said[0]).toContain('không có chữ');
  });
});
