import type {
  Clock,
  Draft,
  MergedQuery,
  NamedPerson,
  QueryEntry,
  Opening,
  QueryRecord,
  QueueRow,
  ReplyKind,
} from '@imsa-hub/advice-common';
import { allowedActions } from '@imsa-hub/core';
import { marksOfSealed } from '@imsa-hub/core-node';
import { presentEvents } from '@imsa-hub/deadlines-node';
import { immigrationGate, type PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import { triages } from '../triage/whoTriages';
import { isLate } from './clockMoves';
import {
  flowContextOf,
  highRiskGate,
  worksOn,
  type DraftFacts,
} from './flowContext';
import type {
  DraftDbRow,
  EntryDbRow,
  QueryDbRow,
  QueueDbRow,
} from './QueryRow';
import { queryFlow } from './queryFlow';
import { waitsForReply } from './waitsForReply';

/** What a row of the queue is made of, whichever statement read it. */
type ShownDbRow = Omit<
  QueueDbRow,
  'draft_author_id' | 'draft_kind' | 'draft_written_by' | 'rank' | 'closed_at'
>;
type ClockDbRow = Pick<
  QueryDbRow,
  | 'first_replied_at'
  | 'open'
  | 'stopped_at'
  | 'stopped_for'
  | 'due_at'
  | 'received_at'
  | 'nation'
>;

/** What a sealed reply holds besides its words. */
export interface SealedReply {
  text: string;
  cites: string[];
}

/** What somebody wrote of a reply, for the confidentiality guard. */
export const wordsOfReply = ({ text, cites }: SealedReply) =>
  [text, ...cites].join('\n');

/**
 * Turns rows into what a person is shown: with the actions open to them, and
 * without the fields that are not theirs (absent, not blank).
 */
export class QueryPresenter {
  constructor(private readonly context: AdviceContext) {}

  /** A row of the queue. No content is opened. */
  row(input: {
    person: PersonContext;
    row: ShownDbRow;
    /** Whether the rules of sight let the person work on it. */
    mayWorkOn: boolean;
    /** Whether they triage this one; as their role has it, unless told. */
    triages?: boolean;
    draft?: DraftFacts;
    survivorClosed?: boolean;
  }): QueueRow {
    const { person, row } = input;
    // What somebody asked themselves, others answer.
    const asStaff = input.mayWorkOn && row.raised_by !== person.id;
    return {
      id: row.id,
      reference: row.reference,
      version: row.version,
      status: row.status,
      receivedAt: row.received_at.toISOString(),
      nation: row.nation,
      areas: row.areas,
      askerKind: row.asker_kind,
      channel: row.channel,
      tier: row.tier,
      highRisk: row.high_risk,
      urgency: asStaff
        ? { band: row.urgency_band, reasons: saidReasons(row) }
        : ownUrgency(row),
      nextLimit:
        row.next_limit_on &&
        row.next_limit_title &&
        (asStaff || row.own_urgency_band === null)
          ? { date: row.next_limit_on, title: row.next_limit_title }
          : null,
      clock: this.clock(row),
      assignee: this.named(row.assignee_id),
      interpreter: row.interpreter,
      allowedActions: allowedActions({
        flow: queryFlow,
        status: row.status,
        context: flowContextOf(this.context, input),
      }),
      extra: {},
    };
  }

  /** The whole record, as far as it is this person's to see. */
  async present(input: {
    person: PersonContext;
    row: QueryDbRow;
    knex: Knex;
  }): Promise<QueryRecord> {
    const { person, row, knex } = input;
    const { store, sight, limits } = this.context;
    const asStaff = worksOn(this.context, person, row);
    // One transaction has one connection, so these stand in a row.
    const draft = await store.draft(knex, row.id);
    const entryRows = await store.entries(knex, row.id);
    const events = await store.events(knex, row.id);
    const outcomes = await store.outcomes(knex, row.id);
    const links = await store.links({
      knex,
      row,
      filter: builder => sight.filterReadable(person, builder),
    });
    const open = (column: string, sealed: string) =>
      this.open(knex, row.id, 'query', column, row.id, sealed);
    const entries = entryRows.filter(entry => asStaff || !entry.staff_only);
    return {
      ...this.row({
        person,
        row,
        draft,
        mayWorkOn: sight.mayWorkOn(person, row),
        triages: triages(this.context, person, row),
        survivorClosed: await store.isSurvivorClosed(knex, row),
      }),
      question: await open('sealed_question', row.sealed_question),
      whoCanAct: await open('sealed_who_can_act', row.sealed_who_can_act),
      ...(asStaff
        ? {
            safeContact: await open(
              'sealed_safe_contact',
              row.sealed_safe_contact,
            ),
            aboutService: await open(
              'sealed_about_service',
              row.sealed_about_service,
            ),
            subjectOrganisation: this.organisation(row.subject_organisation_id),
            draft: draft ? await this.draft(knex, draft) : null,
            mergedHere: await this.mergedHere({ person, row, knex }),
            openings: await this.openings(knex, row.id),
            events: presentEvents({
              events: await store.keptEvents(knex, row.id),
              limits,
              named: personId => this.named(personId),
            }),
            markedBeside: {
              whoCanAct: marksOfSealed(row.sealed_who_can_act),
              safeContact: marksOfSealed(row.sealed_safe_contact),
              aboutService: marksOfSealed(row.sealed_about_service),
            },
          }
        : {}),
      language: row.language,
      safety: row.safety,
      limits: limits.limits({ nation: row.nation, events }),
      professionalRole: row.professional_role,
      issueArea: row.issue_area,
      namedOrganisations: asStaff
        ? row.named_organisation_ids.flatMap(id => this.organisation(id) ?? [])
        : [],
      highRiskGate: asStaff ? (highRiskGate(person, row, draft) ?? null) : null,
      immigrationGate: asStaff ? (immigrationGate(person, row) ?? null) : null,
      needsSecondReader: row.high_risk,
      isLate: row.open && isLate(row, new Date().toISOString()),
      asker: this.named(row.raised_by),
      entries: await Promise.all(
        entries.map(async entry => ({
          ...(await this.entry(knex, entry)),
          ...(asStaff ? { marked: marksOfSealed(entry.sealed_body) } : {}),
        })),
      ),
      outcomes: await Promise.all(
        outcomes.map(async outcome => ({
          area: outcome.area,
          result: outcome.result,
          why: await this.open(
            knex,
            row.id,
            'query_outcome',
            outcome.area,
            row.id,
            outcome.sealed_why,
          ),
          ...(asStaff ? { marked: marksOfSealed(outcome.sealed_why) } : {}),
        })),
      ),
      links,
      becameCase: await this.becameCase(person, row),
      helped: row.helped,
      openedByBreakGlassUntil:
        row.opened_by.find(grant => grant.personId === person.id)?.until ??
        null,
      marked: asStaff ? row.marked : [],
    };
  }

  /** Who opened it by break-glass, and why they said they had to. */
  private async openings(knex: Knex, queryId: string): Promise<Opening[]> {
    const openings: Opening[] = [];
    for (const row of await this.context.store.openings(knex, queryId)) {
      openings.push({
        id: row.id,
        by: this.person(row.person_id),
        at: row.at.toISOString(),
        until: row.until.toISOString(),
        reason: await this.open(
          knex,
          queryId,
          'break_glass',
          'sealed_reason',
          row.id,
          row.sealed_reason,
        ),
        marked: marksOfSealed(row.sealed_reason),
      });
    }
    return openings;
  }

  /** The conversations of queries merged into this one, each with its asker. */
  private async mergedHere(input: {
    person: PersonContext;
    row: QueryDbRow;
    knex: Knex;
  }): Promise<MergedQuery[]> {
    const { person, row, knex } = input;
    const { store, limits } = this.context;
    const merged: MergedQuery[] = [];
    for (const other of await store.mergedHere(knex, row.id)) {
      if (!worksOn(this.context, person, other)) continue;
      const entries = await store.entries(knex, other.id);
      const events = await store.events(knex, other.id);
      merged.push({
        id: other.id,
        reference: other.reference,
        question: await this.open(
          knex,
          other.id,
          'query',
          'sealed_question',
          other.id,
          other.sealed_question,
        ),
        safeContact: await this.open(
          knex,
          other.id,
          'query',
          'sealed_safe_contact',
          other.id,
          other.sealed_safe_contact,
        ),
        marked: marksOfSealed(other.sealed_question),
        safeContactMarked: marksOfSealed(other.sealed_safe_contact),
        entries: await Promise.all(
          entries
            .filter(entry => !entry.staff_only)
            .map(async entry => ({
              ...(await this.entry(knex, entry)),
              marked: marksOfSealed(entry.sealed_body),
            })),
        ),
        limits: limits.limits({ nation: other.nation, events }),
        waitsForReply: waitsForReply(other, row),
      });
    }
    return merged;
  }

  /** A person by register id, as others see them. */
  named(personId: string | null): NamedPerson | null {
    return personId ? this.person(personId) : null;
  }

  private person(personId: string): NamedPerson {
    const { people } = this.context.hub;
    return {
      id: personId,
      name: people.nameOf(personId),
      trainee: people.byId(personId)?.training === 'trainee',
    };
  }

  /** The clock that counts now. */
  clock(row: ClockDbRow): Clock {
    const kind = row.first_replied_at ? 'resolution' : 'first-reply';
    const ended = !row.open;
    const stopped = row.stopped_at !== null;
    return {
      kind,
      state: this.context.clock.state({
        now: new Date(),
        dueAt: row.due_at,
        startedAt: row.received_at,
        stoppedFor: stopped ? row.stopped_for : null,
        ended,
        nation: row.nation,
        kind,
      }),
      dueAt: ended || stopped ? null : row.due_at.toISOString(),
      stoppedFor: ended ? null : row.stopped_for,
    };
  }

  /** Opens one sealed reply. */
  async openReply(
    knex: Knex,
    place: { queryId: string; table: string; column: string; row: string },
    sealed: string,
  ): Promise<SealedReply> {
    return JSON.parse(
      await this.open(
        knex,
        place.queryId,
        place.table,
        place.column,
        place.row,
        sealed,
      ),
    );
  }

  async entry(knex: Knex, entry: EntryDbRow): Promise<QueryEntry> {
    const reply =
      entry.kind === 'reply' && entry.sealed_body
        ? await this.openReply(
            knex,
            {
              queryId: entry.query_id,
              table: 'query_entry',
              column: 'sealed_body',
              row: entry.id,
            },
            entry.sealed_body,
          )
        : undefined;
    return {
      id: entry.id,
      at: entry.at.toISOString(),
      kind: entry.kind,
      by: this.named(entry.by_id),
      summary: entry.summary,
      body: reply?.text ?? (await this.openBody(knex, entry)),
      replyKind: entry.reply_kind,
      cites: reply?.cites ?? [],
      secondReader: this.named(entry.second_reader_id),
    };
  }

  private async openBody(knex: Knex, entry: EntryDbRow) {
    if (!entry.sealed_body) return null;
    return this.open(
      knex,
      entry.query_id,
      'query_entry',
      'sealed_body',
      entry.id,
      entry.sealed_body,
    );
  }

  private async draft(knex: Knex, draft: DraftDbRow): Promise<Draft> {
    const place = {
      queryId: draft.query_id,
      table: 'query_draft',
      column: 'sealed_body',
      row: draft.id,
    };
    const reply = await this.openReply(knex, place, draft.sealed_body);
    return {
      id: draft.id,
      body: reply.text,
      kind: draft.kind as ReplyKind,
      cites: reply.cites,
      templateId: draft.template_id,
      templateVersion: draft.template_version,
      author: this.person(draft.author_id),
      secondReader: this.named(draft.second_reader_id),
      returnedFor: draft.sealed_returned_for
        ? await this.open(
            knex,
            draft.query_id,
            'query_draft',
            'sealed_returned_for',
            draft.id,
            draft.sealed_returned_for,
          )
        : null,
      savedAt: draft.saved_at.toISOString(),
      marked: marksOfSealed(draft.sealed_body),
      returnedForMarked: marksOfSealed(draft.sealed_returned_for),
    };
  }

  /** The case is for its own plugin to show, to whom it may. */
  private async becameCase(person: PersonContext, row: QueryDbRow) {
    if (!row.case_id) return null;
    const cases = this.context.cases();
    return (await cases?.see({ person, caseId: row.case_id })) ?? null;
  }

  private organisation(id: string | null) {
    if (!id) return null;
    const known = this.context.hub.people.organisation(id);
    return { id, name: known?.name ?? 'An organisation that has left' };
  }

  /** Opens a sealed text of this query. */
  async open(
    knex: Knex,
    queryId: string,
    table: string,
    column: string,
    row: string,
    sealed: string,
  ): Promise<string> {
    return this.context.hub.sealing.unseal({
      trx: knex,
      caseId: queryId,
      table,
      column,
      row,
      sealed,
    });
  }
}

// A reason that contradicts this asker's own answers says where it comes from.
function saidReasons(
  row: Pick<QueryDbRow, 'urgency_reasons'>,
): QueueRow['urgency']['reasons'] {
  return row.urgency_reasons.map(({ code, text, merged }) => ({
    code,
    text: merged ? `${text} (from a query merged into this one)` : text,
  }));
}

// What presses another asker is not for this one to know.
function ownUrgency(
  row: Pick<
    QueryDbRow,
    'own_urgency_band' | 'urgency_band' | 'urgency_reasons'
  >,
): QueueRow['urgency'] {
  return {
    band: row.own_urgency_band ?? row.urgency_band,
    reasons: row.urgency_reasons.filter(reason => !reason.merged),
  };
}
