import {
  BreakGlassService,
  createRetention,
  type Retention,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { AdviceContext } from './AdviceContext';
import { queriesBehindGlass } from './access/queriesBehindGlass';
import { createMailbox, type Mailbox } from './mailbox';
import { AskerService } from './queries/AskerService';
import { CaseworkService } from './queries/CaseworkService';
import { EventService } from './queries/EventService';
import { GivingService } from './queries/GivingService';
import { IntakeService } from './queries/IntakeService';
import { LinkService } from './queries/LinkService';
import { MergingService } from './queries/MergingService';
import { createQueryChanges } from './queries/QueryChanges';
import { QueryPresenter } from './queries/QueryPresenter';
import { QueryReading } from './queries/QueryReading';
import type { QueryDbRow } from './queries/QueryRow';
import { ReplyService } from './queries/ReplyService';
import { SafetyService } from './queries/SafetyService';
import { keptQueries, type KeptQuery } from './retention/keptQueries';
import { TriageService } from './queries/TriageService';
import type { TemplateService } from './templates';

/** The advice line's use cases. */
export interface AdviceServices {
  context: AdviceContext;
  presenter: QueryPresenter;
  intake: IntakeService;
  reading: QueryReading;
  triage: TriageService;
  giving: GivingService;
  casework: CaseworkService;
  events: EventService;
  safety: SafetyService;
  links: LinkService;
  merging: MergingService;
  replies: ReplyService;
  asker: AskerService;
  breakGlass: BreakGlassService<QueryDbRow>;
  retention: Retention<KeptQuery>;
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
    triage: new TriageService(context, changes),
    giving: new GivingService(context, changes),
    casework: new CaseworkService(context, changes),
    events: new EventService(context, changes),
    safety: new SafetyService(context, changes),
    links: new LinkService(context, changes, presenter),
    merging: new MergingService(context, changes),
    replies: new ReplyService(context, changes, presenter),
    asker: new AskerService(context, changes),
    breakGlass: new BreakGlassService(queriesBehindGlass(context)),
    retention,
    mailbox: createMailbox({ context, intake, presenter }),
  };
}
