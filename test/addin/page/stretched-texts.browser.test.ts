import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithEngine } from '../../engines/availability.ts';
import { buildAndServe, idle, openWorkbook, overflow, stretchedPage, type BuiltPage } from './built-page.ts';
import { wrongWorkbook } from './wrong-workbook.ts';

/** The page in a language that is half as long again and unlike any other. */
describeWithEngine('chromium', 'the page with stretched texts', () => {
  let site: BuiltPage;
  let workbook: Awaited<ReturnType<typeof wrongWorkbook>>;

  beforeAll(async () => {
    [site, workbook] = await Promise.all([buildAndServe('stretched page', stretchedPage), wrongWorkbook()]);
  });
  afterAll(() => site.close());

  it('fits 320 pixels in every tab', async () => {
    const { page, context } = await site.open({ viewport: { width: 320, height: 600 } });
    expect(await overflow(page)).toBe(0);
    await openWorkbook(page, workbook);
    await page.locator('.group.warning .group-head').first().click();
    await page.locator('.group.warning .finding-head').first().click();
    await idle(page);
    for (const tab of ['check', 'gaps', 'export']) {
      await page.locator(`#tab-${tab}`).click();
      expect([tab, await overflow(page)]).toEqual([tab, 0]);
      // Buttons clip what does not fit.
      const clipped = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.pane button, .pane fluent-button, .pane p, .pane h2, .pane h3')]
          .filter((one) => one.offsetParent !== null && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
          .map((one) => one.textContent)`,
      );
      expect(clipped).toEqual([]);
    }
    await context.close();
  });

  it('takes every word of its own from the tables', async () => {
    const { page, context } = await site.open();
    await openWorkbook(page, workbook);
    await page.locator('.group.warning .group-head').first().click();
    await page.locator('.group.warning .finding-head').first().click();
    await idle(page);
    for (const tab of ['check', 'gaps', 'export']) {
      await page.locator(`#tab-${tab}`).click();
      // Names, places, figures and quotes are data of the workbook; everything else is ours to say.
      const strange = await page.evaluate<string[]>(`(() => {
        const data = '.finding-label, .finding-place, .pair, .sheet td, .sheet th, .sheet caption, .target h2, blockquote > p, .figures td, .figures th, .identity, .count, .number, .file-name, .languages';
        const walker = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
          const text = walker.currentNode;
          const element = text.parentElement;
          if (text.data.trim() === '' || text.data.trim() === '–' || element.closest(data) !== null) continue;
          if (!text.data.includes('⟦')) found.push(text.data);
        }
        return found;
      })()`);
      expect(strange).toEqual([]);
    }
    await context.close();
  });
});
