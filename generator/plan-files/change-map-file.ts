import { basename, dirname, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Finding } from '../../core/base/finding.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { changeMapSchema, endsOf, writtenFigure, type ChangeMap } from '../../core/changes/change-map.ts';
import { checkChangeMap, type ChangeContext } from '../../core/changes/check.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { labelOf } from '../../core/workbook/key-label.ts';
import { placeAt } from '../../core/base/locate.ts';
import { readText } from './read-text.ts';
import { parseWith } from './schema-findings.ts';
import { parseYaml } from './yaml.ts';

/**
 * Reads a change map and holds it against the catalogue.
 * @param keysOf keys of all figures that a plan asks for; null for a plan that is not known
 */
export async function loadChangeMap(
  path: string,
  catalogue: Catalogue,
  keysOf: (plan: string) => ChangeContext['asked'],
): Promise<{ value: ChangeMap | null; findings: Finding[] }> {
  const text = await readText(dirname(resolve(path)), basename(path));
  if (text.value === null) return { value: null, findings: text.findings };
  const yaml = parseYaml(text.value, path);
  if (yaml.findings.length > 0) return { value: null, findings: yaml.findings };
  const { value, findings } = parseWith(changeMapSchema, yaml.value, path, yaml.locate);
  if (value === null) return { value: null, findings };
  const asked = { asked: keysOf(value.to), askedBefore: keysOf(value.from) };
  const found = checkChangeMap(value, { catalogue, ...asked }, (entry) =>
    placeAt(path, yaml.locate, ['changes', entry]),
  );
  return { value: found.length > 0 ? null : value, findings: found };
}

/**
 * A change map as the file it is read from, with the names of its figures for people.
 * @param unknown units of which somebody has to say what became of them
 */
export function changeMapText(
  { from, to, changes, units }: ChangeMap,
  catalogue: Catalogue,
  unknown: readonly Pick<Unit, 'id' | 'name'>[] = [],
): string {
  const named = (key: string) => `# ${writtenFigure(key)}: ${labelOf(key, catalogue, 'vi')}`;
  const entries = changes.map((change) => {
    const ends = endsOf(change);
    const names = [...new Set([...ends.from, ...ends.to])].map((key) => `  ${named(key)}\n`).join('');
    return `${names}${indented(stringify([writtenChange(change)], { lineWidth: 0 }))}`;
  });
  return [
    `${HEAD}schema: 1\nfrom: ${from}\nto: ${to}\n`,
    entries.length === 0 ? 'changes: []\n' : `changes:\n${entries.join('')}`,
    ...unknown.map(
      ({ id, name }) =>
        `# ${id}, ${name}: kế hoạch sau không có. Đã nhập vào đơn vị khác thì ghi một mục from, to, decision ở units.\n`,
    ),
    units.length === 0 ? 'units: []\n' : `units:\n${indented(stringify(units))}`,
  ].join('');
}

function writtenChange(change: ChangeMap['changes'][number]): object {
  const written = (ends: string | readonly string[]) =>
    typeof ends === 'string' ? writtenFigure(ends) : ends.map(writtenFigure);
  const { change: kind, from, ...rest } = change;
  return {
    change: kind,
    from: written(from),
    ...rest,
    ...('to' in change ? { to: written(change.to) } : {}),
    ...('since' in change && change.since !== undefined ? { since: String(change.since) } : {}),
  };
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '  ');
}

const HEAD = `# Bảng đổi chỉ tiêu giữa hai kế hoạch. Mỗi chỉ tiêu của kế hoạch trước mà kế hoạch sau không hỏi có một mục:
#   rename    đổi mã, cùng định nghĩa            merge   nhiều số đếm gộp thành một (cộng lại)
#   factor    đổi đơn vị tính: số mới = số cũ × factor   split   một chỉ tiêu tách thành nhiều (không suy ra được)
#   break     định nghĩa khác: đứt chuỗi, không nối     retire  thôi theo dõi
#             (from và to cùng mã thì thêm since: năm đầu của định nghĩa mới; mỗi lần đổi một mục)
#   undecided chưa quyết: hãy thay bằng một trong các loại trên
# units: đơn vị cũ hợp lại thành đơn vị mới, khi danh mục quốc gia không ghi.
`;
