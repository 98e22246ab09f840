import { useEffect } from 'react';
import { resolveTheme } from './themeStore';
import { useThemeChoice } from './useThemeChoice';

/** Keeps the page light or dark as chosen, and as the device changes. */
export function ThemeMode() {
  const [choice] = useThemeChoice();

  useEffect(() => {
    const apply = () => {
      document.documentElement.dataset.themeMode = resolveTheme(choice);
    };
    apply();
    const device = window.matchMedia('(prefers-color-scheme: dark)');
    device.addEventListener('change', apply);
    return () => device.removeEventListener('change', apply);
  }, [choice]);

  return null;
}
