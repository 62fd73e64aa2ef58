import type { ReturnRule } from '../return-rule.ts';
import { definitionDamaged } from './definition-damaged.ts';
import { definitionMissing } from './definition-missing.ts';
import { notOurWorkbook } from './not-our-workbook.ts';
import { planChanged } from './plan-changed.ts';
import { planOther } from './plan-other.ts';
import { planUnnamed } from './plan-unnamed.ts';
import { roundOther } from './round-other.ts';
import { sampleReturned } from './sample-returned.ts';
import { unitOther } from './unit-other.ts';
import { unitUnknown } from './unit-unknown.ts';
import { workbookNewer } from './workbook-newer.ts';
import { workbookOlder } from './workbook-older.ts';

/** Every rule about whether this is the return that was asked for. */
export const returnRules: readonly ReturnRule[] = [
  notOurWorkbook,
  workbookNewer,
  workbookOlder,
  sampleReturned,
  unitUnknown,
  unitOther,
  roundOther,
  planUnnamed,
  planOther,
  planChanged,
  definitionMissing,
  definitionDamaged,
];
