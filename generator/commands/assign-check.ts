import { fewOfEach } from '../../core/planner/few-findings.ts';
import type { Command } from 'commander';
import { checkAssignments } from '../../core/planner/assignment/check.ts';
import type { Finding } from '../../core/base/finding.ts';
import { renderMessage } from '../../core/wording/render.ts';
import { exitCodeOf } from '../exit-code.ts';
import { loadAssignments } from '../exchange-files/assignments.ts';
import { loadFigures } from '../exchange-files/figures.ts';
import { asLines, assignGroup, assignSetting, type AssignSetting } from './assign-group.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';

interface CheckOptions {
  figures?: string;
  units?: string;
  json?: boolean;
}

/** `chitieu assign check FILE.csv [plan…] [--figures FILE] [--units FILE] [--json]` */
export function registerAssignCheck(program: Command, context: CommandContext): void {
  const command = assignGroup(program)
    .command('check')
    .argument('<tệp>', 'tệp CSV số giao (assignments file)')
    .argument('[plan...]', 'mã kế hoạch; bỏ trống là tất cả (plan ids; all when left out)')
    .description('kiểm tra tệp số giao và đối chiếu với kế hoạch (check an assignments file)')
    .option(
      '--figures <tệp>',
      'tệp CSV hoặc xlsx, số liệu đã biết, để tính bình quân (known figures, for means)',
    )
    .option('--units <tệp>', 'danh sách đơn vị CSV thay cho danh sách của kế hoạch (unit list)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .action(async (path: string, given: string[], options: CheckOptions) => {
      const setting = await assignSetting(context, given, options.units);
      const findings = await check(path, setting, options.figures);
      context.out(options.json ? asJson(findings) : asText(findings));
      context.exit(exitCodeOf(findings));
    });
  withExample(command, 'chitieu assign check "so giao.csv" lai-chau-2021');
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
