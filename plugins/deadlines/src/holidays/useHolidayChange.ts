import {
  HolidayListSchema,
  type HolidayChange,
} from '@imsa-hub/deadlines-common';
import { useHubMutation, useToast } from '@imsa-hub/ui';
import { apiPaths } from '../shared/paths';

/** Adds a closed day or takes one away. */
export function useHolidayChange(onDone: () => void) {
  const toast = useToast();
  return useHubMutation({
    path: apiPaths.holidays,
    body: (change: HolidayChange) => change,
    schema: HolidayListSchema,
    invalidates: [['deadlines']],
    onSuccess: (_list, { change }) => {
      toast({
        message:
          change === 'add'
            ? 'The day is closed. Limits are worked out again.'
            : 'The day is open. Limits are worked out again.',
      });
      onDone();
    },
  });
}
