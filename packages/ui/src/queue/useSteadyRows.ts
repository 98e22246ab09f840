import { useMemo, useRef, useState, type FocusEvent } from 'react';
import { steadyRows } from './steadyRows';

/**
 * Keeps rows from moving under the reader's hand. While the pointer is over
 * the list or the focus in it, rows stay in their places: what they say is
 * brought up to date, those that left go, and new ones wait. `settle` puts
 * the list in its newest order.
 *
 * @param options.list - names the list: another one begins afresh
 * @returns the rows to show, whether another order waits, and what goes on
 *   the element around the list
 */
export function useSteadyRows<R extends { id: string }>(options: {
  list: string;
  rows: readonly R[] | undefined;
}) {
  const { list, rows } = options;
  const [hand, setHand] = useState({ over: false, inside: false });
  const shown = useRef<{ list: string; ids: readonly string[] }>();
  const isHeld = hand.over || hand.inside;

  const before =
    isHeld && shown.current?.list === list ? shown.current.ids : undefined;
  const steady = useMemo(
    () => (rows && before ? steadyRows({ before, rows }) : rows),
    [before, rows],
  );
  if (steady) {
    const ids = steady.map(({ id }) => id);
    if (
      shown.current?.list !== list ||
      ids.join() !== shown.current.ids.join()
    ) {
      shown.current = { list, ids };
    }
  }
  const isOutOfOrder =
    rows?.map(({ id }) => id).join() !== steady?.map(({ id }) => id).join();

  return {
    rows: steady,
    isOutOfOrder,
    settle() {
      shown.current = undefined;
      // The button that was pressed leaves with this, and its focus with it.
      setHand({ over: false, inside: false });
    },
    hold: {
      onPointerEnter: () => setHand(now => ({ ...now, over: true })),
      onPointerLeave: () => setHand(now => ({ ...now, over: false })),
      onFocus: () => setHand(now => ({ ...now, inside: true })),
      onBlur: (event: FocusEvent) => {
        const inside = event.currentTarget.contains(event.relatedTarget);
        setHand(now => ({ ...now, inside }));
      },
    },
  };
}
