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
import { makeDocx, paragraph, run } from '../../formats/docx/make-docx.ts';
import { asDocx, sayingsOf } from './documents.ts';

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

  it('of the old kind with tracked changes is refused as well', { timeout: 120_000 }, async () => {
    const source = join(folder, 'sửa.docx');
    const changed = `${run('giảm còn ')}<w:ins w:id="1" w:author="A" w:date="2025-01-01T00:00:00Z">${run('13')}</w:ins>`;
    await writeFile(source, await makeDocx(paragraph(changed)));
    await saveAs(source, join(folder, 'sửa.doc'));
    const { value, findings } = await readDocument(join(folder, 'sửa.doc'));
    expect([value, findings.map(({ code }) => code)]).toEqual([null, ['document-tracked']]);
  });
});
