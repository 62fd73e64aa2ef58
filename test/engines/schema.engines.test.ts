import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { readZip } from '../../formats/zip/read.ts';
import { writeZip } from '../../formats/zip/write.ts';
import { describeWithEngine } from './availability.ts';
import { writeWorkbookWithWrongResult } from './probe-workbooks.ts';
import { runProcess } from './process.ts';
import { schemaErrors, schemasPresent } from './schema.ts';

let folder = '';
let valid = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-schema-'));
  valid = join(folder, 'hợp lệ.xlsx');
  await writeWorkbookWithWrongResult(valid);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const WITHOUT_SCHEMAS = schemasPresent ? '' : ' [skipped: the schemas are not beside this repository]';

describeWithEngine('lxml', `schema validation${WITHOUT_SCHEMAS}`, () => {
  const suite = schemasPresent ? it : it.skip;

  suite('passes a valid workbook', async () => {
    expect(await schemaErrors([valid])).toBeNull();
  });

  suite('names the part and element that is out of order', async () => {
    const parts = await readZip(await readFile(valid), DEFAULT_LIMITS);
    const sheet = 'xl/worksheets/sheet1.xml';
    const xml = new TextDecoder().decode(parts.get(sheet));
    const broken = xml.replace('</worksheet>', '<sheetProtection sheet="1"/></worksheet>');
    parts.set(sheet, new TextEncoder().encode(broken));
    const file = join(folder, 'sai.xlsx');
    await writeFile(file, await writeZip([...parts].map(([name, data]) => ({ name, data }))));
    const errors = await schemaErrors([valid, file]);
    expect(errors).toContain(sheet);
    expect(errors).toContain('sheetProtection');
  });
});

describe('validate-schemas.sh', () => {
  it('refuses to pass when no workbook is given', async () => {
    const script = fileURLToPath(new URL('validate-schemas.sh', import.meta.url));
    const { code, stderr } = await runProcess('bash', [script], {
      timeoutMilliseconds: 10_000,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('usage');
  });
});
