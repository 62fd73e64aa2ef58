import type { Command } from 'commander';
import { vietnameseDate } from '../../core/round/round.ts';
import type { LinkPart } from '../../core/unit/link.ts';
import type { NationalUnit, Territory } from '../../core/unit/national.ts';
import { traceUnit, type TracedUnit, type UnitTrace } from '../../core/unit/trace.ts';
import { CommandFailure } from '../failure.ts';
import { todaysProvince } from '../plan-files/national-list.ts';
import type { CommandContext } from './context.ts';
import { levelWords, provincesOrFail, territoryOrFail } from './units-group.ts';

const partWords: Record<LinkPart, string> = {
  whole: 'toàn bộ',
  part: 'một phần diện tích và dân số',
  area: 'chỉ diện tích, không có dân',
  people: 'chỉ dân số, không có diện tích',
  'all-people': 'một phần diện tích, toàn bộ dân số',
  'all-area': 'toàn bộ diện tích, một phần dân số',
};

/** Members of a group named in the text. */
const GROUP_SHOWN = 12;

/** `chitieu units trace CODE [--json]` */
export function registerUnitsTrace(program: Command, context: CommandContext): void {
  program.commands
    .find((command) => command.name() === 'units')
    ?.command('trace')
    .argument('<mã>', 'mã đơn vị hoặc mã trong danh mục: VN12.106, VN12.03388-2025, 03388, 12 (id or code)')
    .description(
      'đơn vị này trước là gì, nay thành gì, số liệu có cộng lại đúng không (what became of a unit)',
    )
    .addHelpText('after', '\nVí dụ (example): chitieu units trace 03388')
    // The group has an option of the same name, which commander would take.
    .option('--json', 'mảng JSON (a JSON array)')
    .action(async (code: string, _options: unknown, command: Command) => {
      const traces = await tracesOf(context.root, code.trim());
      if (traces.length === 0) throw new CommandFailure(unknownText(code));
      const { json } = command.optsWithGlobals<{ json?: boolean }>();
      context.out(
        json ? `${JSON.stringify(traces.map(traceJson), null, 2)}\n` : traces.map(traceText).join('\n'),
      );
    });
}

function unknownText(code: string): string {
  return `Không có đơn vị nào mang mã "${code}". Cần mã đơn vị (VN12, VN12.106, VN12.03388-2025) hoặc mã trong danh mục của Cục Thống kê (12, 106, 03388); xem chitieu units --province VN12.`;
}

/** The units of an id or a code: a code may stand for an old and a new unit, and for two of one time. */
async function tracesOf(root: string, code: string): Promise<UnitTrace[]> {
  const country = await provincesOrFail(root);
  const isNamed = ({ id, code: national }: NationalUnit) => id === code || national === code;
  const above = country.filter(isNamed).filter(({ level }) => level === 'province');
  const traces: UnitTrace[] = [];
  for (const unit of above) traces.push(traceUnit(unit, country, { units: [], links: [] }));
  for (const territory of await territoriesFor(root, country, code)) {
    for (const unit of territory.units.filter(isNamed)) traces.push(traceUnit(unit, country, territory));
  }
  return traces;
}

/** Of units on the other side and in the group no more than what tells them apart. */
function traceJson({ unit, before, after, isExact, group }: UnitTrace): object {
  const brief = ({ id, name, validFrom, validTo }: NationalUnit) => ({ id, name, validFrom, validTo });
  const side = (traced: readonly TracedUnit[]) =>
    traced.map(({ unit: one, part }) => ({ ...brief(one), part }));
  const { level, parent, decision, unverified } = unit;
  return {
    ...brief(unit),
    level,
    parent,
    decision,
    unverified,
    before: side(before),
    after: side(after),
    isExact,
    group: group && { old: group.old.map(({ id }) => id), new: group.new.map(({ id }) => id) },
  };
}

/** An id says its province; a code of the national list may lie in any, and only then are all files read. */
async function territoriesFor(
  root: string,
  country: readonly NationalUnit[],
  code: string,
): Promise<Territory[]> {
  const provinces = country.filter(({ level }) => level === 'province');
  const [head, tail] = code.split('.');
  const isOfProvince = tail !== undefined;
  const wanted = provinces.filter(({ id }) =>
    isOfProvince ? id.split('-')[0] === head : /^\d{3,5}$/u.test(code),
  );
  const todays = new Set(wanted.flatMap(({ id }) => todaysProvince(country, id)?.id ?? []));
  return Promise.all([...todays].map((id) => territoryOrFail(root, country, id)));
}

function traceText(trace: UnitTrace): string {
  const { unit, before, after, group } = trace;
  const lines = [
    `${named(unit)}, ${levelWords[unit.level]}${period(unit)}`,
    ...side('Trước là', before),
    ...side('Nay thành', after),
    `  ${exactText(trace)}`,
  ];
  if (unit.decision !== null) lines.push(`  Văn bản: ${unit.decision}`);
  if (unit.unverified.length > 0) lines.push(`  Chưa kiểm chứng: ${unit.unverified.join(', ')}`);
  if (group) {
    lines.push(
      `  Nhóm chỉ đúng khi cộng chung (${group.old.length} đơn vị cũ, ${group.new.length} đơn vị mới):`,
    );
    lines.push(`    cũ: ${someOf(group.old)}`, `    mới: ${someOf(group.new)}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function exactText({ unit, isExact, before, after }: UnitTrace): string {
  if (isExact === null)
    return before.length + after.length > 0 ? 'Không rõ số liệu có liền mạch không.' : 'Không thay đổi.';
  if (!isExact) return 'Số liệu không nối được: có phần bị chia, không ước lượng; chuỗi số bị ngắt.';
  return unit.validTo === null
    ? 'Số đếm của các đơn vị cũ cộng lại đúng bằng số của đơn vị này.'
    : 'Số đếm chuyển trọn sang đơn vị mới.';
}

function side(title: string, traced: readonly TracedUnit[]): string[] {
  if (traced.length === 0) return [];
  return [
    `  ${title}:`,
    ...traced.map(({ unit, part }) => `    ${named(unit)}${part === null ? '' : `: ${partWords[part]}`}`),
  ];
}

function named({ name, id }: NationalUnit): string {
  return `${name} (${id})`;
}

/** The largest group has hundreds of members; who wants them all takes the JSON. */
function someOf(units: readonly NationalUnit[]): string {
  const shown = units.slice(0, GROUP_SHOWN).map(named).join('; ');
  const more = units.length - GROUP_SHOWN;
  return more > 0 ? `${shown}; và ${more} đơn vị nữa (xem --json)` : shown;
}

function period({ validFrom, validTo }: NationalUnit): string {
  const from = validFrom === null ? '' : ` từ ngày ${vietnameseDate(validFrom)}`;
  const to = validTo === null ? '' : ` đến ngày ${vietnameseDate(validTo)}`;
  return `${from}${to}`;
}
