import type { RefObject } from 'react';
import { useShortcut } from '../shortcuts/useShortcut';

/** `f` leads to the fields that narrow a list. */
export function useFilterKey(options: {
  bar: RefObject<HTMLElement>;
  /** "Narrow the list by nation or area". */
  what: string;
}): void {
  const { bar, what } = options;
  useShortcut({
    key: 'f',
    what,
    run: () => {
      // Where it is folded away nothing in it can take the focus.
      bar.current?.closest('details')?.setAttribute('open', '');
      bar.current?.querySelector('select')?.focus();
    },
  });
}
