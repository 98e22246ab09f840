import type { RecordsBehindGlass } from '@imsa-hub/core-node';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';

/** Complex cases, as records that the Hub Manager can open by break-glass. */
export const casesBehindGlass = ({
  hub,
  sight,
  store,
}: EscalationContext): RecordsBehindGlass<EscalationDbRow> => ({
  hub,
  noun: 'case',
  key: 'escalation_id',
  sight,
  load: (knex, reference) =>
    store.load({
      knex,
      where: { 'escalation.reference': reference },
      filter: () => undefined,
    }),
  subjectOf,
  addEntry: step => store.addStep(step),
});
