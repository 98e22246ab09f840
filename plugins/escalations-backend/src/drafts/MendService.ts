import { NotFoundError } from '@backstage/errors';
import { decide, newId } from '@imsa-hub/core';
import {
  NotYoursError,
  StaleError,
  type LedgerActor,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import { flowContextOf } from '../flow/flowContextOf';
import { escalationFlow, escalationFlowWords } from '../flow/escalationFlow';
import { answersOfCase } from './answersOfCase';
import type { DraftService } from './DraftService';

/** Cases that the Hub returned, for whoever raised them to mend. */
export class MendService {
  constructor(
    private readonly context: EscalationContext,
    private readonly drafts: DraftService,
  ) {}

  /** Begins the draft that mends a case, or answers with the one there is. */
  async begin(input: {
    person: PersonContext;
    actor: LedgerActor;
    escalationId: string;
  }): Promise<{ id: string }> {
    const { person, actor, escalationId } = input;
    const { store, sight, hub } = this.context;
    const knex = hub.database;
    const row = await store.load({
      knex,
      where: { 'escalation.id': escalationId },
      filter: builder => sight.filterReadable(person, builder),
    });
    if (!row) throw new NotFoundError();
    const decision = decide({
      flow: escalationFlow,
      words: escalationFlowWords,
      status: row.status,
      action: 'submit',
      context: flowContextOf(this.context, { person, row }),
    });
    if (!decision.allowed) {
      const Refusal = decision.kind === 'not-you' ? NotYoursError : StaleError;
      throw new Refusal({ message: decision.why });
    }
    return this.drafts.begin({
      person,
      actor,
      request: {
        type: this.context.types.byId(row.type).id,
        requestKey: newId(),
        fromQueryId: null,
      },
      escalationId: row.id,
      answers: await answersOfCase(this.context, { knex, person, row }),
    });
  }

  /** What was returned to this person and has no draft yet, latest first. */
  async toMend(person: PersonContext, drafted: ReadonlySet<string>) {
    const { hub, sight } = this.context;
    const select = hub.database
      .from('escalation')
      .where({ 'escalation.raised_by': person.id, status: 'returned' })
      .orderBy('escalation.state_since', 'desc')
      .limit(50)
      .select(
        'escalation.id',
        'escalation.reference',
        'escalation.case_reference',
        'escalation.state_since',
      );
    sight.filterReadable(person, select);
    const rows: Array<{
      id: string;
      reference: string;
      case_reference: string;
      state_since: Date;
    }> = await select;
    return rows
      .filter(row => !drafted.has(row.id))
      .map(row => ({
        id: row.id,
        reference: row.reference,
        caseReference: row.case_reference,
        returnedAt: row.state_since.toISOString(),
      }));
  }
}
