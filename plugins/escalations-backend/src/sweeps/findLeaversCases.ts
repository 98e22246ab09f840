import {
  escalationsDeskPermission,
  escalationsUsePermission,
} from '@imsa-hub/escalations-common';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { eachNamed } from '@imsa-hub/core-node';
import { isRegisterKnown } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import { isFree } from '../escalations/suitable';

/** Somebody's current part in a case, and what decides whether it can go on. */
interface TakenPart {
  person_id: string;
  part: string;
  subject_organisation_id: string | null;
  raised_by: string;
}

/** Whether a part cannot go on: they left, sit at no desk any more, or are conflicted. */
export function hasLeft({ hub }: EscalationContext, taken: TakenPart): boolean {
  if (!isRegisterKnown(hub.people)) return false;
  const person = hub.people.byId(taken.person_id);
  if (!person) return true;
  const permission =
    taken.part === 'handler'
      ? escalationsDeskPermission
      : escalationsUsePermission;
  if (!hub.permissions.may(person, permission)) return true;
  // Whoever raised a failing of their own employer keeps what is theirs.
  const raisedIt = taken.person_id === taken.raised_by;
  return !raisedIt && !isFree(person, { ...taken, recused_ids: [] });
}

/** Open cases in which somebody has a part that cannot go on; ids, some at a time. */
export async function findLeaversCases(
  context: EscalationContext,
  limit: number,
): Promise<string[]> {
  const { hub } = context;
  const { database: knex, people } = hub;
  if (!isRegisterKnown(people)) return [];
  const without = async (named: Knex.QueryBuilder, needed: BasicPermission) => {
    const ids: string[] = await named.pluck('id');
    return ids.filter(id => {
      const person = people.byId(id);
      return !person || !hub.permissions.may(person, needed);
    });
  };
  const gone = await without(
    eachNamed({
      knex,
      table: 'participant',
      column: 'person_id',
      covered: 'until is null',
    }),
    escalationsUsePermission,
  );
  const offDesk = await without(
    eachNamed({
      knex,
      table: 'escalation',
      column: 'handler_id',
      covered: 'open',
    }),
    escalationsDeskPermission,
  );
  const works = people
    .all()
    .flatMap(person => person.organisationIds.map(id => [person.id, id]));
  const { rows } = await knex.raw(
    `select escalation_id as id from participant
       where person_id = any(:gone::text[]) and until is null
         and exists (select 1 from escalation e
           where e.id = participant.escalation_id and e.open)
     union
     select id from escalation
       where open and handler_id = any(:offDesk::text[])
     union
     select e.id from escalation e
       join participant p on p.escalation_id = e.id and p.until is null
       join unnest(:people::text[], :organisations::text[])
         as works (person_id, organisation_id)
         on works.person_id = p.person_id
         and works.organisation_id = e.subject_organisation_id
       where e.open and e.subject_organisation_id is not null
         and p.person_id <> e.raised_by
     limit :limit`,
    {
      gone,
      offDesk,
      people: works.map(([personId]) => personId ?? ''),
      organisations: works.map(([, organisationId]) => organisationId ?? ''),
      limit,
    },
  );
  return rows.map((row: { id: string }) => row.id);
}
