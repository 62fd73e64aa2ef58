import { describe, expect, it } from 'vitest';
import { foldFindings, reportOf } from '../../../core/check/report.ts';
import type { CheckFinding } from '../../../core/rules/rule.ts';
import type { Severity } from '../../../core/base/finding.ts';

const finding = (code: string, severity: Severity, explanation: string | null = null): CheckFinding => ({
  ...{ code, severity, explanation },
  ...{ place: {}, data: {}, key: null, period: null, found: null },
});

describe('reportOf', () => {
  it.each([
    ['blocks on an error, whatever is explained', [finding('a', 'error', 'vì mưa')], 'blocked'],
    ['wants a reason for an open warning', [finding('a', 'warning'), finding('b', 'note')], 'to-explain'],
    [
      'accepts explained warnings and notes',
      [finding('a', 'warning', 'lũ'), finding('b', 'note')],
      'accepted',
    ],
    ['accepts nothing found', [], 'accepted'],
  ] as const)('%s', (_, findings, acceptance) => {
    expect(reportOf(findings, []).acceptance).toBe(acceptance);
  });

  it('puts errors first, open warnings before explained ones, and keeps the order within', () => {
    const given = [
      finding('note', 'note'),
      finding('explained', 'warning', 'lũ'),
      finding('open-1', 'warning'),
      finding('error', 'error'),
      finding('open-2', 'warning'),
    ];
    const report = reportOf(given, []);
    expect(report.findings.map(({ code }) => code)).toEqual([
      'error',
      'open-1',
      'open-2',
      'explained',
      'note',
    ]);
    expect(report.counts).toEqual({ errors: 1, warnings: 2, explained: 1, notes: 1 });
  });

  it('adds up what two families count under one code', () => {
    const count = (passed: number, failed: number) => ({ code: 'a', passed, failed, 'not-evaluable': 1 });
    expect(reportOf([], [count(1, 2), count(10, 20)]).rules).toEqual([
      { code: 'a', passed: 11, failed: 22, 'not-evaluable': 2 },
    ]);
  });
});

describe('foldFindings', () => {
  it('makes one entry a rule, in order, without losing a finding', () => {
    const findings = [finding('a', 'error'), finding('b', 'warning'), finding('a', 'error')];
    expect(foldFindings(findings).map(({ code, findings: group }) => [code, group.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});
