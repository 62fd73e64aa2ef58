import type { Draft } from '../../../core/draft/model.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { makeDocx, paragraph, run } from '../../formats/docx/make-docx.ts';

/** What of a draft must not depend on the kind of file: everything but lines and ids made of them. */
export function sayingsOf({ rows, date, period }: Draft): unknown {
  return {
    date: date?.value,
    period: period?.value,
    rows: rows.map((row) => ({
      ...{ printed: row.printed, value: row.value, low: row.low, high: row.high, unit: row.unit },
      ...{ role: row.role.value, comparator: row.comparator.value, kind: row.kind.value },
      ...{ years: row.years.value, stratum: row.stratum.value, average: row.average },
      indicator: row.proposals[0]?.indicator,
    })),
  };
}

/** A plain text as a Word document: each of its paragraphs one of Word's. */
export async function asDocx(text: string): Promise<Uint8Array> {
  const escaped = (one: string) =>
    one.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const { blocks } = plainDocument(text);
  return makeDocx(
    blocks
      .map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/gu, ' ').trim())
      .map((one) => paragraph(run(escaped(one))))
      .join(''),
  );
}
