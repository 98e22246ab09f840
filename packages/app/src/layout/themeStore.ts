/** How somebody wants the screen: as their device is, or always one way. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** Where Backstage's theme API keeps the choice; absent means `system`. */
const STORAGE_KEY = 'theme';

/** The choice kept on this device. */
export function storedTheme(): ThemeChoice {
  const kept = window.localStorage.getItem(STORAGE_KEY);
  return THEME_CHOICES.find(choice => choice === kept) ?? 'system';
}

/** Light or dark, once what the device asks for is taken into account. */
export function resolveTheme(choice: ThemeChoice): 'light' | 'dark' {
  if (choice !== 'system') return choice;
  const asksForDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  return asksForDark ? 'dark' : 'light';
}
