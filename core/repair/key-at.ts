/**
 * The key of a row or column, and how it is known: it stands there, it was concluded from printed words, or rows
 * or columns changed places without their keys and go by the names and headings that went with them.
 */
export interface KeyAt {
  key: string;
  by: 'key' | 'name' | 'sorting';
}
