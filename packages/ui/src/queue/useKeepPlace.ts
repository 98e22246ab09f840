import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

const LINKS = '.hub-row-link';

interface Place {
  id: string;
  index: number;
}

/**
 * Keeps one's place when the row that has the focus leaves the list: the focus
 * goes to the row that took its place, without scrolling.
 *
 * @param options.list - what stands around the list
 * @returns to be called when something in the list takes the focus
 */
export function useKeepPlace(options: {
  list: RefObject<HTMLElement>;
  rows: readonly { id: string }[] | undefined;
}) {
  const { list, rows } = options;
  const place = useRef<Place>();

  useEffect(() => {
    const was = place.current;
    if (!was || !rows || rows.some(({ id }) => id === was.id)) return;
    place.current = undefined;
    if (document.activeElement !== document.body) return;
    const links = list.current?.querySelectorAll<HTMLElement>(LINKS) ?? [];
    const link = links[Math.min(was.index, links.length - 1)];
    link?.focus({ preventScroll: true });
  }, [list, rows]);

  return (event: FocusEvent) => {
    const id = event.target.closest('tr')?.dataset.row;
    const index = rows?.findIndex(candidate => candidate.id === id) ?? -1;
    place.current = id && index >= 0 ? { id, index } : undefined;
  };
}
