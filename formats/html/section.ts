import type { ElementContent } from 'hast';

/** One part of the page; its id is what the contents lead to. */
export interface Section {
  id: string;
  title: string;
  content: ElementContent[];
  /** Tables too wide for upright paper. */
  isWide?: boolean;
}
