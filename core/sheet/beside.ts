/** A comment on a cell of the damaged file. */
export interface CellComment {
  sheet: string;
  cell: string;
  text: string;
}

/** A text box of the damaged file, or another shape with words in it. */
export interface TextBox {
  sheet: string;
  /** Cell under its upper left corner. */
  cell: string;
  text: string;
}

/** The pictures of a sheet, and its drawings without words. */
export interface Pictures {
  sheet: string;
  /** Cell under the upper left corner of the first. */
  cell: string;
  count: number;
}

/** What lies on the sheets of a damaged file beside the content of their cells. */
export interface BesideCells {
  comments: readonly CellComment[];
  textBoxes: readonly TextBox[];
  pictures: readonly Pictures[];
}
