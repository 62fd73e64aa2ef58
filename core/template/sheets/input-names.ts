import type { AskedFigure } from '../../workbook/asked.ts';
import type { FigureRow, SharePart } from '../../workbook/input-rows.ts';
import { figureName } from '../../workbook/wording.ts';

const PART_WORDS: Record<SharePart, string> = { numerator: 'Tử số', denominator: 'Mẫu số' };

/** How a part of a share is named below it. */
export function shareRowName({ indicator, stratum }: AskedFigure, part: SharePart): string {
  return `– ${PART_WORDS[part]}: ${figureName(indicator, stratum)}`;
}

/** The printed name of a row of figures. */
export function rowName({ figure, number }: Pick<FigureRow, 'figure' | 'number'>): string {
  return figure.part === 'numerator' && number.includes('.')
    ? shareRowName(figure, 'numerator')
    : figureName(figure.indicator, figure.stratum);
}
