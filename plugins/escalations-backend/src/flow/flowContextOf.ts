import {
  escalationsDeskPermission,
  escalationsManagePermission,
  escalationsOverrideConsentPermission,
} from '@imsa-hub/escalations-common';
import type { CaseFacts } from '@imsa-hub/escalations-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import type { EscalationFlowContext } from './escalationFlow';

/** What stands open beside a case, for the flow's guards. */
export interface OpenWork {
  escalation_id: string;
  opinion_of: string[];
  spend_by: string[];
  handover: boolean;
  handover_accepted: boolean;
  open_tasks: number;
  templates: string[];
}

const NOTHING_OPEN: Omit<OpenWork, 'escalation_id'> = {
  opinion_of: [],
  spend_by: [],
  handover: false,
  handover_accepted: false,
  open_tasks: 0,
  templates: [],
};

/** Reads what is open on some cases in one statement. */
export async function readOpenWork(
  knex: Knex,
  escalationIds: readonly string[],
): Promise<Map<string, OpenWork>> {
  if (escalationIds.length === 0) return new Map();
  const { rows } = await knex.raw(
    `select e.id as escalation_id,
      array(select asked_of from opinion o
        where o.escalation_id = e.id and o.given_at is null
          and o.lapsed_at is null) as opinion_of,
      array(select proposed_by from spend s
        where s.escalation_id = e.id and s.state = 'proposed') as spend_by,
      exists(select 1 from handover h
        where h.escalation_id = e.id and h.ended_at is null) as handover,
      exists(select 1 from handover h
        where h.escalation_id = e.id and h.ended_at is null
          and h.accepted_at is not null) as handover_accepted,
      (select count(*)::int from task t
        where t.escalation_id = e.id and t.state = 'open') as open_tasks,
      array(select distinct d.template_id from document d
        where d.escalation_id = e.id) as templates
    from unnest(?::text[]) as e(id)`,
    [[...escalationIds]],
  );
  return new Map((rows as OpenWork[]).map(row => [row.escalation_id, row]));
}

/** What the flow may ask about a person and a case. */
export function flowContextOf(
  context: EscalationContext,
  input: { person: PersonContext; row: EscalationDbRow; open?: OpenWork },
): EscalationFlowContext {
  const { person, row } = input;
  const open = input.open ?? NOTHING_OPEN;
  const { permissions } = context.hub;
  const facts: CaseFacts = {
    status: row.status,
    level: row.level,
    nation: row.nation,
    areas: row.areas,
    openTasks: open.open_tasks,
    documents: open.templates.map(templateId => ({ templateId })),
  };
  const narrow = context.types.byId(row.type).narrow;
  return {
    works: context.sight.mayWorkOn(person, row),
    desk: permissions.may(person, escalationsDeskPermission),
    manages: permissions.may(person, escalationsManagePermission),
    isRaiser: row.raised_by === person.id,
    isLead: row.lead_id === person.id,
    isNextLead: row.next_lead_id === person.id,
    isHandler: row.handler_id === person.id,
    hasLead: row.lead_id !== null,
    destroyed: row.destroyed_at !== null,
    level: row.level,
    overrides: permissions.may(person, escalationsOverrideConsentPermission),
    consent: consentOf(row),
    opinionOpen: open.opinion_of.length > 0,
    opinionAskedOfMe: open.opinion_of.includes(person.id),
    handoverOpen: open.handover,
    handoverAccepted: open.handover_accepted,
    spendOpen: open.spend_by.length > 0,
    spendOfOthersOpen: open.spend_by.some(id => id !== person.id),
    narrowed: action => narrow?.[action]?.(facts),
  };
}

/** Whether the survivor agreed to discuss it, or it was decided without. */
function consentOf(
  row: Pick<EscalationDbRow, 'consent' | 'consent_overridden'>,
): EscalationFlowContext['consent'] {
  if (row.consent === 'given') return 'given';
  return row.consent_overridden ? 'overridden' : 'none';
}
