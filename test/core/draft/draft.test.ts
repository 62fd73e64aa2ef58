import { beforeAll, describe, expect, it } from 'vitest';
import { numberTokens, wholeTokenOccurrences } from '../../../core/base/number.ts';
import { fold, occurrences } from '../../../core/base/text.ts';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { sourceOf, theCatalogue, thePlans } from './seeds.ts';

describe('a draft of each plan of the program', () => {
  let catalogue: Catalogue;
  let ids: string[];
  beforeAll(async () => {
    catalogue = await theCatalogue();
    ids = (await thePlans(catalogue)).map(({ plan }) => plan.file.id);
  });

  const draftOfPlan = async (id: string) => {
    const text = await sourceOf(id);
    return { text, draft: draftOf(plainDocument(text), catalogue) };
  };

  it('accounts for every number of every sentence, in a row or with a reason', async () => {
    for (const id of ids) {
      const { draft } = await draftOfPlan(id);
      draft.sentences.forEach((sentence, index) => {
        const printed = draft.rows
          .filter((row) => row.sentence === index)
          .flatMap((row) => [...new Set([row.at?.join('-') ?? ''])].map(() => row));
        const distinct = new Map(printed.map((row) => [row.at?.join('-'), row.printed ?? '']));
        const inRows = [...distinct.values()].flatMap((text) => numberTokens(text));
        const left = draft.leftOut.filter((one) => one.sentence === index);
        expect(inRows.length + left.length, `${id}: ${sentence.text}`).toBe(
          numberTokens(sentence.text).length,
        );
      });
      expect(
        draft.leftOut.filter(({ reason }) => reason === 'unknown'),
        id,
      ).toEqual([]);
    }
  });

  it('cites words of the document, with the number in them once and on its line', async () => {
    for (const id of ids) {
      const { text, draft } = await draftOfPlan(id);
      const folded = fold(text);
      const lines = text.split('\n');
      for (const { quote, printed, line } of draft.rows) {
        expect(folded, id).toContain(quote);
        if (printed === null) continue;
        expect(wholeTokenOccurrences(quote, printed, occurrences(quote, printed)), quote).toHaveLength(1);
        expect(lines[line - 1], id).toContain(numberTokens(printed)[0]?.text);
      }
    }
  });

  it('is the same on every run', async () => {
    for (const id of ids) expect((await draftOfPlan(id)).draft).toEqual((await draftOfPlan(id)).draft);
  });
});

it('takes the period from the title, not from the day that stands below it', async () => {
  const draft = draftOf(
    plainDocument(
      [
        'NGHỊ QUYẾT',
        'Về nhiệm vụ phát triển kinh tế - xã hội năm 2026',
        'Số: 58/NQ-HĐND',
        'Phú Lộc Đông, ngày 09 tháng 12 năm 2025',
        'Điều 1. Nhiệm vụ, giải pháp',
        '1. Giáo dục: xây dựng 120 phòng học.',
      ].join('\n'),
    ),
    await theCatalogue(),
  );
  expect(draft.period?.value).toEqual({ from: 2026, to: 2026 });
});
