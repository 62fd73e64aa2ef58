import { fewOfEach } from '../../core/planner/few-findings.ts';
import { checkAssignments } from '../../core/planner/assignment/check.ts';
import type { Finding } from '../../core/base/finding.ts';
import { renderMessage } from '../../core/wording/render.ts';
import { exitCodeOf } from '../exit-code.ts';
import { loadAssignments } from '../exchange-files/assignments.ts';
import { loadFigures } from '../exchange-files/figures.ts';
import { asLines, assignSetting, type AssignSetting } from './setting.ts';
import type { CommandContext } from '../commands/context.ts';

/** What the command was given. */
export interface CheckOptions {
  figures?: string;
  units?: string;
  json?: boolean;
}

/** Checks files of assignments against the plans. */
export async function runAssignCheck(
  path: string,
  given: string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<void> {
  const setting = await assignSetting(context, given, options.units);
  const findings = await check(path, setting, options.figures);
  context.out(options.json ? asJson(findings) : asText(findings));
  context.exit(exitCodeOf(findings));
}

async function check(
  path: string,
  { catalogue, plans, exchange }: AssignSetting,
  figureFile: string | undefined,
): Promise<Finding[]> {
  const assignments = await loadAssignments(path, exchange);
  const figures =
    figureFile === undefined ? { value: [], findings: [] } : await loadFigures(figureFile, exchange);
  const findings = [...assignments.findings, ...figures.findings];
  // Sums over a file with errors would only report its errors a second time.
  if (assignments.value === null || figures.value === null) return findings;
  const context = { catalogue, plans, units: exchange.units, figures: figures.value };
  return [...findings, ...checkAssignments(assignments.value, context, { file: path })];
}

function asText(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return `${asLines(findings)}${count('error')} lỗi, ${count('warning')} cảnh báo, ${count('note')} thông tin\n`;
}

function asJson(findings: readonly Finding[]): string {
  const listed = fewOfEach(findings).map((finding) => ({
    ...finding,
    message: { vi: renderMessage(finding, 'vi'), en: renderMessage(finding, 'en') },
  }));
  return `${JSON.stringify({ findings: listed }, null, 2)}\n`;
}
