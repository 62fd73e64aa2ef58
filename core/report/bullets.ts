import type { Language } from '../base/finding.ts';
import type { Plan } from '../plan/model.ts';
import { bulletsIn, wholeOf, type WholeVerdict } from '../template/sheets/summary/bullet-rows.ts';
import { countedOfBullet } from '../workbook/wording.ts';
import type { JudgedTarget } from './judge.ts';
import { countsOf, type CountView } from './counts.ts';
import type { PlanNames } from './plan-names.ts';
import { wholeWords } from './words.ts';

/** A bullet of a plan with its targets: one promise, however many figures it has. */
export interface BulletView {
  plan: string;
  /** What the plan is called where there are several; '' where there is one. */
  planName: string;
  /** The plan's own number. */
  number: string;
  /** The section it stands in: number and title. */
  section: string;
  /** Line of the document, and the sentence it begins with. */
  line: number;
  quote: string;
  whole: WholeVerdict;
  word: string;
  /** How many of its targets are counted in the round, and why others are not. */
  counted: string;
  counts: CountView[];
  /** Keys of the targets counted in the round. */
  targets: string[];
}

/** The bullets of plans in the order of the documents. */
export function bulletViews(
  plans: readonly Plan[],
  judged: readonly JudgedTarget[],
  { year, planNames, language }: { year: number; planNames: PlanNames; language: Language },
): BulletView[] {
  const rows = judged.map((one) => ({ ...one, block: { series: one.series } }));
  return bulletsIn(plans, rows, year).map((bullet): BulletView => {
    const [plan = '', number = ''] = bullet.key.split('|');
    const statements = bullet.rows.flatMap(({ series }) =>
      series.segments.flatMap(({ statement }) => (statement.bullet === number ? [statement] : [])),
    );
    const [first] = statements;
    const [cited] = first?.citations ?? [];
    const section = plans
      .find(({ file }) => file.id === plan)
      ?.file.sections.find(({ id }) => id === first?.section);
    const whole = wholeOf(bullet);
    return {
      plan,
      planName: planNames.size > 1 ? (planNames.get(plan) ?? plan) : '',
      number,
      section: section ? `${section.id}. ${section.title}` : '',
      line: cited?.line ?? 0,
      quote: cited?.quote ?? '',
      whole,
      word: wholeWords[whole][language],
      counted: countedOfBullet({ ...bullet, counted: bullet.counted.length }),
      counts: countsOf(bullet.counted, language),
      targets: bullet.counted.map(({ key }) => key),
    };
  });
}
