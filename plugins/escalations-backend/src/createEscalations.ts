import type { CasesOfQueries } from '@imsa-hub/advice-node';
import {
  BreakGlassService,
  createRetention,
  readWorkingHours,
  type HubService,
  type Retention,
} from '@imsa-hub/core-node';
import {
  createEventLimits,
  currentHolidays,
  derivedFrom,
  type DeadlineDirectory,
} from '@imsa-hub/deadlines-node';
import { casesBehindGlass } from './access/casesBehindGlass';
import { createEscalationSight } from './access/escalationSight';
import { createPapers, type PaperServices } from './createPapers';
import { ConsentRequests } from './drafts/ConsentRequests';
import { DraftAnswers } from './drafts/DraftAnswers';
import { DraftPresenter } from './drafts/DraftPresenter';
import { DraftService } from './drafts/DraftService';
import { DraftStore } from './drafts/DraftStore';
import type { EscalationTypes } from './drafts/escalationTypes';
import { MendService } from './drafts/MendService';
import { SubmissionWriter } from './drafts/SubmissionWriter';
import { SubmitService } from './drafts/SubmitService';
import type { EscalationContext } from './EscalationContext';
import { createCasesForQueries } from './fromQuery/createCasesForQueries';
import { FromQueryService } from './fromQuery/FromQueryService';
import {
  createEscalationChanges,
  type EscalationChanges,
} from './escalations/EscalationChanges';
import { EscalationPresenter } from './escalations/EscalationPresenter';
import { EscalationReading } from './escalations/EscalationReading';
import type { EscalationDbRow } from './escalations/EscalationRow';
import { EscalationStore } from './escalations/EscalationStore';
import { ClosingService } from './moves/ClosingService';
import { GivingService } from './moves/GivingService';
import { ProgressService } from './moves/ProgressService';
import { LevelService } from './moves/LevelService';
import { RecusalService } from './moves/RecusalService';
import { keptCases } from './retention/keptCases';
import { CaseworkService } from './work/CaseworkService';
import { FactService } from './work/FactService';
import { TaskService } from './work/TaskService';
import { ConsentService } from './work/ConsentService';
import { DecisionService } from './work/DecisionService';
import { EventService } from './work/EventService';
import { HandoverService } from './work/HandoverService';
import { LegalRequestService } from './work/LegalRequestService';
import { createStateTargets } from './flow/stateTargets';
import { readCaseSettings } from './readCaseSettings';

// The register asks about employment; no case does.
const NOT_FOR_CASES: ReadonlySet<string> = new Set(['imsa-employment-start']);

/** The use cases of complex cases. */
export interface EscalationServices extends PaperServices {
  context: EscalationContext;
  presenter: EscalationPresenter;
  changes: EscalationChanges;
  drafts: DraftService;
  consentRequests: ConsentRequests;
  mending: MendService;
  fromQuery: FromQueryService;
  submit: SubmitService;
  reading: EscalationReading;
  giving: GivingService;
  levels: LevelService;
  progress: ProgressService;
  closing: ClosingService;
  recusal: RecusalService;
  retention: Retention<EscalationDbRow>;
  casework: CaseworkService;
  facts: FactService;
  tasks: TaskService;
  consent: ConsentService;
  events: EventService;
  legalRequests: LegalRequestService;
  decisions: DecisionService;
  handovers: HandoverService;
  breakGlass: BreakGlassService<EscalationDbRow>;
}

/** Puts complex cases together on the hub's foundation. */
export function createEscalations(options: {
  hub: HubService;
  /** The legal limits and bank holidays that count now. */
  deadlines: DeadlineDirectory;
  types: EscalationTypes;
  /** Where queries of the advice line and cases meet. */
  casesOfQueries?: CasesOfQueries;
}): EscalationServices {
  const { hub, deadlines, types } = options;
  const holidays = currentHolidays(deadlines);
  const settings = readCaseSettings(hub.config);
  const context: EscalationContext = {
    hub,
    store: new EscalationStore(),
    sight: createEscalationSight(hub.permissions),
    types,
    limits: derivedFrom(deadlines, law =>
      createEventLimits({
        rules: law.rules,
        holidays: law.holidays,
        leaveOut: NOT_FOR_CASES,
      }),
    ),
    lawVersion: () => deadlines.current().version,
    queries: () => options.casesOfQueries?.queries(),
    holidays,
    targets: createStateTargets({
      types,
      holidays,
      hours: settings.targetHours,
      workingHours: readWorkingHours(hub.config),
    }),
    retentionMonths: settings.retentionMonths,
    retentionReviewDays: settings.retentionReviewDays,
  };
  const retention = createRetention(keptCases(context));
  const presenter = new EscalationPresenter(context, retention.reading);
  const changes = createEscalationChanges(context, presenter);
  const drafts = new DraftStore(hub.sealing);
  const checks = new DraftAnswers(context);
  const consentRequests = new ConsentRequests(context, drafts);
  const fromQuery = new FromQueryService(context, checks);
  options.casesOfQueries?.offerCases(createCasesForQueries(context));
  const reading = new EscalationReading(context, presenter, fromQuery);
  const draftService = new DraftService(
    context,
    drafts,
    checks,
    new DraftPresenter(context, drafts, checks, consentRequests),
    fromQuery,
  );
  return {
    context,
    presenter,
    changes,
    reading,
    giving: new GivingService(context, changes),
    levels: new LevelService(changes),
    progress: new ProgressService(context, changes),
    closing: new ClosingService(context, changes),
    recusal: new RecusalService(context, changes),
    retention,
    fromQuery,
    drafts: draftService,
    consentRequests,
    mending: new MendService(context, draftService),
    submit: new SubmitService({
      context,
      drafts,
      checks,
      changes,
      fromQuery,
      consentRequests,
      writer: new SubmissionWriter(context, checks),
    }),
    casework: new CaseworkService(changes),
    facts: new FactService(context, changes),
    tasks: new TaskService(context, changes),
    consent: new ConsentService(context, changes),
    events: new EventService(context, changes),
    legalRequests: new LegalRequestService(context, changes),
    decisions: new DecisionService(context, changes),
    handovers: new HandoverService(context, changes),
    ...createPapers({ context, changes, reading, presenter }),
    breakGlass: new BreakGlassService(casesBehindGlass(context)),
  };
}
