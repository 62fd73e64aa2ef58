import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import type { Draft, DraftRow } from '../../../core/draft/model.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { theCatalogue } from './seeds.ts';
import { type ExpectedSentence, type SentenceGroup, sentenceTable } from './sentence-table.ts';

const groups = await sentenceTable('sentences.txt');

describe('sentences of plans are read as a careful reader reads them', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await theCatalogue();
  });

  it('are at least 300', () => {
    expect(groups.flatMap(({ sentences }) => sentences).length).toBeGreaterThanOrEqual(300);
  });

  it.each(groups.map((group, index) => [`${index + 1} ${group.heading}`, group] as const))(
    '%s',
    (_, group) => {
      const draft = draftOf(documentOf(group), catalogue, {
        period: group.period,
        date: `${group.period.from}-01-01`,
      });
      const read = group.sentences.map((sentence, index) => readingOf(draft, sentence, index + 2));
      expect(read).toEqual(group.sentences.map((sentence) => expectedOf(sentence)));
    },
  );
});

/** The heading with the sentences below, each a bullet of its own. */
function documentOf({ heading, sentences }: SentenceGroup) {
  return plainDocument(
    [`I. ${heading.toLocaleUpperCase('vi')}`, ...sentences.map(({ text }) => bullet(text))].join('\n'),
  );
}

function bullet(text: string): string {
  return /^(?:[a-zđ]\)|\+|-|\d+\.)\s/u.test(text) ? text : `- ${text}`;
}

function expectedOf({ line, text, numbers }: ExpectedSentence): string[] {
  return [`${line}: ${text}`, ...numbers.map(({ end, reading }) => `${end}: ${reading}`)];
}

function readingOf(draft: Draft, sentence: ExpectedSentence, line: number): string[] {
  const shift = bullet(sentence.text).length - sentence.text.length;
  const rows = draft.rows.filter((row) => row.line === line && row.at !== null);
  const starts = new Map(draft.sentences.map((one, index) => [index, one]));
  const readings = rows.map((row) => {
    const before = [...starts]
      .filter(([index, one]) => one.line === line && index < row.sentence)
      .reduce((sum, [, one]) => sum + one.text.length + 1, 0);
    return `${(row.at?.[1] ?? 0) + before - shift}: ${shown(row, sentence)}`;
  });
  return [`${sentence.line}: ${sentence.text}`, ...new Set(readings)];
}

/** The reading as the table writes it; base and group only where the table names them. */
function shown(
  { role, comparator, kind, years, average, stratum, group }: DraftRow,
  { numbers }: ExpectedSentence,
): string {
  if (role.value === 'baseline') return 'baseline';
  const { from, to, base } = years.value;
  const wants = numbers.map(({ reading }) => reading).join(' ');
  return [
    comparator.value ?? 'none',
    kind.value,
    from === null || from === to ? String(to) : `${from}-${String(to)}`,
    ...(average ? ['avg'] : []),
    ...(stratum.value !== null && wants.includes('s=') ? [`s=${stratum.value}`] : []),
    ...(group !== null && wants.includes('?') ? ['?'] : []),
    ...(wants.includes('base=') ? [`base=${String(base)}`] : []),
  ].join(' ');
}
