import { useEffect, useRef } from 'react';
import type { ProblemError } from '@imsa-hub/ui';
import { autosaveDelay } from './autosaveDelay';
import type { ReplyText } from './replyText';

/** Saves at every pause, and again by itself where the line was down. */
export function useAutosave(options: {
  isDue: boolean;
  text: ReplyText;
  version: number;
  problem: ProblemError | null;
  save(): void;
}): void {
  const { isDue, text, version, problem, save } = options;
  const latest = useRef(save);
  latest.current = save;
  const delay = autosaveDelay(problem);

  useEffect(() => {
    if (!isDue || delay === null) return undefined;
    const timer = setTimeout(() => latest.current(), delay);
    return () => clearTimeout(timer);
    // A changed text or a newer version begins the pause anew.
  }, [isDue, delay, text, version]);
}
