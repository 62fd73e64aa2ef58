import { describe, expect, it } from 'vitest';
import { offer, unitMeant } from '../../../generator/commands/unit-meant.ts';

const UNITS = [
  { id: 'VN12.107', name: 'Huyện Mường Tè' },
  { id: 'VN12.111', name: 'Huyện Tân Uyên' },
  { id: 'VN12.03595', name: 'Thị trấn Tân Uyên' },
];

describe('a unit that somebody names', () => {
  it('is asked for by its id where several have the name', () => {
    expect(() => unitMeant('Tân Uyên', UNITS)).toThrow(
      /Có 2 đơn vị tên "Tân Uyên": Huyện Tân Uyên \(VN12\.111\), Thị trấn Tân Uyên \(VN12\.03595\)/u,
    );
    expect(unitMeant('Huyện Tân Uyên', UNITS)?.id).toBe('VN12.111');
  });

  it('is told apart from the one it followed by their days', () => {
    const bodies = [
      { id: 'VN12.SYT', name: 'Sở Y tế', validFrom: null, validTo: '2025-06-30' },
      { id: 'VN12.SYT-2025', name: 'Sở Y tế', validFrom: '2025-07-01', validTo: null },
    ];
    expect(() => unitMeant('Sở Y tế', bodies)).toThrow(
      'Có 2 đơn vị tên "Sở Y tế": Sở Y tế (VN12.SYT, đến 30/06/2025), Sở Y tế (VN12.SYT-2025, từ 01/07/2025). Hãy ghi mã thay cho tên, ví dụ VN12.SYT-2025',
    );
  });

  it('is offered where the name is written otherwise, and never taken for granted', () => {
    expect(unitMeant('Huyen Muong Te', UNITS)).toBeNull();
    expect(offer('Huyen Muong Te', UNITS)).toBe('; gần giống: Huyện Mường Tè (VN12.107)');
    expect(offer('Hà Nội', UNITS)).toBe('');
  });
});
