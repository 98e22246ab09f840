import { useGoTo, useMe } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

/** `g`, then a letter: goes to a page of the advice line. */
export function useGoKeys(): void {
  const { has } = useMe();
  const canAnswer = has('advice.answer');
  useGoTo([
    { key: 'q', what: 'the queue', path: pagePaths.queue },
    {
      key: 'm',
      what: 'mine',
      path: pagePaths.view('mine'),
      enabled: canAnswer,
    },
    {
      key: 'a',
      what: 'ask',
      path: pagePaths.ask,
      enabled: has('advice.ask'),
    },
    {
      key: 't',
      what: 'templates',
      path: pagePaths.templates,
      enabled: canAnswer,
    },
  ]);
}
