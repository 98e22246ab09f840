import { useMe } from '@imsa-hub/ui';
import { pagePaths } from './paths';

/** The way back to the list, by the name that it has for this person. */
export function useBack(): { href: string; label: string } {
  const { has } = useMe();
  return {
    href: pagePaths.desk,
    label: has('escalations.desk') ? 'Complex cases' : 'My cases',
  };
}
