/**
 * The key of a row or column, and how it is known: it stands there, it was concluded from printed words, or rows
 * or columns changed places without their keys and go by the names and headings that went with them. A column whose
 * key and heading disagree without anything to tell which of the two its figures are of is `unclear`: it has the key
 * that stands over it, and its figures go nowhere.
 */
export interface KeyAt {
  key: string;
  by: 'key' | 'name' | 'sorting' | 'unclear';
}
