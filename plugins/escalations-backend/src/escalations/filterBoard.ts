import type { BoardRequest } from '@imsa-hub/escalations-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';

/** Narrows a query of cases to a view of the board and its filters. */
export function filterBoard(
  select: Knex.QueryBuilder,
  input: {
    person: Pick<PersonContext, 'id'>;
    request: Omit<BoardRequest, 'cursor'>;
  },
): void {
  const { person, request } = input;
  const open = () => select.where('escalation.open', true);
  switch (request.view) {
    case 'to-accept':
      open().where('escalation.status', 'raised');
      break;
    case 'mine':
      open().where(mine =>
        mine
          .where('escalation.handler_id', person.id)
          .orWhere('escalation.lead_id', person.id)
          .orWhere('escalation.next_lead_id', person.id),
      );
      break;
    case 'raised-by-me':
      select.where('escalation.raised_by', person.id);
      break;
    case 'waiting':
      open().where('escalation.status', 'waiting');
      break;
    case 'late':
      open().where('escalation.state_due_at', '<', new Date());
      break;
    case 'unhandled':
      open().whereNotNull('escalation.released_at');
      break;
    case 'closed':
      select.where('escalation.open', false);
      break;
    default:
      open();
  }
  const { nation, region, area, risk, level, handler } = request;
  if (nation) select.where('escalation.nation', nation);
  if (region) select.where('escalation.region', region);
  if (level) select.where('escalation.level', level);
  if (handler) select.where('escalation.handler_id', handler);
  if (area) select.whereRaw('escalation.areas @> array[?]::text[]', [area]);
  if (risk) select.whereRaw('escalation.risks @> array[?]::text[]', [risk]);
}
