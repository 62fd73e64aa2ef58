import type { Catalogue } from '../catalogue/catalogue.ts';
import { absoluteAddress } from '../sheet/address.ts';
import { newSheet, put } from '../sheet/draft.ts';
import type { SheetModel } from '../sheet/model.ts';
import { planningSheets, withId } from './contract.ts';
import {
  comparatorChoices,
  decisionChoices,
  directionChoices,
  kindChoices,
  levelChoices,
  measureChoices,
  roleChoices,
  yearBasisChoices,
  yesChoices,
  type Choices,
} from './words.ts';

/** The sheet of everything that may be chosen, and where each list of it stands. */
export interface Lists {
  sheet: SheetModel;
  range: Readonly<Record<string, string>>;
}

const HEADER = 4;

/** Puts the lists of the catalogue and of the words of plans, a column each. */
export function listsSheet(catalogue: Catalogue): Lists {
  const words = (choices: Choices) => choices.map(([word]) => word);
  const indicators = [...catalogue.indicators.values()];
  const lists: [name: string, head: string, width: number, items: string[]][] = [
    ['indicators', 'Chỉ tiêu có sẵn', 60, indicators.map(({ name, id }) => withId(name.vi, id))],
    ['strata', 'Nhóm', 30, [...catalogue.strata.values()].map(({ name, id }) => withId(name.vi, id))],
    ['bodies', 'Cơ quan giữ số', 30, [...catalogue.bodies.keys()]],
    ['domains', 'Lĩnh vực', 30, [...catalogue.domains.values()].map(({ name }) => name.vi)],
    ['units', 'Đơn vị tính', 16, [...catalogue.measureUnits.keys()]],
    ['kinds', 'Loại', 24, words(kindChoices)],
    ['comparators', 'So sánh', 14, words(comparatorChoices)],
    ['yearBases', 'Năm lấy ở đâu', 16, words(yearBasisChoices)],
    ['decisions', 'Nhận, bỏ, hỏi', 12, words(decisionChoices)],
    ['roles', 'Là', 16, words(roleChoices)],
    ['measures', 'Cách đo', 28, words(measureChoices)],
    ['directions', 'Chiều tốt', 20, words(directionChoices)],
    ['levels', 'Cấp', 10, words(levelChoices)],
    ['yes', 'Có', 6, words(yesChoices)],
  ];
  const sheet = newSheet(
    planningSheets.lists,
    lists.map(([, , width]) => width),
    {
      freeze: { rows: HEADER, columns: 0 },
    },
  );
  put(sheet, 2, 2, 'title', 'DANH MỤC');
  put(sheet, 3, 2, 'note', 'Chỉ để tra và chọn; sửa ở đây không đổi danh mục của chương trình.');
  const range: Record<string, string> = {};
  lists.forEach(([name, head, , items], at) => {
    const column = 2 + at;
    put(sheet, HEADER, column, 'header', head);
    items.forEach((item, row) => put(sheet, HEADER + 1 + row, column, 'plainLeft', item));
    const last = HEADER + Math.max(1, items.length);
    range[name] =
      `'${planningSheets.lists}'!${absoluteAddress(HEADER + 1, column)}:${absoluteAddress(last, column)}`;
  });
  return { sheet, range };
}
