/** The project's list of the units of Viet Nam; how it is made and from what: seeds/units/vn/README.md. */
const FOLDER = 'seeds/units/vn';

/** The country and its provinces of all times. */
export const PROVINCES_FILE = `${FOLDER}/provinces.csv`;

/** What is known beyond the facts the lists are made from, kept by hand. */
export const KNOWN_CHANGES_FILE = `${FOLDER}/known-changes.csv`;

/** Changes since the day until which the lists are right, kept by hand. */
export const LATER_CHANGES_FILE = `${FOLDER}/later-changes.csv`;

/** Districts and communes of all times on the ground of one of today's provinces. */
export function unitsFile(province: string): string {
  return `${FOLDER}/units/${province}.csv`;
}

/** What passed from its old communes to its new ones. */
export function linksFile(province: string): string {
  return `${FOLDER}/links/${province}.csv`;
}
