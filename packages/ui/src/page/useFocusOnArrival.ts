import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router-dom';

/** The key that React Router gives to the page on which one arrived. */
const FIRST_LOCATION = 'default';

function somebodyIsWorkingHere(heading: HTMLElement): boolean {
  const main = heading.closest('main');
  const active = document.activeElement;
  return Boolean(main && active && main !== active && main.contains(active));
}

/**
 * Moves the focus to a page's heading after a navigation inside the app, as a
 * browser would by loading a page. It leaves alone the first page (the browser
 * has done it) and a page on which somebody has already begun to work.
 */
export function useFocusOnArrival(): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const isFirst = useRef(key === FIRST_LOCATION);

  useEffect(() => {
    const element = heading.current;
    if (!element || isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (somebodyIsWorkingHere(element)) return;
    element.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [pathname]);

  return heading;
}
