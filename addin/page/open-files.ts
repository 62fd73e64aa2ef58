import { BenchProblem } from '../pane/bench-problem.ts';
import type { Reason } from '../pane/workbench.ts';
import { FileBench } from './file-bench.ts';
import { refuseForeign } from './file-problem.ts';
import { en } from './texts/en.ts';
import { vi } from './texts/vi.ts';

/** What shows the files. */
export interface FilesView {
  /** Something that stands above the pane is other than before. */
  drawHead(): void;
  /** Resolves once the officer has seen what was drawn. */
  painted(): Promise<void>;
  /**
   * Shows a file in place of the one that is shown.
   * @param drafts reasons typed before, in the same return
   */
  showPane(bench: FileBench, drafts: readonly Reason[]): ShownPane;
  /** The question is another one than the officer has answered. */
  focusQuestion(): void;
}

/** The pane of the file that is open. */
export interface ShownPane {
  /** Reasons that were typed and not written: they go with the pane. */
  unwritten: () => readonly Reason[];
}

/** A file that was read. */
export interface OpenFile {
  file: File;
  bench: FileBench;
}

/** A file that waits for the officer to give up what is not saved, and what that was when they were asked. */
export interface WaitingFile extends OpenFile {
  asked: string;
}

/** What came along from the file that was open before, in numbers. */
export interface Carried {
  reasons: number;
  drafts: number;
  displaced: number;
}

/** Why no file is open. */
export interface Refusal {
  name: string;
  problem: BenchProblem;
}

/**
 * The file that is open, and the way to another one: nothing that was typed for a return is lost on it unless the
 * officer gives it up. Knows no page.
 */
export class OpenFiles {
  readonly #view: FilesView;
  #open: (OpenFile & { pane: ShownPane }) | null = null;
  #refusal: Refusal | null = null;
  #waiting: WaitingFile | null = null;
  #opening: File | null = null;
  #carried: Carried | null = null;
  /** Whether the head says that the file has changed. */
  #isOutdated = false;
  /** How many reasons would be lost, as the head says. */
  #counted = '';

  constructor(view: FilesView) {
    this.#view = view;
  }

  /** The file that is shown. */
  get open(): OpenFile | null {
    return this.#open;
  }

  /** The file that is being read. */
  get opening(): File | null {
    return this.#opening;
  }

  get refusal(): Refusal | null {
    return this.#refusal;
  }

  get waiting(): WaitingFile | null {
    return this.#waiting;
  }

  get carried(): Carried | null {
    return this.#carried;
  }

  /** The file that is shown is no longer the one on the disk. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** How many reasons would be lost with the file that is open. */
  get lost(): { unsaved: number; unwritten: number } {
    return {
      unsaved: this.#open?.bench.copies.unsaved() ?? 0,
      unwritten: this.#open?.pane.unwritten().length ?? 0,
    };
  }

  /** Whether it is known of both files, the open one and the one that waits, whose returns they are. */
  get areReturnsKnown(): boolean {
    return [this.#waiting, this.#open].every((one) => one?.bench.identity !== null);
  }

  /** Opens what was chosen, one file at a time. */
  async request(files: readonly File[]): Promise<void> {
    const [file, ...others] = files;
    if (file === undefined) return;
    if (others.length === 0) return this.#openFile(file);
    this.#refusal = {
      name: files.map(({ name }) => name).join(', '),
      problem: new BenchProblem('file-refused', { vi: vi.onlyOne, en: en.onlyOne }),
    };
    this.redraw();
  }

  /** Looks whether the file that is open can still be read. */
  async look(): Promise<void> {
    await this.#open?.bench.look();
  }

  /** Gives up what the officer was asked about; about what was typed since then they are asked anew. */
  discard(): void {
    if (this.#waiting === null) return;
    const waiting = this.#waiting;
    if (['', waiting.asked].includes(this.#atStake())) {
      this.#waiting = null;
      this.#carried = null;
      this.#show(waiting, []);
    } else {
      this.#waiting = { ...waiting, asked: this.#atStake() };
    }
    this.redraw();
    // The question is another one: its answer is not under the finger.
    if (this.#waiting !== null) this.#view.focusQuestion();
  }

  /** Stays with the file that is open. */
  stay(): void {
    this.#waiting = null;
    this.redraw();
  }

  closeRefusal(): void {
    this.#refusal = null;
    this.redraw();
  }

  closeCarried(): void {
    this.#carried = null;
    this.redraw();
  }

  /** Draws the head anew, as in another language. */
  redraw(): void {
    this.#counted = JSON.stringify(this.lost);
    this.#view.drawHead();
  }

  async #openFile(file: File): Promise<void> {
    this.#waiting = null;
    this.#refusal = null;
    this.#opening = file;
    this.redraw();
    await this.#view.painted();
    const bench = new FileBench(file, () => this.#heard(bench));
    try {
      // Before the pane is there: a file that cannot be read leaves the one before on the screen.
      refuseForeign((await bench.read()).sheets);
      // A file chosen later goes before.
      if (this.#opening === file) this.#takeIn({ file, bench });
    } catch (error) {
      if (!(error instanceof BenchProblem)) throw error;
      if (this.#opening === file) this.#refusal = { name: file.name, problem: error };
    } finally {
      if (this.#opening === file) this.#opening = null;
      this.redraw();
    }
  }

  /** Shows a file, unless that would lose what was typed for another return. */
  #takeIn(next: OpenFile): void {
    const before = this.#open;
    const isSameReturn = next.bench.identity !== null && next.bench.identity === before?.bench.identity;
    if (before !== null && isSameReturn) {
      next.bench.take(before.bench.reasons);
      const displaced = next.bench.displaced();
      // What was typed last for a row goes before what was written for it.
      const drafts = [...displaced, ...before.pane.unwritten()];
      this.#carried = {
        reasons: next.bench.copies.unsaved(),
        drafts: new Set(drafts.map(({ key }) => key)).size,
        displaced: displaced.length,
      };
      this.#show(next, drafts);
    } else if (this.#atStake() !== '') {
      this.#waiting = { ...next, asked: this.#atStake() };
    } else {
      this.#carried = null;
      this.#show(next, []);
    }
  }

  #show({ file, bench }: OpenFile, drafts: readonly Reason[]): void {
    this.#open = { file, bench, pane: this.#view.showPane(bench, drafts) };
    this.#isOutdated = bench.isOutdated;
  }

  /** The file that is open was read, looked at or saved: what was said of another one, or before, is over. */
  #heard(bench: FileBench): void {
    if (this.#open?.bench !== bench) return;
    const isKept = this.#carried !== null && this.#atStake() === '';
    const isCountedAnew = this.#waiting !== null && this.#counted !== JSON.stringify(this.lost);
    const isSaidAnew = this.#isOutdated !== bench.isOutdated || this.#refusal !== null;
    if (!isKept && !isCountedAnew && !isSaidAnew) return;
    if (isKept) this.#carried = null;
    this.#isOutdated = bench.isOutdated;
    this.#refusal = null;
    this.redraw();
  }

  /** Everything that would be lost with the file that is open; '' for nothing. */
  #atStake(): string {
    const { unsaved, unwritten } = this.lost;
    if (unsaved + unwritten === 0) return '';
    return JSON.stringify([this.#open?.bench.reasons, this.#open?.pane.unwritten()]);
  }
}
