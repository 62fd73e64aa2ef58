/** The last day on which the national lists are known to be right; later changes are listed, not in them. */
export const LISTS_RIGHT_UNTIL = '2026-04-29';
