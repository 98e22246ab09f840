import type { RefObject } from 'react';
import { useFilterKey, useShortcut, useToast } from '@imsa-hub/ui';

/** Presses the claim button of the row in which the focus is. */
function pressClaim(): boolean {
  const row = document.activeElement?.closest('tr');
  const button = row?.querySelector<HTMLButtonElement>('[data-claim] button');
  button?.click();
  return Boolean(button);
}

/** `c` claims the row that one stands on, `f` leads to the filters. */
export function useQueueKeys(options: {
  bar: RefObject<HTMLElement>;
  canClaim: boolean;
}): void {
  const { bar, canClaim } = options;
  const toast = useToast();
  useShortcut({
    key: 'c',
    what: 'Claim the query you stand on',
    enabled: canClaim,
    run: () => {
      if (pressClaim()) return;
      toast({
        message: 'Go to a query that can be claimed with j or k, then press c',
        tone: 'information',
      });
    },
  });
  useFilterKey({ bar, what: 'Narrow the list by nation or area' });
}
