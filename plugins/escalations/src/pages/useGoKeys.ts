import { useMe, useGoTo } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

/** `g`, then a letter: goes to a page of complex cases. */
export function useGoKeys(): void {
  const { has } = useMe();
  useGoTo([
    { key: 'd', what: 'the desk', path: pagePaths.desk },
    {
      key: 'm',
      what: 'my cases',
      path: pagePaths.view('mine'),
      enabled: has('escalations.desk'),
    },
    {
      key: 'b',
      what: 'bring a case',
      path: pagePaths.raise,
      enabled: has('escalations.raise'),
    },
    { key: 's', what: 'find a case', path: pagePaths.search },
  ]);
}
