/** Where in a list the focus is, by names that outlast drawing the list anew. */
export interface ListFocus {
  /** The stop the focus is on, or in. */
  stop: string;
  /** All stops, those that take its place first. */
  nearest: string[];
  /** The text field with the focus, in the list as it is drawn anew. */
  field: (list: HTMLElement) => HTMLElement | null;
}

/** @returns null where the focus is elsewhere */
export function focusIn(list: HTMLElement): ListFocus | null {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !list.contains(activeElement)) return null;
  const { reason } = activeElement.dataset;
  const stop = activeElement.closest('li, section')?.querySelector<HTMLElement>('[data-stop]');
  const field = (drawn: HTMLElement) =>
    [...drawn.querySelectorAll<HTMLElement>('[data-reason]')].find(
      (one) => reason !== undefined && one.dataset.reason === reason,
    ) ?? null;
  const own = activeElement.dataset.stop ?? stop?.dataset.stop;
  if (own === undefined) return null;
  const names = [...list.querySelectorAll<HTMLElement>('[data-stop]')].flatMap(
    ({ dataset }) => dataset.stop ?? [],
  );
  const at = names.indexOf(own);
  // What is done with leaves a filtered list: the next one takes its place, else the one before.
  const nearest = [...names.slice(at), ...names.slice(0, at).reverse()];
  return { stop: own, nearest, field };
}
