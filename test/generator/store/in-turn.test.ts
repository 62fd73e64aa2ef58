import { describe, expect, it } from 'vitest';
import { inTurn } from '../../../generator/store/in-turn.ts';
import { Overtaken } from '../../../generator/store/store.ts';

describe('inTurn', () => {
  it('goes by what there is then as often as somebody else was first, and by no more', async () => {
    const tries: number[] = [];
    const came = await inTurn((overtaken) => {
      tries.push(overtaken);
      return overtaken < 2 ? Promise.reject(new Overtaken()) : Promise.resolve('kept');
    });
    expect(came).toBe('kept');
    expect(tries).toEqual([0, 1, 2]);
  });

  it('lets every other trouble through at once', async () => {
    let tries = 0;
    const work = () => {
      tries++;
      return Promise.reject(new Error('disk full'));
    };
    await expect(inTurn(work)).rejects.toThrow('disk full');
    expect(tries).toBe(1);
  });
});
