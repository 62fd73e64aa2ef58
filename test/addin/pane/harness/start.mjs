/* global document, window, atob, setTimeout */
import '../../../../addin/shell/without-eval.ts';
import { readFacts } from '../../../../formats/xlsx/facts.ts';
import { benchProblem } from '../../../../addin/pane/bench-problem.ts';
import { mountPane } from '../../../../addin/pane/mount-pane.ts';
import { WrittenReasons } from '../../../../addin/page/written-reasons.ts';

/** The pane over a workbook in memory that behaves as Excel does; tests steer it through `window.bench`. */
window.startPane = async (base64, options) => {
  const facts = await readFacts(Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)));
  const reasons = new WrittenReasons();
  const steer = { problem: null, failure: null, calls: [], stale: () => undefined, delay: 0 };
  const step = async (name, ...data) => {
    steer.calls.push([name, ...data]);
    await new Promise((resolve) => setTimeout(resolve, steer.delay));
    if (steer.problem !== null) throw benchProblem(steer.problem);
    if (steer.failure !== null) throw new TypeError(steer.failure);
  };
  window.bench = steer;
  const pane = mountPane(
    document.getElementById('app'),
    {
      name: 'excel',
      language: () => 'vi',
      async read() {
        await step('read');
        return { ...reasons.over(facts), has: 'cells' };
      },
      select: (place) => step('select', place),
      async writeReason(reason) {
        await step('writeReason', reason);
        reasons.write(facts, reason);
      },
      exportFiles: (files) =>
        step(
          'exportFiles',
          files.map(({ name }) => name),
        ),
      onStale(callback) {
        steer.stale = callback;
        return () => {
          steer.stale = () => undefined;
        };
      },
      marks: {
        async mark(marks) {
          await step('mark', marks);
          return { marked: marks.length, cells: marks.length - 1, kept: 0, unmarked: 2 };
        },
        clear: () => step('clear'),
      },
    },
    options,
  );
  window.pane = pane;
};
