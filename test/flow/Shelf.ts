import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hub } from '@imsa-hub/launch';
import { Pool } from 'pg';

/** Something open on a case, and whose it is. */
export interface OpenThing {
  id: string;
  personId: string;
}

/** How a case stands, read from the tables themselves. */
export interface Standing {
  status: string;
  version: number;
  nation: string;
  raisedBy: string;
  leadId: string | null;
  nextLeadId: string | null;
  handlerId: string | null;
  dueAt: string | null;
  nextLimitOn: string | null;
  /** People with a part that has not ended. */
  leads: string[];
  nextLeads: string[];
  handlers: string[];
  /** What is open. */
  opinions: OpenThing[];
  spends: OpenThing[];
  /** To whom a handover is under way. */
  handovers: string[];
  tasks: string[];
  /** As they stand: the newest version of each, without what was struck out. */
  events: Array<{ ruleId: string; date: string }>;
  /** The days by which open summons and requests are to be answered. */
  requests: string[];
  /** Every place at which an event was ever recorded. */
  eventPlaces: number[];
}

/** An entry of the ledger that a person made. */
export interface LedgerLine {
  id: string;
  actor: string;
  type: string;
  subject: string;
  at: string;
}

/**
 * Keeps rows of cases beside the hub and puts them back, as the superuser:
 * raising a new case for each try would take an hour.
 */
export class Shelf {
  private constructor(private readonly pool: Pool) {}

  static async beside(hub: Hub): Promise<Shelf> {
    const pool = new Pool({ ...hub.services.postgres.superuser, max: 8 });
    await pool.query(await readFile(join(__dirname, 'shelf.sql'), 'utf8'));
    return new Shelf(pool);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** Changes rows by hand, to make a scene that no request can make. */
  async change(sql: string, values: readonly unknown[]): Promise<void> {
    await this.pool.query(sql, [...values]);
  }

  keep(caseId: string, scene: string): Promise<void> {
    return this.one('shelf.keep($1, $2)', [caseId, scene]);
  }

  putBack(caseId: string, scene: string): Promise<void> {
    return this.one('shelf.put_back($1, $2)', [caseId, scene]);
  }

  standing(caseId: string): Promise<Standing> {
    return this.one('shelf.standing($1)', [caseId]);
  }

  /** A draft as it is kept; `null` where there is none. */
  draft(draftId: string): Promise<string | null> {
    return this.one('(select d::text from escalations.draft d where id = $1)', [
      draftId,
    ]);
  }

  /** What a try left behind, in one round trip. */
  look(input: {
    caseId: string;
    subjects: readonly string[];
    since: string;
  }): Promise<{
    traces: string;
    standing: Standing | null;
    entries: LedgerLine[];
  }> {
    return this.one(
      `json_build_object('traces', shelf.traces($1),
        'standing', shelf.standing($1), 'entries', shelf.entries($2, $3))`,
      [input.caseId, [...input.subjects], input.since],
    );
  }

  /** What a walk left behind, in one round trip. */
  after(input: { caseId: string; scene: string; since: string }): Promise<{
    standing: Standing;
    lost: string[];
    entries: LedgerLine[];
  }> {
    const { caseId, scene, since } = input;
    return this.one(
      `json_build_object('standing', shelf.standing($1),
        'lost', shelf.lost($1, $2), 'entries', shelf.entries($3, $4))`,
      [caseId, scene, [`escalation:${caseId}`], since],
    );
  }

  private async one<T>(expression: string, values: unknown[]): Promise<T> {
    const { rows } = await this.pool.query(
      `select ${expression} as value`,
      values,
    );
    return rows[0]?.value;
  }
}
