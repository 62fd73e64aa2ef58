import { describe, expect, it } from 'vitest';
import { chosen, differing, type Copies } from '../../../core/returned/copies.ts';
import type { FormulaCell } from '../../../core/sheet/facts.ts';
import { CHECK_MARK_PREFIX } from '../../../core/workbook/contract.ts';
import type { ColumnField } from '../../../core/workbook/entry-fields.ts';

type Content = Pick<FormulaCell, 'value' | 'formula'>;
const typed = (value: FormulaCell['value']): Content => ({ value, formula: null });
const uncomputed: Content = { value: null, formula: 'B5+B6' };
const MARK = `${CHECK_MARK_PREFIX}Lỗi: …`;

describe('of several cells of one key', () => {
  it.each<[string, ColumnField, Copies<Content>, Content]>([
    ['of a figure the first', 'value', [typed(4.2), typed(4.8)], typed(4.2)],
    ['of a figure no blank', 'value', [typed(null), typed(' '), typed(0)], typed(0)],
    ['of a figure no text, however early', 'value', [typed('4,2'), typed(4.8)], typed(4.8)],
    ['of a figure no error', 'value', [typed({ error: '#REF!' }), typed('-')], typed('-')],
    ['of a figure no formula without a result', 'value', [uncomputed, typed(4.8)], typed(4.8)],
    [
      'of texts for a figure the first',
      'value',
      [typed(null), typed('chưa có'), typed('?')],
      typed('chưa có'),
    ],
    ['of a baseline the last', 'baseValue', [typed(10), typed(12), typed(null)], typed(12)],
    ['of a baseline no sign', 'baseYear', [typed(2020), typed('-')], typed(2020)],
    [
      'of a reason the first that says something',
      'reason',
      [typed(' '), typed('Mưa'), typed('Lũ')],
      typed('Mưa'),
    ],
    ['of a source the first', 'baseSource', [typed('QĐ 1'), typed('QĐ 2')], typed('QĐ 1')],
    ['of a mark the officer’s', 'mark', [typed(MARK), typed('xem lại')], typed('xem lại')],
    ['of marks of a check the first', 'mark', [typed(null), typed(MARK)], typed(MARK)],
  ])('%s is read', (_, field, cells, wanted) => {
    expect(chosen(field, cells)).toEqual(wanted);
    expect(cells).toContain(chosen(field, cells));
  });

  it.each<[string, ColumnField, Copies<Content>, Content[]]>([
    ['another figure', 'value', [typed(4.2), typed(4.8)], [typed(4.8)]],
    ['a text in place of a figure', 'value', [typed('4,2'), typed(4.8)], [typed('4,2')]],
    ['a formula nobody has computed', 'value', [typed(4.8), uncomputed], [uncomputed]],
    ['a number where the other has a sign', 'value', [typed('-'), typed(0)], [typed(0)]],
    ['another text', 'reason', [typed('Mưa'), typed('Lũ'), typed('Mưa')], [typed('Lũ')]],
  ])('%s differs', (_, field, cells, wanted) => {
    expect(differing(field, cells)).toEqual(wanted);
  });

  it.each<[string, ColumnField, Copies<Content>]>([
    ['a blank', 'value', [typed(4.2), typed(null), typed(' ')]],
    ['the last digit a program computes otherwise', 'value', [typed(0.3), typed(0.1 + 0.2)]],
    ['a sign typed otherwise', 'value', [typed('...'), typed('…'), typed(' ... ')]],
    ['spaces and composition', 'reason', [typed('Mưa  lũ'), typed('Mưa lũ '.normalize('NFD'))]],
    ['a mark of a check', 'mark', [typed('xem lại'), typed(MARK)]],
  ])('%s does not differ', (_, field, cells) => {
    expect(differing(field, cells)).toEqual([]);
  });
});
