import type {
  CasesOfQueries,
  DocumentTemplate,
  QueueColumnValues,
  TriageRule,
} from '@imsa-hub/advice-node';
import { DEFAULT_WORKING_HOURS, normaliseReceiptCode } from '@imsa-hub/core';
import { readKey, type HubService } from '@imsa-hub/core-node';
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
  const receiptKey = readKey(hub.config, 'hub.receipts.key');
  const setting = (name: string, otherwise: number) =>
    hub.config.getOptionalNumber(`hub.advice.${name}`) ?? otherwise;
  const context: AdviceContext = {
    hub,
    store: new QueryStore(),
    sight: new QuerySight(hub.permissions),
    holidays,
    limits: currentLimits(deadlines),
    clock: createQueryClock({
      hours: DEFAULT_WORKING_HOURS,
      holidays,
      targets: {
        firstReplyHours: setting('targets.firstReplyHours', 8),
        resolutionHours: setting('targets.resolutionHours', 40),
      },
      warnAt: setting('targets.warnAtShare', 0.75),
    }),
    triageRules: extensions.triageRules,
    cases: () => options.casesOfQueries?.cases(),
    receiptHash: code =>
      createHmac('sha256', receiptKey)
        .update(`receipt\n${normaliseReceiptCode(code)}`)
        .digest('hex'),
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
