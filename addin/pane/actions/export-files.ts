import { allRules } from '../../../core/check/all-rules.ts';
import type { Profile } from '../../../core/exchange/profile.ts';
import type { CheckFinding } from '../../../core/rules/rule.ts';
import { renderPlace } from '../../../core/wording/place.ts';
import { benchProblem } from '../bench-problem.ts';
import { exportReturn, type ExportedReturn } from '../export-return.ts';
import type { Notice } from '../notice.ts';
import type { PaneSession } from '../session.ts';
import { findingSentences } from '../view/findings-view.ts';
import { areDraftsSettled, LEAVE_NONE, type DraftsChoice } from './settle-drafts.ts';

/**
 * Hands the officer the exchange files of what stands in the workbook.
 * @param chosen how the files are to be written; as it is when a question about them is answered
 * @param accepted findings by which figures may stand under a wrong name, as the officer was told of them
 */
export function exportFiles(
  session: PaneSession,
  chosen: { readonly profile: Profile },
  drafts: DraftsChoice = 'ask',
  accepted: string | null = null,
): Promise<void> {
  const { profile } = chosen;
  return session.run(async () => {
    const again = (choice: DraftsChoice) => void exportFiles(session, chosen, choice, accepted);
    if (!(await areDraftsSettled(session, drafts, 'notInCsv', again))) return;
    await session.begin('reading');
    const facts = await session.read();
    await session.begin('checking');
    let exported = await exportReturn(facts, profile, { force: false });
    if (exported.kind === 'misplaced' && saidOf(exported.findings) === accepted) {
      exported = await exportReturn(facts, profile, { force: true });
    }
    switch (exported.kind) {
      case 'not-ours':
        throw benchProblem('not-ours');
      case 'unread': {
        const { findings } = exported;
        return session.say({
          intent: 'error',
          text: (wording) =>
            wording.texts.export.unread(findings.map((one) => findingSentences(one, wording)).join(' ')),
        });
      }
      case 'refused':
      case 'empty': {
        const { kind } = exported;
        return session.say({ intent: 'error', text: ({ texts }) => texts.export[kind] });
      }
      case 'misplaced': {
        // What was typed in the pane so far has been dealt with.
        const left = typeof drafts === 'object' ? drafts : LEAVE_NONE;
        const said = saidOf(exported.findings);
        const force = () => void exportFiles(session, chosen, left, said);
        return session.say(whetherToForce(session, exported.findings, force));
      }
      case 'written': {
        await session.begin('writing');
        await session.bench.exportFiles(exported.files);
        return session.say(writtenNotice(exported));
      }
    }
  });
}

/** What the officer is told before figures are exported all the same; that, and no more, is what they accept. */
function saidOf(findings: readonly CheckFinding[]): string {
  return JSON.stringify(findings.map(({ code, place }) => [code, place]));
}

/** Says why figures may stand under a wrong name, and leaves it to the officer to export them all the same. */
function whetherToForce(session: PaneSession, findings: readonly CheckFinding[], force: () => void): Notice {
  return {
    intent: 'error',
    text: ({ language, texts, say }) =>
      texts.export.misplaced(
        findings
          .map(({ code, place }) => {
            const title = allRules.find((rule) => rule.code === code)?.text[language].title ?? code;
            return `${say(title)} (${renderPlace(place, language)})`;
          })
          .join('; '),
      ),
    actions: ({ texts }) => [
      { label: texts.close, act: () => session.closeNotice() },
      { label: texts.export.force, act: force },
    ],
  };
}

function writtenNotice({ files, errors, forced }: ExportedReturn & { kind: 'written' }): Notice {
  const names = files.map(({ name }) => name).join(', ');
  return {
    intent: errors > 0 ? 'warning' : 'success',
    text: ({ texts, number }) =>
      [
        texts.export.saved(names),
        errors > 0 ? texts.export.withErrors(number(errors)) : '',
        forced ? texts.export.forced : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
  };
}
