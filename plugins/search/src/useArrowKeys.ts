import { useRef, type KeyboardEvent } from 'react';

/** What the arrow keys go through, in the order of the page. */
const STOPS = 'a[href], button[data-stop]';

/**
 * Arrow keys go from the words to the hits, through them and back; Enter in
 * the words goes to the first hit.
 */
export function useArrowKeys() {
  const panel = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const stops = [
      ...(panel.current?.querySelectorAll<HTMLElement>(STOPS) ?? []),
    ];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const isInWords = document.activeElement === input.current;
    if (event.key === 'Enter' && isInWords) {
      event.preventDefault();
      stops.find(stop => stop.tagName === 'A')?.click();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || (!isInWords && at < 0)) return;
    event.preventDefault();
    // In the words no stop has the focus, and `at` is the place before the first.
    const next = at + step;
    if (next < 0) input.current?.focus();
    else stops[Math.min(next, stops.length - 1)]?.focus();
  };
  return { panel, input, onKeyDown };
}
