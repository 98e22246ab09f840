import { DestroyedContentError } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';

/** What stands in the place of content whose key was destroyed. */
export const DESTROYED =
  'The content was destroyed at the end of its retention.';

/** Opens sealed texts of one case. */
export interface CaseContent {
  open(
    table: string,
    column: string,
    rowId: string,
    sealed: string,
  ): Promise<string>;
  /** The same for a text that may not be there. */
  maybe(
    table: string,
    column: string,
    rowId: string,
    sealed: string | null,
  ): Promise<string | null>;
}

/** A reader of one case's content, on one connection. */
export function caseContent(
  context: EscalationContext,
  input: { knex: Knex; escalationId: string },
): CaseContent {
  const open: CaseContent['open'] = async (table, column, row, sealed) => {
    try {
      return await context.hub.sealing.unseal({
        trx: input.knex,
        caseId: input.escalationId,
        table,
        column,
        row,
        sealed,
      });
    } catch (error) {
      if (error instanceof DestroyedContentError) return DESTROYED;
      throw error;
    }
  };
  return {
    open,
    maybe: async (table, column, row, sealed) =>
      sealed === null ? null : open(table, column, row, sealed),
  };
}
