import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorkbook } from '../../core/template/build.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as gnumeric from '../engines/gnumeric.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { compareWithModel } from './agreement.ts';
import { FILLINGS, filled, jobs } from './fillings.ts';

describe('the engines as referees', () => {
  const made: { name: string; path: string; model: WorkbookModel }[] = [];
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chitieu-con-phai-nhap-'));
    for (const [id, round] of [
      ['lai-chau-2021', '-S1'],
      ['thai-binh-2013', '-Q3'],
    ] as const) {
      const [job] = jobs(id, round);
      for (const [at, [filling, leave]] of Object.entries(FILLINGS).entries()) {
        if (!job || filling === 'everything typed') continue;
        const model = buildWorkbook(filled(job, leave));
        const path = join(folder, `${id}-${at}.xlsx`);
        await writeFile(path, await serialize(model));
        made.push({ name: `${id}, ${filling}`, path, model });
      }
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function expectAgreement(paths: readonly string[]): Promise<void> {
    for (const [at, { name, model }] of made.entries()) {
      const { differences, numbers } = await compareWithModel(paths[at] ?? '', model);
      expect(differences, name).toEqual([]);
      expect(numbers.get('form.left'), name).toBeGreaterThan(10);
      expect(numbers.get('progress'), name).toBe(3);
    }
  }

  describeWithEngine('libreoffice', 'LibreOffice', () => {
    it('counts what is left as core does', async () => {
      const files = made.map(({ path }) => path);
      await expectAgreement(await libreoffice.recalculate(files, join(folder, 'lo'), { locale: 'vi-VN' }));
    });
  });

  describeWithEngine('gnumeric', 'Gnumeric', () => {
    it('counts what is left as core does', async () => {
      const paths: string[] = [];
      for (const { path } of made) {
        paths.push(await gnumeric.recalculate(path, path.replace(/\.xlsx$/u, '-gnumeric.xlsx')));
      }
      await expectAgreement(paths);
    });
  });
});
