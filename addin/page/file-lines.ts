import type { NoticeLine } from '../pane/notice.ts';
import type { Wording } from '../pane/texts/wording.ts';
import type { OpenFiles } from './open-files.ts';
import type { PageTexts } from './texts/texts.ts';

/** What is said of the files: refused, changed on the disk, carried over, waiting for an answer. */
export function fileLines(
  files: OpenFiles,
  texts: PageTexts,
  wording: Wording,
  chooseFile: () => void,
): NoticeLine[] {
  const { refusal, waiting } = files;
  const close = (act: () => void) => [{ label: wording.texts.close, act }];
  const lines: NoticeLine[] = [];
  if (refusal !== null) {
    lines.push({
      intent: 'error',
      title: texts.notOpened(refusal.name),
      text: wording.say(refusal.problem.text[wording.language]),
      actions: close(() => files.closeRefusal()),
    });
  }
  if (files.isOutdated) {
    const actions = [{ label: texts.reopen, act: chooseFile }];
    lines.push({ intent: 'warning', isUrgent: true, text: texts.outdated, actions });
  }
  const carried = carriedText(files, texts, wording);
  if (carried !== '') {
    lines.push({ intent: 'info', text: carried, actions: close(() => files.closeCarried()) });
  }
  if (waiting !== null) {
    const isAtStake = files.lost.unsaved + files.lost.unwritten > 0;
    lines.push({
      intent: 'warning',
      isUrgent: true,
      title: waiting.file.name,
      text: lostText(files, texts, wording),
      actions: [
        { label: texts.keep, name: 'stay', act: () => files.stay() },
        {
          label: isAtStake ? texts.discard : texts.openOther,
          name: 'discard',
          act: () => files.discard(),
        },
      ],
    });
  }
  return lines;
}

function carriedText({ carried }: OpenFiles, texts: PageTexts, { number }: Wording): string {
  if (carried === null) return '';
  const { reasons, drafts, displaced } = carried;
  return sentences(
    reasons > 0 && texts.carriedReasons(number(reasons)),
    drafts > 0 && texts.carriedDrafts(number(drafts)),
    displaced > 0 && texts.displacedReasons(number(displaced)),
  );
}

/** What would be lost by opening the file that waits. */
function lostText({ lost, areReturnsKnown }: OpenFiles, texts: PageTexts, { number }: Wording): string {
  const { unsaved, unwritten } = lost;
  return sentences(
    unsaved > 0 && texts.unsavedReasons(number(unsaved)),
    unwritten > 0 && texts.unwrittenReasons(number(unwritten)),
    unsaved + unwritten > 0 && (areReturnsKnown ? texts.lostByOpening : texts.lostByOpeningUnknown),
  );
}

function sentences(...parts: (string | false)[]): string {
  return parts.filter((part) => part !== false).join(' ');
}
