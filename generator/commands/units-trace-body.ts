import type { Language } from '../../core/base/finding.ts';
import { traceBody, type BodyTrace, type TracedBody } from '../../core/catalogue/body-trace.ts';
import { isBodyOn } from '../../core/catalogue/on-date.ts';
import type { Body } from '../../core/catalogue/schema.ts';
import type { NationalUnit } from '../../core/unit/national.ts';
import { existsOn } from '../../core/unit/validity.ts';
import { departmentId } from '../../core/workbook/departments.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { CommandFailure } from '../failure.ts';
import { loadCatalogue } from '../plan-files/load.ts';
import type { CommandContext } from './context.ts';
import { provincesOrFail } from './units-group.ts';
import { period, unverifiedLine } from './units-trace-lines.ts';
import { unitsWords } from './units-words.ts';

/** Indicators named in the text for each body. */
const NAMED = 4;

/** A department or another body of record as it was asked for, what it was and what became of it. */
interface NamedTrace {
  one: NamedBody;
  before: NamedBody[];
  after: NamedBody[];
}

/** A body by its id in a province, else by its letters; `indicators` are those that passed. */
type NamedBody = TracedBody & { id: string };

/** The bodies of an id (`VN12.SYT`) or of letters (`SYT`). @throws CommandFailure when the catalogue does not load */
export async function bodyTracesOf({ root, workspace }: CommandContext, code: string): Promise<NamedTrace[]> {
  const { value: catalogue, findings } = await loadCatalogue(workspace ?? root);
  if (catalogue === null)
    throw new CommandFailure(findings.map((one) => renderFinding(one, 'vi')).join('\n'));
  const bodies = [...catalogue.bodies.values()];
  const country = await provincesOrFail(root);
  const letters = bodies.find((body) => body.code === code);
  if (letters) return [named(traceBody(letters, catalogue), (body) => body.code)];
  // Of a province that took in others today's first: some bodies kept their ids.
  const own = country.filter(({ id }) => id.split('-')[0] === code.split('.')[0]).reverse();
  for (const province of own) {
    const body = bodies.find((one) => wasThere(one, province) && idIn(province, one) === code);
    if (!body) continue;
    const idOf = (one: Body) =>
      idIn(own.find((then) => existsOn(then, one.validTo ?? LAST)) ?? province, one);
    const trace = named(traceBody(body, catalogue), idOf);
    return [{ ...trace, one: { ...trace.one, id: code }, ...withMergers(trace, province, country) }];
  }
  return [];
}

const LAST = '9999-12-31';

/** Not one that had ended before there was the province. */
function wasThere({ validTo = LAST }: Body, { validFrom }: NationalUnit): boolean {
  return validFrom === null || validTo >= validFrom;
}

function idIn(province: NationalUnit, body: Body): string {
  const days = [body.validTo ?? LAST, province.validTo ?? LAST].sort();
  return departmentId(body, province, days[0] ?? LAST);
}

function named({ body, before, after }: BodyTrace, idOf: (body: Body) => string): NamedTrace {
  const naming = (one: TracedBody): NamedBody => ({ ...one, id: idOf(one.body) });
  const one = naming({ body, indicators: [] });
  return { one, before: before.map(naming), after: after.map(naming) };
}

/** A body that stayed when its province became part of another is that one's since. */
function withMergers(
  { one: { body }, before, after }: NamedTrace,
  province: NationalUnit,
  country: readonly NationalUnit[],
): Pick<NamedTrace, 'before' | 'after'> {
  const there = ({ validTo }: NationalUnit) => validTo !== null && isBodyOn(body, validTo);
  const own = idIn(province, body);
  const as = (id: string) => (id === own ? [] : [{ body, id, indicators: [] }]);
  const joined = country.filter((one) => one.successors.includes(province.id) && there(one));
  const passesOn = there(province) && (body.validTo ?? LAST) > (province.validTo ?? LAST);
  return {
    before: [...before, ...joined.flatMap((one) => as(idIn(one, body)))],
    after: [...after, ...(passesOn ? as(departmentId(body, province, LAST)) : [])],
  };
}

/** A trace for people. */
export function bodyTraceText({ one, before, after }: NamedTrace, lang: Language): string {
  const words = unitsWords[lang];
  const { body } = one;
  const nameOf = ({ body: { name, id: full, en }, id }: NamedBody) =>
    `${lang === 'vi' ? (name ?? full) : en} (${id})`;
  const side = (title: string, traced: readonly NamedBody[]) =>
    traced.length === 0
      ? []
      : [`  ${title}:`, ...traced.map((other) => `    ${nameOf(other)}${passed(other, lang)}`)];
  const lines = [
    `${nameOf(one)}, ${words.levels.department}${period(daysOf(body), lang)}`,
    ...side(words.before, before),
    ...side(words.after, after),
    `  ${words.exact[before.length + after.length === 0 ? 'unchanged' : 'byIndicator']}`,
    ...(body.decision === undefined ? [] : [`  ${words.decision}: ${body.decision}`]),
    ...unverifiedLine(body.unverified ?? [], lang),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function passed({ indicators }: TracedBody, lang: Language): string {
  if (indicators.length === 0) return '';
  const names = indicators.slice(0, NAMED).map(({ name }) => name[lang]);
  return `: ${unitsWords[lang].indicators(names, indicators.length - names.length)}`;
}

/** A trace for programs, in the shape of that of a unit. */
export function bodyTraceJson({ one, before, after }: NamedTrace): object {
  const brief = ({ body, id }: NamedBody) => ({ id, name: body.name ?? body.id, ...daysOf(body) });
  const side = (traced: readonly NamedBody[]) =>
    traced.map((other) => ({ ...brief(other), indicators: other.indicators.map(({ id }) => id) }));
  const { decision = null, unverified = [] } = one.body;
  return {
    ...brief(one),
    level: 'department',
    decision,
    unverified,
    before: side(before),
    after: side(after),
  };
}

function daysOf({ validFrom, validTo }: Body) {
  return { validFrom: validFrom ?? null, validTo: validTo ?? null };
}
