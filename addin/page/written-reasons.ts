import type { FormulaCell, WorkbookFacts } from '../../core/sheet/facts.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import type { KeyedCell } from '../../core/returned/keyed-cells.ts';
import { openReturn, type OpenedReturn } from '../../core/returned/open-return.ts';
import type { CellResult, CellText } from '../../formats/xlsx/write-texts.ts';
import { figureOf, reasonCell, standingReasons, valueOf, type ReasonCell } from '../pane/reason-cell.ts';
import type { Reason } from '../pane/workbench.ts';
import { resultsAfter, type ChangedResult } from './results-after.ts';

/** A file with reasons written into it. */
interface Written {
  /** The file without them, and how many had been written. */
  plain: OpenedReturn;
  change: number;
  opened: OpenedReturn;
  results: readonly ChangedResult[];
}

/** A reason written in the pane; `seen` is what the file itself says in its cell. */
interface WrittenReason extends Reason {
  /** What the last copy says, or the file where no copy was saved. */
  saved: string;
}

/** What the file itself does not say, with its cell. */
interface ChangedEntry {
  cell: ReasonCell;
  key: string;
  text: string;
}

/** Reasons and figures written in the pane, by their keys, until a copy of the file holds them. */
export class WrittenReasons {
  readonly #reasons = new Map<string, WrittenReason>();
  #change = 0;
  #written: Written | null = null;

  /** Rows whose reason is in no saved copy yet. */
  get unsaved(): number {
    return [...this.#reasons.values()].filter(({ text, saved }) => text !== saved).length;
  }

  /** What a copy with them is called beside its file. */
  get suffix(): '_da-sua' | '_ly-do' {
    return this.all.some(({ key }) => figureOf(key) !== null) ? '_da-sua' : '_ly-do';
  }

  /** All of them, saved or not. */
  get all(): readonly Readonly<WrittenReason>[] {
    return [...this.#reasons.values()];
  }

  /** @returns false where the file has no cell for the reason */
  write(file: WorkbookFacts, { key, period, text }: Omit<Reason, 'seen'>): boolean {
    const standing = standingReasons(file.sheets, this.#cellsOf(file)).get(key);
    if (standing === undefined) return false;
    const { seen, saved } = this.#reasons.get(key) ?? { seen: standing, saved: standing };
    this.#put({ key, period, text, seen, saved });
    return true;
  }

  /** A copy now holds all of them. */
  saved(): void {
    for (const reason of this.all) this.#put({ ...reason, saved: reason.text });
  }

  /**
   * Goes on with a file that was read anew and may have changed.
   * @returns reasons that stay out of it, because their cell is gone or says what nobody has seen here
   */
  follow(file: WorkbookFacts): Reason[] {
    // A file that has come to say the text was saved over. One that goes on saying it, as where a reason was taken
    // back, is not the copy: that still says what was saved last.
    return this.#lay(this.all, file, ({ seen, saved, text }, now) =>
      now !== seen && now === text ? now : saved,
    );
  }

  /** Takes reasons over from another file of the same return, of which no copy is saved yet; see {@link follow}. */
  take(reasons: readonly WrittenReason[], file: WorkbookFacts): Reason[] {
    return this.#lay(reasons, file, (_, standing) => standing);
  }

  /** Where each reason belongs in the file. */
  texts(file: WorkbookFacts): CellText[] {
    return this.#changed(file).map(({ cell: { sheet, address }, key, text }) => {
      const value = valueOf(key, text);
      return { sheet, address, text, ...(typeof value === 'number' ? { number: value } : {}) };
    });
  }

  /** What formulas of the file give once the reasons are in it. */
  results(file: WorkbookFacts): CellResult[] {
    return this.#into(file).results.map(({ sheet, row, column, value }) => ({
      sheet,
      address: cellAddress(row, column),
      value,
    }));
  }

  /** The file as its copy will read. */
  over(file: WorkbookFacts): WorkbookFacts {
    return this.opened(file).facts;
  }

  /** The same, opened. */
  opened(file: WorkbookFacts): OpenedReturn {
    return this.#into(file).opened;
  }

  /** Computing results takes about as long as a check, so it is done once for each reason. */
  #into(file: WorkbookFacts): Written {
    const plain = this.#written?.plain.facts === file ? this.#written.plain : openReturn(file);
    if (this.#written?.plain !== plain || this.#written.change !== this.#change) {
      this.#written = { plain, change: this.#change, ...this.#write(plain) };
    }
    return this.#written;
  }

  /** The keyed cells of a file that has been opened already. */
  #cellsOf(file: WorkbookFacts): readonly KeyedCell[] | undefined {
    return this.#written?.plain.facts === file ? this.#written.plain.returned?.cells : undefined;
  }

  #put(reason: WrittenReason): void {
    const isAsInFile = reason.text === reason.seen && reason.saved === reason.seen;
    if (isAsInFile) this.#reasons.delete(reason.key);
    else this.#reasons.set(reason.key, reason);
    this.#change += 1;
  }

  #lay(
    reasons: readonly WrittenReason[],
    file: WorkbookFacts,
    savedIn: (reason: WrittenReason, standing: string) => string,
  ): Reason[] {
    const standing = standingReasons(file.sheets, this.#cellsOf(file));
    const left: Reason[] = [];
    for (const reason of reasons) {
      const { key, period, text, seen, saved } = reason;
      const now = standing.get(key);
      if (now !== undefined && [seen, saved, text].includes(now)) {
        this.#put({ key, period, text, seen: now, saved: savedIn(reason, now) });
      } else {
        this.#reasons.delete(key);
        this.#change += 1;
        // A reason taken back is nothing to be kept.
        if (text !== '') left.push({ key, period, text, seen });
      }
    }
    return left;
  }

  /** Reasons the file itself does not say, with their cells. */
  #changed(file: WorkbookFacts, cells = this.#cellsOf(file)): ChangedEntry[] {
    return this.all.flatMap(({ key, text, seen }) => {
      const cell = text === seen ? null : reasonCell(file.sheets, key, cells);
      return cell ? [{ cell, key, text }] : [];
    });
  }

  #write(plain: OpenedReturn): Pick<Written, 'opened' | 'results'> {
    const texts = this.#changed(plain.facts, plain.returned?.cells).map(
      ({ cell: { sheet, row, column }, key, text }) => ({
        ...{ sheet, row, column },
        value: valueOf(key, text),
      }),
    );
    if (texts.length === 0) return { opened: plain, results: [] };
    const typed = openReturn(withValues(plain.facts, texts));
    const results = resultsAfter(plain, typed);
    return { opened: openReturn(withValues(typed.facts, results), { before: typed }), results };
  }
}

/** The file with other values in some cells, which keep their formulas. */
function withValues(file: WorkbookFacts, values: readonly ChangedResult[]): WorkbookFacts {
  return {
    ...file,
    sheets: file.sheets.map((sheet) => {
      const own = new Map(
        values
          .filter((value) => value.sheet === sheet.name)
          .map(({ row, column, value }) => [`${row}:${column}`, { row, column, value }]),
      );
      if (own.size === 0) return sheet;
      const cells = sheet.cells.map((cell): FormulaCell => {
        const place = `${cell.row}:${cell.column}`;
        const changed = own.get(place);
        own.delete(place);
        return changed ? { ...cell, value: changed.value } : cell;
      });
      return { ...sheet, cells: [...cells, ...[...own.values()].map((one) => ({ ...one, formula: null }))] };
    }),
  };
}
