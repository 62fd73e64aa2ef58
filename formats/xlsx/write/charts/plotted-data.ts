import type { PlottedRange } from '../../../../core/sheet/model.ts';
import { element, type Xml } from './xml-element.ts';

/**
 * `c:cat`: the labels of the points, with the copy shown before anything is recalculated. Years stay
 * numbers; one text among them makes all of them texts.
 */
export function categories(range: PlottedRange): Xml {
  const numeric = range.cached.every((value) => typeof value === 'number');
  return element('c:cat', {}, numeric ? numbers(range, 'General') : texts(range));
}

/** `c:val`: the figures. What is no number ("...", "x", nothing) has no point, which leaves a gap. */
export function values(range: PlottedRange, format: string): Xml {
  return element('c:val', {}, numbers(range, format));
}

function numbers({ reference, cached }: PlottedRange, format: string): Xml {
  const points = cached.map((value, at) => (typeof value === 'number' ? point(at, value) : null));
  return element(
    'c:numRef',
    {},
    element('c:f', {}, reference),
    element(
      'c:numCache',
      {},
      element('c:formatCode', {}, format),
      element('c:ptCount', { val: cached.length }),
      points,
    ),
  );
}

function texts({ reference, cached }: PlottedRange): Xml {
  const points = cached.map((value, at) => (value === null ? null : point(at, value)));
  return element(
    'c:strRef',
    {},
    element('c:f', {}, reference),
    element('c:strCache', {}, element('c:ptCount', { val: cached.length }), points),
  );
}

function point(at: number, value: number | string): Xml {
  return element('c:pt', { idx: at }, element('c:v', {}, value));
}
