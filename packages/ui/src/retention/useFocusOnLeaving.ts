import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * For what leaves the page once it is done with: a record of the list, a button
 * that is no longer offered. Where it has the focus, the heading takes it, so
 * that nobody with a keyboard begins again at the top of the page.
 */
export function useFocusOnLeaving<E extends HTMLElement>(): RefObject<E> {
  const box = useRef<E>(null);
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      document.querySelector<HTMLElement>('h1')?.focus();
    };
  }, []);
  return box;
}
