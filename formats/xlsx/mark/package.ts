import { readZip, type ZipArchive, type ZipLimits } from '../../zip/read.ts';
import { writeZip } from '../../zip/write.ts';

/** The parts of a package while some of them are replaced. Names are compared without case. */
export class MutablePackage {
  /** By lower-case name, in the order of the file; names as stored. */
  readonly #parts = new Map<string, { name: string; data: Uint8Array }>();

  /** @throws WorkbookReadError as reading does */
  static async open(bytes: Uint8Array, limits: ZipLimits): Promise<MutablePackage> {
    const opened = new MutablePackage();
    for (const [name, data] of await readZip(bytes, limits)) opened.set(name, data);
    return opened;
  }

  get(name: string): Uint8Array | null {
    return this.#parts.get(name.toLowerCase())?.data ?? null;
  }

  /** Replaces a part in its place or adds it behind the last. */
  set(name: string, data: Uint8Array): void {
    const key = name.toLowerCase();
    this.#parts.set(key, { name: this.#parts.get(key)?.name ?? name, data });
  }

  delete(name: string): void {
    this.#parts.delete(name.toLowerCase());
  }

  get names(): string[] {
    return [...this.#parts.values()].map(({ name }) => name);
  }

  /** A name for a new part: the first that is free with a number from 1 between the two pieces. */
  freeName(before: string, after: string): string {
    for (let number = 1; ; number += 1) {
      const name = `${before}${number}${after}`;
      if (this.get(name) === null) return name;
    }
  }

  /** The parts as they are now, for functions that read archives. */
  get archive(): ZipArchive {
    return { names: this.names, read: (name) => Promise.resolve(this.get(name)) };
  }

  /** The package as a zip. */
  write(): Promise<Uint8Array> {
    return writeZip([...this.#parts.values()]);
  }
}
