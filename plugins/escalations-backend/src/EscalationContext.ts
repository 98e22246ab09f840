import type { QueriesForCases } from '@imsa-hub/advice-node';
import type { HolidayCalendar } from '@imsa-hub/core';
import type {
  HubService,
  Reading,
  RetentionSettings,
} from '@imsa-hub/core-node';
import type { EventLimits } from '@imsa-hub/deadlines-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { EscalationSight } from './access/escalationSight';
import type { EscalationTypes } from './drafts/escalationTypes';
import type { EscalationDbRow } from './escalations/EscalationRow';
import type { EscalationStore } from './escalations/EscalationStore';
import type { StateTargets } from './flow/stateTargets';

/** What every use case of complex cases stands on. */
export interface EscalationContext extends RetentionSettings {
  hub: HubService;
  store: EscalationStore;
  sight: EscalationSight;
  types: EscalationTypes;
  /** The limits of events by the law that counts now. */
  limits(): EventLimits;
  /** Which law that is; kept with what was worked out by it. */
  lawVersion(): string;
  /** The advice line's side of queries that become cases, where it is there. */
  queries(): QueriesForCases | undefined;
  holidays: HolidayCalendar;
  targets: StateTargets;
}

/** The subject under which a case stands in the ledger. */
export const subjectOf = (escalationId: string) => `escalation:${escalationId}`;

/** What stands before a draft's id where the ledger speaks of it. */
export const DRAFT_SUBJECT = 'escalation-draft:';
export const draftSubjectOf = (draftId: string) => `${DRAFT_SUBJECT}${draftId}`;

/** What seeing a case is in the ledger. */
export const readingOf = (
  row: Pick<EscalationDbRow, 'id' | 'opened_by'>,
  person: PersonContext,
): Reading => ({
  type: 'escalations.read',
  subject: subjectOf(row.id),
  why: row.opened_by.some(grant => grant.personId === person.id)
    ? 'break-glass'
    : undefined,
});
