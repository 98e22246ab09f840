import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import { ROLE_NAMES } from '@imsa-hub/core';
import { useMe, useShortcutHelp, useToast } from '@imsa-hub/ui';
import { RiArrowDownSLine, RiCheckLine } from '@remixicon/react';
import { THEME_CHOICES, type ThemeChoice } from './themeStore';
import { useThemeChoice } from './useThemeChoice';

const THEME_WORDS: Readonly<Record<ThemeChoice, string>> = {
  system: 'As my device',
  light: 'Light',
  dark: 'Dark',
};

/** What somebody is here, in words: "IMSA (trainee), Northgate Advice". */
export function roleWords(person: ReturnType<typeof useMe>['person']): string {
  const roles = person.roles
    .map(role =>
      role === 'imsa' && person.training
        ? `${ROLE_NAMES[role]} (trainee)`
        : ROLE_NAMES[role],
    )
    .join(', ');
  return [roles, person.organisation?.name].filter(Boolean).join(' · ');
}

/** Who is signed in, how the screen looks, and the way out. */
export function PersonMenu() {
  const { person } = useMe();
  const identity = useApi(identityApiRef);
  const toast = useToast();
  const openShortcuts = useShortcutHelp();
  const [choice, choose] = useThemeChoice();

  const signOut = () => {
    identity.signOut().catch(() => {
      toast({
        tone: 'negative',
        message: 'We could not sign you out. Close the browser to be safe.',
      });
    });
  };

  return (
    <MenuTrigger>
      <Button
        variant="tertiary"
        size="medium"
        className="hub-person"
        iconEnd={<RiArrowDownSLine aria-hidden="true" />}
      >
        <span className="hub-person-words">
          <span className="hub-person-name">{person.name}</span>
          <span className="hub-person-role">{roleWords(person)}</span>
        </span>
      </Button>
      <Menu aria-label="You" className="hub-menu">
        <MenuSection title="How the screen looks">
          {THEME_CHOICES.map(theme => (
            <MenuItem
              key={theme}
              aria-label={
                theme === choice
                  ? `${THEME_WORDS[theme]}, chosen`
                  : THEME_WORDS[theme]
              }
              iconStart={
                theme === choice ? (
                  <RiCheckLine aria-hidden="true" />
                ) : (
                  <span className="hub-menu-gap" />
                )
              }
              onAction={() => choose(theme)}
            >
              {THEME_WORDS[theme]}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSeparator />
        <MenuItem onAction={openShortcuts}>Keyboard shortcuts</MenuItem>
        <MenuItem href="/held">What is held about me</MenuItem>
        <MenuItem href="/about">About IMSA Hub</MenuItem>
        <MenuItem onAction={signOut}>Sign out on all devices</MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
