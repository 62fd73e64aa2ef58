import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftOf } from '../../../core/draft/draft.ts';
import { readDocument } from '../../../generator/documents/read-document.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadCatalogue } from '../../../generator/plan-files/load.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { saveAs } from '../../engines/libreoffice.ts';
import { makeDocx, merged, paragraph, run, table } from '../../formats/docx/make-docx.ts';
import { asDocx, sayingsOf } from './documents.ts';

/** A table with lines around its cells, as Word draws them unless told otherwise. */
function bordered(xml: string): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('');
  const columns = [3000, 900, 1500, 1500].map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return xml.replace(
    '<w:tbl>',
    `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>`,
  );
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-documents-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describeWithEngine('libreoffice', 'A document made by LibreOffice', () => {
  it('gives the same draft as PDF and as old Word document', { timeout: 300_000 }, async () => {
    const { value: catalogue } = await loadCatalogue(packageRoot());
    if (catalogue === null) throw new Error('no catalogue');
    const text = await readFile(join(packageRoot(), 'seeds', 'lai-chau-2021', 'source.txt'), 'utf8');
    const source = join(folder, 'kế hoạch.docx');
    await writeFile(source, await asDocx(text));
    const plain = await readDocument(join(packageRoot(), 'seeds', 'lai-chau-2021', 'source.txt'));
    if (plain.value === null) throw new Error('not read');
    const drafted = sayingsOf(draftOf(plain.value, catalogue));
    for (const name of ['a.pdf', 'a.doc']) {
      await saveAs(source, join(folder, name));
      const { value } = await readDocument(join(folder, name));
      if (value === null) throw new Error(`${name} is not read`);
      expect(sayingsOf(draftOf(value, catalogue)), name).toEqual(drafted);
    }
  });

  it(
    'with a table of merged cells gives the same draft as Word, PDF and text',
    { timeout: 120_000 },
    async () => {
      const { value: catalogue } = await loadCatalogue(packageRoot());
      if (catalogue === null) throw new Error('no catalogue');
      const head = [
        'Lai Châu, ngày 12 tháng 3 năm 2026',
        'KẾ HOẠCH',
        'Giảm nghèo giai đoạn 2026 - 2030',
        'I. MỤC TIÊU',
      ];
      const paragraphs = head.map((one) => paragraph(run(one))).join('');
      const cells = bordered(
        table([
          [
            merged('Chỉ tiêu', { down: 'restart' }),
            merged('ĐVT', { down: 'restart' }),
            merged('Kế hoạch', { span: 2 }),
          ],
          [merged('', { down: 'continue' }), merged('', { down: 'continue' }), 'Năm 2028', 'Năm 2030'],
          ['Tỷ lệ hộ nghèo', '%', '5,5', '2,0'],
          ['Tỷ lệ bao phủ bảo hiểm y tế', '%', merged('95', { span: 2 })],
        ]),
      );
      const source = join(folder, 'bảng.docx');
      await writeFile(source, await makeDocx(paragraphs + cells + paragraph(run('II. NHIỆM VỤ'))));
      await saveAs(source, join(folder, 'bảng.pdf'));
      const word = await readDocument(source);
      if (word.value === null) throw new Error('not read');
      await writeFile(join(folder, 'bảng.txt'), word.value.text);
      const drafts = [];
      for (const name of ['bảng.docx', 'bảng.pdf', 'bảng.txt']) {
        const { value } = await readDocument(join(folder, name));
        if (value === null) throw new Error(`${name} is not read`);
        drafts.push(sayingsOf(draftOf(value, catalogue)));
      }
      expect(drafts[0]).toMatchObject({ rows: { length: 4 } });
      expect([drafts[1], drafts[2]]).toEqual([drafts[0], drafts[0]]);
    },
  );

  it('has the same targets as PDF where footnotes hang on its figures', { timeout: 120_000 }, async () => {
    const { value: catalogue } = await loadCatalogue(packageRoot());
    if (catalogue === null) throw new Error('no catalogue');
    const noted = (before: string, id: number, behind: string) => {
      const mark = `<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/>`;
      return paragraph(`${run(before)}<w:r>${mark}</w:r>${run(behind)}`);
    };
    const head = ['KẾ HOẠCH', 'Giảm nghèo giai đoạn 2026 - 2030', 'I. MỤC TIÊU', '1. Đến năm 2030'];
    const body = [
      ...head.map((one) => paragraph(run(one))),
      noted('- Hỗ trợ nhà ở cho 450', 1, ' hộ nghèo.'),
      noted('- Tỷ lệ hộ nghèo giảm còn 2,5', 2, ' %.'),
    ];
    const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>';
    const footnotes = [1, 2]
      .map((id) => `<w:footnote w:id="${id}"><w:p>${mark}${run(' Theo chuẩn nghèo.')}</w:p></w:footnote>`)
      .join('');
    const source = join(folder, 'chú thích.docx');
    await writeFile(source, await makeDocx(body.join(''), { footnotes }));
    await saveAs(source, join(folder, 'chú thích.pdf'));
    for (const name of ['chú thích.docx', 'chú thích.pdf']) {
      const { value } = await readDocument(join(folder, name));
      if (value === null) throw new Error(`${name} is not read`);
      const { rows } = draftOf(value, catalogue);
      expect(
        rows.map((row) => [row.printed, row.unit.trim()]),
        name,
      ).toEqual([
        ['450', ''],
        ['2,5', '%'],
      ]);
    }
  });

  it('of the old kind with tracked changes is refused as well', { timeout: 120_000 }, async () => {
    const source = join(folder, 'sửa.docx');
    const changed = `${run('giảm còn ')}<w:ins w:id="1" w:author="A" w:date="2025-01-01T00:00:00Z">${run('13')}</w:ins>`;
    await writeFile(source, await makeDocx(paragraph(changed)));
    await saveAs(source, join(folder, 'sửa.doc'));
    const { value, findings } = await readDocument(join(folder, 'sửa.doc'));
    expect([value, findings.map(({ code }) => code)]).toEqual([null, ['document-tracked']]);
  });
});
