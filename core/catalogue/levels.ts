/** Levels of reporting units, highest first. */
export const levels = ['province', 'district', 'commune'] as const;
