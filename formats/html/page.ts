import { withPercentKept } from '../../core/base/number-text.ts';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Language } from '../../core/base/finding.ts';
import { STYLE } from './style.ts';

/** What a page is made of. */
export interface Page {
  language: Language;
  title: string;
  body: ElementContent[];
}

/**
 * A page that stands in one file: no script, nothing from a network, and a policy that lets a browser take nothing but
 * the one style of the page, known by its hash.
 */
export async function pageHtml({ language, title, body }: Page): Promise<string> {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${await hashOf(STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', title),
    h('style', STYLE),
  ]);
  const tree = [{ type: 'doctype' as const }, h('html', { lang: language }, [head, h('body', body)])];
  // Drawings of our own are put in as they are; every other text is escaped.
  return `${withPercentKept(toHtml({ type: 'root', children: tree }, { allowDangerousHtml: true }))}\n`;
}

/** A drawing inside the page, with what it says for those who do not see it. */
export function drawing(svg: string, label: string): Element {
  const box = h('div', { className: ['drawing'], role: 'img', ariaLabel: label });
  // Nodes of HTML as it is are known to the serializer, not to its types.
  return { ...box, children: [{ type: 'raw', value: svg } as unknown as ElementContent] };
}

/** SHA-256 as a policy names it. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
