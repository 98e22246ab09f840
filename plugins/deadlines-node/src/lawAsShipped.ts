import type { DeadlineRuleProvider } from '@imsa-hub/core';
import { composeLaw, type Law } from './composeLaw';
import { NO_ROWS } from './lawRows';
import { readShippedLaw } from './readShippedLaw';

/**
 * The law of a catalog folder with nothing decided since, for commands and
 * tests. Throws as {@link readShippedLaw} and {@link composeLaw} do.
 */
export function lawAsShipped(
  folder: string,
  providers: readonly DeadlineRuleProvider[] = [],
): Law {
  return composeLaw({
    shipped: readShippedLaw(folder),
    providers,
    rows: NO_ROWS,
  });
}
