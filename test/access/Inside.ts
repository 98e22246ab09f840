import type { Hub } from '@imsa-hub/launch';
import { newId } from '@imsa-hub/core';
import { Pool } from 'pg';

/** The sweeps come by every 15 s; twice that with nothing written is a whole round. */
const BETWEEN_SWEEPS_S = 30;

/**
 * The hub's database as its keeper sees it: to look whether a refused call left
 * a trace, and to make what no request can make any more (a question of
 * somebody whose role has changed since).
 */
export class Inside {
  private readonly pool: Pool;

  constructor(hub: Hub) {
    this.pool = new Pool({ ...hub.services.postgres.superuser, max: 6 });
    // Some checks stop PostgreSQL under it; the next question connects again.
    this.pool.on('error', () => undefined);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** One value of one row. */
  async value<T>(sql: string, values: readonly unknown[] = []): Promise<T> {
    const { rows } = await this.pool.query({
      text: sql,
      values: [...values],
      rowMode: 'array',
    });
    return rows[0]?.[0] as T;
  }

  version(queryId: string): Promise<number> {
    return this.value('select version from advice.query where id = $1', [
      queryId,
    ]);
  }

  /** The query's reference; one that nothing has where it is missing. */
  async referenceOf(queryId: string): Promise<string> {
    const reference = await this.value<string | undefined>(
      'select reference from advice.query where id = $1',
      [queryId],
    );
    return reference ?? 'ADV-000000';
  }

  caseVersion(escalationId: string): Promise<number> {
    return this.value(
      'select version from escalations.escalation where id = $1',
      [escalationId],
    );
  }

  /** Everything that a change of a case would leave, as one text. */
  async tracesOfCase(escalationId: string): Promise<string> {
    const rows = ['submission', 'entry', 'statement', 'event', 'encounter']
      .concat('participant', 'handover', 'task', 'opinion', 'spend')
      .concat('safety_check', 'document', 'file', 'outcome', 'recusal')
      .concat('break_glass', 'legal_request', 'closing', 'specialist')
      .concat('retention_step')
      .map(
        table =>
          `(select json_agg(t order by t::text) from escalations.${table} t where escalation_id = $1)`,
      );
    const parts: unknown = await this.value(
      `select json_build_array(
         (select row_to_json(e) from escalations.escalation e where id = $1),
         ${rows.join(', ')})`,
      [escalationId],
    );
    return JSON.stringify(parts);
  }

  async tracesOfDraft(draftId: string): Promise<string> {
    return JSON.stringify(
      await this.value(
        `select json_build_array(row_to_json(d),
           (select json_agg(c) from escalations.consent_request c
            where c.draft_id = d.id))
         from escalations.draft d where id = $1`,
        [draftId],
      ),
    );
  }

  /** Everything that a change of a query would leave, as one text. */
  async tracesOfQuery(queryId: string): Promise<string> {
    const rows = ['query_entry', 'query_draft', 'recusal', 'break_glass']
      .concat('query_link', 'query_outcome', 'clock_stop', 'query_event')
      .concat('query_case', 'retention_step')
      .map(
        table =>
          `(select json_agg(t order by t::text) from advice.${table} t where query_id = $1)`,
      );
    const parts: unknown = await this.value(
      `select json_build_array((select row_to_json(q) from advice.query q where id = $1),
         (select count(*) from notifications.notice where subject = 'advice-query:' || $1),
         ${rows.join(', ')})`,
      [queryId],
    );
    return JSON.stringify(parts);
  }

  /** The same of a person or an organisation of the register. */
  async tracesOfRegister(id: string): Promise<string> {
    const parts: unknown = await this.value(
      `select json_build_array(
         (select row_to_json(p) from network.person p where id = $1),
         (select row_to_json(o) from network.organisation o where id = $1),
         (select json_agg(e order by e.id) from network.employment e where person_id = $1),
         (select json_agg(g order by g.id) from network.role_grant g where person_id = $1),
         (select json_agg(h order by h.id) from network.hold h where person_id = $1),
         (select json_agg(e order by e.id) from network.erasure e where person_id = $1))`,
      [id],
    );
    return JSON.stringify(parts);
  }

  async tracesOfNotice(id: string): Promise<string> {
    return JSON.stringify(
      await this.value(
        // Whether a mail was made of it is the sender's, whenever it comes by.
        `select to_jsonb(n) - 'mail_id' - 'mail_skipped'
         from notifications.notice n where id = $1`,
        [id],
      ),
    );
  }

  /** How many records bear a mark, an id that a call put into what it sends. */
  marked(mark: string): Promise<string> {
    return this.value(
      `select ((select count(*) from advice.query where request_key like '%' || $1)
        + (select count(*) from advice.template where title like '%' || $1 || '%')
        + (select count(*) from escalations.draft where request_key like '%' || $1)
        + (select count(*) from network.person where email like '%' || $1 || '%')
        + (select count(*) from network.organisation where name like '%' || $1 || '%'))::text`,
      [mark],
    );
  }

  /** How many refusals the ledger has of a person. */
  refusalsOf(personId: string): Promise<number> {
    const counts = [
      'advice',
      'escalations',
      'network',
      'notifications',
      'deadlines',
    ].map(
      schema =>
        `(select count(*) from ${schema}.ledger_entry where actor = $1 and type like '%.refused')`,
    );
    return this.value(`select (${counts.join(' + ')})::int`, [personId]);
  }

  async makeErasureAsker(id: string, personId: string): Promise<void> {
    await this.value('update network.erasure set asked_by = $2 where id = $1', [
      id,
      personId,
    ]);
  }

  /** Kinds of what somebody was sent a mail of. */
  kindsMailed(personId: string): Promise<string[]> {
    return this.value(
      `select coalesce(json_agg(distinct kind), '[]') from notifications.notice
       where person_id = $1 and mail_id is not null`,
      [personId],
    );
  }

  async makeAsker(queryId: string, personId: string): Promise<void> {
    await this.value('update advice.query set raised_by = $2 where id = $1', [
      queryId,
      personId,
    ]);
  }

  /** Lets the hour pass. */
  async endBreakGlass(queryId: string): Promise<void> {
    await this.value(
      'update advice.break_glass set until = now() where query_id = $1',
      [queryId],
    );
  }

  async makeConflicted(queryId: string, organisationId: string): Promise<void> {
    await this.value(
      'update advice.query set subject_organisation_id = $2 where id = $1',
      [queryId, organisationId],
    );
  }

  async makeRecused(queryId: string, personId: string): Promise<void> {
    await this.value(
      'insert into advice.recusal (query_id, person_id, at) values ($1, $2, now())',
      [queryId, personId],
    );
  }

  /** Makes somebody whose role may have changed since the raiser of a case. */
  async makeCaseRaiser(escalationId: string, personId: string): Promise<void> {
    await this.value(
      'update escalations.escalation set raised_by = $2 where id = $1',
      [escalationId, personId],
    );
  }

  async makePart(escalationId: string, personId: string): Promise<void> {
    await this.value(
      `insert into escalations.participant (id, escalation_id, person_id, part, since)
       values ($3, $1, $2, 'referred', now())`,
      [escalationId, personId, newId()],
    );
  }

  async makeCaseRecused(escalationId: string, personId: string): Promise<void> {
    await this.value(
      'insert into escalations.recusal (escalation_id, person_id, at) values ($1, $2, now())',
      [escalationId, personId],
    );
  }

  async makeCaseConflicted(
    escalationId: string,
    organisationId: string,
  ): Promise<void> {
    await this.value(
      'update escalations.escalation set subject_organisation_id = $2 where id = $1',
      [escalationId, organisationId],
    );
  }

  async endCaseBreakGlass(escalationId: string): Promise<void> {
    await this.value(
      'update escalations.break_glass set until = now() where escalation_id = $1',
      [escalationId],
    );
  }

  /** A notice about a query, as if the person could have known of it once. */
  async giveNotice(input: {
    id: string;
    personId: string;
    queryId: string;
  }): Promise<void> {
    await this.value(
      `insert into notifications.notice
         (id, entry_id, plugin, type, subject, person_id, kind, path, created_at)
       values ($1, $1, 'advice', 'advice.reply-sent', 'advice-query:' || $3, $2,
         'advice.replied', '/advice/queries/' || $3, now())`,
      [input.id, input.personId, input.queryId],
    );
  }

  /** Waits until everybody was told of what happened; of one query, or of all. */
  settled(queryId?: string): Promise<void> {
    const left = (schema: string, subject: string) =>
      `(select count(*)::int from ${schema}.ledger_outbox o
        join ${schema}.ledger_entry e on e.id = o.entry_id
        where $1::text is null or e.subject = '${subject}:' || $1)`;
    return this.none(
      `select ${left('advice', 'advice-query')} + ${left('escalations', 'escalation')}`,
      { values: [queryId ?? null] },
    );
  }

  /** Waits until the hub has come by every record and found nothing to do any more. */
  async swept(): Promise<void> {
    const latest = (schema: string) =>
      `(select coalesce(max(at), '-infinity') from ${schema}.ledger_entry)`;
    return this.none(
      `select (greatest(${latest('advice')}, ${latest('escalations')})
         > now() - interval '${BETWEEN_SWEEPS_S} seconds')::int`,
      { seconds: 120 },
    );
  }

  /** Waits until nothing is on its way any more to whoever wrote a mail. */
  mailsEnded(mailId: string): Promise<void> {
    return this.none(
      `select count(*)::int from advice.mailbox_note
       where mail_id = $1 and ended_at is null`,
      { values: [mailId] },
    );
  }

  private async none(
    sql: string,
    asked: { values?: readonly unknown[]; seconds?: number },
  ): Promise<void> {
    const { values = [], seconds = 10 } = asked;
    const end = Date.now() + seconds * 1_000;
    while (Date.now() < end) {
      if ((await this.value<number>(sql, values)) === 0) return;
      await new Promise(done => setTimeout(done, 25));
    }
    throw new Error(`Still waiting after ${seconds} seconds: ${sql}`);
  }
}
