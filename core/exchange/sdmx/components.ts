import type { MissingSign } from '../../observation/figure.ts';
import type { Frequency } from '../../period/period.ts';
import type { Vintage } from '../../observation/vintage.ts';

/** Who maintains the structure, what it is called, and its version. */
export const AGENCY = 'CHITIEU';
export const STRUCTURE = 'SOCIAL_TARGETS';
export const VERSION = '1.0.0';

/** The codes an id or sign stands under. */
export type CodelistId =
  'CL_FREQ' | 'CL_AREA' | 'CL_INDICATOR' | 'CL_STRATUM' | 'CL_VINTAGE' | 'CL_OBS_STATUS' | 'CL_SIGN';

/** A column of the SDMX export and component of its structure. */
export interface Component {
  id: string;
  role: 'dimension' | 'time' | 'measure' | 'attribute';
  name: { vi: string; en: string };
  /** The list its values are from; a text or number where there is none. */
  codes?: CodelistId;
}

/** All components, in the order of the columns; what identifies an observation comes first. */
export const components: readonly Component[] = [
  { id: 'FREQ', role: 'dimension', codes: 'CL_FREQ', name: { vi: 'Tần suất', en: 'Frequency' } },
  { id: 'REF_AREA', role: 'dimension', codes: 'CL_AREA', name: { vi: 'Đơn vị', en: 'Reference area' } },
  { id: 'REPORTER', role: 'dimension', codes: 'CL_AREA', name: { vi: 'Nơi báo cáo', en: 'Reporting unit' } },
  { id: 'INDICATOR', role: 'dimension', codes: 'CL_INDICATOR', name: { vi: 'Chỉ tiêu', en: 'Indicator' } },
  { id: 'STRATUM', role: 'dimension', codes: 'CL_STRATUM', name: { vi: 'Nhóm', en: 'Stratum' } },
  { id: 'VINTAGE', role: 'dimension', codes: 'CL_VINTAGE', name: { vi: 'Loại số', en: 'Vintage' } },
  { id: 'TIME_PERIOD', role: 'time', name: { vi: 'Kỳ', en: 'Time period' } },
  { id: 'OBS_VALUE', role: 'measure', name: { vi: 'Số liệu', en: 'Observation value' } },
  {
    id: 'OBS_STATUS',
    role: 'attribute',
    codes: 'CL_OBS_STATUS',
    name: { vi: 'Tình trạng', en: 'Observation status' },
  },
  { id: 'SIGN', role: 'attribute', codes: 'CL_SIGN', name: { vi: 'Dấu', en: 'Sign of the yearbooks' } },
  { id: 'UNIT_MEASURE', role: 'attribute', name: { vi: 'Đơn vị tính', en: 'Unit of measure' } },
  { id: 'COMMENT', role: 'attribute', name: { vi: 'Ghi chú', en: 'Comment' } },
];

/** What stands for the whole of a stratum, as SDMX has it everywhere. */
export const WHOLE_CODE = '_T';

/** Nine months have no frequency of their own: `_O` is any other, and the period is a range of time. */
export const frequencyCodes: Record<Frequency, string> = {
  year: 'A',
  'nine-months': '_O',
  'half-year': 'S',
  quarter: 'Q',
};

/** Of the code list of observation statuses (CL_OBS_STATUS 2.2): normal, provisional, estimated. */
export const statusOfVintage: Record<Vintage, string> = { final: 'A', preliminary: 'P', estimate: 'E' };

/**
 * Of the same list where a sign stands: `...` exists but was not collected (L), `x` cannot exist (M). `-` is a
 * number, 0, whose sign is kept beside it, so it has the status of its vintage.
 */
export const statusOfSign: Record<Exclude<MissingSign, '-'>, string> = { '...': 'L', x: 'M' };

/** Signs by code: a code has letters alone. */
export const signCodes: Record<MissingSign, string> = { '-': 'NIL', '...': 'NA', x: 'NAP' };
