import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that wait for other programs begin first, so that no core is idle while the last of them ends. */
const ORDER = ['engines', 'browser', 'unit'];
/** It has the corpus saved that other files read; what is left to do then is short. */
const FIRST = /agree\.engines\.test\.ts$/u;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification) =>
      FIRST.test(moduleId) ? -1 : ORDER.indexOf(project.name);
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
