/** Fetches what draws; the build of the page puts its own way in this place. */
export const loadChart = () => import('./chart.ts');
