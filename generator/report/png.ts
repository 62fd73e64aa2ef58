import { createRequire } from 'node:module';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';

/** Twice the size at which it is shown, so that it is sharp on paper. */
const SCALE = 2;

/**
 * The font comes with the program: on a machine without one pictures would have no words, and with the first version
 * of Liberation Sans boxes in the place of Vietnamese letters, and nobody would be told.
 */
const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
);

const OPTIONS: ResvgRenderOptions = {
  fitTo: { mode: 'zoom', value: SCALE },
  background: '#ffffff',
  font: { loadSystemFonts: false, fontFiles: [FONT], defaultFontFamily: 'Arimo' },
};

/** An SVG as PNG, drawn without a browser and without the fonts of the machine. */
export function pngOf(svg: string): Uint8Array {
  return new Resvg(svg, OPTIONS).render().asPng();
}
