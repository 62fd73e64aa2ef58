/** Where a finding applies. Every field is optional; a reader shows those that are there. */
export interface Place {
  /** File name as the user knows it. */
  file?: string;
  /** 1-based physical line of a text file. */
  line?: number;
  /** Sheet name of a workbook. */
  sheet?: string;
  /** Cell address, for example `J12`. */
  cell?: string;
  /** Where in a structured file, for example `targets[3].printed`. */
  path?: string;
}

/** `error` blocks acceptance, `warning` wants an explanation, `note` only informs. */
export type Severity = 'error' | 'warning' | 'note';

/** Languages a message exists in; Vietnamese comes first. */
export type Language = 'vi' | 'en';

/** What loader, lint, reader and checks report: a code and typed data; wording is rendered elsewhere. */
export interface Finding<Code extends string = string, Data = unknown> {
  code: Code;
  severity: Severity;
  place: Place;
  data: Data;
}

/** One kind of finding: how bad it is and how it is said in each language. */
export interface MessageDefinition<Data> {
  severity: Severity;
  vi: (data: Data) => string;
  en: (data: Data) => string;
}

/** A table of message definitions, keyed by finding code. */
export type MessageTable = Record<string, MessageDefinition<never>>;

/** The data a code of a table carries. */
export type DataOf<Table extends MessageTable, Code extends keyof Table> =
  Table[Code] extends MessageDefinition<infer Data> ? Data : never;

/** Declares a message; the generic keeps the data type of its two renderings the same. */
export function message<Data>(
  severity: Severity,
  vi: (data: Data) => string,
  en: (data: Data) => string,
): MessageDefinition<Data> {
  return { severity, vi, en };
}

/**
 * The sentence of a finding, out of the table its code stands in.
 * @throws when the table has no such code
 */
export function sentence(table: MessageTable, { code, data }: Finding, language: Language): string {
  const definition = Object.hasOwn(table, code) ? table[code] : undefined;
  if (!definition) throw new Error(`No message is defined for the finding code "${code}".`);
  // The reporter that made the finding has checked code and data against each other.
  return definition[language](withShortTexts(data) as never);
}

/** Longer texts of a file are quoted by their beginning: a message is a sentence, whatever stands in a cell. */
const LONGEST_QUOTED = 1_000;

function withShortTexts(data: unknown): unknown {
  if (typeof data === 'string')
    return data.length <= LONGEST_QUOTED ? data : `${data.slice(0, LONGEST_QUOTED)}…`;
  if (Array.isArray(data)) return data.map(withShortTexts);
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype)
    return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, withShortTexts(value)]));
}

/** Makes the function that builds findings of one table; code and data are checked against each other. */
export function reporter<Table extends MessageTable>(table: Table) {
  return <Code extends keyof Table & string>(
    code: Code,
    place: Place,
    data: DataOf<Table, Code>,
  ): Finding<Code, DataOf<Table, Code>> => {
    const definition = table[code];
    if (!definition) throw new Error(`No message is defined for the finding code "${code}".`);
    return { code, severity: definition.severity, place, data };
  };
}
