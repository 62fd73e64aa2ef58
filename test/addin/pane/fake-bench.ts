import { benchProblem, type ProblemCode } from '../../../addin/pane/bench-problem.ts';
import { reasonCell } from '../../../addin/pane/reason-cell.ts';
import type { SessionView } from '../../../addin/pane/session.ts';
import type { OfferedFile, PlacedMark, Reason, Workbench } from '../../../addin/pane/workbench.ts';
import type { SheetFacts, WorkbookFacts } from '../../../core/sheet/facts.ts';

/** A workbook in memory, and what a test needs to steer and to look into it. */
export interface FakeBench extends Workbench {
  facts: WorkbookFacts;
  /** What was asked for, in order. */
  readonly calls: string[];
  readonly files: OfferedFile[];
  /** Marks of the last marking or copy. */
  marked: readonly PlacedMark[];
  /** What the next calls run into. */
  problem: ProblemCode | null;
  /** Handed out with the next reading. */
  lost: Reason[];
  /** Runs while the workbook is read. */
  duringRead: () => void;
  /** Tells of these sheets before the others. */
  early: ((name: string) => boolean) | null;
  /** Tells of a change. */
  stale: () => void;
  isClosed: boolean;
}

/** Makes a bench over facts; `copies` for one that only reads. */
export function fakeBench(facts: WorkbookFacts, kind: 'marks' | 'copies' = 'marks'): FakeBench {
  const written = new Set<string>();
  const step = async (name: string) => {
    bench.calls.push(name);
    await Promise.resolve();
    if (bench.problem !== null) throw benchProblem(bench.problem);
  };
  const bench: FakeBench = {
    ...{ facts, calls: [], files: [], marked: [], problem: null, lost: [], isClosed: false, early: null },
    name: kind === 'marks' ? 'excel' : 'page',
    duringRead: () => undefined,
    stale: () => undefined,
    language: () => 'vi',
    async read(early) {
      const { facts: read } = bench;
      const { early: isEarly } = bench;
      if (isEarly !== null)
        await early?.({ ...read, has: 'cells', sheets: read.sheets.filter(({ name }) => isEarly(name)) })();
      bench.duringRead();
      await step('read');
      return { ...read, has: 'cells' };
    },
    select: ({ sheet, cell }) => step(`select ${sheet}!${cell ?? ''}`),
    async writeReason({ key, text, seen }) {
      await step(`write ${text} over ${seen}`);
      bench.facts = withReason(bench.facts, key, text);
      written.add(key);
    },
    async exportFiles(files) {
      await step('export');
      bench.files.push(...files);
    },
    onStale(callback) {
      bench.stale = callback;
      return () => {
        bench.isClosed = true;
      };
    },
    displaced: () => bench.lost.splice(0),
    ...(kind === 'marks' ? { marks: marksOf() } : { copies: copiesOf() }),
  };
  return bench;

  function marksOf(): NonNullable<Workbench['marks']> {
    return {
      async mark(marks) {
        await step('mark');
        bench.marked = marks;
        return { marked: marks.length, cells: marks.length, kept: 0, unmarked: 0 };
      },
      clear: () => step('clear'),
    };
  }

  function copiesOf(): NonNullable<Workbench['copies']> {
    return {
      unsaved: () => written.size,
      async save(marks) {
        await step('save');
        bench.marked = marks;
        written.clear();
        return { name: 'sổ_ly-do.xlsx', unmarked: 0, isOfEarlier: false };
      },
    };
  }
}

/** The workbook with another reason in a row. */
export function withReason(facts: WorkbookFacts, key: string, text: string): WorkbookFacts {
  const at = reasonCell(facts.sheets, key);
  if (!at) throw new Error(`no reason cell for ${key}`);
  const { row, column } = at;
  const said = (sheet: SheetFacts): SheetFacts => ({
    ...sheet,
    cells: [
      ...sheet.cells.filter((cell) => cell.row !== row || cell.column !== column),
      { row, column, value: text, formula: null },
    ],
  });
  return { ...facts, sheets: facts.sheets.map((sheet) => (sheet.name === at.sheet ? said(sheet) : sheet)) };
}

/** Shows nothing and counts what it would show. */
export function noView(): SessionView & { heads: number; lists: number; questions: number } {
  const view = {
    ...{ heads: 0, lists: 0, questions: 0 },
    drawHead: () => void (view.heads += 1),
    drawLists: () => void (view.lists += 1),
    focusQuestion: () => void (view.questions += 1),
    painted: () => Promise.resolve(),
  };
  return view;
}
