import type { Language } from '../../base/finding.ts';
import type { Paper } from '../../sheet/model.ts';
import type { ProvinceLine } from '../../store/provinces.ts';
import type { Consolidation } from '../consolidate.ts';
import type { FigureSource } from '../sources.ts';
import type { ConsolidationWords } from '../words.ts';

/** What a consolidated workbook is made from. */
export interface BookRequest {
  found: Consolidation;
  sources: readonly FigureSource[];
  language: Language;
  words: ConsolidationWords;
  title: string;
  /** Which round, plans and units it is about. */
  line: string;
  paper: Paper;
  /** Of a round of the country every province; absent of any other. */
  provinces?: readonly ProvinceLine[];
  /** Whether it has only some units of a province: levels are compared with all of them alone. */
  isPiece?: boolean;
}
