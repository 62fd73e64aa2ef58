/** What is published of several units together: a total, or a share over them. */
export interface PublishedSum {
  /** Whose sum it is: sums of the same group are shown or hidden together in all counts of a family. */
  group: string;
  /** The units whose figures are in it. */
  members: ReadonlySet<string>;
  /** Figures that others publish for the same: a department's, the province's own. */
  beside: readonly number[];
}

/** A count of units, published unit by unit and in sums. */
export interface PublishedCount {
  key: string;
  /** By unit; a unit that has not reported is not in it, one that said "nothing occurred" has 0. */
  values: ReadonlyMap<string, number>;
  sums: readonly PublishedSum[];
  /** Keys of counts of which every unit's is a part by definition: it is never larger. */
  wholes: readonly string[];
}

/** Counts that may add up to each other in every unit: the whole of an indicator with its parts. */
export interface CountFamily {
  /** Whether what is counted are persons or households. */
  isOfPeople: boolean;
  counts: readonly PublishedCount[];
}

/** A share or rate of units, published unit by unit and over several together. */
export interface PublishedShare {
  key: string;
  numerator: string;
  denominator: string;
  /** By what the quotient is multiplied. */
  per: number;
  /** By unit, as it is published. */
  values: ReadonlyMap<string, number>;
  sums: readonly PublishedSum[];
}

/** Everything that is published together, all tables of it. */
export interface Publication {
  families: readonly CountFamily[];
  shares: readonly PublishedShare[];
}

/** What of a publication is not to be shown. */
export interface Suppression {
  /** Whether the figure of a unit is hidden. @param key of a count or share */
  cell: (key: string, unit: string) => boolean;
  /** Whether the sum of a group in a count or share is hidden, with everything that others publish for the same. */
  sum: (key: string, group: string) => boolean;
  /** How many figures of units are hidden for being small, and how many so that those cannot be computed. */
  small: number;
  beside: number;
}
