import type {
  CasesOfQueries,
  DocumentTemplate,
  QueueColumnValues,
  TriageRule,
} from '@imsa-hub/advice-node';
import { normaliseReceiptCode } from '@imsa-hub/core';
import {
  readKeys,
  readWorkingHours,
  type HubService,
} from '@imsa-hub/core-node';
import {
  currentHolidays,
  type DeadlineDirectory,
} from '@imsa-hub/deadlines-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { createHmac } from 'node:crypto';
import type { AdviceContext } from './AdviceContext';
import { createAdviceServices, type AdviceServices } from './AdviceServices';
import { QuerySight } from './access/QuerySight';
import { createQueriesForCases } from './cases/createQueriesForCases';
import { createQueryClock } from './clocks';
import { currentLimits } from './limits/currentLimits';
import { readAdviceSettings } from './readAdviceSettings';
import { readExtraColumns } from './queries/readExtraColumns';
import { QueryStore } from './queries/QueryStore';
import { TemplateService } from './templates';

/** What modules add to the advice line, read when it is asked for. */
export interface AdviceExtensions {
  triageRules(): readonly TriageRule[];
  templates(): readonly DocumentTemplate[];
  columns(): readonly QueueColumnValues[];
}

/** Puts the advice line together on the hub's foundation. */
export function createAdvice(options: {
  hub: HubService;
  /** The legal limits and bank holidays that count now. */
  deadlines: DeadlineDirectory;
  extensions: AdviceExtensions;
  /** Where queries and complex cases meet. */
  casesOfQueries?: CasesOfQueries;
  doorsOf(person: PersonContext): string[];
}): AdviceServices {
  const { hub, extensions, deadlines } = options;
  const holidays = currentHolidays(deadlines);
  const receiptKeys = readKeys(hub.config, 'hub.receipts');
  const receiptHashes = (code: string) =>
    receiptKeys.map(key =>
      createHmac('sha256', key)
        .update(`receipt\n${normaliseReceiptCode(code)}`)
        .digest('hex'),
    );
  const {
    targets: { warnAt, ...targets },
    retentionMonths,
    retentionReviewDays,
  } = readAdviceSettings(hub.config);
  const context: AdviceContext = {
    hub,
    store: new QueryStore(),
    sight: new QuerySight(hub.permissions),
    holidays,
    limits: currentLimits(deadlines),
    clock: createQueryClock({
      hours: readWorkingHours(hub.config),
      holidays,
      targets,
      warnAt,
    }),
    retentionMonths,
    retentionReviewDays,
    triageRules: extensions.triageRules,
    cases: () => options.casesOfQueries?.cases(),
    receiptHash: code => receiptHashes(code).at(-1) ?? '',
    receiptHashes,
    extraColumns: rows =>
      readExtraColumns({
        columns: extensions.columns(),
        rows,
        logger: hub.logger,
      }),
  };
  const services = createAdviceServices({
    context,
    templates: new TemplateService(hub, extensions.templates),
    doorsOf: options.doorsOf,
  });
  options.casesOfQueries?.offerQueries(createQueriesForCases(services));
  return services;
}
