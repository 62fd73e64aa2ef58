/** The functions that buttons of the ribbon run; manifest.xml names each of them once. */
export const commandNames = ['nextProblem', 'markProblems', 'clearMarks'] as const;

export type CommandName = (typeof commandNames)[number];
