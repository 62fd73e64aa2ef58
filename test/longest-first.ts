import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that wait for other programs begin first, so that no core is idle while the last of them ends. */
const ORDER = ['engines', 'browser', 'unit'];
/** It has the corpus saved that other files read; what is left to do then is short. */
const FIRST = /agree\.engines\.test\.ts$/u;
/** Half a minute and more: begun late, one of them would be waited for alone. A new machine knows no times yet. */
const LONG =
  /(?:mutation\/(?:mutation|other-workbooks)|nothing-dropped|workbook\/(?:definition|read-back)|commands\/check|import\/import)\.test\.ts$/u;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification) =>
      FIRST.test(moduleId) ? -1 : ORDER.indexOf(project.name) - (LONG.test(moduleId) ? 0.5 : 0);
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
