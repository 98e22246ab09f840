import { resolveTheme, storedTheme } from './themeStore';

/** Sets the page light or dark before anything is drawn. */
export function applyStoredTheme(): void {
  document.documentElement.dataset.themeMode = resolveTheme(storedTheme());
}
