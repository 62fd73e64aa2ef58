/** The tabs of the pane; the buttons of the ribbon name them in the query of the pane's address. */
export const paneTabs = ['check', 'gaps'] as const;

export type PaneTab = (typeof paneTabs)[number];

/**
 * The tab that the pane was opened on.
 * @param query `location.search`; Office adds fields of its own to it
 * @returns `check` when no tab or an unknown one is named, as when a catalogue opens the pane without a button
 */
export function paneTab(query: string): PaneTab {
  const asked = new URLSearchParams(query).get('tab');
  return paneTabs.find((tab) => tab === asked) ?? 'check';
}
