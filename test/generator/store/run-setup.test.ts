import { expect, it } from 'vitest';
import { requireEachOnce } from '../../../generator/store/run-setup.ts';

const provinces = ['VN01', 'VN12', 'VN14'].map((province) => ({ province, name: province }));
const placed = (...shards: string[][]) => {
  requireEachOnce(
    provinces,
    shards.map((own) => ({ provinces: own })),
  );
};

it('a store on several servers has each province on exactly one, and says which are on none and which on several', () => {
  placed();
  placed(['VN01', 'VN12'], ['VN14']);
  expect(() => {
    placed(['VN12']);
  }).toThrow('VN01, VN14 chưa ở máy chủ nào (on none). Chưa đổi gì');
  expect(() => {
    placed(['VN01', 'VN12'], ['VN12', 'VN99']);
  }).toThrow(
    /: VN14 chưa ở máy chủ nào .*; VN12 ghi nhiều lần .*; VN99 không phải tỉnh của kho này \(not of this store\)\. /u,
  );
});
