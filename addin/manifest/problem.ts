import type { ManifestElement } from './tree.ts';

/** What is wrong with a manifest; English only, because developers read it. */
export interface Problem {
  /** The rule that was broken. */
  readonly rule: Rule;
  /** 1-based line in the manifest. */
  readonly line: number;
  readonly message: string;
}

/** The rules a manifest is held to, each with one test that breaks it. */
export const rules = [
  'structure',
  'type',
  'id',
  'version',
  'package-version',
  'text-length',
  'hosts',
  'requirements',
  'permissions',
  'locale-tag',
  'locale-repeated',
  'english',
  'url',
  'url-length',
  'https',
  'origin',
  'file-exists',
  'icon-sizes',
  'icon-pixels',
  'resource-id',
  'resource-repeated',
  'resource-missing',
  'resource-unused',
  'control-id',
  'label-length',
  'function-name',
  'function-file',
  'task-pane',
] as const;

export type Rule = (typeof rules)[number];

/** Says what is wrong with one element. */
export function problem(rule: Rule, element: ManifestElement, message: string): Problem {
  const id = element.attributes.get('id') ?? element.attributes.get('resid');
  const named = id === undefined ? element.name : `${element.name} "${id}"`;
  return { rule, line: element.line, message: `${named}: ${message}` };
}

/** One line for a terminal. */
export function problemLine(file: string, { line, rule, message }: Problem): string {
  return `${file}:${line}: ${message} [${rule}]`;
}
