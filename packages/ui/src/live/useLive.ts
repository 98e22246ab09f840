import { useContext, useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { EVERY_TOPIC } from './LiveConnection';
import { LiveContext } from './LiveProvider';

/**
 * Keeps this screen fresh: when a plugin says "changed", every answer whose
 * key begins with the plugin's id is asked for again.
 *
 * @param topic - the plugin's id, such as `advice`
 * @param onChange - called as well, where a page must do more
 */
export function useLive(topic: string, onChange?: () => void): void {
  const subscribe = useContext(LiveContext);
  const queries = useQueryClient();
  const latest = useRef(onChange);
  latest.current = onChange;

  useEffect(
    () =>
      subscribe(changed => {
        if (changed !== topic && changed !== EVERY_TOPIC) return;
        void queries.invalidateQueries({ queryKey: [topic] });
        latest.current?.();
      }),
    [subscribe, queries, topic],
  );
}
