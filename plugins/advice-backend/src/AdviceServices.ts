import {
  BreakGlassService,
  createRetention,
  type Retention,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { AdviceContext } from './AdviceContext';
import { queriesBehindGlass } from './access/queriesBehindGlass';
import { createMailbox, type Mailbox } from './mailbox';
import { CaseworkService } from './queries/CaseworkService';
import { EventService } from './queries/EventService';
import { IntakeService } from './queries/IntakeService';
import { MergingService } from './queries/MergingService';
import { createQueryChanges } from './queries/QueryChanges';
import { QueryPresenter } from './queries/QueryPresenter';
import { QueryReading } from './queries/QueryReading';
import type { QueryDbRow } from './queries/QueryRow';
import { ReplyService } from './queries/ReplyService';
import { SafetyService } from './queries/SafetyService';
import { keptQueries } from './retention/keptQueries';
import type { TemplateService } from './templates';

/** The advice line's use cases. */
export interface AdviceServices {
  context: AdviceContext;
  presenter: QueryPresenter;
  intake: IntakeService;
  reading: QueryReading;
  casework: CaseworkService;
  events: EventService;
  safety: SafetyService;
  merging: MergingService;
  replies: ReplyService;
  breakGlass: BreakGlassService<QueryDbRow>;
  retention: Retention<QueryDbRow>;
  templates: TemplateService;
  mailbox: Mailbox;
  doorsOf(person: PersonContext): string[];
}

/** Puts the use cases together on one context. */
export function createAdviceServices(parts: {
  context: AdviceContext;
  templates: TemplateService;
  doorsOf(person: PersonContext): string[];
}): AdviceServices {
  const { context } = parts;
  const retention = createRetention(keptQueries(context));
  const presenter = new QueryPresenter(context, retention.reading);
  const changes = createQueryChanges(context, presenter);
  const intake = new IntakeService(context);
  return {
    ...parts,
    presenter,
    intake,
    reading: new QueryReading(context, presenter),
    casework: new CaseworkService(context, changes),
    events: new EventService(context, changes),
    safety: new SafetyService(context, changes),
    merging: new MergingService(context, changes, presenter),
    replies: new ReplyService(context, changes, presenter),
    breakGlass: new BreakGlassService(queriesBehindGlass(context)),
    retention,
    mailbox: createMailbox({ context, intake, presenter }),
  };
}
