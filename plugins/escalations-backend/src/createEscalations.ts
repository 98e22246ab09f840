import type { HubService } from '@imsa-hub/core-node';
import {
  createEventLimits,
  currentHolidays,
  derivedFrom,
  type DeadlineDirectory,
} from '@imsa-hub/deadlines-node';
import { BreakGlassService } from './access/BreakGlassService';
import { createEscalationSight } from './access/escalationSight';
import { DraftService } from './drafts/DraftService';
import type { EscalationTypes } from './drafts/escalationTypes';
import { SubmitService } from './drafts/SubmitService';
import type { EscalationContext } from './EscalationContext';
import {
  createEscalationChanges,
  type EscalationChanges,
} from './escalations/EscalationChanges';
import { EscalationPresenter } from './escalations/EscalationPresenter';
import { EscalationReading } from './escalations/EscalationReading';
import { EscalationStore } from './escalations/EscalationStore';
import { ClosingService } from './moves/ClosingService';
import { GivingService } from './moves/GivingService';
import { ProgressService } from './moves/ProgressService';
import { RecusalService } from './moves/RecusalService';
import { CaseDestruction } from './retention/CaseDestruction';
import { RetentionReading } from './retention/RetentionReading';
import { RetentionService } from './retention/RetentionService';
import { RetentionSteps } from './retention/RetentionSteps';
import { CaseworkService } from './work/CaseworkService';
import { DecisionService } from './work/DecisionService';
import { HandoverService } from './work/HandoverService';
import { createStateTargets, DEFAULT_TARGET_HOURS } from './flow/stateTargets';

// The register asks about employment; no case does.
const NOT_FOR_CASES: ReadonlySet<string> = new Set(['imsa-employment-start']);

/** The use cases of complex cases. */
export interface EscalationServices {
  context: EscalationContext;
  presenter: EscalationPresenter;
  changes: EscalationChanges;
  drafts: DraftService;
  submit: SubmitService;
  reading: EscalationReading;
  giving: GivingService;
  progress: ProgressService;
  closing: ClosingService;
  recusal: RecusalService;
  retentionReading: RetentionReading;
  retention: RetentionService;
  destruction: CaseDestruction;
  casework: CaseworkService;
  decisions: DecisionService;
  handovers: HandoverService;
  breakGlass: BreakGlassService;
}

/** Puts complex cases together on the hub's foundation. */
export function createEscalations(options: {
  hub: HubService;
  /** The legal limits and bank holidays that count now. */
  deadlines: DeadlineDirectory;
  types: EscalationTypes;
}): EscalationServices {
  const { hub, deadlines, types } = options;
  const holidays = currentHolidays(deadlines);
  const hours = Object.fromEntries(
    Object.entries(DEFAULT_TARGET_HOURS).map(([status, otherwise]) => [
      status,
      hub.config.getOptionalNumber(`hub.escalations.targetHours.${status}`) ??
        otherwise,
    ]),
  );
  const setting = (name: string, otherwise: number) =>
    hub.config.getOptionalNumber(`hub.escalations.${name}`) ?? otherwise;
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
    holidays,
    targets: createStateTargets({ types, holidays, hours }),
    retentionMonths: setting('retentionMonths', 84),
    retentionReviewDays: setting('retentionReviewDays', 30),
  };
  const presenter = new EscalationPresenter(context);
  const changes = createEscalationChanges(context, presenter);
  const drafts = new DraftService(context);
  const steps = new RetentionSteps(context, presenter);
  const retentionReading = new RetentionReading(context, presenter, steps);
  const destruction = new CaseDestruction(context, steps);
  return {
    context,
    presenter,
    changes,
    drafts,
    submit: new SubmitService(context, drafts, changes),
    reading: new EscalationReading(context, presenter),
    giving: new GivingService(context, changes),
    progress: new ProgressService(context, changes),
    closing: new ClosingService(context, changes),
    recusal: new RecusalService(context, changes),
    retentionReading,
    retention: new RetentionService(
      context,
      steps,
      retentionReading,
      destruction,
    ),
    destruction,
    casework: new CaseworkService(context, changes),
    decisions: new DecisionService(context, changes),
    handovers: new HandoverService(context, changes),
    breakGlass: new BreakGlassService(context),
  };
}
