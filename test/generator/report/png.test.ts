import { expect, it } from 'vitest';
import { targetPlot } from '../../../formats/plot/target-plot.ts';
import { pngOf } from '../../../generator/report/png.ts';

const written = (text: string, family = 'Arimo') =>
  Buffer.from(
    pngOf(
      `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text x="0" y="15" font-family="${family}" font-size="14">${text}</text></svg>`,
    ),
  );

it('a picture is a PNG of twice the size', () => {
  const bytes = written('a');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([120, 40]);
});

it('its Vietnamese letters are letters, whatever fonts the machine has', () => {
  const letters = ['ệ', 'ổ', 'ẵ', 'đ', 'ư', 'ợ', '–', '≥', ' '];
  // What a font lacks is drawn as the same box, or as nothing.
  const pictures = new Set(letters.map((letter) => written(letter).toString('base64')));
  expect(pictures.size).toBe(letters.length);
});

it('the words of a plot are in it', async () => {
  const plot = {
    path: [],
    reachedYears: [{ year: 2025, value: 3 }],
    goal: null,
    curveUnit: 'bác sĩ/vạn dân',
  };
  const svg = await targetPlot(plot, 'vi');
  const without = svg.replaceAll(/<text[\s\S]*?<\/text>/gu, '');
  expect(Buffer.from(pngOf(svg)).equals(Buffer.from(pngOf(without)))).toBe(false);
});
