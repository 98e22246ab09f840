import { useContext, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ShortcutContext } from './ShortcutProvider';
import { useShortcut } from './useShortcut';

/** How long the second key may be waited for. */
const WAIT_MS = 1_500;

/** A page that a second key leads to. */
export interface Destination {
  key: string;
  /** In words, to follow "go to": "the queue". */
  what: string;
  path: string;
  /** Default true. */
  enabled?: boolean;
}

/** `g`, then a letter: goes to a page of the plugin. */
export function useGoTo(destinations: readonly Destination[]): void {
  const [isArmed, setIsArmed] = useState(false);
  const navigate = useNavigate();
  const registry = useContext(ShortcutContext);
  const open = destinations.filter(({ enabled = true }) => enabled);
  const latest = useRef(open);
  latest.current = open;
  const names = open.map(({ key, what }) => `${key} ${what}`).join(', ');

  useShortcut({
    key: 'g',
    what: `Go to … then ${names}`,
    run: () => setIsArmed(true),
  });

  useEffect(() => {
    if (!isArmed) return undefined;
    const ends = latest.current.map(({ key, what, path }) =>
      registry.add({
        key,
        what: `after g: ${what}`,
        run: () => {
          setIsArmed(false);
          navigate(path);
        },
      }),
    );
    const timer = setTimeout(() => setIsArmed(false), WAIT_MS);
    return () => {
      clearTimeout(timer);
      ends.forEach(end => end());
    };
  }, [isArmed, navigate, registry]);
}
