import type { HubService, RetentionSettings } from '@imsa-hub/core-node';
import type { QuerySight } from './access/QuerySight';
import type { QueryClock } from './clocks';
import type { QueryLimits } from './limits/currentLimits';
import type { QueryStore } from './queries/QueryStore';
import type { HolidayCalendar, Nation } from '@imsa-hub/core';
import type { CasesForQueries, TriageRule } from '@imsa-hub/advice-node';

/** What every use case of the advice line stands on. */
export interface AdviceContext extends RetentionSettings {
  hub: HubService;
  store: QueryStore;
  sight: QuerySight;
  limits: QueryLimits;
  clock: QueryClock;
  holidays: HolidayCalendar;
  triageRules(): readonly TriageRule[];
  /** Whoever keeps complex cases; nobody where that plugin is not there. */
  cases(): CasesForQueries | undefined;
  /** Keyed hash of a receipt code, to be kept. */
  receiptHash(code: string): string;
  /** Every hash that the code can be kept under, since the key was changed. */
  receiptHashes(code: string): string[];
  /** Values of columns that other plugins add to the queue, by query id. */
  extraColumns(
    rows: readonly { id: string; nation: Nation }[],
  ): Promise<Map<string, Record<string, string>>>;
}
