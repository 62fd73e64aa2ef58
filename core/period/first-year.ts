/** The year of an annual period such as `2021`; shorter periods belong to the year they lie in. */
export function firstYear(period: string): number {
  return Number(period.slice(0, 4));
}
