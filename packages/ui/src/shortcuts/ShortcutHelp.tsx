import { useSyncExternalStore } from 'react';
import { Dialog, DialogBody, DialogHeader, Switch } from '@backstage/ui';
import type { ShortcutRegistry } from './ShortcutRegistry';
import { KeyHint } from './KeyHint';
import {
  areShortcutsOn,
  setShortcutsOn,
  subscribeToShortcuts,
} from './shortcutPreference';

/** The dialog that lists every key that works on this screen. */
export function ShortcutHelp(props: {
  registry: ShortcutRegistry;
  isOpen: boolean;
  onClose(): void;
}) {
  const { registry, isOpen, onClose } = props;
  const shortcuts = useSyncExternalStore(
    listener => registry.subscribe(listener),
    () => registry.list(),
  );
  const areOn = useSyncExternalStore(subscribeToShortcuts, areShortcutsOn);
  return (
    <Dialog
      className="hub-dialog"
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>Keyboard shortcuts</DialogHeader>
      <DialogBody>
        <dl className="hub-shortcuts">
          {shortcuts.map(shortcut => (
            <div key={shortcut.key} className="hub-shortcuts-row">
              <dt>
                <KeyHint>{shortcut.key}</KeyHint>
              </dt>
              <dd>{shortcut.what}</dd>
            </div>
          ))}
        </dl>
        <Switch
          className="hub-switch"
          label="Single keys work on this device"
          isSelected={areOn}
          onChange={setShortcutsOn}
        />
      </DialogBody>
    </Dialog>
  );
}
