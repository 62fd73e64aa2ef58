import { beforeAll, describe, expect, it } from 'vitest';
import { placedMarks } from '../../../addin/pane/placed-marks.ts';
import { pseudoText } from '../../../addin/pane/texts/pseudo.ts';
import { wordingOf } from '../../../addin/pane/texts/wording.ts';
import { findingsView, rowKeyOf, rowsToExplain } from '../../../addin/pane/view/findings-view.ts';
import { gapsView } from '../../../addin/pane/view/gaps-view.ts';
import { matches } from '../../../addin/pane/view/search.ts';
import { firstView, summaryView } from '../../../addin/pane/view/summary-view.ts';
import { checkWorkbook, type CheckedWorkbook } from '../../../core/check/check-workbook.ts';
import { reasonCell } from '../../../addin/pane/reason-cell.ts';
import { WrittenReasons } from '../../../addin/page/written-reasons.ts';
import type { CheckFinding } from '../../../core/rules/rule.ts';
import { factsOf } from '../../core/check/structure/facts-of.ts';
import { wrongWorkbook } from '../page/wrong-workbook.ts';
import type { WorkbookFacts } from '../../../core/sheet/facts.ts';
import { keyedCells } from '../../../core/returned/keyed-cells.ts';

const vi = wordingOf('vi');
const en = wordingOf('en');
let facts: WorkbookFacts;
let checked: CheckedWorkbook;

beforeAll(async () => {
  facts = factsOf((await wrongWorkbook()).model);
  checked = checkWorkbook(facts);
});

const all = { filter: 'all', query: '' } as const;

describe('the verdict', () => {
  it('says what blocks acceptance, and that sending is still possible', () => {
    const view = summaryView(checked, vi);
    const { errors, warnings } = checked.report.counts;
    expect(view.acceptance).toBe('blocked');
    expect(view.detail).toBe(`Còn ${errors} lỗi phải sửa. Vẫn lưu và gửi được sổ.`);
    expect(view.counts.slice(0, 2)).toEqual([
      { look: 'error', label: 'Lỗi', count: String(errors) },
      { look: 'warning', label: 'Cảnh báo', count: String(warnings) },
    ]);
    expect(view.identity).toBe('Tỉnh Lai Châu – năm 2023');
  });

  it('accepts nothing, and blocks nothing, before the other sheets have been seen', () => {
    const report = { ...checked.report, acceptance: 'accepted' as const };
    const view = firstView({ ...checked, report }, vi);
    expect(view.acceptance).toBe('first');
    expect(view.title).toBe('Đang kiểm tra tiếp');
    expect(view.progress).toEqual(summaryView(checked, vi).progress);
  });

  it('says how much is left to enter', () => {
    const { owed, done } = checked.progress;
    expect(summaryView(checked, vi).progress?.text).toBe(
      `Đã nhập ${done}/${owed} số phải báo cáo; còn phải nhập ${owed - done}`,
    );
    expect(summaryView({ ...checked, progress: { owed, done: owed } }, en).progress?.text).toBe(
      `${owed} of ${owed} figures owed are entered; complete`,
    );
  });

  it('names a part of the year as the workbook does', () => {
    const returned = checked.returned && { ...checked.returned, round: '2024-S1' };
    expect(summaryView({ ...checked, returned }, vi).identity).toBe('Tỉnh Lai Châu – 6 tháng đầu năm 2024');
    expect(summaryView({ ...checked, returned }, en).identity).toBe('Tỉnh Lai Châu – first half of 2024');
  });

  it('claims neither errors nor progress for a file nobody knows the template of', () => {
    const report = {
      ...checked.report,
      acceptance: 'blocked' as const,
      counts: { errors: 0, warnings: 1, explained: 0, notes: 0 },
    };
    const view = summaryView({ ...checked, report, request: null }, vi);
    expect(view.progress).toBeNull();
    expect(view.title).toBe('Chưa kiểm tra được');
    expect(view.detail).toMatch(/chưa so được.*chitieu check/u);
    expect(view.detail).not.toMatch(/lỗi phải sửa/u);
    expect(view.counts).toEqual([{ look: 'warning', label: 'Cảnh báo', count: '1' }]);
  });

  it('promises no export of figures that cannot be read', () => {
    const { title, detail } = summaryView({ ...checked, request: null, returned: null }, vi);
    expect(title).toBe('Chưa kiểm tra được');
    expect(detail).toMatch(/Không đọc được số liệu/u);
    expect(detail).not.toMatch(/xuất|chitieu check/u);
  });
});

describe('the findings', () => {
  it('come with errors first, in the words of the rules', () => {
    const { groups, total, shown } = findingsView(checked, all, vi);
    expect(shown).toBe(total);
    expect(total).toBe(checked.report.findings.length);
    const severities = groups.map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort());
    const item = groups.find(({ code }) => code === 'figure-impossible')?.items[0];
    expect(item).toMatchObject({
      label: 'Chỉ số mức độ hài lòng của người tham gia bảo hiểm',
      found: '527,3',
      expected: 'từ 0 đến 100 %',
      period: 'năm 2023',
      reason: null,
    });
    expect(item?.cell).toEqual({ sheet: 'Nhập liệu', cell: item?.place.split('!')[1] });
  });

  it('write numbers as the language does', () => {
    const found = (wording: typeof vi) =>
      findingsView(checked, all, wording).groups.find(({ code }) => code === 'figure-impossible')?.items[0]
        ?.found;
    expect([found(vi), found(en)]).toEqual(['527,3', '527.3']);
  });

  it('can be filtered by severity', () => {
    const { errors, warnings } = checked.report.counts;
    expect(findingsView(checked, { filter: 'error', query: '' }, vi).shown).toBe(errors);
    expect(findingsView(checked, { filter: 'open', query: '' }, vi).shown).toBe(warnings);
    expect(findingsView(checked, { filter: 'note', query: '' }, vi).shown).toBe(checked.report.counts.notes);
  });

  it('offer only filters that would show something, and the one that is on', () => {
    const filters = findingsView(checked, { filter: 'note', query: '' }, vi).filters;
    expect(filters.map(({ filter }) => filter)).toEqual(['all', 'error', 'warning', 'open', 'note']);
    expect(findingsView(checked, all, vi).filters.map(({ filter }) => filter)).not.toContain('note');
  });

  it('are found by words without marks, and by the place', () => {
    const labels = (query: string) =>
      findingsView(checked, { filter: 'all', query }, vi).groups.flatMap(({ items }) =>
        items.map(({ label }) => label),
      );
    // Two rules say something of the figure.
    expect([...new Set(labels('hai long bao hiem'))]).toEqual([
      'Chỉ số mức độ hài lòng của người tham gia bảo hiểm',
    ]);
    expect(labels('không có chữ này ở đâu')).toEqual([]);
    const { place, label } = findingsView(checked, all, vi).groups[0]?.items[0] ?? { place: '', label: '' };
    expect(labels(place)).toContain(label);
  });

  it('want a reason for warnings only, in the row the finding is about', () => {
    const items = findingsView(checked, all, vi).groups.flatMap((group) => group.items);
    for (const { severity, reason } of items) expect(reason !== null).toBe(severity === 'warning');
    const gap = findingsView(checked, all, vi).groups.find(({ code }) => code === 'gap-to-explain');
    expect(gap?.items[0]?.reason?.key).toMatch(/^[a-z-]+\|_T$/u);
  });

  it('want no reason of the row for an own verdict, which it would not explain', () => {
    const own = keyedCells(facts.sheets)?.find(({ field }) => field === 'ownVerdict');
    if (!own) throw new Error('no own verdict');
    const typed = { row: own.row, column: own.column, value: 'khá tốt', formula: null };
    const sheets = facts.sheets.map((sheet) =>
      sheet.name === own.sheet ? { ...sheet, cells: [...sheet.cells, typed] } : sheet,
    );
    const judged = checkWorkbook({ ...facts, sheets });
    const items = findingsView(judged, all, vi)
      .groups.filter(({ code }) => code === 'own-verdict-without-reason')
      .flatMap((group) => group.items);
    expect(items).toMatchObject([{ severity: 'warning', key: own.rowKey, reason: null, isExplained: false }]);
    expect(rowsToExplain(judged.report)).toEqual(rowsToExplain(checked.report));
    const findings = judged.report.findings.filter(({ key }) => key === own.rowKey);
    expect(rowsToExplain({ ...judged.report, findings })).toEqual(new Set());
  });

  it('have names of their own that outlast filtering', () => {
    const ids = (query: string) =>
      findingsView(checked, { filter: 'all', query }, vi).groups.flatMap(({ items }) =>
        items.map(({ id }) => id),
      );
    const every = ids('');
    expect(new Set(every).size).toBe(every.length);
    expect(every).toEqual(expect.arrayContaining(ids('hộ nghèo')));
    expect(ids('hộ nghèo').length).toBeGreaterThan(0);
  });
});

describe('the row of a finding', () => {
  it.each([
    ['poverty-rate|_T', 'poverty-rate|_T'],
    ['lai-chau-2021|poverty-rate|poor-districts|change', 'poverty-rate|poor-districts'],
    ['Nhập liệu', null],
    [null, null],
  ])('%s is %s', (key, row) => {
    expect(rowKeyOf({ key })).toBe(row);
  });
});

describe('the gaps', () => {
  const everything = { verdict: 'all', query: '' } as const;

  it('come worst first, as the check orders them, each with its sentence and its quote', () => {
    const { items } = gapsView(checked, everything, vi);
    expect(items.map(({ key }) => key)).toEqual(checked.gaps.map(({ key }) => key));
    const radio = items.find(({ key }) => key === 'lai-chau-2021|radio-coverage|_T|maintain');
    expect(radio?.sentence.replaceAll('\u00a0', ' ')).toMatch(
      /^Thực hiện .* %; kế hoạch 100 %; thấp hơn .* điểm %: chưa đạt\.$/u,
    );
    expect(radio?.quote).toMatch(/phát thanh/u);
    expect(radio?.source).toMatch(/, dòng \d+$/u);
    expect(radio?.cell?.sheet).toBe('Nhập liệu');
  });

  it('can be filtered by verdict and words, with counts', () => {
    const { filters } = gapsView(checked, everything, vi);
    for (const { verdict, count } of filters) {
      expect(gapsView(checked, { verdict, query: '' }, vi).items.length).toBe(Number(count));
    }
    const found = gapsView(checked, { verdict: 'all', query: 'phat thanh' }, vi).items;
    expect(found.map(({ label }) => label)).toContain('Tỷ lệ phủ sóng phát thanh');
    expect(found.length).toBeLessThan(checked.gaps.length);
  });

  it('draw path and result over the same years, with the figures as a table', () => {
    const plots = gapsView(checked, everything, en).items.flatMap(({ plot }) => plot ?? []);
    expect(plots.length).toBeGreaterThan(10);
    for (const { years, path, reached, rows } of plots) {
      expect([path.length, reached.length, rows.length]).toEqual([years.length, years.length, years.length]);
      const drawn = [path[0], reached[0], path.at(-1), reached.at(-1)];
      expect(drawn.some((value) => typeof value === 'number')).toBe(true);
    }
    const poverty = gapsView(checked, everything, en).items.find(
      ({ key }) => key === 'lai-chau-2021|poverty-rate|_T|change',
    );
    const last = poverty?.plot?.reached.filter((value) => value !== null).at(-1);
    expect(poverty?.plot?.rows.find(({ year }) => year === '2023')?.reached).toBe(
      `${en.number(last ?? 0)} %`,
    );
  });

  it('name the plan where the workbook is about several', () => {
    const { request } = checked;
    if (!request) throw new Error('not judged');
    const [plan] = request.plans;
    expect(new Set(gapsView(checked, everything, vi).items.map((item) => item.plan))).toEqual(
      new Set([null]),
    );
    const two = { ...checked, request: { ...request, plans: [plan, plan] as typeof request.plans } };
    expect(new Set(gapsView(two, everything, vi).items.map((item) => item.plan))).toEqual(
      new Set([`Kế hoạch ${plan.file.id}`]),
    );
  });

  it('do not draw what an impossible figure comes to', () => {
    const drawn = (findings: CheckFinding[]) => {
      const report = { ...checked.report, findings };
      const { items } = gapsView({ ...checked, report }, everything, vi);
      return items.find(({ key }) => key === 'lai-chau-2021|poverty-rate|_T|change')?.plot;
    };
    const numerator = checked.request?.catalogue.indicators.get('poverty-rate')?.numerator ?? '';
    const [finding] = checked.report.findings;
    if (!finding) throw new Error('no finding');
    const wrong = {
      ...finding,
      code: 'figure-impossible',
      severity: 'error' as const,
      key: `${numerator}|_T`,
      period: '2022',
    };
    const [before, after] = [drawn([]), drawn([wrong])];
    const at = (year: number) => before?.years.indexOf(year) ?? -1;
    expect(before?.reached[at(2022)]).not.toBeNull();
    expect(after?.reached).toEqual(
      before?.reached.map((value, place) => (place === at(2022) ? null : value)),
    );
    expect(after?.rows).toEqual(before?.rows);
    expect(drawn([{ ...wrong, code: 'formula-altered' }])).toEqual(before);
  });

  it('are none for a file nobody knows the template of', () => {
    expect(gapsView({ ...checked, request: null }, everything, vi)).toEqual({
      filters: [],
      items: [],
      total: 0,
      notCompared: vi.texts.gaps.notCompared,
    });
    const unread = gapsView({ ...checked, request: null, returned: null }, everything, vi);
    expect(unread.notCompared).toMatch(/không đọc được số liệu/u);
  });
});

describe('search', () => {
  it.each([
    ['ho ngheo', 'Tỷ lệ hộ nghèo', true],
    ['HỘ NGHÈO', 'Tỷ lệ hộ nghèo', true],
    ['nghèo tỷ', 'Tỷ lệ hộ nghèo', true],
    ['duoi 1 tuoi', 'Trẻ em dưới 1 tuổi', true],
    ['dien', 'điện', true],
    ['hộ giàu', 'Tỷ lệ hộ nghèo', false],
    ['  ', 'gì cũng được', true],
  ])('"%s" in "%s": %s', (query, text, isFound) => {
    expect(matches(query, [text])).toBe(isFound);
  });
});

describe('reasons', () => {
  const key = 'emergency-relief-coverage|_T';

  it('go to the reason cell of the row, found by its key', () => {
    const cell = reasonCell(facts.sheets, key);
    const row = checked.returned?.cells.find((one) => one.rowKey === key && one.field === 'value')?.row;
    expect(cell?.row).toBe(row);
    expect(reasonCell(facts.sheets, 'no-such-indicator|_T')).toBeNull();
  });

  it('explain the warning in the next check, and take a reason back', () => {
    const reasons = new WrittenReasons();
    expect(reasons.write(facts, { key, period: '2023', text: 'rà soát lại' })).toBe(true);
    const after = checkWorkbook(reasons.over(facts));
    const explained = after.report.findings.filter(({ explanation }) => explanation === 'rà soát lại');
    expect(explained.map((finding) => rowKeyOf(finding))).toContain(key);
    expect(after.report.counts.warnings).toBe(checked.report.counts.warnings - explained.length);
    reasons.write(facts, { key, period: '2023', text: '' });
    expect(checkWorkbook(reasons.over(facts)).report.counts).toEqual(checked.report.counts);
  });

  it('count as unsaved until a copy holds them', () => {
    const reasons = new WrittenReasons();
    expect(reasons.write(facts, { key: 'no-such-indicator|_T', period: '2023', text: 'lý do' })).toBe(false);
    expect(reasons.unsaved).toBe(0);
    reasons.write(facts, { key, period: '2023', text: 'lý do' });
    expect(reasons.unsaved).toBe(1);
    expect(reasons.texts(facts)).toMatchObject([{ text: 'lý do' }]);
    reasons.saved();
    expect(reasons.unsaved).toBe(0);
    expect(reasons.texts(facts)).toHaveLength(1);
  });

  it('are counted by row: changing one twice is one, taking it back is none', () => {
    const reasons = new WrittenReasons();
    const write = (text: string) => reasons.write(facts, { key, period: '2023', text });
    write('một');
    write('hai');
    expect(reasons.unsaved).toBe(1);
    write('');
    expect(reasons.unsaved).toBe(0);
    write('ba');
    reasons.saved();
    write('bốn');
    write('ba');
    expect(reasons.unsaved).toBe(0);
    // A copy says it: taking it back is something to be saved, also after the file was read again.
    write('');
    expect(reasons.unsaved).toBe(1);
    expect(reasons.follow(facts)).toEqual([]);
    expect(reasons.unsaved).toBe(1);
    reasons.saved();
    expect(reasons.follow(facts)).toEqual([]);
    expect(reasons.unsaved).toBe(0);
  });

  it('are saved once the file itself has come to say them', () => {
    const reasons = new WrittenReasons();
    reasons.write(facts, { key, period: '2023', text: 'một' });
    expect(reasons.follow(facts)).toEqual([]);
    expect(reasons.unsaved).toBe(1);
    expect(reasons.follow(reasons.over(facts))).toEqual([]);
    expect(reasons.unsaved).toBe(0);
  });

  it('go over to another file of the same return where their row says what was seen', () => {
    const reasons = new WrittenReasons();
    reasons.write(facts, { key, period: '2023', text: 'một' });
    reasons.saved();
    const into = (file: typeof facts) => {
      const next = new WrittenReasons();
      const displaced = next.take(reasons.all, file);
      return { unsaved: next.unsaved, written: next.texts(file).map(({ text }) => text), displaced };
    };
    const saying = (text: string) => {
      const other = new WrittenReasons();
      other.write(facts, { key, period: '2023', text });
      return other.over(facts);
    };
    expect(into(facts)).toEqual({ unsaved: 1, written: ['một'], displaced: [] });
    expect(into(saying('một'))).toEqual({ unsaved: 0, written: [], displaced: [] });
    const draft = { key, period: '2023', text: 'một', seen: '' };
    expect(into(saying('khác'))).toEqual({ unsaved: 0, written: [], displaced: [draft] });
    expect(into({ ...facts, sheets: [] })).toEqual({ unsaved: 0, written: [], displaced: [draft] });
    // The copy of before, with what was changed since.
    reasons.write(facts, { key, period: '2023', text: 'hai' });
    expect(into(saying('một'))).toEqual({ unsaved: 1, written: ['hai'], displaced: [] });
  });
});

describe('marks', () => {
  it('stand at the cells of findings, but of explained warnings', () => {
    const marks = placedMarks(checked, vi);
    const placed = checked.report.findings.filter(({ place }) => place.cell !== undefined);
    expect(marks.length).toBe(placed.length);
    expect(marks[0]).toMatchObject({ severity: 'error', sheet: 'Nhập liệu' });
    const reasons = new WrittenReasons();
    reasons.write(facts, { key: 'emergency-relief-coverage|_T', period: '2023', text: 'rà soát lại' });
    const after = placedMarks(checkWorkbook(reasons.over(facts)), vi);
    expect(after.map(({ key }) => key)).not.toContain('emergency-relief-coverage|_T');
    expect(after.length).toBeLessThan(marks.length);
  });
});

describe('wording', () => {
  it('passes every text of both languages through the transform', () => {
    for (const language of ['vi', 'en'] as const) {
      const { texts } = wordingOf(language, pseudoText);
      const said = texts as unknown as Record<string, unknown>;
      const values = (table: object): string[] =>
        Object.values(table).flatMap((value: unknown) => {
          if (typeof value === 'string') return [value];
          if (typeof value === 'function') return [(value as (...data: string[]) => string)('1', '2')];
          return values(value as object);
        });
      expect(values(said).filter((text) => !text.startsWith('⟦'))).toEqual([]);
      expect(values(said).length).toBeGreaterThan(50);
    }
  });
});
