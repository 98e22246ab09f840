import { useEffect, useRef } from 'react';
import { useHubMutation } from '@imsa-hub/ui';
import { z } from 'zod';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';
import { useAdviceDay } from '../api/useAdviceDay';

/** Says once that the asker has seen the reply, where one is unread. */
export function useMarkReplyRead(queryId: string): void {
  const day = useAdviceDay();
  const isSaid = useRef(false);
  const { mutate } = useHubMutation({
    path: apiPaths.does(queryId, 'read-reply'),
    schema: z.unknown(),
    body: () => ({}),
    invalidates: [keys.day],
  });
  const isUnread =
    day.data?.repliesToRead.some(({ id }) => id === queryId) ?? false;

  useEffect(() => {
    if (!isUnread || isSaid.current) return;
    isSaid.current = true;
    mutate(undefined);
  }, [isUnread, mutate]);
}
