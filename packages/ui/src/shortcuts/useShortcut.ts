import { useContext, useEffect, useRef } from 'react';
import type { Shortcut } from './ShortcutRegistry';
import { ShortcutContext } from './ShortcutProvider';

/**
 * Makes a key do something while this component is on screen, and lists it
 * under `?`. Keys do nothing while somebody types or a dialog is open.
 */
export function useShortcut(shortcut: Shortcut & { enabled?: boolean }): void {
  const { key, what, run, enabled = true } = shortcut;
  const registry = useContext(ShortcutContext);
  const latest = useRef(run);
  latest.current = run;

  useEffect(() => {
    if (!enabled) return undefined;
    return registry.add({ key, what, run: () => latest.current() });
  }, [registry, key, what, enabled]);
}
