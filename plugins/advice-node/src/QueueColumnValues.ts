import type { Nation } from '@imsa-hub/core';

/** What stands in an added column of the queue. */
export interface QueueColumnValues {
  /** The id of the column in the page (`QueueColumnBlueprint`). */
  id: string;
  /**
   * A short text for each query it has one for, by query id. Asked once for
   * all rows of a page, never with content.
   */
  valuesFor(
    rows: readonly { id: string; nation: Nation }[],
  ): Promise<Record<string, string>>;
}
