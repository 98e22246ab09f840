import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useMe, useShortcut } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

/** How long the second key may be waited for. */
const WAIT_MS = 1_500;

/** `g`, then a letter: goes to a page of the advice line. */
export function useGoKeys(): void {
  const [isArmed, setIsArmed] = useState(false);
  const navigate = useNavigate();
  const { has } = useMe();

  useEffect(() => {
    if (!isArmed) return undefined;
    const timer = setTimeout(() => setIsArmed(false), WAIT_MS);
    return () => clearTimeout(timer);
  }, [isArmed]);

  const go = (path: string) => () => {
    setIsArmed(false);
    navigate(path);
  };
  const canAnswer = has('advice.answer');

  useShortcut({
    key: 'g',
    what: canAnswer
      ? 'Go to … then q the queue, m mine, a ask, t templates'
      : 'Go to … then q the queue, a ask',
    run: () => setIsArmed(true),
  });
  useShortcut({
    key: 'q',
    what: 'after g: the queue',
    enabled: isArmed,
    run: go(pagePaths.queue),
  });
  useShortcut({
    key: 'm',
    what: 'after g: my queries',
    enabled: isArmed && canAnswer,
    run: go(pagePaths.view('mine')),
  });
  useShortcut({
    key: 'a',
    what: 'after g: ask a question',
    enabled: isArmed && has('advice.ask'),
    run: go(pagePaths.ask),
  });
  useShortcut({
    key: 't',
    what: 'after g: templates',
    enabled: isArmed && canAnswer,
    run: go(pagePaths.templates),
  });
}
