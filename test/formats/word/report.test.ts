import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportView } from '../../../core/report/view.ts';
import { reportDocx } from '../../../formats/word/report.ts';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readZip } from '../../../formats/zip/read.ts';
import { all, department, DISTRICTS, given, reported } from '../../core/report/fixture.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;

describe('the report as a Word document', () => {
  let view: ReportView;
  let parts: Map<string, Uint8Array>;
  let body: string;

  beforeAll(async () => {
    view = await reported(
      [
        ...all({ 'new-jobs|_T': '900' }),
        ...[2021, 2022, 2023].map((year) => department('SLDTBXH', { 'new-jobs|_T': '7000' }, String(year))),
      ],
      { assignments: DISTRICTS.map((unit) => given(unit, 'new-jobs', 1000)) },
    );
    parts = await readZip(await reportDocx(view, () => PNG), DEFAULT_LIMITS);
    body = textOf('word/document.xml');
  });

  const textOf = (name: string) => new TextDecoder().decode(parts.get(name));

  it('ends a section in no line of its own, which a full page would leave alone on a blank one', () => {
    const ends = [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<w:sectPr/gu)].map(([text]) => text);
    expect(ends.length).toBeGreaterThan(1);
    for (const end of ends) expect(end).toContain('w:line="20" w:lineRule="exact"');
    expect(body).toMatch(/<\/w:tbl><w:p><w:pPr><w:spacing w:before="0"/u);
  });

  it('has the paper, margins and letters of the decree', () => {
    const [first] = [...body.matchAll(/<w:pgMar [^>]*>/gu)].map(([tag]) => tag);
    const margin = (side: string) =>
      Number(new RegExp(`w:${side}="(\\d+)"`, 'u').exec(first ?? '')?.[1]) / MM;
    for (const side of ['top', 'bottom']) {
      expect(margin(side)).toBeGreaterThanOrEqual(19.9);
      expect(margin(side)).toBeLessThanOrEqual(25);
    }
    expect(margin('left')).toBeCloseTo(30, 0);
    expect(margin('right')).toBeCloseTo(15, 0);
    expect(body).toMatch(/<w:pgSz w:w="1190[56]" w:h="1683[78]"/u);
    expect(textOf('word/styles.xml')).toContain('w:ascii="Times New Roman"');
    expect(textOf('word/styles.xml')).toContain('<w:sz w:val="26"/>');
  });

  it('repeats the heads of its tables and tears no row', () => {
    const tables = [...body.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/gu)].map(([table]) => table);
    const withHeads = tables.filter((table) => table.includes('w:fill="EEF2F6"'));
    expect(withHeads.length).toBeGreaterThan(5);
    for (const table of withHeads) {
      expect(table.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
      expect(table.match(/<w:cantSplit\/>/gu)).toHaveLength(table.match(/<w:tr>/gu)?.length ?? 0);
    }
  });

  it('says every target with its figures, and every unit', () => {
    // A number and its per cent sign stay on one line.
    const said = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/(\d|điểm) %/gu, '$1\u00A0%');
    for (const { sentence } of view.targets) expect(body).toContain(said(sentence));
    for (const { rows } of view.grid) for (const { name } of rows) expect(body).toContain(said(name));
    for (const { number } of view.bullets) expect(body).toContain(`>${number}<`);
  });

  it('has each plot as a drawing and as a picture for programs that show no drawing', () => {
    const media = [...parts.keys()].filter((name) => name.startsWith('word/media/'));
    expect(media.filter((name) => name.endsWith('.svg'))).toHaveLength(1);
    expect(media.filter((name) => name.endsWith('.png'))).toHaveLength(1);
    expect(textOf('[Content_Types].xml')).toContain('image/svg+xml');
    expect(body).toMatch(/descr="[^"]*kế hoạch 8\.500 người/u);
  });
});
