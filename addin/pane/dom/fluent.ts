/**
 * The Fluent elements in use, each registered by its import. Their styles are constructed style sheets, which a
 * strict security policy allows.
 */
import '@fluentui/web-components/button/define.js';
import '@fluentui/web-components/message-bar/define.js';
import '@fluentui/web-components/spinner/define.js';
import '@fluentui/web-components/text-input/define.js';
import '@fluentui/web-components/textarea/define.js';
import { createDarkTheme, createLightTheme, type BrandVariants } from '@fluentui/tokens';
import { setTheme } from '@fluentui/web-components/theme/set-theme.js';

/** The product's own colour, from nearly black to nearly white. */
const brand: BrandVariants = {
  10: '#03191b',
  20: '#072a2e',
  30: '#0a3a40',
  40: '#0b474e',
  50: '#0c545c',
  60: '#0d5b64',
  70: '#0e636c',
  80: '#0f6a73',
  90: '#2b7f88',
  100: '#47a0a9',
  110: '#63b1b9',
  120: '#7fc1c8',
  130: '#9bd1d6',
  140: '#b7e0e4',
  150: '#d3eef0',
  160: '#eaf8f9',
};

/** That of the pages, so that fields and buttons do not stand out from the text. */
const fontFamilyBase = "'Segoe UI', system-ui, sans-serif";

const themes = {
  light: { ...createLightTheme(brand), fontFamilyBase },
  dark: { ...createDarkTheme(brand), fontFamilyBase },
};

/**
 * Gives the Fluent elements the light or the dark look of the system, now and whenever it changes; the pane's
 * own style sheet follows by media queries.
 * @returns stops it
 */
export function followColorScheme(changed: () => void): () => void {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => setTheme(isDark.matches ? themes.dark : themes.light);
  const react = () => {
    apply();
    changed();
  };
  apply();
  isDark.addEventListener('change', react);
  return () => isDark.removeEventListener('change', react);
}

/** What the text fields of Fluent have beyond an element. */
export interface FluentField extends HTMLElement {
  value: string;
}
