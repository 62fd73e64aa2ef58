import { beforeAll, describe, expect, it } from 'vitest';
import { cellIndex, type WorkbookModel } from '../../../../core/sheet/model.ts';
import { DEFAULT_LIMITS } from '../../../../formats/limits.ts';
import { readWorkbook } from '../../../../formats/xlsx/read.ts';
import { scanXml } from '../../../../formats/xml/scan.ts';
import { readZip } from '../../../../formats/zip/read.ts';
import { serialize } from '../../../../formats/xlsx/write/serialize.ts';
import { CHART_SHEET, chartsWorkbook, DOMAINS, LINES, TITLES, VERDICTS, YEARS } from './charts-workbook.ts';

/** An element with its attributes, its own text and what it holds; names without prefix. */
interface Node {
  name: string;
  uri: string;
  attributes: Record<string, string>;
  text: string;
  children: Node[];
}

/** Reads a part with a parser that knows nothing of how it was written. */
function treeOf(bytes: Uint8Array, part: string): Node {
  const root: Node = { name: '', uri: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const last = () => open[open.length - 1] ?? root;
  scanXml(bytes, part, () => ({
    open({ local, uri, attributes }) {
      const node = { name: local, uri, attributes: { ...attributes }, text: '', children: [] };
      last().children.push(node);
      open.push(node);
    },
    text(piece) {
      last().text += piece;
    },
    close() {
      open.pop();
    },
  }));
  return root;
}

/** The first element at a path of names below a node. */
function find(node: Node, path: string): Node {
  return path.split('/').reduce((at, name) => {
    const child = at.children.find((candidate) => candidate.name === name);
    if (child === undefined) throw new Error(`No ${name} in ${at.name} (${path}).`);
    return child;
  }, node);
}

function all(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function text(node: Node): string {
  return node.text + node.children.map(text).join('');
}

/** What a reader of the file finds plotted, gaps as null. */
function cached(node: Node): (string | null)[] {
  const points = new Map(all(node, 'pt').map((point) => [point.attributes.idx, text(point)]));
  const count = Number(all(node, 'ptCount')[0]?.attributes.val);
  return Array.from({ length: count }, (_, at) => points.get(String(at)) ?? null);
}

let model: WorkbookModel;
let bytes: Uint8Array;
let parts: Map<string, Uint8Array>;

function part(name: string): Node {
  const data = parts.get(name);
  if (data === undefined) throw new Error(`No part ${name}.`);
  return treeOf(data, name);
}

function chart(number: number): Node {
  return find(part(`xl/charts/chart${number}.xml`), 'chartSpace/chart');
}

beforeAll(async () => {
  model = chartsWorkbook();
  bytes = await serialize(model);
  parts = await readZip(bytes, DEFAULT_LIMITS);
});

describe('a workbook with charts and sparklines', () => {
  it('is the same file every time', async () => {
    expect(Buffer.compare(bytes, await serialize(chartsWorkbook()))).toBe(0);
  });

  it('says of every part what it is, and every relationship leads to a part', () => {
    const types = new Map(
      all(part('[Content_Types].xml'), 'Override').map(({ attributes }) => [
        attributes.PartName,
        attributes.ContentType,
      ]),
    );
    const added = [...parts.keys()].filter((name) => /^xl\/(?:charts|drawings)\/[^/]+\.xml$/u.test(name));
    expect(added.length).toBe(5);
    for (const name of added) expect(types.get(`/${name}`)).toMatch(/drawing(?:ml\.chart)?\+xml$/u);
    let led = 0;
    for (const name of [...parts.keys()].filter((key) => key.endsWith('.rels'))) {
      const ids: (string | undefined)[] = [];
      for (const { attributes } of all(part(name), 'Relationship')) {
        const source = `x:/${name.replace('_rels/', '')}`;
        const target = new URL(attributes.Target ?? '', source).pathname.slice(1);
        expect(parts.has(target), `${name} -> ${target}`).toBe(true);
        ids.push(attributes.Id);
        led += 1;
      }
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(led).toBeGreaterThan(10);
  });

  it('keeps what the sheet had and puts the drawing between page setup and extensions', () => {
    const sheet = find(part('xl/worksheets/sheet2.xml'), 'worksheet');
    const order = sheet.children.map(({ name }) => name);
    expect(order).toContain('conditionalFormatting');
    expect(order).toContain('hyperlinks');
    expect(order.slice(-3)).toEqual(['headerFooter', 'drawing', 'extLst']);
    const untouched = find(part('xl/worksheets/sheet1.xml'), 'worksheet').children.map(({ name }) => name);
    expect(untouched).not.toContain('drawing');
    expect(untouched).not.toContain('extLst');
  });

  it('still gives every cell to our reader', async () => {
    const read = await readWorkbook(bytes);
    expect(read.sheets.map(({ name }) => name)).toEqual(model.sheets.map(({ name }) => name));
    for (const [at, sheet] of model.sheets.entries()) {
      const found = new Map(
        read.sheets[at]?.cells.map(({ row, column, value }) => [cellIndex(row, column), value]),
      );
      const expected = [...sheet.cells].map(([index, { value, result }]) => [index, result ?? value ?? null]);
      expect(expected.length).toBeGreaterThan(0);
      for (const [index, value] of expected) expect(found.get(Number(index)) ?? null).toBe(value);
    }
  });

  it('prints the charts whole', () => {
    const areas = all(part('xl/workbook.xml'), 'definedName').map(text);
    expect(areas).toContain(`'${CHART_SHEET}'!$B$2:$H$29`);
    expect(areas).toContain("'Đường'!$B$2:$I$21");
  });
});

describe('a chart', () => {
  it('stands over the cells it was given, named for who cannot see it', () => {
    const [stacked, clustered] = all(part('xl/drawings/drawing1.xml'), 'twoCellAnchor');
    if (!stacked || !clustered) throw new Error('two charts expected');
    const edges = (anchor: Node) =>
      ['from/col', 'from/row', 'to/col', 'to/row'].map((path) => Number(text(find(anchor, path))));
    expect(edges(stacked)).toEqual([1, 13, 4, 29]);
    expect(edges(clustered)).toEqual([4, 13, 8, 29]);
    const names = [stacked, clustered].map(
      (anchor) => find(anchor, 'graphicFrame/nvGraphicFramePr/cNvPr').attributes,
    );
    expect(names.map(({ descr }) => descr)).toEqual([TITLES.stacked, TITLES.clustered]);
    expect(new Set(names.map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    { number: 1, title: TITLES.stacked, plot: 'barChart', grouping: 'stacked', format: '0' },
    { number: 2, title: TITLES.clustered, plot: 'barChart', grouping: 'clustered', format: '#,##0' },
    { number: 3, title: TITLES.line, plot: 'lineChart', grouping: 'standard', format: '#,##0.0' },
  ])('of kind $grouping has its title, plot, axis format and legend', (expected) => {
    const found = chart(expected.number);
    expect(text(find(found, 'title'))).toBe(expected.title);
    const plot = find(found, `plotArea/${expected.plot}`);
    expect(find(plot, 'grouping').attributes.val).toBe(expected.grouping);
    expect(find(found, 'plotArea/valAx/numFmt').attributes).toEqual({
      formatCode: expected.format,
      sourceLinked: '0',
    });
    expect(find(found, 'legend/legendPos').attributes.val).toBe('b');
    expect(find(found, 'dispBlanksAs').attributes.val).toBe('gap');
    // Both axes of the plot are there and cross each other.
    const axes = plot.children.filter(({ name }) => name === 'axId').map(({ attributes }) => attributes.val);
    for (const [own, other, name] of [
      [0, 1, 'catAx'],
      [1, 0, 'valAx'],
    ] as const) {
      expect(find(found, `plotArea/${name}/axId`).attributes.val).toBe(axes[own]);
      expect(find(found, `plotArea/${name}/crossAx`).attributes.val).toBe(axes[other]);
    }
    const fonts = all(part(`xl/charts/chart${expected.number}.xml`), 'latin');
    expect(fonts.length).toBeGreaterThan(3);
    expect(new Set(fonts.map(({ attributes }) => attributes.typeface))).toEqual(new Set(['Times New Roman']));
  });

  it('of bars carries names and figures as they are, in their colours', () => {
    const series = all(chart(1), 'ser');
    expect(series.map((one) => text(find(one, 'tx')))).toEqual(VERDICTS.map(({ name }) => name));
    expect(series.map((one) => all(find(one, 'spPr/solidFill'), 'srgbClr')[0]?.attributes.val)).toEqual(
      VERDICTS.map(({ color }) => color),
    );
    for (const [at, one] of series.entries()) {
      expect(cached(find(one, 'cat'))).toEqual(DOMAINS);
      expect(all(find(one, 'cat'), 'strCache')).toHaveLength(1);
      expect(cached(find(one, 'val'))).toEqual(VERDICTS[at]?.counts.map(String));
    }
    const first = series[0];
    if (!first) throw new Error('no series');
    expect(text(find(first, 'val/numRef/f'))).toBe(`'${CHART_SHEET}'!$C$4:$C$7`);
    expect(text(find(first, 'cat/strRef/f'))).toBe(`'${CHART_SHEET}'!$B$4:$B$7`);
  });

  it('of bars stacks them on one line, says each figure and leaves zeros unsaid', () => {
    const plot = find(chart(1), 'plotArea/barChart');
    expect(find(plot, 'overlap').attributes.val).toBe('100');
    expect(find(plot, 'gapWidth').attributes.val).toBe('50');
    for (const labels of [...all(chart(1), 'dLbls'), ...all(chart(2), 'dLbls')]) {
      expect(find(labels, 'showVal').attributes.val).toBe('1');
      expect(find(labels, 'numFmt').attributes.formatCode).toMatch(/^([^;]+);-\1;$/u);
    }
    const onDark = all(chart(1), 'dLbls').map(
      (labels) => all(find(labels, 'txPr'), 'srgbClr')[0]?.attributes.val,
    );
    expect(onDark).toEqual(['FFFFFF', 'FFFFFF', '000000']);
  });

  it('of few counts has whole numbers on its axis; of many the program chooses', async () => {
    expect(find(chart(1), 'plotArea/valAx/majorUnit').attributes.val).toBe('1');
    const many = chartsWorkbook();
    const stacked = many.sheets[1]?.charts[0];
    if (!stacked) throw new Error('no chart');
    for (const { values } of stacked.series) values.cached = [3, 4, 4, 4];
    const written = await readZip(await serialize(many), DEFAULT_LIMITS);
    const tree = treeOf(written.get('xl/charts/chart1.xml') ?? new Uint8Array(), 'chart');
    expect(all(tree, 'majorUnit')).toEqual([]);
  });

  it('of lines leaves a gap where there is no figure, and years stay numbers', () => {
    const series = all(chart(3), 'ser');
    expect(series.map((one) => text(find(one, 'tx')))).toEqual(LINES.map(({ name }) => name));
    for (const one of series) expect(cached(find(one, 'cat/numRef'))).toEqual(YEARS.map(String));
    expect(series.map((one) => cached(find(one, 'val')))).toEqual([
      ['12.5', '11', '9.5', '8', '6.5'],
      ['12.1', '10.4', null, '7.25', null],
    ]);
    // Told apart without colour.
    const marks = series.map((one) => find(one, 'marker/symbol').attributes.val);
    expect(new Set(marks).size).toBe(2);
  });

  it('cannot hold a number that is none, and loses characters that XML cannot hold', async () => {
    const broken = chartsWorkbook();
    const line = broken.sheets[2]?.charts[0];
    if (!line) throw new Error('no chart');
    line.title = 'Tỷ\u0001 lệ\ud800 ✓';
    const written = await readZip(await serialize(broken), DEFAULT_LIMITS);
    const tree = treeOf(written.get('xl/charts/chart3.xml') ?? new Uint8Array(), 'chart');
    expect(text(find(tree, 'chartSpace/chart/title'))).toBe('Tỷ lệ ✓');
    line.series.forEach(({ values }) => (values.cached = [Number.NaN]));
    await expect(serialize(broken)).rejects.toThrow('NaN');
  });
});

describe('sparklines', () => {
  it('form one group of lines per sheet that marks the last point', () => {
    const sheet = find(part('xl/worksheets/sheet2.xml'), 'worksheet');
    const groups = all(sheet, 'sparklineGroup');
    expect(groups).toHaveLength(1);
    expect(groups[0]?.uri).toBe('http://schemas.microsoft.com/office/spreadsheetml/2009/9/main');
    expect(groups[0]?.attributes).toMatchObject({ type: 'line', last: '1', displayEmptyCellsAs: 'gap' });
    expect(groups[0]?.attributes.markers).toBeUndefined();
    const extension = find(sheet, 'extLst/ext');
    expect(extension.attributes.uri).toBe('{05C60535-1F16-4fd2-B633-F4F36F0B64E0}');
    // Ranges without "$", except the one in the name of the sheet.
    expect(all(sheet, 'sparkline').map((one) => [text(find(one, 'f')), text(find(one, 'sqref'))])).toEqual([
      [`'${CHART_SHEET}'!C11:G11`, 'H11'],
      [`'${CHART_SHEET}'!C12:G12`, 'H12'],
    ]);
  });
});
