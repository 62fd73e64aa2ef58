/**
 * Counts of persons or households from 1 to 4 are not published: five is the least at which most statistical offices
 * publish a cell, and in a commune four people are known by name.
 */
export const DEFAULT_THRESHOLD = 5;
