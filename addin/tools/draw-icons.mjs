/**
 * Draws the PNG files of addin/public/icons from addin/icons/icons.svg with Chromium. Needed only after the
 * drawing has changed; the pictures are committed.
 *
 *   node addin/tools/draw-icons.mjs            (CHROMIUM names the program; /usr/bin/chromium by default)
 */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const drawings = new URL('../icons/icons.svg', import.meta.url);
const target = new URL('../public/icons/', import.meta.url);
/** The ribbon takes sizes up to 80; 128 is for the list of add-ins on dense screens. */
const ribbonSizes = [16, 20, 24, 32, 40, 48, 64, 80];
const sizes = { app: [...ribbonSizes, 128] };

const svg = await readFile(drawings, 'utf8');
const names = [...svg.matchAll(/<g id="([a-z]+)"/gu)].map(([, name]) => name);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const name of names) {
  const others = names.filter((other) => other !== name).map((other) => `#${other}`);
  for (const size of sizes[name] ?? ribbonSizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:100vw;height:100vh}${others.join()}{display:none}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`${name}-${size}.png`, target), png);
  }
}
await browser.close();

const [app] = /<g id="app">.*?<\/g>/su.exec(svg) ?? [];
await writeFile(
  new URL('favicon.svg', target),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\n  ${app}\n</svg>\n`,
);
console.log(`${names.length} icons drawn.`);
