import type { Finding } from '../base/finding.ts';
import { type JudgedReturn, judgeAll } from '../rules/judge-all.ts';
import type { TypedFigures } from '../rules/typed.ts';
import type { WorkbookFacts } from '../sheet/facts.ts';
import type { WorkbookModel } from '../sheet/model.ts';
import { buildSheets, buildWorkbook } from '../template/build.ts';
import { FIRST_LAYOUT, LAYOUT } from '../workbook/contract.ts';
import { requestOf, type WorkbookDefinition } from '../workbook/definition.ts';
import { placed, type PlacedRequest } from '../workbook/placed.ts';
import { alignWorkbook, type Alignment } from './align/alignment.ts';
import { withKeysOfLayout } from './align/keys-of-layout.ts';
import { figureOfUnit } from './figure-of-unit.ts';
import { hasSameEntries } from './same-entries.ts';
import { knownFromReturned, withPrintedSources } from './known-from-returned.ts';
import { readMeta, type WorkbookMeta } from './read-meta.ts';
import { readReturned, type ReturnedWorkbook } from './read.ts';
import { returnIdentity, type ReturnIdentity } from './return-identity.ts';
import type { TypedReturn } from './reason-of-figure.ts';
import { typedReturn } from './typed-figures.ts';

/** How a returned file is to be opened. */
export interface OpenOptions {
  /** The definition of a workbook that has lost its own, by what is left of its identity. */
  definitionOf?: (returned: ReturnedWorkbook) => WorkbookDefinition | null;
  /**
   * The same file, opened before other results were put into its formulas: what was computed from what is typed in
   * it still holds.
   */
  before?: OpenedReturn;
  /**
   * The sheets of the same file that hold entries, opened while the others were still to be read. What was made of
   * them holds where the whole file has the same entries.
   */
  early?: OpenedReturn;
}

/** What a returned file says, whoever wants to know it. */
export interface OpenedReturn {
  facts: WorkbookFacts;
  /** Entries of `_meta`. */
  meta: WorkbookMeta;
  /** Whose return it says it is. */
  identity: ReturnIdentity;
  /** The entries: figures, baselines, reasons, own verdicts; null when the file is no workbook of ours. */
  returned: ReturnedWorkbook | null;
  /** What could not be read. */
  findings: readonly Finding[];
  /** What it was issued as; null where nobody knows. */
  issued: IssuedReturn | null;
}

/**
 * Opens a returned file: the one way from the cells of a file to its entries and to the workbook it was
 * issued as. Open a file once and hand on what is opened; whatever costs time is made when it is first asked
 * for, and once. Who writes into a file and wants the results it then has opens the file before and after, and
 * compares {@link IssuedReturn.recomputed} of both: one workbook built for each, and none again for a check of
 * either.
 */
export function openReturn(
  facts: WorkbookFacts,
  { definitionOf, before, early }: OpenOptions = {},
): OpenedReturn {
  const meta = readMeta(facts.sheets);
  const { value: returned, findings } = readReturned(facts.sheets, meta, facts.date1904);
  const definition = returned && (returned.definition ?? definitionOf?.(returned) ?? null);
  const same = returned && early && hasSameEntries({ meta, returned }, early) ? early.issued : null;
  return {
    facts,
    meta,
    identity: returnIdentity(facts.sheets, meta),
    returned,
    findings,
    issued:
      definition && new IssuedReturn(facts, returned, definition, { before: before?.issued ?? null, same }),
  };
}

/** A return beside the workbook it was issued as. */
export class IssuedReturn implements PlacedRequest, TypedReturn {
  /** The file's own definition, or another where it has lost it; see {@link madeFrom}. */
  readonly definition: WorkbookDefinition;
  /** `plans`: made anew from the plans alone, without what a planner gave beside them. */
  readonly madeFrom: 'definition' | 'plans';
  /** Issued by an earlier version of the program, whose formulas and texts are not those of today. */
  readonly isOfEarlierLayout: boolean;
  /**
   * `keys`: the workbook built anew is not the one that was issued, since it is of an earlier layout or nothing is
   * known of what a planner gave. Then keys alone can be compared, not formulas, texts and numbers.
   */
  readonly against: 'template' | 'keys';
  /** What is asked, with the figures that came back. */
  readonly request: PlacedRequest['request'];
  readonly asked: PlacedRequest['asked'];
  readonly layout: PlacedRequest['layout'];
  /** What stands in the cells for figures and reasons. */
  readonly typed: TypedFigures;
  /** The same in the rows of communes, by the commune's id. */
  readonly typedByUnit: ReadonlyMap<string, TypedFigures>;
  readonly #facts: WorkbookFacts;
  readonly #layout: number;
  readonly #before: IssuedReturn | null;
  readonly #same: IssuedReturn | null;
  #judged: JudgedReturn | null = null;
  #model: WorkbookModel | null = null;
  #recomputed: WorkbookModel | null = null;
  #alignment: Alignment | null = null;

  /**
   * @param before the same, but for results of formulas; see {@link OpenOptions}
   * @param same of the same entries
   */
  constructor(
    facts: WorkbookFacts,
    returned: ReturnedWorkbook,
    definition: WorkbookDefinition,
    { before, same }: { before: IssuedReturn | null; same: IssuedReturn | null },
  ) {
    this.#facts = facts;
    // Where nobody knows which columns it was issued with, none is said to be missing that might never have been.
    this.#layout = returned.layout ?? FIRST_LAYOUT;
    this.#before = before ?? same;
    this.#same = same;
    this.definition = definition;
    this.madeFrom = returned.definition ? 'definition' : 'plans';
    this.isOfEarlierLayout = this.madeFrom === 'definition' && definition.layout < LAYOUT;
    this.against = this.madeFrom === 'plans' || this.isOfEarlierLayout ? 'keys' : 'template';
    const { request, asked, layout } = same ?? placedReturn(returned, definition);
    this.request = request;
    this.asked = asked;
    this.layout = layout;
    const { typed, typedByUnit } = typedReturn(returned);
    this.typed = typed;
    this.typedByUnit = typedByUnit;
  }

  /** What the rules say of what stands in the cells. */
  get judged(): JudgedReturn {
    return (this.#judged ??=
      this.#same?.judged ?? judgeAll(this.request, this.asked, this.layout, this.typed));
  }

  /** The workbook as it was issued, with what was filled in then. */
  get model(): WorkbookModel {
    return (this.#model ??= buildWorkbook(requestOf(this.definition)));
  }

  /**
   * The workbook as it was issued, but for its input cells, which hold what came back, and for its results,
   * which are those core computes from that. It has no `_meta`.
   */
  get recomputed(): WorkbookModel {
    return (this.#recomputed ??= this.#before?.recomputed ?? this.#recompute());
  }

  /** The file beside {@link recomputed}, of which the keys its layout had are expected: what of it stands where. */
  get alignment(): Alignment {
    return (this.#alignment ??= alignWorkbook(withKeysOfLayout(this.recomputed, this.#layout), this.#facts));
  }

  #recompute(): WorkbookModel {
    const { request, asked, layout } = this;
    const known = withPrintedSources(request.known, this.definition);
    const printed = { request: { ...request, known }, asked, layout };
    return buildSheets(printed, this.judged, this.typed);
  }
}

function placedReturn(
  { observations, baselines, byUnit }: ReturnedWorkbook,
  definition: WorkbookDefinition,
): PlacedRequest {
  const known = knownFromReturned({ observations, baselines, definition });
  return placed(requestOf(definition, known, figureOfUnit(byUnit)));
}
