const STORAGE_KEY = 'imsa-hub.shortcuts';
const OFF = 'off';

const listeners = new Set<() => void>();
let unkept: boolean | undefined;

/**
 * Whether single keys do something on this device. Dictation software and
 * tremor press keys that nobody meant: WCAG 2.2, criterion 2.1.4, asks for a
 * way to switch them off.
 */
export function areShortcutsOn(): boolean {
  if (unkept !== undefined) return unkept;
  try {
    return window.localStorage.getItem(STORAGE_KEY) !== OFF;
  } catch {
    return true;
  }
}

/** Switches single keys on or off; kept on this device. */
export function setShortcutsOn(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(STORAGE_KEY);
    else window.localStorage.setItem(STORAGE_KEY, OFF);
    unkept = undefined;
  } catch {
    // A store that is forbidden keeps the choice for as long as the page.
    unkept = on;
  }
  listeners.forEach(listener => listener());
}

/** Calls back when somebody switches; returns how to stop. */
export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
