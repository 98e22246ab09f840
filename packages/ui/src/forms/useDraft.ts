import { useCallback, useEffect, useState } from 'react';

/** What everything begins with that this tab keeps of what was typed. */
export const DRAFTS = 'imsa-hub.draft.';

/**
 * Throws away what was typed in this tab, of every form. One that still stands
 * on the page keeps a draft again only once somebody types in it.
 */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(DRAFTS)) sessionStorage.removeItem(key);
    }
  } catch {
    // A forbidden store holds nothing.
  }
}

function read<T>(options: { key: string; initial: T }): T {
  try {
    const kept = sessionStorage.getItem(DRAFTS + options.key);
    return kept === null ? options.initial : (JSON.parse(kept) as T);
  } catch {
    return options.initial;
  }
}

/**
 * Keeps what somebody has typed through a reload, a lost session or a wrong
 * turn, in this tab only. Signing out and closing the tab end it.
 *
 * @param options.key - names the form and the record: `advice.reply.01h…`
 * @returns the value, how to change it, and how to throw the draft away
 */
export function useDraft<T>(options: {
  key: string;
  initial: T;
}): readonly [T, (value: T) => void, () => void] {
  const { key, initial } = options;
  const [value, setValue] = useState(() => read({ key, initial }));
  const [isChanged, setIsChanged] = useState(false);

  useEffect(() => {
    if (!isChanged) return;
    try {
      sessionStorage.setItem(DRAFTS + key, JSON.stringify(value));
    } catch {
      // A full or forbidden store only means that there is no draft.
    }
  }, [key, value, isChanged]);

  const change = useCallback((next: T) => {
    setIsChanged(true);
    setValue(next);
  }, []);

  const clear = useCallback(() => {
    setIsChanged(false);
    sessionStorage.removeItem(DRAFTS + key);
  }, [key]);

  return [value, change, clear] as const;
}
