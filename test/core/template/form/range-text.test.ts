import { describe, expect, it } from 'vitest';
import { rangeText, rangeTextFormula } from '../../../../core/template/form/range-text.ts';

describe('a range as text', () => {
  it('prints both bounds with a decimal comma and no grouping', () => {
    expect(rangeText({ low: 6_000, high: 7_000, decimals: 0, unit: '' })).toBe('6000–7000');
    expect(rangeText({ low: 1, high: 1.5, decimals: 2, unit: '%/năm' })).toBe('1,00–1,50 %/năm');
    expect(rangeText({ low: -0.5, high: 2.675, decimals: 2, unit: '' })).toBe('-0,50–2,68');
  });

  it('reads the bounds from their cells, and writes nothing while one is missing', () => {
    expect(rangeTextFormula({ low: 'A1', high: 'A2', decimals: 1, unit: '%' })).toBe(
      'IF(COUNT(A1,A2)<2,"",SUBSTITUTE(FIXED(ROUND(A1,1),1,TRUE),".",",")&"–"&SUBSTITUTE(FIXED(ROUND(A2,1),1,TRUE),".",",")&" %")',
    );
  });
});
