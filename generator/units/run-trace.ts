import type { Language } from '../../core/base/finding.ts';
import type { NationalUnit, Territory } from '../../core/unit/national.ts';
import { traceUnit, type TracedUnit, type UnitTrace } from '../../core/unit/trace.ts';
import { CommandFailure } from '../failure.ts';
import { todaysProvince } from '../plan-files/national-list.ts';
import type { CommandContext } from '../commands/context.ts';
import { bodyTraceJson, bodyTracesOf, bodyTraceText } from '../commands/units-trace-body.ts';
import { provincesOrFail, territoryOrFail } from '../commands/units-group.ts';
import { period, unverifiedLine } from '../commands/units-trace-lines.ts';
import { unitsWords, type UnitsWords } from '../commands/units-words.ts';

/** What the command was given. */
export interface TraceOptions {
  json?: boolean;
  lang: Language;
}

/** Tells what became of a unit, and what it was. */
export async function runUnitsTrace(
  code: string,
  { json, lang }: TraceOptions,
  context: CommandContext,
): Promise<void> {
  const traces = await tracesOf(context.root, code.trim());
  const bodies = traces.length > 0 ? [] : await bodyTracesOf(context, code.trim());
  if (traces.length + bodies.length === 0) throw new CommandFailure(unitsWords[lang].unknown(code));
  const all = json
    ? JSON.stringify([...traces.map(traceJson), ...bodies.map(bodyTraceJson)], null, 2)
    : [...traces.map((one) => traceText(one, lang)), ...bodies.map((one) => bodyTraceText(one, lang))];
  context.out(typeof all === 'string' ? `${all}\n` : all.join('\n'));
}

/** Members of a group named in the text. */
const GROUP_SHOWN = 12;

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

function traceText(trace: UnitTrace, lang: Language): string {
  const words = unitsWords[lang];
  const { unit, before, after, group } = trace;
  const lines = [
    `${named(unit)}, ${words.levels[unit.level]}${period(unit, lang)}`,
    ...side(words.before, before, lang),
    ...side(words.after, after, lang),
    `  ${words.exact[exactness(trace)]}`,
  ];
  if (unit.decision !== null) lines.push(`  ${words.decision}: ${unit.decision}`);
  lines.push(...unverifiedLine(unit.unverified, lang));
  if (group) {
    lines.push(`  ${words.group(group.old.length, group.new.length)}:`);
    for (const side of ['old', 'new'] as const)
      lines.push(`    ${words.ofGroup[side]}: ${someOf(group[side], lang)}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function exactness({ unit, isExact, before, after }: UnitTrace): keyof UnitsWords['exact'] {
  if (isExact === null) return before.length + after.length > 0 ? 'unclear' : 'unchanged';
  if (!isExact) return 'broken';
  return unit.validTo === null ? 'sum' : 'passed';
}

function side(title: string, traced: readonly TracedUnit[], lang: Language): string[] {
  if (traced.length === 0) return [];
  const { parts } = unitsWords[lang];
  return [
    `  ${title}:`,
    ...traced.map(({ unit, part }) => `    ${named(unit)}${part === null ? '' : `: ${parts[part]}`}`),
  ];
}

function named({ name, id }: NationalUnit): string {
  return `${name} (${id})`;
}

/** The largest group has hundreds of members; who wants them all takes the JSON. */
function someOf(units: readonly NationalUnit[], lang: Language): string {
  const shown = units.slice(0, GROUP_SHOWN).map(named).join('; ');
  const more = units.length - GROUP_SHOWN;
  return more > 0 ? `${shown}; ${unitsWords[lang].more(more)}` : shown;
}
