import { useContext } from 'react';
import { ShortcutHelpContext } from './ShortcutProvider';

/** Opens the list of shortcuts, with the switch that turns them off and on. */
export function useShortcutHelp(): () => void {
  return useContext(ShortcutHelpContext);
}
