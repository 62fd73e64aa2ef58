import type { Severity } from '../../../core/base/finding.ts';
import type { Acceptance } from '../../../core/check/report.ts';

/**
 * Everything the pane itself says, in one language; findings and gaps bring their own words from core. Numbers
 * arrive as text, written as the language writes them.
 */
export interface PaneTexts {
  /** Names of the languages in themselves stand elsewhere; these are for the switch as a whole. */
  language: string;
  product: string;
  tabs: { check: string; gaps: string; export: string };
  list: string;
  progress: { reading: string; checking: string; writing: string; restoring: string };
  again: string;
  stale: string;
  /** The program itself failed. */
  broken: (reason: string) => string;
  close: string;

  /** While only the figures of a workbook have been checked. */
  first: { title: string; detail: string };
  /** Of a workbook whose template nobody knows here. */
  unjudged: { title: string; detail: string };
  /** Of a workbook whose figures cannot even be read. */
  unread: string;
  acceptance: Record<Acceptance, { title: string; detail: (count: string) => string }>;
  severities: Record<Severity, string>;
  explained: string;
  entered: (done: string, owed: string) => string;
  left: (count: string) => string;
  nothingLeft: string;
  /** `period` as the language names it. */
  identity: (unit: string, period: string) => string;
  reportedBy: (reporter: string) => string;

  check: {
    search: string;
    filter: string;
    all: string;
    open: string;
    none: string;
    noMatch: string;
    shown: (shown: string, total: string) => string;
    more: (count: string) => string;
    found: string;
    expected: string;
    fix: string;
    keys: string;
    reason: string;
    reasonHint: string;
    saveReason: string;
    reasonSaved: string;
    /** Over the box in which a figure is corrected. */
    figure: string;
    figureHint: string;
    saveFigure: string;
    figureSaved: string;
    figureUnread: string;
    figureUnclear: (one: string, other: string) => string;
    reasonTakenBack: string;
    /** Badge of a finding whose box holds a draft. */
    draft: string;
    reasonOverridden: string;
    standingReason: string;
    noReason: string;
    reasonBefore: string;
    replaceReason: string;
    keepReason: string;
    /** A draft of a row that has no finding with a box; one of the three after it says why. */
    strayDraft: (row: string, text: string) => string;
    strayUnchecked: string;
    strayWithoutCell: string;
    strayWithoutWarning: string;
    /** What the row of such a draft says now. */
    strayStanding: (standing: string) => string;
    dropDraft: string;
    explained: string;
    mark: string;
    clearMarks: string;
    /** Findings, and the cells in which they are said; what became of others follows, without a capital. */
    marked: (findings: string, cells: string) => string;
    marksKept: (count: string) => string;
    notMarked: (count: string) => string;
    marksCleared: string;
    sheetAround: (place: string) => string;
  };

  gaps: {
    none: string;
    notCompared: string;
    /** Not compared, because not even the figures could be read. */
    unread: string;
    noMatch: string;
    filter: string;
    all: string;
    search: string;
    path: string;
    reached: string;
    year: string;
    figures: string;
    quote: string;
    line: (plan: string, line: string) => string;
    ofPlan: (plan: string) => string;
    noNumber: string;
    plot: (label: string, years: string) => string;
    goTo: (place: string) => string;
  };

  /** Building the template of a damaged workbook anew. */
  restore: {
    heading: string;
    about: string;
    /** Where no file can be read whole: how to get there. */
    elsewhere: string;
    restore: string;
    restored: (name: string) => string;
  };

  export: {
    heading: string;
    about: string;
    profile: string;
    machine: { name: string; about: string };
    excel: { name: string; about: string };
    save: string;
    saved: (files: string) => string;
    withErrors: (count: string) => string;
    /** Nothing was written; what was found, and where. */
    misplaced: (found: string) => string;
    force: string;
    forced: string;
    refused: string;
    empty: string;
    /** Nothing was written, because the figures cannot be read; why. */
    unread: (found: string) => string;
    copyHeading: string;
    copyAbout: string;
    withMarks: string;
    saveCopy: string;
    copySaved: (name: string) => string;
    copyOfEarlier: string;
    saveAgain: string;
    notInCopy: (count: string, rows: string) => string;
    notInCsv: (count: string, rows: string) => string;
    writeFirst: string;
    withoutDrafts: string;
    notNow: string;
    unmarked: (count: string) => string;
    unsaved: (count: string) => string;
  };
}
