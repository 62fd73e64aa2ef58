import { columnLetters } from '../../../core/sheet/address.ts';
import type { Subject } from '../subject.ts';
import {
  BACKGROUND,
  cellOf,
  cellsOf,
  columnKeyOf,
  domainSheets,
  ENTRY,
  figure,
  figures,
  formula,
  NothingToDamage,
  SUMMARY,
  type Damage,
  type Found,
} from '../damage.ts';
import { damaged, type Package } from '../package.ts';

/** A formula cell with something else in it. */
function instead(
  subject: Subject,
  found: Found,
  content: Parameters<Package['setCell']>[2],
): Promise<Uint8Array> {
  return damaged(subject.bytes, (parts) => parts.setCell(found.sheet, found.address, content));
}

function result({ cell }: Found): number {
  return Number(cell.result);
}

function text({ cell }: Found): string {
  return cell.formula ?? '';
}

/** The formula with its first reference that fits moved by some rows or columns. */
function pointing(found: Found, change: (column: string, row: number) => string): string {
  let isDone = false;
  const changed = text(found).replaceAll(
    /\$([A-Z]{1,2})\$(\d+)/gu,
    (piece: string, column: string, row: string) => {
      if (isDone) return piece;
      isDone = true;
      return change(column, Number(row));
    },
  );
  if (changed === text(found)) throw new NothingToDamage('no reference');
  return changed;
}

function nextColumn(column: string): string {
  const at = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return columnLetters(at + 1);
}

function reasonCell(subject: Subject): Found {
  const isReason: Parameters<typeof cellOf>[2] = ({ style, column }, of) =>
    style === 'inputText' && columnKeyOf(of, column)?.field === 'reason';
  return cellOf(subject, ENTRY, isReason);
}

const VERDICT = /\.verdict$/u;
const verdict = (subject: Subject) =>
  cellOf(subject, null, ({ tag, result: said }) => VERDICT.test(tag ?? '') && said !== '');

/** Damage to computed cells: the class that can give a wrong number in silence. */
export const formulaDamages: readonly Damage[] = [
  {
    name: 'values pasted over the formulas of a whole sheet',
    damage: (subject) =>
      damaged(subject.bytes, (parts) =>
        parts.editSheet(domainSheets(subject)[0] ?? '', (xml) => xml.replaceAll(/<f>[^<]*<\/f>/gu, '')),
      ),
    expect: { found: ['formula-replaced'] },
  },
  {
    name: 'a computed result typed over with the same number',
    damage: (subject) => {
      const found = formula(subject, /\.(?:path|pathGap|gap|cumulative)$/u);
      return instead(subject, found, result(found));
    },
    expect: { found: ['formula-replaced'] },
  },
  {
    name: 'a computed result typed over with a number that looks right',
    damage: (subject) => {
      const found = formula(subject, /\.(?:path|pathGap|gap|cumulative)$/u);
      return instead(subject, found, Math.round(result(found) * 1.1 * 100) / 100 + 1);
    },
    expect: { found: ['formula-replaced'] },
  },
  {
    name: 'the rate of a share typed over its formula on the form',
    damage: (subject) => instead(subject, formula(subject, /^form\.result$/u, ENTRY), 42.5),
    expect: { found: ['formula-replaced'] },
  },
  {
    name: 'a verdict typed over by hand',
    damage: (subject) => instead(subject, verdict(subject), 'Đạt'),
    expect: { found: ['formula-replaced'] },
  },
  {
    name: 'a formula that now points one row lower',
    damage: (subject) => {
      const found = formula(subject, /\.(?:path|pathGap|gap|actual)$/u);
      return instead(subject, found, {
        formula: pointing(found, (column, row) => `$${column}$${row + 1}`),
        value: result(found),
      });
    },
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'a formula that now points one column further, to the next year',
    damage: (subject) => {
      const found = formula(subject, /\.(?:path|pathGap|gap|actual)$/u);
      return instead(subject, found, {
        formula: pointing(found, (column, row) => `$${nextColumn(column)}$${row}`),
        value: result(found),
      });
    },
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'the two indicators of two result formulas exchanged',
    damage: (subject) => {
      const [first, second] = cellsOf(
        subject,
        ENTRY,
        ({ tag, result: said }) => tag === 'form.result' && typeof said === 'number',
      );
      if (!first || !second) throw new NothingToDamage('two results');
      return damaged(subject.bytes, (parts) => {
        parts.setCell(ENTRY, first.address, { formula: text(second), value: result(second) });
        parts.setCell(ENTRY, second.address, { formula: text(first), value: result(first) });
      });
    },
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'fixed references written as relative ones that point to the same cells',
    damage: (subject) => {
      const found = formula(subject, /\.(?:path|pathGap|gap|actual)$/u);
      return instead(subject, found, { formula: text(found).replaceAll('$', ''), value: result(found) });
    },
    expect: 'harmless',
  },
  {
    name: 'a formula emptied',
    damage: (subject) => instead(subject, formula(subject, /\.(?:path|pathGap|gap|actual)$/u), { xml: '' }),
    expect: { found: ['formula-emptied'] },
  },
  {
    name: 'an error result stored under a right formula',
    damage: (subject) => {
      const found = formula(subject, /\.(?:path|pathGap|gap|actual)$/u);
      return instead(subject, found, {
        xml: `<f>${text(found).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</f><v>#VALUE!</v>`,
        type: 'e',
      });
    },
    expect: { found: ['result-stale'] },
  },
  {
    name: 'a wrong result stored under a right formula (calculation was off)',
    damage: (subject) => {
      const found = formula(subject, /\.(?:path|pathGap|gap|actual)$/u);
      return instead(subject, found, { formula: text(found), value: result(found) + 1 });
    },
    expect: { found: ['result-stale'] },
  },
  {
    name: 'one array formula stretched over a neighbour',
    damage: (subject) => {
      const sheet = domainSheets(subject)[0] ?? '';
      const cells = cellsOf(
        subject,
        sheet,
        ({ tag, formula: said }) => said !== undefined && /\.path$/u.test(tag ?? ''),
      );
      const first = cells.find(({ row, column }) =>
        cells.some((other) => other.row === row && other.column === column + 1),
      );
      if (!first) throw new NothingToDamage('two neighbours');
      const next = cells.find(({ row, column }) => row === first.row && column === first.column + 1);
      const number = Number(first.cell.result) || 7;
      return damaged(subject.bytes, (parts) => {
        const xml = text(first).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        parts.setCell(sheet, first.address, {
          xml: `<f t="array" ref="${first.address}:${next?.address ?? ''}">${xml}</f><v>${number}</v>`,
        });
        parts.setCell(sheet, next?.address ?? '', number);
      });
    },
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'a formula replaced by a what-if data table',
    damage: (subject) => {
      const found = formula(subject, /\.(?:path|pathGap|gap|actual)$/u);
      return instead(subject, found, {
        xml: `<f t="dataTable" ref="${found.address}" dt2D="0" dtr="0" r1="B3"/><v>${result(found) + 5}</v>`,
      });
    },
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'a constant added at the end of a formula',
    damage: (subject) => {
      const found = formula(subject, /\.(?:path|pathGap|gap|actual)$/u);
      return instead(subject, found, { formula: `${text(found)}+0.5`, value: result(found) + 0.5 });
    },
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'the hidden count of figures left to enter set by hand',
    damage: (subject) => instead(subject, formula(subject, /^form\.left$/u, ENTRY), 1),
    expect: { found: ['formula-replaced'] },
  },
  {
    name: 'the check number typed over',
    damage: (subject) => instead(subject, formula(subject, /^form\.checksum$/u, ENTRY), 123456),
    expect: { found: ['formula-replaced'] },
  },
  {
    name: 'the check number over fewer rows',
    damage: (subject) => {
      const found = formula(subject, /^form\.checksum$/u, ENTRY);
      const shorter = text(found).replace(/\$(\d+)\)/u, (_, row: string) => `$${Number(row) - 2})`);
      return instead(subject, found, { formula: shorter, value: result(found) });
    },
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'a number typed into a blank cell that the check number adds up',
    damage: (subject) => {
      const found = formula(subject, /^form\.checksum$/u, ENTRY);
      const column = /\$([A-Z]+)\$\d+:/u.exec(text(found))?.[1] ?? '';
      const taken = new Set(cellsOf(subject, ENTRY, () => true).map(({ address }) => address));
      const rows = cellsOf(subject, ENTRY, ({ style, row }) => style === 'section' && row > 8).map(
        ({ row }) => row,
      );
      const row = rows.find((one) => !taken.has(`${column}${one}`));
      if (row === undefined) throw new NothingToDamage('no blank cell');
      return damaged(subject.bytes, (parts) => {
        parts.setCell(ENTRY, `${column}${row}`, 17);
        parts.setCell(ENTRY, found.address, { formula: text(found), value: result(found) + 17 });
      });
    },
    expect: { found: ['result-stale'] },
  },
  {
    name: 'a count of the summary typed over',
    damage: (subject) => instead(subject, formula(subject, /count|share|total|rank/u, SUMMARY), 3),
    expect: { found: ['formula-replaced'] },
  },
  {
    name: 'a formula of the summary that counts another sheet',
    damage: (subject) => {
      const [one, other] = domainSheets(subject);
      if (!one || !other) throw new NothingToDamage('two sheets');
      const found = cellOf(subject, SUMMARY, ({ formula: said }) => said?.includes(`'${one}'!`) ?? false);
      return instead(subject, found, {
        formula: text(found).replaceAll(`'${one}'!`, `'${other}'!`),
        ...(found.cell.result === undefined ? {} : { value: found.cell.result }),
      });
    },
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'a formula that reads another workbook',
    damage: (subject) => {
      const found = formula(subject, /\.(?:path|pathGap|gap|actual)$/u);
      return instead(subject, found, { formula: `'[1]Sheet1'!$B$2`, value: result(found) });
    },
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'a target typed over',
    damage: (subject) => {
      const found = cellOf(
        subject,
        null,
        ({ style, value }) => style === 'target' && typeof value === 'number' && value > 0,
      );
      return instead(subject, found, Number(found.cell.value) * 0.9);
    },
    expect: { found: ['printed-number-changed'] },
  },
  {
    name: 'a target typed where the plan has none',
    damage: (subject) => {
      const found = cellOf(
        subject,
        domainSheets(subject)[0] ?? '',
        ({ style, value, formula: said }) => style === 'target' && value === undefined && said === undefined,
      );
      return instead(subject, found, 5);
    },
    expect: { found: ['printed-number-changed'] },
  },
  {
    name: 'a year at the head of an indicator sheet changed',
    damage: (subject) => {
      const found = cellOf(
        subject,
        domainSheets(subject)[0] ?? '',
        ({ style, value }) => style === 'header' && /^\d{4}$/u.test(String(value)),
      );
      const { value } = found.cell;
      return instead(subject, found, typeof value === 'number' ? value + 1 : String(Number(value) + 1));
    },
    expect: { found: ['printed-number-changed'] },
  },
  {
    name: 'a figure that adds up two other cells instead of being typed',
    damage: (subject) => {
      const found = figure(subject);
      const other = figures(subject).find(({ address }) => address !== found.address);
      return instead(subject, found, {
        formula: `${other?.address ?? ''}-${Number(other?.cell.value) - Number(found.cell.value)}`,
        value: Number(found.cell.value),
      });
    },
    expect: { found: ['figure-is-formula'] },
  },
  {
    name: 'a figure of another figure times a blank cell',
    damage: (subject) => {
      const found = figure(subject);
      const other = figures(subject).find(({ address }) => address !== found.address);
      return instead(subject, found, { formula: `${other?.address ?? ''}*$ZZ$900`, value: 0 });
    },
    expect: { found: ['figure-from-blank'] },
  },
  {
    name: 'a figure that is a random number',
    damage: (subject) => {
      const found = figure(subject);
      return instead(subject, found, { formula: 'RANDBETWEEN(100,200)', value: Number(found.cell.value) });
    },
    expect: { found: ['figure-at-random'] },
  },
  {
    name: 'a figure that is a comparison, kept as a number',
    damage: (subject) => {
      const found = figure(subject);
      const other = figures(subject).find(({ address }) => address !== found.address);
      return instead(subject, found, { formula: `${other?.address ?? ''}>=0`, value: 1 });
    },
    expect: { found: ['figure-is-truth-value'] },
  },
  {
    name: 'a figure that is a formula whose result the file lacks',
    damage: (subject) => instead(subject, figure(subject), { formula: '18000+926' }),
    expect: { found: ['figure-not-a-number'] },
  },
  {
    name: 'a reason that is a formula whose result the file lacks',
    damage: (subject) => instead(subject, reasonCell(subject), { formula: '"mưa "&"lũ"' }),
    expect: { found: ['remark-without-result'] },
  },
  {
    name: 'formulas written as shared formulas',
    damage: (subject) =>
      damaged(subject.bytes, (parts) =>
        parts.editSheet(BACKGROUND, (xml) => {
          let at = 0;
          return xml.replaceAll(
            /<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f>/gu,
            (_, address: string, rest: string, said: string) => {
              at += 1;
              return `<c r="${address}"${rest}><f t="shared" ref="${address}" si="${at}">${said}</f>`;
            },
          );
        }),
      ),
    expect: 'harmless',
  },
];
