import { LAYOUT, identityKey, parseIdentityKey } from '../../../core/workbook/contract.ts';
import { cellIndex } from '../../../core/sheet/model.ts';
import { SAMPLE_BANNER } from '../../../core/workbook/wording.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import {
  BACKGROUND,
  cellOf,
  domainSheets,
  ENTRY,
  figure,
  META,
  NothingToDamage,
  SUMMARY,
  type Damage,
} from '../damage.ts';
import { renamed, withCells, withSheets } from '../model-edits.ts';
import { damaged, withCell, type Package } from '../package.ts';
import { subjectOf, type Subject } from '../subject.ts';

function edited(change: (parts: Package, subject: Subject) => void): Damage['damage'] {
  return (subject) => damaged(subject.bytes, (parts) => change(parts, subject));
}

/** An entry of `_meta` with another value, or gone. */
function meta(kind: string, key: string, change: (value: string) => string | null): Damage['damage'] {
  return edited((parts, subject) => {
    const line = cellOf(
      subject,
      META,
      (cell, of) =>
        cell.column === 3 && cell.value === key && of.cells.get(cellIndex(cell.row, 2))?.value === kind,
    );
    const value = subject.model.sheets.at(-1)?.cells.get(cellIndex(line.row, 4))?.value;
    const changed = change(String(value));
    parts.setCell(META, `D${line.row}`, changed === null ? null : changed);
  });
}

/** A piece of the definition, as it stands in `_meta`: the first, or one that holds something. */
function definitionLine(subject: Subject, holding = ''): { row: number; text: string } {
  const { row, cell } = cellOf(
    subject,
    META,
    ({ row: at, column, value }, of) =>
      column === 4 &&
      of.cells.get(cellIndex(at, 2))?.value === 'definition' &&
      String(value).includes(holding),
  );
  return { row, text: String(cell.value) };
}

const copy = (change: (xml: string, subject: Subject) => string, where: 'first' | 'last'): Damage['damage'] =>
  edited((parts, subject) =>
    parts.addSheet(`${ENTRY} (2)`, change(parts.text(parts.partOf(ENTRY)), subject), where),
  );

/** Damage to sheets, to what a workbook says of itself, and to whose it is. */
export const sheetDamages: readonly Damage[] = [
  {
    name: 'the entry sheet deleted',
    damage: edited((parts) => parts.removeSheet(ENTRY)),
    expect: { found: ['sheet-missing'] },
  },
  {
    name: 'the sheet of shared counts deleted, formulas left with #REF!',
    damage: (subject) =>
      serialize(
        withSheets(subject.model, (sheet) =>
          sheet.name === BACKGROUND
            ? null
            : withCells({ ...sheet, charts: [], sparklines: [] }, (cell) =>
                cell.formula === undefined
                  ? cell
                  : { ...cell, formula: cell.formula.replaceAll(/'Số liệu nền'!\$[A-Z]+\$\d+/gu, '#REF!') },
              ),
        ),
      ),
    expect: { found: ['sheet-missing', 'formula-altered'] },
  },
  {
    name: 'the guide deleted',
    damage: edited((parts) => parts.removeSheet('Hướng dẫn')),
    expect: 'harmless',
  },
  {
    name: 'an indicator sheet deleted',
    damage: edited((parts, subject) => parts.removeSheet(domainSheets(subject)[0] ?? '')),
    expect: { found: ['sheet-removed'] },
  },
  {
    name: 'the entry sheet copied behind the others, the same figures',
    damage: copy((xml) => xml, 'last'),
    expect: 'harmless',
  },
  {
    name: 'the entry sheet copied in front, another figure in the copy',
    damage: copy((xml, subject) => {
      const { address, cell } = figure(subject);
      return withCell(xml, address, Number(cell.value) + 1);
    }, 'first'),
    expect: { found: ['figure-in-two-places'] },
  },
  {
    name: 'figures typed into a copy of the entry sheet only',
    damage: edited((parts, subject) => {
      const { address } = figure(subject);
      parts.addSheet(`${ENTRY} (2)`, parts.text(parts.partOf(ENTRY)));
      parts.setCell(ENTRY, address, { xml: '' });
    }),
    expect: 'harmless',
  },
  {
    name: 'sheets renamed',
    damage: (subject) =>
      serialize(
        renamed(
          subject.model,
          new Map([
            [ENTRY, 'So lieu 2024'],
            [SUMMARY, 'TH'],
            [domainSheets(subject)[0] ?? '', 'NCC'],
          ]),
        ),
      ),
    expect: 'harmless',
  },
  {
    name: 'the names of two indicator sheets exchanged',
    damage: (subject) => {
      const [one, other] = domainSheets(subject);
      if (!one || !other) throw new NothingToDamage('two sheets');
      return serialize(
        renamed(
          subject.model,
          new Map([
            [one, other],
            [other, one],
          ]),
        ),
      );
    },
    expect: 'harmless',
  },
  {
    name: 'sheets in another order',
    damage: (subject) => serialize({ ...subject.model, sheets: [...subject.model.sheets].reverse() }),
    expect: 'harmless',
  },
  {
    name: 'every second sheet hidden',
    damage: edited((parts) => {
      let at = 0;
      parts.editWorkbook((xml) =>
        xml.replaceAll(/state="visible"/gu, (state) => (++at % 2 === 0 ? 'state="hidden"' : state)),
      );
    }),
    expect: { found: ['figures-hidden'] },
  },
  {
    name: '_meta made visible',
    damage: edited((parts) =>
      parts.editWorkbook((xml) => xml.replace('state="veryHidden"', 'state="visible"')),
    ),
    expect: 'harmless',
  },
  {
    name: '_meta deleted',
    damage: edited((parts) => parts.removeSheet(META)),
    expect: { found: ['definition-missing'] },
  },
  {
    name: '_meta renamed',
    damage: edited((parts) => parts.editWorkbook((xml) => xml.replace('name="_meta"', 'name="meta cu"'))),
    expect: { found: ['definition-missing'] },
  },
  {
    name: '_meta and the column of keys of every sheet deleted',
    damage: edited((parts) => {
      parts.removeSheet(META);
      for (const name of parts.sheetNames()) {
        const part = parts.partOf(name);
        parts.set(part, parts.text(part).replaceAll(/<c r="[A-Z]+1"[^>]*?(?:\/>|>.*?<\/c>)/gu, ''));
      }
    }),
    expect: { found: ['not-our-workbook'] },
  },
  {
    name: 'the definition cut short',
    damage: edited((parts, subject) => {
      const { row, text } = definitionLine(subject);
      parts.setCell(META, `D${row}`, text.slice(0, -200));
    }),
    expect: { found: ['definition-damaged'] },
  },
  {
    name: 'a target changed in the definition',
    damage: edited((parts, subject) => {
      const { row, text } = definitionLine(subject, '"value":');
      parts.setCell(META, `D${row}`, text.replace('"value":', '"value":1'));
    }),
    expect: { found: ['definition-damaged'] },
  },
  {
    name: 'the checksum of the definition deleted',
    damage: meta('info', 'definition', () => null),
    expect: { found: ['definition-damaged'] },
  },
  {
    name: 'another unit in _meta',
    damage: meta('info', 'unit', () => 'VN34'),
    expect: { found: ['identity-contradictory'] },
  },
  {
    name: 'another round in _meta',
    damage: meta('info', 'round', (round) => String(Number(round.slice(0, 4)) - 1)),
    expect: { found: ['identity-contradictory'] },
  },
  {
    name: 'a workbook of an earlier version (schema 1, no definition)',
    damage: (subject) =>
      serialize(
        withSheets(subject.model, (sheet) => {
          if (sheet.name !== META) return sheet;
          const without = withCells(sheet, (cell) => {
            const kind = sheet.cells.get(cellIndex(cell.row, 2))?.value;
            const key = sheet.cells.get(cellIndex(cell.row, 3))?.value;
            if (kind === 'definition' || (kind === 'info' && key === 'definition')) return null;
            return key === 'schema' && cell.column === 4 ? { ...cell, value: '1' } : cell;
          });
          return without;
        }),
      ),
    expect: { found: ['workbook-older'] },
  },
  {
    name: 'a workbook of a layout to come',
    damage: meta('info', 'schema', () => String(LAYOUT + 1)),
    expect: { found: ['workbook-newer'] },
  },
  {
    name: 'a sample sent as a return',
    damage: edited((parts) => parts.setCell(ENTRY, 'B4', SAMPLE_BANNER)),
    expect: { found: ['sample-returned'] },
  },
  {
    name: 'the entry sheet of another unit in place of its own',
    damage: async (subject) => {
      const other = await subjectOf({
        plans: ['quang-ngai-2021'],
        reporter: subject.job.reporter.id === 'VN51.524' ? 'VN51.525' : 'VN51.524',
        round: '2023',
      });
      const foreign = other.model.sheets.find(({ name }) => name === ENTRY);
      if (!foreign) throw new NothingToDamage('no sheet');
      return serialize(withSheets(subject.model, (sheet) => (sheet.name === ENTRY ? foreign : sheet)));
    },
    expect: { found: ['sheet-of-another-workbook'] },
  },
  {
    name: 'the entry sheet of another unit in front of its own',
    damage: edited((parts, subject) => {
      const { sheet, address, cell } = cellOf(
        subject,
        ENTRY,
        ({ value }) => parseIdentityKey(String(value)) !== null,
      );
      const identity = parseIdentityKey(String(cell.value));
      if (!identity) throw new NothingToDamage('no identity');
      const typed = figure(subject);
      const foreign = withCell(parts.text(parts.partOf(sheet)), typed.address, Number(typed.cell.value) + 1);
      const of = identityKey({ ...identity, unit: 'VN12.106', reporter: 'VN12.106' });
      parts.addSheet('Huyện bên', withCell(foreign, address, of), 'first');
    }),
    expect: { found: ['sheet-of-another-workbook'] },
  },
  {
    name: 'the entry sheet of an earlier round in place of its own',
    damage: edited((parts, subject) => {
      const { address, cell } = cellOf(
        subject,
        ENTRY,
        ({ value }) => parseIdentityKey(String(value)) !== null,
      );
      const identity = parseIdentityKey(String(cell.value));
      if (!identity) throw new NothingToDamage('no identity');
      parts.setCell(ENTRY, address, identityKey({ ...identity, round: '2019' }));
    }),
    expect: { found: ['sheet-of-another-workbook'] },
  },
  {
    name: 'the year on the cover changed',
    damage: edited((parts, subject) => {
      const year = subject.definition.round;
      const { sheet, address } = cellOf(subject, 'Bìa', ({ value }) => value === year);
      parts.setCell(sheet, address, year + 1);
    }),
    expect: { found: ['printed-number-changed'] },
  },
  {
    name: 'the name of the unit on the cover changed',
    damage: edited((parts, subject) => {
      const name = subject.job.reporter.name;
      const { sheet, address } = cellOf(subject, 'Bìa', ({ value }) => String(value).includes(name));
      parts.setCell(sheet, address, 'Huyện Khác');
    }),
    expect: { found: ['printed-text-changed'] },
  },
  {
    name: 'a sheet of rough work added',
    damage: edited((parts) =>
      parts.addSheet(
        'Nháp',
        '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>12</v></c></row></sheetData></worksheet>',
      ),
    ),
    expect: 'harmless',
  },
];
