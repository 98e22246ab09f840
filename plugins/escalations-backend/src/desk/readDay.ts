import {
  escalationsDeskPermission,
  escalationsManagePermission,
  escalationsOverrideConsentPermission,
  type EscalationDay,
} from '@imsa-hub/escalations-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { decidableRequests } from '../drafts/ConsentRequests';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationPresenter } from '../escalations/EscalationPresenter';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { BOARD_COLUMNS } from '../escalations/EscalationStore';
import { countUpTo } from './countUpTo';

/** Cases that are shown with the day, most pressing first. */
const FIRST = 5;

/** What waits for this person, on cases that they may see. */
export async function readDay(input: {
  context: EscalationContext;
  presenter: EscalationPresenter;
  person: PersonContext;
}): Promise<EscalationDay> {
  const { context, person } = input;
  const { hub, sight } = context;
  const { database: knex, permissions } = hub;
  const desk = permissions.may(person, escalationsDeskPermission);
  const manages = permissions.may(person, escalationsManagePermission);

  /** Open cases on which the person may work. */
  const cases = (narrow: (select: Knex.QueryBuilder) => void) => {
    const select = knex.from('escalation').where('escalation.open', true);
    narrow(select);
    sight.filterWorkable(person, select);
    return select;
  };
  /** Open cases that have such a row beside them. */
  const having = (table: string, narrow: (rows: Knex.QueryBuilder) => void) =>
    cases(select => {
      select
        .join(table, `${table}.escalation_id`, 'escalation.id')
        .modify(narrow);
    });
  const toAccept = cases(select => {
    select
      .where('escalation.status', 'raised')
      .whereNot('escalation.raised_by', person.id)
      .whereRaw('escalation.lead_id is distinct from ?', [person.id]);
    if (!desk) select.whereRaw('false');
    if (!manages) select.where('escalation.level', 'senior-imsa');
  });
  // Through the parts, which are found by person; a choice between three
  // columns would walk the board.
  const mine = cases(select => select.whereIn('escalation.id', partsOf()));
  const late = mine.clone().where('escalation.state_due_at', '<', new Date());
  const returned = knex
    .from('escalation')
    .where('escalation.open', true)
    .where({
      'escalation.raised_by': person.id,
      'escalation.status': 'returned',
    });
  sight.filterReadable(person, returned);
  const spends = having('spend', rows => {
    rows
      .where('spend.state', 'proposed')
      .whereNot('spend.proposed_by', person.id);
    if (!desk) rows.whereRaw('false');
    if (!manages) rows.where('escalation.level', 'senior-imsa');
  });
  const opinions = having('opinion', rows =>
    rows
      .where('opinion.asked_of', person.id)
      .whereNull('opinion.given_at')
      .whereNull('opinion.lapsed_at'),
  );
  const count = (selection: Knex.QueryBuilder) =>
    countUpTo(knex, selection.clone().select(knex.raw('1')));
  const order = ['escalation.rank', 'escalation.press_on', 'escalation.id'];
  const firstCase = async (selection: Knex.QueryBuilder) => {
    const found: { id: string } | undefined = await selection
      .clone()
      .orderBy(order)
      .first('escalation.id');
    return found?.id ?? null;
  };
  const first: EscalationDbRow[] = await cases(select =>
    // One set of a few ids; "either of two" would walk the board to find five.
    select.whereIn(
      'escalation.id',
      partsOf().union(
        toAccept.clone().select('escalation.id').orderBy(order).limit(FIRST),
        true,
      ),
    ),
  )
    .select(knex.raw(BOARD_COLUMNS))
    .orderBy(order)
    .limit(FIRST);
  return {
    toAccept: await count(toAccept),
    mine: await count(mine),
    late: await count(late),
    opinions: await count(opinions),
    opinionCase: await firstCase(opinions),
    tasks: await count(
      having('task', rows =>
        rows.where({ 'task.owner_id': person.id, 'task.state': 'open' }),
      ),
    ),
    spendsToDecide: await count(spends),
    spendCase: await firstCase(spends),
    consentToDecide: permissions.may(
      person,
      escalationsOverrideConsentPermission,
    )
      ? await count(decidableRequests(knex, person))
      : 0,
    handovers: await count(
      having('handover', rows =>
        rows
          .where('handover.to_id', person.id)
          .whereNull('handover.accepted_at')
          .whereNull('handover.ended_at'),
      ),
    ),
    returned: await count(returned),
    drafts: await count(knex.from('draft').where({ author_id: person.id })),
    first: await input.presenter.rows({ person, rows: first }),
  };

  function partsOf() {
    return knex
      .from('participant')
      .select('escalation_id')
      .where({ person_id: person.id })
      .whereNull('until')
      .whereIn('part', ['handler', 'lead', 'next-lead']);
  }
}
