import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type * as Build from '../../../core/template/build.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { seedModel } from '../../core/check/structure/models.ts';
import { noView } from '../pane/fake-bench.ts';

const BUILD = '../../../core/template/build.ts';
const built = { count: 0 };

// The worker may hold the page's modules already: they are loaded anew, with what builds workbooks counted.
beforeAll(() => {
  vi.resetModules();
  vi.doMock(BUILD, async (original) => {
    const real = await original<typeof Build>();
    return {
      ...real,
      buildWorkbook: (...given: Parameters<typeof Build.buildWorkbook>) => {
        built.count += 1;
        return real.buildWorkbook(...given);
      },
      buildSheets: (...given: Parameters<typeof Build.buildSheets>) => {
        built.count += 1;
        return real.buildSheets(...given);
      },
    };
  });
});
afterAll(() => {
  vi.doUnmock(BUILD);
  vi.resetModules();
});

it('a reason written in the page builds the expected workbook once, and a look at the same file not at all', async () => {
  const { FileBench } = await import('../../../addin/page/file-bench.ts');
  const { writeReason } = await import('../../../addin/pane/actions/write-reason.ts');
  const { PaneSession } = await import('../../../addin/pane/session.ts');
  const { wordingOf } = await import('../../../addin/pane/texts/wording.ts');
  const { rowsToExplain } = await import('../../../addin/pane/view/findings-view.ts');
  const bytes = await serialize((await seedModel('lai-chau-2021', 'VN12.106')).model);
  const bench = new FileBench(new File([new Uint8Array(bytes)], 'so.xlsx'));
  const session = new PaneSession(bench, noView(), { wording: wordingOf('vi') });
  const builds = async (step: () => Promise<void>) => {
    built.count = 0;
    await step();
    return built.count;
  };
  expect(await builds(() => session.check())).toBe(1);
  const [key = ''] = session.checked ? rowsToExplain(session.checked.report) : [];
  const reason = (text: string, seen: string) => ({ key, period: '2023', text, seen });
  expect(await builds(() => writeReason(session, reason('một', '')))).toBe(1);
  expect(session.checked?.report.counts.explained).toBe(1);
  expect(await builds(() => writeReason(session, reason('hai', 'một')))).toBe(1);
  expect(await builds(() => session.check())).toBe(0);
  expect(bench.reasons).toMatchObject([{ key, text: 'hai', seen: '' }]);
});
