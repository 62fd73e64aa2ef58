import type { ReportView } from '../../core/report/view.ts';
import { reportDocx } from '../../formats/word/report.ts';
import { reportHtml } from '../../formats/html/report.ts';
import { pngOf } from './png.ts';
import type { ReportFile } from './write-report.ts';

/** A report as files: the page for the screen, the document for paper. */
export async function reportFiles(view: ReportView): Promise<ReportFile[]> {
  const suffix = view.language === 'vi' ? '' : `_${view.language}`;
  const name = `bao-cao_${view.province.id}_${view.round.period}${suffix}`;
  return [
    { name: `${name}.html`, bytes: Buffer.from(await reportHtml(view), 'utf8') },
    { name: `${name}.docx`, bytes: await reportDocx(view, pngOf) },
  ];
}
