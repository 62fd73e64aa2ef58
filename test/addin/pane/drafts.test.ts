import { describe, expect, it } from 'vitest';
import { Drafts } from '../../../addin/pane/drafts.ts';

const row = { key: 'a|_T', period: '2023' };
const standing = (text: string) => new Map([[row.key, text]]);

describe('drafts', () => {
  it('remember what stood there when typing began', () => {
    const drafts = new Drafts();
    drafts.type(row, 'của tôi', '');
    drafts.type(row, 'của tôi!', 'của người khác');
    expect(drafts.get(row.key)).toEqual({ ...row, text: 'của tôi!', seen: '' });
    expect(drafts.isOverridden(row.key, standing('của người khác'))).toBe(true);
    expect(drafts.isOverridden(row.key, standing(''))).toBe(false);
    expect(drafts.isOverridden('b|_T', standing('x'))).toBe(false);
  });

  it('are none where nothing was typed, or what stands there', () => {
    const drafts = new Drafts();
    drafts.type(row, ' có sẵn ', 'có sẵn');
    expect(drafts.unwritten).toEqual([]);
    drafts.type(row, '', 'có sẵn');
    expect(drafts.unwritten).toEqual([]);
    // An emptied box is still what the officer wants to write.
    expect(drafts.get(row.key)?.text).toBe('');
    drafts.type(row, 'mới', 'có sẵn');
    expect(drafts.unwritten).toHaveLength(1);
    drafts.settle(standing('mới'));
    expect(drafts.get(row.key)).toBeNull();
  });

  it('put back what stood there before somebody else changed it', () => {
    const drafts = new Drafts();
    drafts.type(row, 'A2', 'A');
    drafts.type(row, 'A', 'B');
    expect(drafts.get(row.key)).toEqual({ ...row, text: 'A', seen: 'A' });
    expect(drafts.isOverridden(row.key, standing('B'))).toBe(true);
    drafts.type(row, 'B', 'B');
    expect(drafts.get(row.key)).toBeNull();
  });

  it('keep what was typed on while the reason was being written', () => {
    const drafts = new Drafts();
    drafts.type(row, 'một', '');
    drafts.type(row, 'một hai', '');
    drafts.written({ key: row.key, text: 'một' });
    expect(drafts.get(row.key)).toEqual({ ...row, text: 'một hai', seen: 'một' });
    drafts.written({ key: row.key, text: 'một hai' });
    expect(drafts.unwritten).toEqual([]);
  });

  it('come back from elsewhere unless the row is being typed', () => {
    const given = { ...row, text: 'cũ', seen: '' };
    const drafts = new Drafts([given]);
    drafts.add({ ...given, text: 'cũ hơn' });
    drafts.add({ ...given, key: 'b|_T' });
    expect(drafts.unwritten.map(({ key, text }) => [key, text])).toEqual([
      [row.key, 'cũ'],
      ['b|_T', 'cũ'],
    ]);
    drafts.drop('b|_T');
    expect(drafts.unwritten).toHaveLength(1);
  });
});
