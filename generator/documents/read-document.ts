import { extname } from 'node:path';
import { type Finding, reporter, sentence } from '../../core/base/finding.ts';
import { documentMessages } from '../../core/draft/document-messages.ts';
import { documentOf } from '../../core/draft/document-parts.ts';
import type { DraftDocument } from '../../core/draft/model.ts';
import { LONGEST_PARAGRAPH, overlongParagraph } from '../../core/draft/paragraph.ts';
import { plainDocument } from '../../core/draft/plain-document.ts';
import { withSeparatedTables } from '../../core/draft/separated-tables.ts';
import { encodingNames } from '../../core/exchange/reading.ts';
import { workbookFileMessages } from '../../core/sheet/file-messages.ts';
import { decodeUtf8 } from '../../formats/csv/decode.ts';
import { inLetters, westernText } from '../../formats/csv/old-letters.ts';
import { DOCUMENT_LIMITS, readDocx, type WordDocument } from '../../formats/docx/read.ts';
import { encodingOfFont } from '../../formats/docx/letters.ts';
import { lettersOfProse } from '../../formats/letters/prose.ts';
import { pagesWithColumns, pdfText } from '../../formats/pdf/bbox.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import { readRegular } from '../regular-file.ts';
import { docxByLibreOffice, pdfByPoppler } from './helpers.ts';

const report = reporter(documentMessages);

/** A document as far as it could be read; null when a finding is an error. */
export interface ReadDocument {
  value: DraftDocument | null;
  findings: Finding[];
}

/** Documents of other programs that LibreOffice knows. */
const FOREIGN: ReadonlySet<string> = new Set(['doc', 'rtf', 'odt']);

/**
 * Reads a plan's document of any kind: text, Word, old Word and its like by LibreOffice, PDF by poppler.
 * @throws NotOpened for anything but a regular file
 */
export async function readDocument(path: string): Promise<ReadDocument> {
  const bytes = new Uint8Array(await readRegular(path, DOCUMENT_LIMITS.fileBytes));
  const read = await ofKind(bytes, extname(path).slice(1).toLowerCase());
  const findings = read.findings.map((finding) => ({ ...finding, place: { ...finding.place, file: path } }));
  return { value: read.value, findings };
}

async function ofKind(bytes: Uint8Array, extension: string): Promise<ReadDocument> {
  if (startsWith(bytes, '%PDF')) return ofPdf(bytes);
  if (startsWith(bytes, 'PK') && extension !== 'odt') return ofWord(bytes);
  if (isOld(bytes) || FOREIGN.has(extension)) {
    const made = await docxByLibreOffice(bytes, FOREIGN.has(extension) ? extension : 'doc');
    return made.value === null ? refused(made.finding) : ofWord(made.value);
  }
  if (bytes.includes(0) && !startsWith(bytes, '\u00ff\u00fe'))
    return refused(report('document-kind', {}, {}));
  return ofText(bytes);
}

async function ofWord(bytes: Uint8Array): Promise<ReadDocument> {
  let word: WordDocument;
  try {
    word = await readDocx(bytes);
  } catch (error) {
    if (!(error instanceof WorkbookReadError)) throw error;
    const reason = sentence(workbookFileMessages, error.finding, 'vi');
    return refused(report('document-unreadable', {}, { reason }));
  }
  const { parts, tracked, hidden, struck, oldLetters } = word;
  if (parts === null) return refused(report('document-kind', {}, {}));
  const errors = [
    ...(tracked.length > 0 ? [report('document-tracked', {}, { found: tracked })] : []),
    ...(hidden.length > 0 ? [report('document-hidden', {}, { found: hidden })] : []),
    ...(struck.length > 0 ? [report('document-struck', {}, { found: struck })] : []),
    ...(oldLetters === 'mixed' ? [report('document-letters-mixed', {}, { found: [] })] : []),
  ];
  if (errors.length > 0) return { value: null, findings: errors };
  const notes =
    oldLetters === 'convert' ? [report('document-letters-converted', {}, { encoding: 'TCVN3, VNI' })] : [];
  return inUnicode(documentOf(parts), notes);
}

async function ofPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const read = await pdfByPoppler(bytes, pagesWithColumns);
  if (read.value === null) return refused(read.finding);
  const { lines, pages, blank } = pdfText(read.value.xhtml, read.value.drawings);
  if (blank.length > 0 && blank.length * 2 >= pages)
    return refused(report('pdf-without-text', {}, { pages: blank, of: pages }));
  const text = lines.map((line) => `${line}\n`).join('');
  const encodings = new Set(read.value.fonts.map(encodingOfFont));
  const letters = lettersOfProse(text);
  const old = [...encodings].find((one) => one !== null) ?? null;
  // Fonts have only their names in a PDF: which line is in which nobody says.
  if (letters !== null && encodings.size > 1 && old !== null && encodings.has(null))
    return refused(report('document-letters-mixed', {}, { found: [] }));
  const numbers = lines.filter((line) => /^[\d.,\s%-]+$/u.test(line)).length;
  const notes = numbers >= LINES_OF_A_TABLE ? [report('pdf-tables', {}, { lines: numbers })] : [];
  return ofProse(text, notes);
}

/** Fewer lines of nothing but numbers are no table. */
const LINES_OF_A_TABLE = 6;

function ofText(bytes: Uint8Array): ReadDocument {
  const isWide = startsWith(bytes, '\u00ff\u00fe');
  const text = isWide ? new TextDecoder('utf-16le').decode(bytes) : (decodeUtf8(bytes) ?? westernText(bytes));
  const tag = MARKUP.exec(text)?.[0];
  return tag === undefined ? ofProse(text, []) : refused(report('document-markup', {}, { found: tag }));
}

/** How a web page begins, or the end of one of its parts; "x < 5 %" is none. */
const MARKUP =
  /^\ufeff?\s*(?:<!doctype html|<\?xml|<html)[^>]{0,80}>?|<\/(?:html|body|div|p|td|tr|table|li|ul|span|h[1-6])>/iu;

/** Text without a structure of its own, in whatever letters. */
function ofProse(text: string, notes: Finding[]): ReadDocument {
  const letters = lettersOfProse(text);
  if (letters === 'unknown')
    return refused(report('document-letters-unknown', {}, { found: sampleOf(text) }));
  const read = letters === null ? text : inLetters(text, letters);
  const converted =
    letters === null ? [] : [report('document-letters-converted', {}, { encoding: encodingNames[letters] })];
  return checked(plainDocument(withSeparatedTables(read)), [...notes, ...converted]);
}

/** A document whose letters its fonts have told: what is left in an old encoding nobody converts on a guess. */
function inUnicode(document: DraftDocument, notes: Finding[]): ReadDocument {
  if (lettersOfProse(document.text) !== null)
    return refused(report('document-letters-unknown', {}, { found: sampleOf(document.text) }));
  return checked(document, notes);
}

function checked(document: DraftDocument, notes: Finding[]): ReadDocument {
  if (!/\p{L}/u.test(document.text)) return refused(report('document-empty', {}, {}));
  const long = overlongParagraph(document);
  if (long !== null)
    return refused(
      report(
        'document-paragraph-long',
        {},
        { letters: long.length, limit: LONGEST_PARAGRAPH, found: long.trim() },
      ),
    );
  return { value: document, findings: notes };
}

function sampleOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => /[^\0-\u007f]/u.test(line));
  return lines.slice(0, 3).map((line) => line.trim().slice(0, 60));
}

function refused(finding: Finding): ReadDocument {
  return { value: null, findings: [finding] };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

/** The container of Word before 2007. */
function isOld(bytes: Uint8Array): boolean {
  return startsWith(bytes, '\u00d0\u00cf\u0011\u00e0');
}
