import { periodSaid } from '../../core/period/period.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { allRules } from '../../core/check/all-rules.ts';
import { describeFinding, type DescribedFinding } from '../../core/check/describe.ts';
import { foldFindings, type FoldedFindings, type RuleCount } from '../../core/check/report.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import type { Language } from '../../core/base/finding.ts';
import { gapSentence } from '../../core/gaps/gap-sentence.ts';
import type { TargetGap } from '../../core/gaps/target-gap.ts';
import { severityWords } from '../../core/wording/place.ts';
import { excerpt } from '../../core/base/message-pieces.ts';
import { verdicts, type Verdict } from '../../core/target/verdict.ts';
import { keyNamesOf } from '../../core/workbook/key-label.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import { cellRanges } from './cell-ranges.ts';
import type { CheckedInput, UnreadableInput } from './check-input.ts';
import { findingLine } from './finding-line.ts';
import { namesOf, seriesName } from './shown-names.ts';
import type { CopiedReturn, FarFigure, ReturnOfOtherSize } from './far-from-others.ts';
import type { SameReturn } from './same-return.ts';
import type { CheckSummary } from './tally.ts';
import { checkWords, type FileVerdict, type CheckWords } from './words.ts';

/** How much of a report is shown. */
export interface TextOptions {
  language: Language;
  /** Names where the return itself does not know what was asked. */
  catalogue: Catalogue;
  /** Everything, however long. */
  all: boolean;
}

/** Lines of one rule, ranges of one line, and targets that are shown unless all are. */
const SHOWN = { lines: 5, ranges: 8, targets: 10 } as const;

/** From so many on, findings that say the same of one sheet share a line. */
const SAME = 3;

/** Longest value of a cell that is shown. */
const VALUE_LENGTH = 80;

/** What a check says of one file, for people. */
export function reportText(file: CheckedInput, options: TextOptions): string {
  const { language } = options;
  const words = checkWords[language];
  const { report, request, gaps, progress } = file.checked;
  const { unit, reporter, round, plans } = namesOf(file);
  const lines = [
    file.input.path,
    [
      `${words.unit}: ${unit}`,
      ...(reporter === null ? [] : [`${words.reporter}: ${reporter}`]),
      `${words.round}: ${periodSaid(round, language)}`,
      `${words.plans}: ${plans}`,
      ...(file.identity.sample ? [words.sample] : []),
    ].join('; '),
    `${words.verdicts[report.acceptance]}: ${words.counts(report.counts)}.`,
    ...(request === null ? [words.unjudged] : [words.progress(progress)]),
    ...judgedByLine(file, words),
    words.tried(outcomes(report.rules)),
    ...foldFindings(report.findings).flatMap((folded) => ['', ...ruleLines(folded, request, options)]),
    ...(gaps.length > 0 ? ['', ...gapLines(gaps, options)] : []),
  ];
  return textOf(lines);
}

/** By what a return was judged, where that is not what it carries itself; of a set not that baselines are lacking which it has. */
function judgedByLine({ judgedBy, opened }: CheckedInput, words: CheckWords): string[] {
  if (judgedBy === null || judgedBy === 'definition') return [];
  const hasBaselines = opened.kind === 'csv' && opened.returned.baselines.length > 0;
  return [judgedBy === 'plans' && hasBaselines ? words.judgedByPlansAndSet : words.judgedBy[judgedBy]];
}

/**
 * Findings alone, one entry a rule in the order given, for people.
 * @param request what the return is about; null where nobody knows
 */
export function findingsText(
  findings: readonly CheckFinding[],
  request: WorkbookRequest | null,
  options: TextOptions,
): string {
  return textOf(foldFindings(findings).flatMap((folded) => ruleLines(folded, request, options)));
}

/** Why a file could not be read, for people. */
export function unreadableText({ input, findings }: UnreadableInput, language: Language): string {
  return textOf([
    input.path,
    `${checkWords[language].verdicts.unreadable}:`,
    ...findings.map((finding) => `  ${findingLine(finding, language)}`),
  ]);
}

/** All files together, for people: their number, what of folders was not read, and files of the same return. */
export function summaryText(
  { files, verdicts: of, counts }: CheckSummary,
  language: Language,
  {
    notRead,
    same,
    far,
    otherSize,
    copied,
  }: {
    notRead: number;
    same: readonly SameReturn[];
    far: readonly FarFigure[];
    otherSize: readonly ReturnOfOtherSize[];
    copied: readonly CopiedReturn[];
  },
): string {
  const words = checkWords[language];
  const order: FileVerdict[] = ['accepted', 'to-explain', 'blocked', 'unreadable'];
  const parts = order.filter((one) => of[one] > 0).map((one) => words.summaryOf[one](of[one]));
  return textOf([
    ...same.map((one) => words.sameReturn(one)),
    ...copied.map((one) => words.copied(one)),
    ...otherSize.map((one) => words.ofOtherSize(one)),
    ...far.map((one) => words.farFromOthers(one)),
    `${words.summary(files)}: ${parts.join(', ')}. ${words.counts(counts)}.`,
    ...(notRead > 0 ? [words.notRead(notRead)] : []),
  ]);
}

function outcomes(rules: readonly RuleCount[]) {
  const sum = (of: 'passed' | 'failed' | 'not-evaluable') =>
    rules.reduce((total, rule) => total + rule[of], 0);
  return { passed: sum('passed'), failed: sum('failed'), notEvaluable: sum('not-evaluable') };
}

/** A heading, the places under it, and what to do. */
function ruleLines(
  { severity, findings }: FoldedFindings,
  request: WorkbookRequest | null,
  options: TextOptions,
): string[] {
  const { language, all } = options;
  const words = checkWords[language];
  const context = { catalogue: request ? keyNamesOf(request) : options.catalogue, rules: allRules };
  const described = findings.map((finding) => ({
    finding,
    words: describeFinding(finding, language, context),
  }));
  const [first] = described;
  if (!first) return [];
  const explained = findings.filter(({ explanation }) => explanation !== null).length;
  const groups = sameGroups(described);
  const shown = all ? groups : groups.slice(0, SHOWN.lines);
  const left = groups.slice(shown.length).reduce((sum, group) => sum + group.length, 0);
  const count = `${findings.length}${explained > 0 ? words.explainedOf(explained) : ''}`;
  return [
    `${severityWords[severity][language]}: ${first.words.title} (${count})`,
    ...shown.flatMap((group) => groupLines(group, options).map((line) => `  ${line}`)),
    ...(left > 0 ? [`  ${words.more(left)}`] : []),
    ...(first.words.fix === '' ? [] : [`  ${words.fix}: ${first.words.fix}`]),
  ];
}

interface Described {
  finding: CheckFinding;
  words: DescribedFinding;
}

type Group = readonly [Described, ...Described[]];

/** Findings that say the same of cells of one sheet are one where there are several; in their order. */
function sameGroups(described: readonly Described[]): Group[] {
  const groups = new Map<string, [Described, ...Described[]]>();
  for (const one of described) {
    const { message, expected, found, explanation } = one.words;
    const { sheet, file } = one.finding.place;
    const id = JSON.stringify([sheet, file, message, expected, found, explanation]);
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  return [...groups.values()].flatMap((group): Group[] =>
    group.length >= SAME ? [group] : group.map((one): Group => [one]),
  );
}

function groupLines(group: Group, { language, all }: TextOptions): string[] {
  const words = checkWords[language];
  const [{ finding, words: said }] = group;
  const facts = [
    ...(said.found === '' || finding.found === null || finding.key === null
      ? []
      : [`${words.found}: ${excerpt(said.found, VALUE_LENGTH)}`]),
    ...(said.expected === '' ? [] : [`${words.expected}: ${said.expected}`]),
    ...(said.explanation === '' ? [] : [`${words.explanation}: ${excerpt(said.explanation, VALUE_LENGTH)}`]),
  ];
  const body = facts.length > 0 ? [`  ${facts.join('; ')}`] : [];
  const name = [said.label, periodSaid(said.period, language)].filter((part) => part !== '').join(', ');
  if (group.length === 1) {
    const head = [said.place, name].filter((part) => part !== '').join('  ');
    return head === '' ? [said.message, ...body] : [head, `  ${said.message}`, ...body];
  }
  const { lead, refs, between } = referencesOf(group, language);
  const shown = all ? refs : refs.slice(0, SHOWN.ranges);
  const list = `${lead}${shown.join(between)}${shown.length < refs.length ? ' …' : ''}`;
  return [`${list} (${words.places(group.length)}): ${said.message}`, ...body];
}

/** Where findings of one sheet or file stand; those that stand nowhere go by what they are about. */
function referencesOf(group: Group, language: Language): { lead: string; refs: string[]; between: string } {
  const { sheet, file } = group[0].finding.place;
  const cells = cellRanges(group.flatMap(({ finding }) => finding.place.cell ?? []));
  const lead = sheet === undefined ? (file === undefined ? '' : `${file} `) : `${sheet}!`;
  if (cells.length > 0) return { lead, refs: cells, between: ', ' };
  const lines = group.flatMap(({ finding }) => finding.place.line ?? []);
  if (lines.length > 0) return { lead: `${file ?? ''}:`, refs: lines.map(String), between: ', ' };
  const names = group.map(({ words }) =>
    [words.label, periodSaid(words.period, language)].filter((part) => part !== '').join(', '),
  );
  return { lead: '', refs: names, between: '; ' };
}

/** How many targets have which verdict, and the sentences of those not met. */
function gapLines(gaps: readonly TargetGap[], { language, all }: TextOptions): string[] {
  const words = checkWords[language];
  const count = new Map<Verdict, number>();
  for (const { verdict } of gaps) count.set(verdict, (count.get(verdict) ?? 0) + 1);
  const parts = [...count].map(([verdict, times]) => `${verdicts[verdict][language]} ${times}`);
  const missed = gaps.filter(({ verdict }) => verdict === 'notMet');
  const shown = all ? missed : missed.slice(0, SHOWN.targets);
  // In a workbook of several plans two may ask for the same figure.
  const isOfSeveral = new Set(gaps.map(({ series }) => series.plan)).size > 1;
  const nameOf = ({ series }: TargetGap) =>
    `${seriesName(series, language)}${isOfSeveral ? ` [${series.plan}]` : ''}`;
  return [
    `${words.targets(gaps.length)}: ${parts.join(', ')}.`,
    ...shown.map((gap) => `  ${nameOf(gap)}. ${gapSentence(gap, language)}`),
    ...(shown.length < missed.length ? [`  ${words.more(missed.length - shown.length)}`] : []),
  ];
}

/** Lines for a terminal: nothing that a file holds may move its cursor or turn its text around. */
function textOf(lines: readonly string[]): string {
  return lines
    .map((line) => `${line.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trimEnd()}\n`)
    .join('');
}
