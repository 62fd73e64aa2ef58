import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** What stands in a cell: a text, or elements. */
export type Content = string | ElementContent | readonly ElementContent[];

/** A table as a page shows it. */
export interface TableParts {
  caption: string;
  /** Whether the heading above says the same, so that it is only read out. */
  isCaptionHeard?: boolean;
  heads: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly Content[])[];
  /** Columns of numbers, from 0. */
  numbers?: readonly number[];
  /** `stack`: rows become cards where the page is narrow; `grid`: wide, the table is moved sideways. */
  kind: 'stack' | 'grid';
}

/** A table that can be moved sideways with the keyboard too where it is wider than the page. */
export function table({
  caption,
  isCaptionHeard = false,
  heads,
  rows,
  numbers = [],
  kind,
}: TableParts): Element {
  const numeric = (at: number) => (numbers.includes(at) ? { className: ['number'] } : {});
  const body = rows.map((row) =>
    h(
      'tr',
      row.map((content, at) =>
        at === 0
          ? h('th', { scope: 'row', ...numeric(at) }, ...parts(content))
          : h('td', { dataHead: heads[at], ...numeric(at) }, ...parts(content)),
      ),
    ),
  );
  return h('div', { className: ['scroll'], role: 'group', ariaLabel: caption, tabIndex: 0 }, [
    h('table', { className: [kind] }, [
      h('caption', isCaptionHeard ? { className: ['heard'] } : {}, caption),
      h('thead', [
        h(
          'tr',
          heads.map((head, at) => h('th', { scope: 'col', ...numeric(at) }, head)),
        ),
      ]),
      h('tbody', body),
    ]),
  ]);
}

function parts(content: Content): ElementContent[] {
  if (typeof content === 'string') return content === '' ? [] : [{ type: 'text', value: content }];
  return 'type' in content ? [content] : [...content];
}
