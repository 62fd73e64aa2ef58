import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { addressText, storeAddress } from '../../../generator/store/postgres/address.ts';
import {
  countIn,
  numberIn,
  provinceOf,
  provinceOfNumber,
} from '../../../generator/store/postgres/province.ts';
import { run } from '../commands/run.ts';

describe('the address of a store on a server', () => {
  it.each([
    ['postgres://kho.example.vn/chitieu', 'postgres://kho.example.vn:5432/chitieu'],
    ['postgresql://lai_chau@10.0.0.1:6432/kho', 'postgres://lai_chau@10.0.0.1:6432/kho'],
    ['postgres://[::1]:5433/kho', 'postgres://[::1]:5433/kho'],
  ])('%s', (given, text) => {
    expect(addressText(storeAddress(given, null))).toBe(text);
    expect(storeAddress(text, null)).toEqual(storeAddress(given, null));
  });

  it.each([
    'postgres://a:secret@kho/chitieu',
    'postgres://a:secret@kho',
    'postgres://kho/x?password=secret',
    'postgres://a:not/secret@kho:99999/chitieu',
    'postgres://a:se@secret@kho:x/chitieu',
  ])('with a password in it is refused, and the password not shown: %s', async (address) => {
    const { code, err } = await run(packageRoot(), '--store', address, 'store', 'setup');
    expect(code).toBe(2);
    expect(err).toMatch(/mật khẩu|không dùng được/u);
    expect(err).not.toContain('secret');
  });

  it.each([
    'kho',
    'mysql://kho/x',
    'postgres://kho',
    'postgres:///x',
    'postgres://kho/x?sslmode=disable',
    'postgres://kho/kho%zz',
    'postgres://lai%E0chau@kho/x',
  ])('that is none is refused: %s', (address) => {
    expect(() => storeAddress(address, null)).toThrow('không dùng được');
  });
});

it('a number says its province and its place in it', () => {
  for (const [unit, province] of [
    ['VN12.106', 'VN12'],
    ['VN51-2025', 'VN51'],
    ['VN', 'VN'],
    ['_', 'VN'],
  ] as const) {
    expect(provinceOf(unit)).toBe(province);
    expect(provinceOfNumber(numberIn(province, 7))).toBe(province);
    expect(countIn(numberIn(province, 7))).toBe(7);
  }
  expect(numberIn('VN12', 3)).toBe(312);
});
