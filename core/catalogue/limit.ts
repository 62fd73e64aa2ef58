import type { Indicator } from './schema.ts';

/** Id of the next count up that an indicator cannot exceed: the whole it is part of, else what it is never above. */
export function limitOf(indicator: Pick<Indicator, 'partOf' | 'notAbove'> | undefined): string | undefined {
  return indicator?.partOf ?? indicator?.notAbove;
}
