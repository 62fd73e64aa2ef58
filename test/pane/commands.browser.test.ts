import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { describeWithEngine } from '../engines/availability.ts';
import type { ExcelHost } from '../host/excel-host.ts';
import { BuiltAddin, complaintsOf, type OpenedPage } from './built-addin.ts';
import { changesAsked, contentOf, differences } from './excel-for-tests.ts';
import { columnOf, sampleModel, wrongBytes } from './wrong-workbook.ts';

describeWithEngine('chromium', 'the buttons of the ribbon', () => {
  let addin: BuiltAddin;
  let model: WorkbookModel;
  let bytes: Uint8Array;
  let opened: OpenedPage | undefined;
  beforeAll(async () => {
    model = await sampleModel('lai-chau-2021', 'VN12.106');
    bytes = await wrongBytes(model);
    addin = await BuiltAddin.start();
  });
  afterEach(() => opened?.pane.close());
  afterAll(() => addin.stop());

  async function open(options: Parameters<BuiltAddin['open']>[2] = {}, of = bytes) {
    opened = await addin.open(of, 'commands.html', options);
    return opened;
  }

  const selected = ({ workbook: { active, selection } }: ExcelHost) =>
    `${active.name}!${cellAddress(selection.row, selection.column)}`;

  it('Lỗi tiếp theo goes through every open finding in the order of the workbook, round and round', async () => {
    const { host, pane, page } = await open();
    const complaints = complaintsOf(page);
    const facts = await readFacts(bytes);
    const { report } = checkWorkbook(facts, { has: 'cells' });
    const places = new Set(
      report.findings
        .filter(({ severity, explanation }) => severity !== 'note' && explanation === null)
        .flatMap(({ place: { sheet, cell } }) => (sheet && cell ? [`${sheet}!${cell}`] : [])),
    );
    const before = contentOf(host);
    const visited: string[] = [];
    for (let step = 0; step < places.size; step += 1) {
      await pane.runCommand('nextProblem');
      visited.push(selected(host));
    }
    expect(new Set(visited)).toEqual(places);
    const tabs = facts.sheets.map(({ name }) => name);
    const tabsVisited = visited.map((place) => tabs.indexOf(place.slice(0, place.indexOf('!'))));
    expect(tabsVisited).toEqual([...tabsVisited].sort((a, b) => a - b));

    await pane.runCommand('nextProblem');
    expect(selected(host)).toBe(visited[0]);
    expect(contentOf(host)).toEqual(before);
    expect(complaints).toEqual([]);
    expect(pane.foreign).toEqual([]);
  });

  it('Lỗi tiếp theo goes on from where the user is', async () => {
    const { host, pane } = await open();
    await pane.runCommand('nextProblem');
    const first = selected(host);
    await pane.runCommand('nextProblem');
    const second = selected(host);
    expect(second).not.toBe(first);
    host.user.select(first.slice(0, first.indexOf('!')), first.slice(first.indexOf('!') + 1));
    await pane.runCommand('nextProblem');
    expect(selected(host)).toBe(second);
  });

  it('Đánh dấu writes into the mark column only, in the language of Excel; Xóa đánh dấu takes it back', async () => {
    const { host, pane } = await open({ language: 'en-US' });
    const before = contentOf(host);
    await pane.runCommand('markProblems');
    const marks = Object.entries(differences(before, contentOf(host)));
    expect(marks.length).toBeGreaterThan(3);
    const inMarkColumn = new RegExp(
      `^(?:${sheetNames.entry}|${sheetNames.background})!\\d+:${columnOf(model, 'mark')}$`,
      'u',
    );
    const onForm = marks.filter(([place]) => place.startsWith(sheetNames.entry));
    expect(onForm.length).toBeGreaterThan(3);
    for (const [place] of onForm) expect(place).toMatch(inMarkColumn);
    for (const [, text] of marks) expect(text).toMatch(/^\[Chỉ Tiêu\] (?:Error|Warning): .{5,}$/u);

    await pane.runCommand('clearMarks');
    expect(differences(before, contentOf(host))).toEqual({});
  });

  it('all end where nothing can be done, and change nothing', async () => {
    const { host, pane } = await open({ host: { readOnly: true } });
    const before = [contentOf(host), selected(host)];
    await pane.runCommand('markProblems');
    await pane.runCommand('clearMarks');
    expect([contentOf(host), selected(host)]).toEqual(before);

    host.workbook.sheets.splice(1);
    const writes = changesAsked(host).length;
    await pane.runCommand('nextProblem');
    await pane.runCommand('markProblems');
    expect(changesAsked(host)).toHaveLength(writes);
  });
});
