import type { AppTheme } from '@backstage/frontend-plugin-api';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import type { ReactNode } from 'react';

function Plain(props: { children: ReactNode }) {
  return <>{props.children}</>;
}

/** Colours are CSS tokens under `data-theme-mode`; no provider is needed. */
export const hubThemes: AppTheme[] = [
  {
    id: 'light',
    title: 'Light',
    variant: 'light',
    icon: <RiSunLine />,
    Provider: Plain,
  },
  {
    id: 'dark',
    title: 'Dark',
    variant: 'dark',
    icon: <RiMoonLine />,
    Provider: Plain,
  },
];
