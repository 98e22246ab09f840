import { useCallback, useRef } from 'react';

/** The second half of a double click comes within this time. */
const DOUBLE_CLICK_MS = 500;

/**
 * Keeps a second press from doing the same work again while the first is
 * under way. "Pending" as the screen knows it comes a moment too late for
 * the second half of a double click. What goes wrong is shown by the
 * mutation that did the work. Where one page does several things, `what` tells
 * them apart: another thing is no second press.
 */
export function useOnce(): (
  work: () => Promise<unknown>,
  what?: string,
) => void {
  const busy = useRef(new Set<string>());
  return useCallback((work, what = '') => {
    if (busy.current.has(what)) return;
    busy.current.add(what);
    const free = () => busy.current.delete(what);
    work().then(
      // A quick answer must not make room for the second click.
      () => setTimeout(free, DOUBLE_CLICK_MS),
      free,
    );
  }, []);
}
