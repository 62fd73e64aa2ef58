import { levels } from '../catalogue/levels.ts';

/**
 * Levels of reporting units, highest first: the country, those at which figures exist, and departments, which
 * report for a province.
 */
export const unitLevels = ['country', ...levels, 'department'] as const;
