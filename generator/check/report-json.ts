import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { allRules } from '../../core/check/all-rules.ts';
import { describeFinding, type DescribedFinding } from '../../core/check/describe.ts';
import type { FindingCounts } from '../../core/check/report.ts';
import { asCheckFinding, type CheckFinding } from '../../core/rules/rule.ts';
import type { Language, Place, Severity } from '../../core/base/finding.ts';
import { gapSentence } from '../../core/gaps/gap-sentence.ts';
import type { Demand, TargetGap } from '../../core/gaps/target-gap.ts';
import type { Figure } from '../../core/observation/figure.ts';
import type { Verdict } from '../../core/target/verdict.ts';
import { keyNamesOf, type KeyNames } from '../../core/workbook/key-label.ts';
import type { CheckedInput, JudgedBy, UnreadableInput } from './check-input.ts';
import type { PassedOver } from './inputs.ts';
import { seriesName } from './shown-names.ts';
import type { CheckSummary } from './tally.ts';
import { checkWords, type FileVerdict } from './words.ts';

/** A text in both languages. */
type Both = Record<Language, string>;

/** An id with the name that goes with it; null where nobody knows it. */
interface Named {
  id: string;
  name: string | null;
}

/** One file of `chitieu check --json`; docs/file-formats.md describes it. */
export interface FileJson {
  file: string;
  kind: 'workbook' | 'csv';
  identity: { unit: Named; reporter: Named; round: string; plans: readonly string[]; sample: boolean } | null;
  acceptance: FileVerdict;
  judgedBy: JudgedBy | null;
  counts: FindingCounts | null;
  progress: { owed: number; done: number } | null;
  rules: RuleJson[];
  findings: FindingJson[];
  gaps: GapJson[];
  /** Path of the marked copy. */
  marked: string | null;
}

/** How often a rule was tried. */
export interface RuleJson {
  code: string;
  severity: Severity;
  title: Both;
  passed: number;
  failed: number;
  notEvaluable: number;
}

/** One finding. */
export interface FindingJson {
  code: string;
  severity: Severity;
  place: Place;
  key: string | null;
  period: string | null;
  label: Both;
  found: string | number | null;
  expected: Both;
  message: Both;
  fix: Both;
  explanation: string | null;
}

/** Where one target stands. */
export interface GapJson {
  key: string;
  label: Both;
  year: number;
  verdict: Verdict;
  figure: Figure;
  result: number | null;
  demand: Demand | null;
  gap: number | null;
  pathGap: number | null;
  pace: number | null;
  shortfall: number | null;
  sentence: Both;
  citation: TargetGap['citation'];
}

/** What a check says of one file, for programs; that it was marked has to be added. */
export function fileJson(file: CheckedInput, catalogue: Catalogue): FileJson {
  const { input, identity, checked, judgedBy } = file;
  const { report, request, gaps, progress } = checked;
  const names = request ? keyNamesOf(request) : catalogue;
  const named = (id: string, unit: { id: string; name: string } | undefined): Named => ({
    id,
    name: unit?.id === id ? unit.name : null,
  });
  return {
    file: input.path,
    kind: input.kind,
    identity: {
      unit: named(identity.unit, request?.unit),
      reporter: named(identity.reporter, request?.reporter),
      round: identity.round,
      plans: identity.plans,
      sample: identity.sample,
    },
    acceptance: report.acceptance,
    judgedBy,
    counts: report.counts,
    progress: request === null ? null : progress,
    rules: report.rules.flatMap(({ code, passed, failed, 'not-evaluable': notEvaluable }): RuleJson[] => {
      const rule = allRules.find((one) => one.code === code);
      if (!rule) return [];
      const title = { vi: rule.text.vi.title, en: rule.text.en.title };
      return [{ code, severity: rule.severity, title, passed, failed, notEvaluable }];
    }),
    findings: report.findings.map((finding) => findingJson(finding, names)),
    gaps: gaps.map(gapJson),
    marked: null,
  };
}

/** A file that could not be read, for programs. */
export function unreadableJson({ input, findings }: UnreadableInput, catalogue: Catalogue): FileJson {
  return {
    file: input.path,
    kind: input.kind,
    identity: null,
    acceptance: 'unreadable',
    judgedBy: null,
    counts: null,
    progress: null,
    rules: [],
    findings: findings.map((finding) => findingJson(asCheckFinding(finding), catalogue)),
    gaps: [],
    marked: null,
  };
}

/** All files together, for programs. */
export function summaryJson({ files, verdicts, counts }: CheckSummary) {
  const { 'to-explain': toExplain, ...others } = verdicts;
  return { files, ...others, toExplain, counts };
}

/** What of folders was not read, and why, for programs. */
export function passedOverJson({ path, why }: PassedOver) {
  const reason = { vi: checkWords.vi.passedOver[why](path), en: checkWords.en.passedOver[why](path) };
  return { file: path, why, reason };
}

function findingJson(finding: CheckFinding, catalogue: KeyNames): FindingJson {
  const context = { catalogue, rules: allRules };
  const [vi, en] = [describeFinding(finding, 'vi', context), describeFinding(finding, 'en', context)];
  const both = (field: keyof DescribedFinding): Both => ({ vi: vi[field], en: en[field] });
  const { code, severity, place, key, period, found, explanation } = finding;
  return {
    code,
    severity,
    place,
    key,
    period,
    label: both('label'),
    found,
    expected: both('expected'),
    message: both('message'),
    fix: both('fix'),
    explanation,
  };
}

function gapJson(one: TargetGap): GapJson {
  const { key, series, year, verdict, figure, result, demand, gap, pathGap, pace, shortfall, citation } = one;
  return {
    key,
    label: { vi: seriesName(series, 'vi'), en: seriesName(series, 'en') },
    year,
    verdict,
    figure,
    result,
    demand,
    gap,
    pathGap,
    pace,
    shortfall,
    sentence: { vi: gapSentence(one, 'vi'), en: gapSentence(one, 'en') },
    citation,
  };
}
