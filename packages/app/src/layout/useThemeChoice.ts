import { useEffect, useState } from 'react';
import { appThemeApiRef, useApi } from '@backstage/core-plugin-api';
import { THEME_CHOICES, type ThemeChoice } from './themeStore';

function toChoice(id: string | undefined): ThemeChoice {
  return THEME_CHOICES.find(choice => choice === id) ?? 'system';
}

/** What somebody has chosen, and how to choose. */
export function useThemeChoice(): readonly [
  ThemeChoice,
  (choice: ThemeChoice) => void,
] {
  const themes = useApi(appThemeApiRef);
  const [choice, setChoice] = useState(() =>
    toChoice(themes.getActiveThemeId()),
  );

  useEffect(() => {
    const watching = themes
      .activeThemeId$()
      .subscribe(id => setChoice(toChoice(id)));
    return () => watching.unsubscribe();
  }, [themes]);

  const choose = (next: ThemeChoice) =>
    themes.setActiveThemeId(next === 'system' ? undefined : next);
  return [choice, choose] as const;
}
