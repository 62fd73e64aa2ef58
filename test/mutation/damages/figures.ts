import type { Subject } from '../subject.ts';
import {
  BACKGROUND,
  BASELINES,
  cellOf,
  cellsOf,
  columnKeyOf,
  columnsOf,
  ENTRY,
  figure,
  figures,
  NothingToDamage,
  SUMMARY,
  type Damage,
} from '../damage.ts';
import { cellAddress } from '../../../core/sheet/address.ts';
import { cellIndex } from '../../../core/sheet/model.ts';
import { damaged, escaped, withCell, type NewContent, type Package } from '../package.ts';

const STYLES = 'xl/styles.xml';

/** A typed figure with something else in its cell. */
function typed(content: NewContent | null | ((value: number) => NewContent | null), sheet: string = ENTRY) {
  return (subject: Subject) => {
    const { address, cell } = figure(subject, sheet);
    const instead = typeof content === 'function' ? content(Number(cell.value)) : content;
    return damaged(subject.bytes, (parts) => parts.setCell(sheet, address, instead));
  };
}

/** A typed figure in a cell with another number format; without a code it is one every program knows. */
function formatted(
  content: (value: number) => number,
  { id, code }: { id: number; code?: string },
): Damage['damage'] {
  return (subject) => {
    const { address, cell } = figure(subject);
    return damaged(subject.bytes, (parts) => {
      const style = formatAdded(parts, id);
      parts.editSheet(ENTRY, (xml) =>
        withCell(xml, address, content(Number(cell.value))).replace(
          new RegExp(`(<c r="${address}")(?: s="\\d+")?`, 'u'),
          `$1 s="${style}"`,
        ),
      );
      if (code === undefined) return;
      const entry = `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`;
      parts.edit(STYLES, (xml) => xml.replace(/<numFmts[^>]*>/u, (list) => `${list}${entry}`));
    });
  };
}

/** A typed figure in white letters on no ground. */
function whiteOnWhite(subject: Subject) {
  const { address } = figure(subject);
  return damaged(subject.bytes, (parts) => {
    const fonts = /<fonts[^>]*>([\s\S]*?)<\/fonts>/u.exec(parts.text(STYLES))?.[1] ?? '';
    const formats = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/u.exec(parts.text(STYLES))?.[1] ?? '';
    const font = [...fonts.matchAll(/<font[ >]/gu)].length;
    const style = [...formats.matchAll(/<xf /gu)].length;
    parts.edit(STYLES, (xml) =>
      xml
        .replace('</fonts>', '<font><sz val="11"/><color theme="0"/><name val="Arial"/></font></fonts>')
        .replace(
          '</cellXfs>',
          `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0"/></cellXfs>`,
        ),
    );
    parts.editSheet(ENTRY, (xml) =>
      xml.replace(new RegExp(`(<c r="${address}")(?: s="\\d+")?`, 'u'), `$1 s="${style}"`),
    );
  });
}

/** Adds a cell format with a number format to the styles and returns its number. */
function formatAdded(parts: Package, id: number): number {
  const formats = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/u.exec(parts.text(STYLES))?.[1] ?? '';
  parts.edit(STYLES, (xml) =>
    xml.replace('</cellXfs>', `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>`),
  );
  return [...formats.matchAll(/<xf /gu)].length;
}

function asText(name: string, content: string): Damage {
  return {
    name: `a number as text: ${name}`,
    damage: typed(content),
    expect: { found: ['figure-number-as-text'] },
  };
}

/** A numerator that stands with its denominator, both in numbers. */
function share(subject: Subject) {
  const counted = figures(subject, ENTRY).filter(({ row, cell }) => {
    const label = String(
      subject.model.sheets.find(({ name }) => name === ENTRY)?.cells.get(cellIndex(row, 3))?.value,
    );
    return label.includes('Tử số') && Number(cell.value) > 1;
  });
  const [numerator] = counted;
  if (!numerator) throw new NothingToDamage('no numerator');
  return numerator;
}

/** What officers type, paste or forget. */
export const figureDamages: readonly Damage[] = [
  asText('12,5', '12,5'),
  asText('1.234', '1.234'),
  asText('a space before', ' 12'),
  asText('a no-break space behind', '12\u00a0'),
  asText('12 %', '12 %'),
  {
    name: 'a true minus sign (U+2212) before a number',
    damage: typed('−5'),
    expect: { found: ['figure-number-as-text'] },
  },
  {
    name: 'the Cyrillic letter х for the sign x',
    damage: typed('\u0445'),
    expect: { found: ['figure-not-a-number'] },
  },
  {
    name: 'full-width digits in place of a number',
    damage: typed('１２'),
    expect: { found: ['figure-not-a-number'] },
  },
  {
    name: 'a number with its unit behind it',
    damage: typed('12 hộ'),
    expect: { found: ['figure-not-a-number'] },
  },
  {
    name: 'words in place of a number',
    damage: typed('khoảng ba trăm'),
    expect: { found: ['figure-not-a-number'] },
  },
  {
    name: 'TRUE in place of a number',
    damage: typed({ xml: '<v>1</v>', type: 'b' }),
    expect: { found: ['figure-not-a-number'] },
  },
  {
    name: 'an error value in place of a number',
    damage: typed({ xml: '<v>#N/A</v>', type: 'e' }),
    expect: { found: ['figure-not-a-number'] },
  },
  {
    name: 'a date as ISO text in place of a number',
    damage: typed({ xml: '<v>2023-12-05</v>', type: 'd' }),
    expect: { found: ['figure-format-misleads'] },
  },
  {
    name: 'a date that the program turned into its serial number (45265)',
    damage: typed(45265),
    expect: { found: ['figure-unit-slip'] },
  },
  {
    name: 'a figure in white letters',
    damage: whiteOnWhite,
    expect: { found: ['figure-format-misleads'] },
  },
  {
    name: 'a date in a cell with the format of one',
    damage: formatted(() => 45265, { id: 14 }),
    expect: { found: ['figure-format-misleads'] },
  },
  {
    name: '45% typed, so that the cell holds 0.45 and the format of a per cent',
    damage: formatted((value) => value / 100, { id: 9 }),
    expect: { found: ['figure-format-misleads'] },
  },
  {
    name: 'a figure in the format of hours and minutes that the file itself defines',
    damage: formatted((value) => value, { id: 400, code: '[h]:mm;@' }),
    expect: { found: ['figure-format-misleads'] },
  },
  {
    name: 'a format with a per cent sign in quotes and one escaped: the number is shown',
    damage: formatted((value) => value, { id: 400, code: '#,##0.0" %/năm "\\%' }),
    expect: 'harmless',
  },
  { name: 'a decimal count', damage: typed((value) => value + 0.5), expect: { found: ['figure-not-whole'] } },
  { name: 'a negative count', damage: typed((value) => -value), expect: { found: ['figure-impossible'] } },
  {
    name: 'a number beyond what doubles count exactly',
    damage: typed(9.007e18),
    expect: { found: ['figure-impossible'] },
  },
  {
    name: 'a count in thousands',
    damage: typed((value) => value * 1000),
    expect: { found: ['figure-unit-slip'] },
  },
  { name: 'a figure deleted', damage: typed({ xml: '' }), expect: { found: ['figure-missing'] } },
  {
    name: 'every figure of the round deleted, reasons left',
    damage: (subject) =>
      damaged(subject.bytes, (parts) => {
        for (const { address } of figures(subject)) parts.setCell(ENTRY, address, { xml: '' });
      }),
    expect: { found: ['figure-missing'] },
  },
  {
    name: 'a figure and its row deleted after it was warned about',
    damage: (subject) => {
      const warned = subject.findings.find(
        ({ severity, place }) => severity === 'warning' && place.sheet === ENTRY,
      );
      if (!warned?.place.cell) throw new NothingToDamage('no warning');
      const address = warned.place.cell;
      const key = cellAddress(Number(/\d+/u.exec(address)?.[0]), 1);
      return damaged(subject.bytes, (parts) => {
        parts.setCell(ENTRY, address, { xml: '' });
        parts.setCell(ENTRY, key, null);
      });
    },
    expect: { found: ['row-missing'] },
  },
  {
    name: 'a sign without a reason',
    damage: (subject) => {
      const { address, row } = figure(subject);
      const [reason] = columnsOf(subject, ENTRY, 'reason');
      if (!reason) throw new NothingToDamage('no reasons');
      return damaged(subject.bytes, (parts) => {
        parts.setCell(ENTRY, address, '...');
        parts.setCell(ENTRY, cellAddress(row, reason.column), { xml: '' });
      });
    },
    expect: { found: ['figure-sign-without-reason'] },
  },
  {
    name: 'numerator and denominator exchanged',
    damage: (subject) => {
      const numerator = share(subject);
      const big = Math.max(...figures(subject, BACKGROUND).map(({ cell }) => Number(cell.value)));
      return damaged(subject.bytes, (parts) => parts.setCell(ENTRY, numerator.address, big * 3));
    },
    expect: { found: ['figure-numerator-above-denominator'] },
  },
  {
    name: 'a whole column of figures pasted one row too low',
    damage: (subject) => {
      const found = figures(subject);
      return damaged(subject.bytes, (parts) => {
        found.slice(1).forEach(({ address, cell }, at) => {
          const above = found[at]?.cell.value;
          if (above !== cell.value) parts.setCell(ENTRY, address, Number(above));
        });
      });
    },
    expect: { found: ['figure-neighbours-exchanged'] },
  },
  {
    name: 'two shared counts exchanged',
    damage: (subject) => {
      const [first, second] = figures(subject, BACKGROUND);
      if (!first || !second) throw new NothingToDamage('two figures');
      return damaged(subject.bytes, (parts) => {
        parts.setCell(BACKGROUND, first.address, Number(second.cell.value));
        parts.setCell(BACKGROUND, second.address, Number(first.cell.value));
      });
    },
    expect: { found: ['result-stale'] },
  },
  {
    name: 'text in the year of a baseline',
    damage: (subject) => {
      const found = cellOf(
        subject,
        BASELINES,
        (cell, of) => columnKeyOf(of, cell.column)?.field === 'baseYear' && typeof cell.value === 'number',
      );
      return damaged(subject.bytes, (parts) => parts.setCell(BASELINES, found.address, 'cuối năm 2020'));
    },
    expect: { found: ['baseline-not-read'] },
  },
  {
    name: 'the year of a baseline changed',
    damage: (subject) => {
      const found = cellOf(
        subject,
        BASELINES,
        (cell, of) => columnKeyOf(of, cell.column)?.field === 'baseYear' && typeof cell.value === 'number',
      );
      return damaged(subject.bytes, (parts) =>
        parts.setCell(BASELINES, found.address, Number(found.cell.value) + 2),
      );
    },
    expect: { found: ['result-stale'] },
  },
  {
    name: 'an own verdict without a reason',
    damage: (subject) => {
      const found = cellOf(
        subject,
        SUMMARY,
        (cell, of) =>
          cell.style === 'inputText' &&
          columnKeyOf(of, cell.column)?.field === 'ownReason' &&
          cell.value !== undefined,
      );
      return damaged(subject.bytes, (parts) => parts.setCell(SUMMARY, found.address, { xml: '' }));
    },
    expect: { found: ['own-verdict-without-reason'] },
  },
  {
    name: 'an own verdict in words of its own',
    damage: (subject) => {
      const found = cellOf(
        subject,
        SUMMARY,
        (cell, of) =>
          cell.style === 'inputText' &&
          columnKeyOf(of, cell.column)?.field === 'ownVerdict' &&
          cell.value !== undefined,
      );
      return damaged(subject.bytes, (parts) => parts.setCell(SUMMARY, found.address, 'Gần đạt'));
    },
    expect: { found: ['own-verdict-without-reason'] },
  },
  {
    name: 'every text stored inline instead of shared',
    damage: (subject) =>
      damaged(subject.bytes, (parts) => {
        const strings = [...parts.text('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/gu)].map(
          ([, si]) => si ?? '',
        );
        for (const name of parts.sheetNames()) {
          const part = parts.partOf(name);
          parts.set(
            part,
            parts
              .text(part)
              .replaceAll(
                / t="s"><v>(\d+)<\/v>/gu,
                (_, at: string) => ` t="inlineStr"><is>${strings[Number(at)] ?? ''}</is>`,
              ),
          );
        }
      }),
    expect: 'harmless',
  },
  {
    name: 'figures in scientific notation with all their digits',
    damage: (subject) =>
      damaged(subject.bytes, (parts) => {
        for (const { address, cell } of figures(subject).slice(0, 20)) {
          const number = Number(cell.value);
          parts.setCell(ENTRY, address, { xml: `<v>${number.toExponential(16).toUpperCase()}</v>` });
        }
      }),
    expect: 'harmless',
  },
  {
    name: 'a long reason with every sort of letter',
    damage: (subject) => {
      const [reason] = columnsOf(subject, ENTRY, 'reason');
      const [cell] = cellsOf(
        subject,
        ENTRY,
        ({ column, value, row }) => column === reason?.column && row > 8 && value !== undefined,
      );
      if (!cell) throw new NothingToDamage('no reason');
      const xml = `<is><r><t>${String(cell.cell.value).slice(0, 4).replaceAll('&', '&amp;')}</t></r><r><rPr><b/></rPr><t xml:space="preserve">${String(cell.cell.value).slice(4).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></r></is>`;
      return damaged(subject.bytes, (parts) =>
        parts.setCell(ENTRY, cell.address, { xml, type: 'inlineStr' }),
      );
    },
    expect: 'harmless',
  },
];
