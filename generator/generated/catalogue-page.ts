import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Indicator } from '../../core/catalogue/schema.ts';

const DIRECTIONS = { up: '↑', down: '↓', neutral: '–' } as const;

/** The catalogue as a page for readers, domain by domain. */
export function cataloguePage(catalogue: Catalogue): { path: string; content: string } {
  const lines = [
    '# Danh mục chỉ tiêu (catalogue of indicators)',
    '',
    'Made from `seeds/catalogue.yaml`; do not edit. ↑ more is better, ↓ less is better, – neither. `?` names what could not be verified.',
  ];
  for (const domain of catalogue.domains.values()) {
    const indicators = [...catalogue.indicators.values()].filter(({ domain: id }) => id === domain.id);
    lines.push('', `## ${domain.name.vi} (${domain.name.en})`, '');
    lines.push('| Mã | Chỉ tiêu | ĐVT | | Tử số / mẫu số | Nguồn số liệu | ? |');
    lines.push('|---|---|---|---|---|---|---|');
    lines.push(...indicators.map(rowOf));
  }
  return { path: 'docs/generated/catalogue.md', content: `${lines.join('\n')}\n` };
}

function rowOf(indicator: Indicator): string {
  const { source, numerator, denominator } = indicator;
  const ratio = numerator === undefined ? '' : `\`${numerator}\` / \`${denominator}\``;
  const cells = [
    `\`${indicator.id}\``,
    `${indicator.name.vi}<br>${indicator.name.en}`,
    indicator.unit,
    DIRECTIONS[indicator.direction],
    ratio,
    `${source.body}; ${source.level}, ${source.frequency}`,
    (indicator.unverified ?? []).join(', '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
