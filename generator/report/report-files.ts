import type { Language } from '../../core/base/finding.ts';
import type { ReportView } from '../../core/report/view.ts';
import { reportDocx } from '../../formats/word/report.ts';
import { reportHtml } from '../../formats/html/report.ts';
import { pngOf } from './png.ts';
import type { ReportFile } from './write-report.ts';

/** A report as files: the page for the screen, the document for paper. */
export async function reportFiles(view: ReportView): Promise<ReportFile[]> {
  const page = pageName(view);
  return [
    { name: page, bytes: Buffer.from(await reportHtml(view), 'utf8') },
    { name: page.replace(/html$/u, 'docx'), bytes: await reportDocx(view, pngOf) },
  ];
}

/** Name of the page on a province, or the country, in a round. */
export function pageName({
  language,
  published = null,
  province: { id },
  round: { period },
}: {
  language: Language;
  /** Of a report for publication what is left out. */
  published?: string | null;
  province: { id: string };
  round: { period: string };
}): string {
  const kind = published === null ? 'bao-cao' : 'cong-bo';
  return `${kind}_${id}_${period}${language === 'vi' ? '' : `_${language}`}.html`;
}
