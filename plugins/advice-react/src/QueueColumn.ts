import type { ReactNode } from 'react';
import type { QueueRow } from '@imsa-hub/advice-common';

/** A column that a plugin adds to the queue of the advice line. */
export interface QueueColumn {
  /**
   * Names the column among all plugins'. A backend module that fills the
   * column writes its value under this id in `row.extra`.
   */
  id: string;
  /** The heading, in plain words. */
  title: string;
  /** Place among the added columns: lower comes first. */
  order: number;
  /** What stands in the column for one query. Text is best. */
  render(row: QueueRow): ReactNode;
}
