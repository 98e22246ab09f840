import {
  createContext,
  useCallback,
  useEffect,
  useState,
  type ReactNode,
} from 'react';
import { ShortcutRegistry } from './ShortcutRegistry';
import { ShortcutHelp } from './ShortcutHelp';
import { areShortcutsOn } from './shortcutPreference';

/** Opens the list of shortcuts; does nothing without a provider. */
export const ShortcutHelpContext = createContext<() => void>(() => undefined);

/** Without a provider shortcuts are registered and never pressed. */
export const ShortcutContext = createContext(new ShortcutRegistry());

const TYPING = 'input, textarea, select, [contenteditable="true"]';
const DIALOG = '[role="dialog"], [role="alertdialog"], [role="menu"]';

function isTakenElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  if (event.defaultPrevented) return true;
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest(TYPING)) return true;
  // A dialog owns the keyboard while it is open.
  return document.querySelector(DIALOG) !== null;
}

/**
 * Listens for single-key shortcuts and shows all of them on `?`. Where they
 * are switched off only `openHelp` leads to the dialog that switches them on.
 */
export function ShortcutProvider(props: { children: ReactNode }) {
  const [registry] = useState(() => new ShortcutRegistry());
  const [helpOpen, setHelpOpen] = useState(false);
  const openHelp = useCallback(() => setHelpOpen(true), []);

  useEffect(
    () =>
      registry.add({
        key: '?',
        what: 'Show these shortcuts',
        run: openHelp,
      }),
    [registry, openHelp],
  );

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!areShortcutsOn() || isTakenElsewhere(event)) return;
      const shortcut = registry.find(event.key);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [registry]);

  return (
    <ShortcutContext.Provider value={registry}>
      <ShortcutHelpContext.Provider value={openHelp}>
        {props.children}
      </ShortcutHelpContext.Provider>
      <ShortcutHelp
        registry={registry}
        isOpen={helpOpen}
        onClose={() => setHelpOpen(false)}
      />
    </ShortcutContext.Provider>
  );
}
