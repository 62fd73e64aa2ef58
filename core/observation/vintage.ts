/** How sure a figure is: estimate (ước), preliminary (sơ bộ), final (chính thức). */
export const vintages = ['estimate', 'preliminary', 'final'] as const;
export type Vintage = (typeof vintages)[number];

/** How a column of figures is headed, by vintage. */
export const vintageWords: Record<Vintage, string> = {
  estimate: 'Ước thực hiện',
  preliminary: 'Sơ bộ',
  final: 'Thực hiện',
};
