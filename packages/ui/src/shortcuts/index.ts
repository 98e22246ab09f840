export type { Shortcut } from './ShortcutRegistry';
export { ShortcutProvider } from './ShortcutProvider';
export { useShortcut } from './useShortcut';
export { KeyHint } from './KeyHint';
export { useShortcutHelp } from './useShortcutHelp';
export { useGoTo, type Destination } from './useGoTo';
