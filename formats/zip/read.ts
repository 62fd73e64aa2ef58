import {
  type Entry,
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_INVALID_COMPRESSED_DATA,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_OVERLAPPING_ENTRY,
  ERR_UNSAFE_FILENAME,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  type FileEntry,
  Uint8ArrayReader,
  ZipReader,
} from '@zip.js/zip.js';
import type { ZipDamage } from '../../core/sheet/file-messages.ts';
import { fileKind } from '../file-kind.ts';
import { readError, WorkbookReadError } from '../read-error.ts';
import type { ReadLimits } from '../limits.ts';
import { inflateWhole } from './inflate.ts';
import { joinChunks } from './join-chunks.ts';

/** The caps that concern the zip itself. */
export type ZipLimits = Pick<ReadLimits, 'fileBytes' | 'entries' | 'partBytes' | 'totalBytes'>;

/** A zip whose directory has been checked; parts are inflated when they are asked for. */
export interface ZipArchive {
  /** Names of the parts, in the order of the directory, as stored but for backslashes, which become slashes. */
  readonly names: readonly string[];
  /**
   * Inflates one part; names are compared without case, as packages demand. A part read again counts again.
   * @returns null when there is no such part
   * @throws WorkbookReadError when the part is damaged or exceeds a cap; the caps hold over all calls
   */
  read(name: string): Promise<Uint8Array | null>;
}

/**
 * Reads the directory of a zip and refuses what no spreadsheet program writes: encryption, two parts of one
 * name, names that lead outside, too many parts.
 * @throws WorkbookReadError
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits): Promise<ZipArchive> {
  if (bytes.length === 0) throw readError('empty-file', {});
  if (bytes.length > limits.fileBytes) {
    throw readError('file-too-large', { bytes: bytes.length, limit: limits.fileBytes });
  }
  if (startsWith(bytes, OLE_MAGIC)) {
    throw isEncryptedPackage(bytes) ? readError('password-protected', {}) : readError('old-excel-file', {});
  }
  if (!startsWith(bytes, ZIP_MAGIC)) throw readError('not-a-zip', { looksLike: fileKind(bytes) });

  const entries = await directory(bytes, limits);
  if (followsAnother(bytes, entries.values()))
    throw readError('damaged-zip', { part: null, damage: 'joined' });
  let totalBytes = 0;
  return {
    names: [...entries.values()].map(({ name }) => name),
    async read(name) {
      const found = entries.get(name.toLowerCase());
      if (found === undefined) return null;
      const data = await inflate(bytes, found.entry, limits, totalBytes);
      totalBytes += data.length;
      return data;
    },
  };
}

/**
 * Inflates every part of a zip, in the order of its directory.
 * @throws WorkbookReadError as {@link openZip}
 */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<Map<string, Uint8Array>> {
  const archive = await openZip(bytes, limits);
  const parts = new Map<string, Uint8Array>();
  for (const name of archive.names) {
    const data = await archive.read(name);
    if (data !== null) parts.set(name, data);
  }
  return parts;
}

/** A part with its name, in which folders end with a slash: programs on Windows have written backslashes. */
interface NamedEntry {
  name: string;
  entry: FileEntry;
}

/** The file entries by lower-case name; folders are left out but count as entries. */
async function directory(bytes: Uint8Array, limits: ZipLimits): Promise<Map<string, NamedEntry>> {
  const entries = new Map<string, NamedEntry>();
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    useWebWorkers: false,
    checkCrc32: true,
    // Overlapping entries are how a small zip claims the same compressed bytes a thousand times.
    checkOverlappingEntry: true,
    strictness: 'balanced',
    filenameValidation: 'balanced',
  });
  let count = 0;
  try {
    // The generator is left at the cap: a directory may list a million entries in a few megabytes.
    for await (const entry of reader.getEntriesGenerator() as AsyncIterable<Entry>) {
      count += 1;
      if (count > limits.entries) throw readError('too-many-parts', { limit: limits.entries });
      if (entry.encrypted) throw readError('password-protected', {});
      const name = entry.filename.replaceAll('\\', '/');
      if (entry.directory || name.endsWith('/')) continue;
      const key = name.toLowerCase();
      if (entries.has(key)) throw readError('duplicate-part', { part: entry.filename });
      entries.set(key, { name, entry });
    }
  } catch (error) {
    throw asReadError(error, null);
  }
  return entries;
}

const END_OF_DIRECTORY = [0x50, 0x4b, 0x05, 0x06];

/**
 * Whether a whole zip stands before the parts of this one: files that were joined into one (`cat`, `copy /b`). The
 * directory at the end knows the last of them only, and the others would be lost without a word.
 */
function followsAnother(bytes: Uint8Array, entries: Iterable<NamedEntry>): boolean {
  let begin = bytes.length;
  for (const { entry } of entries) begin = Math.min(begin, entry.offset);
  const [first = 0] = END_OF_DIRECTORY;
  const before = bytes.subarray(0, begin === bytes.length ? 0 : begin);
  for (let at = before.indexOf(first); at >= 0; at = before.indexOf(first, at + 1))
    if (startsWith(before.subarray(at), END_OF_DIRECTORY)) return true;
  return false;
}

/** Where nothing is written to: in Node, making a stream costs as much as inflating a small part. */
const UNWRITTEN = new WritableStream();

/** Inflates one entry; whatever is odd about it is left to the zip library to name. */
async function inflate(
  bytes: Uint8Array,
  entry: FileEntry,
  limits: ZipLimits,
  alreadyRead: number,
): Promise<Uint8Array> {
  try {
    // Looks at the entry's own header and place only.
    await entry.getData(UNWRITTEN, { checkOverlappingEntryOnly: true });
  } catch (error) {
    throw asReadError(error, entry.filename);
  }
  const from = entry.localDirectory?.dataOffset;
  if (from !== undefined) {
    const compressed = bytes.subarray(from, from + entry.compressedSize);
    const limit = Math.min(limits.partBytes, limits.totalBytes - alreadyRead);
    const data = inflateWhole(compressed, entry, limit);
    if (data !== null) return data;
  }
  return inflateCounting(entry, limits, alreadyRead);
}

/** Inflates one entry, counting what comes out: sizes in the headers are the sender's claim, not a fact. */
async function inflateCounting(
  entry: FileEntry,
  limits: ZipLimits,
  alreadyRead: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let exceeded: WorkbookReadError | null = null;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      length += chunk.length;
      if (length > limits.partBytes) {
        exceeded = readError('part-too-large', { part: entry.filename, limit: limits.partBytes });
      } else if (alreadyRead + length > limits.totalBytes) {
        exceeded = readError('content-too-large', { limit: limits.totalBytes });
      }
      if (exceeded !== null) throw exceeded;
      // The producer may reuse its buffer once the write has ended.
      chunks.push(chunk.slice());
    },
  });
  try {
    await entry.getData(sink);
  } catch (error) {
    throw exceeded ?? asReadError(error, entry.filename);
  }
  return joinChunks(chunks, length);
}

const DAMAGE_OF_LIBRARY_ERROR = new Map<string, ZipDamage>([
  [ERR_INVALID_CRC32, 'checksum'],
  [ERR_INVALID_UNCOMPRESSED_SIZE, 'data'],
  [ERR_INVALID_COMPRESSED_DATA, 'data'],
  [ERR_AMBIGUOUS_ARCHIVE, 'ambiguous'],
  [ERR_OVERLAPPING_ENTRY, 'ambiguous'],
  [ERR_UNSUPPORTED_COMPRESSION, 'unsupported'],
]);
const ENCRYPTION_ERRORS = new Set([
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_UNSUPPORTED_ENCRYPTION,
]);

/** Whatever the zip library objects to is the file's fault: it has no other input. */
function asReadError(error: unknown, part: string | null): WorkbookReadError {
  if (error instanceof WorkbookReadError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (ENCRYPTION_ERRORS.has(reason)) return readError('password-protected', {}, {}, { cause: error });
  if (reason === ERR_UNSAFE_FILENAME) {
    const name = (error as { filename?: unknown }).filename;
    return readError(
      'unsafe-part-name',
      { part: typeof name === 'string' ? name : '?' },
      {},
      { cause: error },
    );
  }
  const damage = DAMAGE_OF_LIBRARY_ERROR.get(reason) ?? (part === null ? 'directory' : 'data');
  return readError('damaged-zip', { part, damage }, {}, { cause: error });
}

const ZIP_MAGIC = [0x50, 0x4b];
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** An encrypted workbook and an old .xls share the container; only the first has a stream of this name. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const wanted = [...'EncryptedPackage'].flatMap((character) => [character.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
