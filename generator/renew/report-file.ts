import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { missingSigns } from '../../core/observation/figure.ts';
import { vintages } from '../../core/observation/vintage.ts';
import type { EarlierFigure } from '../../core/renew/earlier.ts';
import {
  asideReasons,
  decisionReasons,
  notInForce,
  type RollOverLine,
  type Why,
} from '../../core/renew/line.ts';
import { CommandFailure } from '../failure.ts';
import { readRegular } from '../regular-file.ts';

/** Names of the reports of renewals: `chuyen-ky_2026.json`. */
export function reportName(round: string): string {
  return `chuyen-ky_${round}`;
}
const REPORT_FILE = /^chuyen-ky_[\w-]+\.json$/u;

/** Larger than the report of a country's communes. */
export const LARGEST = 512 * 1024 * 1024;
const DEEPEST = 8;

const whys = [...asideReasons, ...decisionReasons] as const;

const lineSchema = z.object({
  kind: z.enum(['figure', 'baseline']),
  unit: z.string(),
  key: z.string(),
  period: z.string(),
  vintage: z.enum(vintages),
  value: z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/u)
    .nullable(),
  sign: z.enum(missingSigns).nullable(),
  reporter: z.string(),
  source: z.string(),
  reason: z.string().exactOptional(),
  settled: z.literal(true).exactOptional(),
  why: z.enum(whys).nullable(),
  detail: z.string(),
});
const reportSchema = z.object({ schema: z.literal(1), lines: z.array(lineSchema) });

/** Reasons that somebody can decide away: the figure is in force, and nobody has accepted its return. */
const DECIDABLE: ReadonlySet<Why> = new Set(['held-back', 'unaccepted']);

/** A figure of an earlier renewal; with a reason where it was not in force. */
export interface ReportedFigure {
  figure: EarlierFigure;
  why: Why | null;
  detail: string;
}

/** A line of a roll-over as the report has it for programs. */
export function lineJson({ figure, outcome, why, detail, to }: RollOverLine) {
  // Of a later renewal it says nothing.
  return { ...figure, sentIn: undefined, outcome, why, detail, to };
}

/**
 * Takes the reports of earlier renewals out of paths, those in folders too.
 * @returns the other paths, and the reports
 */
export async function reportsAmong(
  paths: readonly string[],
): Promise<{ others: string[]; reports: string[] }> {
  const others: string[] = [];
  const reports: string[] = [];
  const look = async (folder: string, depth: number): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const path = join(folder, entry.name);
      if (entry.isFile() && REPORT_FILE.test(entry.name)) reports.push(path);
      else if (entry.isDirectory() && depth < DEEPEST) await look(path, depth + 1);
    }
  };
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found?.isFile() && REPORT_FILE.test(basename(path))) reports.push(path);
    else {
      others.push(path);
      if (found?.isDirectory()) await look(path, 0);
    }
  }
  return { others, reports };
}

/** Whether a file is a report of a renewal, for programs or for people. */
export function isReport(path: string): boolean {
  return /^chuyen-ky_[\w-]+\.(?:json|xlsx)$/u.test(basename(path));
}

/**
 * The figures that the report of an earlier renewal lists, all of them: a workbook they went into may not have come
 * back.
 * @param withUnaccepted those of returns that nobody accepted come along, marked as their source has it
 * @throws CommandFailure for any other file
 */
export async function figuresInReport(path: string, withUnaccepted: boolean): Promise<ReportedFigure[]> {
  const text = new TextDecoder().decode(await readRegular(path, LARGEST));
  const read = reportSchema.safeParse(parsed(text));
  if (!read.success)
    throw new CommandFailure(
      `"${path}" không phải báo cáo chuyển kỳ đọc được. Hãy bỏ tệp khỏi thư mục, hoặc chuyển lại kỳ trước (not a roll-over report).`,
    );
  return read.data.lines.map(({ why, detail, ...figure }) => {
    const lasts = why !== null && notInForce.has(why) && !(withUnaccepted && DECIDABLE.has(why));
    return { figure, why: lasts ? why : null, detail: lasts ? detail : '' };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
