import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Consolidation } from '../../../core/consolidate/consolidate.ts';
import { publicFigures } from '../../../core/consolidate/public/public.ts';
import { publicRows } from '../../../core/consolidate/public/public-rows.ts';
import { sourcesOf } from '../../../core/consolidate/sources.ts';
import type { TidyRow } from '../../../core/consolidate/tidy-rows.ts';
import { standingOf } from '../../../core/store/standing.ts';
import type { Unit } from '../../../core/unit/unit.ts';
import { arrived, consolidated, laiChau, type Sent } from './fixture.ts';

/**
 * Totals of the returns of many made-up units against a computation that knows nothing of core: plain SQL over the
 * returns as they were sent.
 */
const UNITS = 3321;
/** Counts below it are hidden in what is published. */
const THRESHOLD = 5;
const SHARES = [
  ['poverty-rate', 'poor-households', 'households', 100],
  ['full-immunisation', 'children-fully-immunised', 'children-under-1', 100],
  ['communes-with-doctor', 'communes-with-working-doctor', 'communes', 100],
] as const;
const COUNTS: string[] = [
  'new-jobs',
  'villages-short-of-water',
  ...SHARES.flatMap(([, above, below]) => [above, below]),
];
const KEYS = [...COUNTS, ...SHARES.map(([rate]) => rate)];

interface Sum {
  entered: number;
  of: number;
  sum: string | null;
  above: string | null;
  below: string | null;
}

let found: Consolidation;
let published: TidyRow[];
let bySql: Map<string, Sum>;
/** What counts of each unit and indicator: its text, and to how many whole things it is reported. */
let cellsBySql: Map<string, { text: string; whole: string | null }>;

type State = 'accepted' | 'to-explain' | 'blocked' | 'held-back';

const text = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 99_999_999 }).map((n) => String(n / 10_000)) },
  { weight: 1, arbitrary: fc.constantFrom('-', '...', 'x', '0', '1', '3', '4', '5') },
);
const sentBy = fc.record({
  isPoor: fc.boolean(),
  state: fc.constantFrom<State>('accepted', 'accepted', 'accepted', 'to-explain', 'blocked', 'held-back'),
  figures: fc.dictionary(fc.constantFrom(...KEYS), text, { minKeys: 4 }),
  corrected: fc.option(fc.dictionary(fc.constantFrom(...KEYS), text), { freq: 4 }),
});

function isSent(unit: string, state: State, figures: Record<string, string>): Sent {
  const keyed = Object.fromEntries(Object.entries(figures).map(([key, said]) => [`${key}|_T`, said]));
  const acceptance = state === 'held-back' ? 'accepted' : state;
  return {
    unit,
    figures: keyed,
    said: {
      state: state === 'held-back' ? 'held-back' : 'new',
      judged: { acceptance, errors: 0, warnings: 0, owed: 1, entered: 1 },
    },
  };
}

/** What is poor is a group of its own, of the same figures. */
const SQL = `
  CREATE TABLE latest AS
    SELECT unit, poor, indicator, state, text,
      CASE WHEN text = '-' THEN 0 WHEN regexp_full_match(text, '[0-9]+([.][0-9]+)?') THEN text::DECIMAL(30, 4) END AS number
    FROM raw WHERE state <> 'held-back'
    QUALIFY row_number() OVER (PARTITION BY unit, indicator ORDER BY return::INTEGER DESC) = 1;
  CREATE TABLE counting AS SELECT * FROM latest WHERE state IN ('accepted', 'to-explain');
  CREATE TABLE asked AS SELECT DISTINCT unit, poor FROM units;
`;
const groups = ['TRUE', "poor = 'yes'"];
const counts = (where: string) => `
  SELECT k.indicator, count(c.number) AS entered, count(*) - count(*) FILTER (c.text = 'x') AS of,
    sum(c.number)::VARCHAR AS sum, NULL AS above, NULL AS below
  FROM (SELECT * FROM asked WHERE ${where}) a CROSS JOIN keys k
  LEFT JOIN counting c ON c.unit = a.unit AND c.indicator = k.indicator
  GROUP BY k.indicator`;
const shares = (where: string) => `
  WITH pairs AS (
    SELECT s.rate, n.number AS above, d.number AS below, d.text AS under,
      coalesce(n.text = 'x', FALSE) OR coalesce(d.text = 'x', FALSE) OR coalesce(r.text = 'x', FALSE)
        OR coalesce(d.number = 0, FALSE) AS is_none
    FROM (SELECT * FROM asked WHERE ${where}) a CROSS JOIN shares s
    LEFT JOIN counting n ON n.unit = a.unit AND n.indicator = s.above
    LEFT JOIN counting d ON d.unit = a.unit AND d.indicator = s.below
    LEFT JOIN counting r ON r.unit = a.unit AND r.indicator = s.rate)
  SELECT rate, count(*) FILTER (NOT is_none AND above IS NOT NULL AND below IS NOT NULL) AS entered,
    count(*) FILTER (NOT is_none) AS of, NULL AS sum,
    (sum(above) FILTER (NOT is_none AND below IS NOT NULL))::VARCHAR AS above,
    (sum(below) FILTER (NOT is_none AND above IS NOT NULL))::VARCHAR AS below
  FROM pairs GROUP BY rate`;

async function computed(folder: string, files: Record<string, string>): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [name, csv] of Object.entries(files)) {
    const path = join(folder, `${name}.csv`);
    await writeFile(path, csv);
    await connection.run(
      `CREATE TABLE ${name} AS SELECT * FROM read_csv('${path}', all_varchar = true, header = true)`,
    );
  }
  await connection.run(SQL);
  bySql = new Map();
  for (const [at, where] of groups.entries())
    for (const sql of [counts(where), shares(where)])
      for (const [key, entered, of, ...digits] of (await connection.runAndReadAll(sql)).getRows()) {
        const [sum = null, above = null, below = null] = digits.map((one) => shortest(one as string | null));
        const stratum = at === 0 ? '_T' : 'poor-districts';
        bySql.set(`${String(key)}|${stratum}`, {
          entered: Number(entered),
          of: Number(of),
          sum,
          above,
          below,
        });
      }
  const cells = await connection.runAndReadAll(
    'SELECT unit, indicator, text, round(number, 0)::BIGINT::VARCHAR FROM counting',
  );
  cellsBySql = new Map(
    cells
      .getRows()
      .map(([unit, key, said, whole]) => [
        `${String(unit)}|${String(key)}`,
        { text: String(said), whole: whole as string | null },
      ]),
  );
}

const shortest = (digits: string | null) => digits?.replace(/(\.\d*?)0+$/u, '$1').replace(/\.$/u, '') ?? null;

beforeAll(async () => {
  const { plan } = await laiChau();
  const [province] = plan.units;
  const like = plan.units.find(({ id }) => id === 'VN12.106');
  if (!province || !like) throw new Error('The plan has no units.');
  const sample = fc.sample(sentBy, { numRuns: UNITS, seed: 13 });
  const units = sample.map(({ isPoor }, at): Unit => ({
    ...like,
    id: `VN12.9${String(at).padStart(4, '0')}`,
    name: `Đơn vị ${at}`,
    tags: isPoor ? ['poor'] : [],
  }));
  const sent: Sent[] = [];
  const raw = ['return,unit,poor,indicator,state,text'];
  const send = (unit: Unit, state: State, figures: Record<string, string>, corrects: number | null) => {
    const one = isSent(unit.id, state, figures);
    sent.push({ ...one, said: { ...one.said, corrects } });
    const poor = unit.tags.length > 0 ? 'yes' : 'no';
    for (const [key, said] of Object.entries(figures))
      raw.push([sent.length, unit.id, poor, key, state, said].join());
  };
  sample.forEach(({ state, figures, corrected }, at) => {
    const unit = units[at];
    if (!unit || at % 19 === 0) return;
    send(unit, state, figures, null);
    if (corrected !== null && state !== 'held-back') send(unit, state, corrected, sent.length);
  });
  const store = arrived(sent);
  found = await consolidated(store, { plan: { ...plan, units: [province, ...units] } });
  published = publicRows(
    found,
    sourcesOf(found, store.returns, standingOf([])),
    publicFigures(found, THRESHOLD),
  );
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-totals-'));
  await computed(folder, {
    raw: raw.join('\n'),
    units: ['unit,poor', ...units.map(({ id, tags }) => `${id},${tags.length > 0 ? 'yes' : 'no'}`)].join(
      '\n',
    ),
    keys: ['indicator', ...COUNTS].join('\n'),
    shares: ['rate,above,below', ...SHARES.map((share) => share.slice(0, 3).join())].join('\n'),
  });
  return () => rm(folder, { recursive: true, force: true });
});

describe('the totals of many made-up units', () => {
  const strata = (key: string) =>
    /poor-h|^households|poverty/u.test(key) ? ['_T', 'poor-districts'] : ['_T'];

  it.each(KEYS.flatMap((key) => strata(key).map((stratum) => `${key}|${stratum}`)))(
    '%s equals plain SQL in every digit',
    (key) => {
      const total = found.totals.find(({ column }) => column === key);
      const expected = bySql.get(key);
      expect(expected?.entered).toBeGreaterThan(50);
      expect(expected?.entered).toBeLessThan(expected?.of ?? 0);
      expect({
        ...total?.coverage,
        sum: total?.sum,
        above: total?.parts?.numerator ?? null,
        below: total?.parts?.denominator ?? null,
      }).toEqual(expected);
      const { above, below } = expected ?? {};
      if (above && below) expect(total?.value).toBeCloseTo((100 * Number(above)) / Number(below), 10);
    },
  );

  const isHidden = ({ state }: TidyRow) => state === 'not-published';
  const ofUnits = (key: string) =>
    published.filter(
      (row) => row.kind === 'figure' && row.stratum === '_T' && row.indicator === key && row.unit !== 'VN12',
    );

  it.each(COUNTS)('of %s are published with what plain SQL has of every unit, less the small ones', (key) => {
    const isOfPeople = !/villages|communes/u.test(key);
    const rows = ofUnits(key);
    const own = [...cellsBySql].filter(([place]) => place.endsWith(`|${key}`));
    expect(rows.map(({ unit }) => `${unit}|${key}`).sort()).toEqual(own.map(([place]) => place).sort());
    for (const row of rows.filter((one) => !isHidden(one))) {
      const { text: said, whole } = cellsBySql.get(`${row.unit}|${key}`) ?? {};
      expect(row.sign === '' ? row.value : row.sign).toBe(row.sign === '' ? whole : said);
    }
    const small = own.filter(([, { text: said }]) => Number(said) > 0 && Number(said) < THRESHOLD);
    const hidden = new Set(rows.filter(isHidden).map(({ unit }) => `${unit}|${key}`));
    expect(small.length).toBeGreaterThan(50);
    if (isOfPeople) expect(small.filter(([place]) => !hidden.has(place))).toEqual([]);
    else expect(hidden.size).toBe(0);
    expect(hidden.size).toBeLessThan(rows.length);
    // The total that is published is that of all, hidden or not.
    const total = published.find(
      (row) => row.kind === 'total' && row.stratum === '_T' && row.indicator === key,
    );
    expect(total && isHidden(total) ? null : Number(total?.value)).toBe(
      Math.round(Number(bySql.get(`${key}|_T`)?.sum)),
    );
  });
});
