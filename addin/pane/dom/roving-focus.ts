/** What marks the stops of a list with one tab stop. */
const STOP = '[data-stop]';

/**
 * Makes the stops of a list one tab stop: arrows, Home and End move among those that are shown. Left and Right
 * are handed to the stop as `fold` and `unfold`.
 */
export function rovingFocus(list: HTMLElement, fold: (stop: HTMLElement, open: boolean) => void): void {
  list.addEventListener('keydown', (event) => {
    const from = event.target instanceof HTMLElement ? event.target : null;
    // Keys inside text fields and tables belong to them.
    if (from === null || !from.matches(STOP) || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = shownStops(list);
    const at = stops.indexOf(from);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to !== undefined) {
      const next = stops[Math.max(0, Math.min(stops.length - 1, to))];
      event.preventDefault();
      if (next) moveTo(stops, next);
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      fold(from, event.key === 'ArrowRight');
    }
  });
  list.addEventListener('focusin', (event) => {
    const stop = event.target instanceof HTMLElement ? event.target : null;
    if (stop?.matches(STOP)) setTabStop(shownStops(list), stop);
  });
}

/** Makes exactly one of the stops reachable by Tab: the given one, else the first. */
export function resetTabStop(list: HTMLElement, wanted: string | null): void {
  const stops = shownStops(list);
  const stop = stops.find(({ dataset }) => dataset.stop === wanted) ?? stops[0];
  if (stop) setTabStop(stops, stop);
}

/** The stop of a name; null where it is not shown. */
export function stopNamed(list: HTMLElement, name: string): HTMLElement | null {
  return shownStops(list).find(({ dataset }) => dataset.stop === name) ?? null;
}

function shownStops(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(STOP)].filter((stop) => stop.closest('[hidden]') === null);
}

function moveTo(stops: readonly HTMLElement[], stop: HTMLElement): void {
  setTabStop(stops, stop);
  stop.focus();
}

function setTabStop(stops: readonly HTMLElement[], stop: HTMLElement): void {
  for (const one of stops) one.tabIndex = one === stop ? 0 : -1;
}
