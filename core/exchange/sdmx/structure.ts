import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Observation } from '../../observation/observation.ts';
import { missingSigns } from '../../observation/figure.ts';
import { vintages } from '../../observation/vintage.ts';
import type { ExchangeNames } from '../names.ts';
import {
  AGENCY,
  type CodelistId,
  type Component,
  components,
  frequencyCodes,
  signCodes,
  statusOfSign,
  statusOfVintage,
  STRUCTURE,
  VERSION,
  WHOLE_CODE,
} from './components.ts';
import { unitCode } from './unit-code.ts';

interface Code {
  id: string;
  name: string;
  names?: { vi: string; en: string };
}

/** A structure message as far as it is checked: everything that has an id or points at one. */
export interface StructureMessage {
  meta: Record<string, unknown>;
  data: {
    codelists: { id: string; agencyID: string; version: string; codes: Code[] }[];
    conceptSchemes: { id: string; agencyID: string; version: string; concepts: { id: string }[] }[];
    dataStructures: {
      id: string;
      agencyID: string;
      version: string;
      dataStructureComponents: Record<string, unknown>;
    }[];
  };
}

const CONCEPTS = 'CS_SOCIAL_TARGETS';
const PACKAGE = 'urn:sdmx:org.sdmx.infomodel';

const NAMES: Record<'STATUS' | 'SIGN' | 'FREQ' | 'VINTAGE', Record<string, { vi: string; en: string }>> = {
  STATUS: {
    A: { vi: 'Chính thức', en: 'Normal value' },
    P: { vi: 'Sơ bộ', en: 'Provisional value' },
    E: { vi: 'Ước', en: 'Estimated value' },
    L: { vi: 'Có phát sinh, chưa có số', en: 'Missing value; data exist but were not collected' },
    M: { vi: 'Không áp dụng', en: 'Missing value; data cannot exist' },
  },
  SIGN: {
    NIL: { vi: '"-": không phát sinh, tính là 0', en: '"-": nothing occurred, counts as 0' },
    NA: { vi: '"...": chưa có số', en: '"...": not available' },
    NAP: { vi: '"x": không áp dụng', en: '"x": not applicable' },
  },
  FREQ: {
    A: { vi: 'Năm', en: 'Annual' },
    _O: { vi: '9 tháng lũy kế', en: 'Nine months added up' },
    S: { vi: '6 tháng', en: 'Half-yearly' },
    Q: { vi: 'Quý', en: 'Quarterly' },
  },
  VINTAGE: {
    estimate: { vi: 'Ước', en: 'Estimate' },
    preliminary: { vi: 'Sơ bộ', en: 'Preliminary' },
    final: { vi: 'Chính thức', en: 'Final' },
  },
};

/**
 * The structure that the rows of {@link sdmxRows} follow, as an SDMX-JSON 2.1 structure message: components, and for
 * each coded one the codes that the observations use. The same observations give the same message.
 * @param day ISO date on which it counts as prepared: a day of the return, not of the clock
 */
export function structureMessage(
  observations: readonly Observation[],
  known: { names: ExchangeNames | null; catalogue: Catalogue | null },
  day: string,
): StructureMessage {
  return {
    meta: {
      id: STRUCTURE,
      test: false,
      prepared: day,
      contentLanguages: ['vi', 'en'],
      sender: { id: AGENCY },
    },
    data: {
      codelists: codelists(observations, known).map(({ id, codes }) => ({
        ...maintained(id, { vi: id, en: id }),
        codes,
      })),
      conceptSchemes: [
        {
          ...maintained(CONCEPTS, {
            vi: 'Khái niệm của báo cáo chỉ tiêu',
            en: 'Concepts of target reporting',
          }),
          concepts: components.map(({ id, name }) => ({ id, ...named(name) })),
        },
      ],
      dataStructures: [
        {
          ...maintained(STRUCTURE, {
            vi: 'Báo cáo thực hiện chỉ tiêu xã hội',
            en: 'Returns on social targets',
          }),
          dataStructureComponents: {
            dimensionList: {
              id: 'DimensionDescriptor',
              dimensions: withRole('dimension').map((one, position) => ({ ...described(one), position })),
              timeDimension: {
                id: 'TIME_PERIOD',
                conceptIdentity: concept('TIME_PERIOD'),
                localRepresentation: { format: { dataType: 'ObservationalTimePeriod' } },
              },
            },
            measureList: {
              id: 'MeasureDescriptor',
              measures: withRole('measure').map((one) => ({
                id: one.id,
                usage: 'optional',
                conceptIdentity: concept(one.id),
                localRepresentation: { format: { dataType: 'Decimal' } },
              })),
            },
            attributeList: {
              id: 'AttributeDescriptor',
              attributes: withRole('attribute').map((one) => ({
                ...described(one),
                usage: 'optional',
                attributeRelationship: { observation: {} },
              })),
            },
          },
        },
      ],
    },
  };
}

function withRole(role: Component['role']): Component[] {
  return components.filter((one) => one.role === role);
}

function described({ id, codes }: Component) {
  return {
    id,
    conceptIdentity: concept(id),
    localRepresentation:
      codes === undefined
        ? { format: { dataType: 'String' } }
        : { enumeration: `${PACKAGE}.codelist.Codelist=${AGENCY}:${codes}(${VERSION})` },
  };
}

function concept(id: string): string {
  return `${PACKAGE}.conceptscheme.Concept=${AGENCY}:${CONCEPTS}(${VERSION}).${id}`;
}

function maintained(id: string, name: { vi: string; en: string }) {
  return { id, agencyID: AGENCY, version: VERSION, ...named(name) };
}

function named(names: { vi: string; en: string }) {
  return { name: names.vi, names };
}

function codelists(
  observations: readonly Observation[],
  { names, catalogue }: { names: ExchangeNames | null; catalogue: Catalogue | null },
): { id: CodelistId; codes: Code[] }[] {
  const used = (of: (one: Observation) => string[]) => [...new Set(observations.flatMap(of))].sort();
  const vietnamese = (id: string, name: string | undefined): Code => ({ id, name: name ?? id });
  const bilingual = (id: string, both: { vi: string; en: string } | undefined): Code =>
    both === undefined ? { id, name: id } : { id, ...named(both) };
  const areas = used(({ unit, reporter }) => [unit, reporter]);
  const strata = used(({ stratum }) => (stratum === null ? [] : [stratum]));
  return [
    { id: 'CL_FREQ', codes: Object.values(frequencyCodes).map((id) => bilingual(id, NAMES.FREQ[id])) },
    { id: 'CL_AREA', codes: areas.map((id) => vietnamese(unitCode(id), names?.units.get(id))) },
    {
      id: 'CL_INDICATOR',
      codes: used(({ indicator }) => [indicator]).map((id) =>
        bilingual(id, catalogue?.indicators.get(id)?.name),
      ),
    },
    {
      id: 'CL_STRATUM',
      codes: [
        bilingual(WHOLE_CODE, { vi: 'Chung', en: 'Total' }),
        ...strata.map((id) => bilingual(id, catalogue?.strata.get(id)?.name)),
      ],
    },
    { id: 'CL_VINTAGE', codes: vintages.map((id) => bilingual(id, NAMES.VINTAGE[id])) },
    {
      id: 'CL_OBS_STATUS',
      codes: [...Object.values(statusOfVintage), ...Object.values(statusOfSign)].map((id) =>
        bilingual(id, NAMES.STATUS[id]),
      ),
    },
    {
      id: 'CL_SIGN',
      codes: missingSigns.map((sign) => bilingual(signCodes[sign], NAMES.SIGN[signCodes[sign]])),
    },
  ];
}
