import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ChangeMap } from '../changes/change-map.ts';
import type { KnownBaseline } from '../planner/baseline/baseline.ts';
import type { KnownFigure } from '../planner/known-figure.ts';
import type { Link } from '../unit/link.ts';
import type { BrokenOff } from './breaks.ts';
import type { ComputedBefore } from './computed-before.ts';
import type { NamedBefore } from './year-before.ts';
import type { NewCells } from './cells.ts';
import type { EarlierFigure } from './earlier.ts';
import type { RollOverLine, Why } from './line.ts';
import type { NamedUnit } from './source-text.ts';

/** A baseline that somebody has to give: figures of the year are there, none of them final. */
export interface OpenBaseline {
  unit: string;
  key: string;
  year: number;
}

/** A figure that is not in force or could not be read, and why. */
export interface AsideFigure {
  figure: EarlierFigure;
  why: Why;
  detail: string;
}

/** Everything a roll-over is made from. */
export interface RollOverInput {
  /** The figures in force of earlier rounds, one a place, and baselines. */
  earlier: readonly EarlierFigure[];
  aside: readonly AsideFigure[];
  cells: NewCells;
  /** What the planner gives for the new workbooks. */
  given: { figures: readonly KnownFigure[]; baselines: readonly KnownBaseline[] };
  /** In the order of the plans. */
  maps: readonly ChangeMap[];
  /** What passed from old units to new ones. */
  links: readonly Link[];
  catalogue: Catalogue;
  unitOf: (id: string) => NamedUnit | null;
}

/** A figure that is filled into the new workbooks, digit for digit. */
export type FilledFigure = Omit<EarlierFigure, 'kind' | 'reporter'>;

/** What earlier figures give the new workbooks, and what became of each of them. */
export interface RollOver {
  figures: readonly FilledFigure[];
  baselines: readonly KnownBaseline[];
  /** One line for every earlier figure. */
  lines: readonly RollOverLine[];
  /** Blank cells of series that were broken off, with the figure of the definition before. */
  breaks: readonly BrokenOff[];
  /** Figures of the year before a plan's first round, named beside the blank cells of the round. */
  before: readonly NamedBefore[];
  /** Shares and rates of the year before that numerators and denominators come to, named beside their blank cells. */
  computed: readonly ComputedBefore[];
  /** Baselines for which there are only figures less sure than final. */
  openBaselines: readonly OpenBaseline[];
}
