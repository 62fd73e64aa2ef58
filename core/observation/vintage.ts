/** How sure a figure is: estimate (ước), preliminary (sơ bộ), final (chính thức). */
export const vintages = ['estimate', 'preliminary', 'final'] as const;
export type Vintage = (typeof vintages)[number];

/** Whether one figure is less sure than another. */
export function isLessSure(one: Vintage, other: Vintage): boolean {
  return vintages.indexOf(one) < vintages.indexOf(other);
}

/** How a column of figures is headed, by vintage. */
export const vintageWords: Record<Vintage, string> = {
  estimate: 'Ước thực hiện',
  preliminary: 'Sơ bộ',
  final: 'Thực hiện',
};

/** How sure a figure is, within a sentence. */
export const vintageNames: Record<Vintage, { vi: string; en: string }> = {
  estimate: { vi: 'ước thực hiện', en: 'estimate' },
  preliminary: { vi: 'sơ bộ', en: 'preliminary' },
  final: { vi: 'chính thức', en: 'final' },
};
