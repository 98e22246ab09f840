import type {
  Clock,
  MergedQuery,
  QueryRecord,
  QueueRow,
} from '@imsa-hub/advice-common';
import { allowedActions } from '@imsa-hub/core';
import { marksOfSealed, type Retention } from '@imsa-hub/core-node';
import { presentEvents } from '@imsa-hub/deadlines-node';
import { immigrationGate, type PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import type { KeptQuery } from '../retention/keptQueries';
import { triages } from '../triage/whoTriages';
import { isLate } from './clockMoves';
import {
  flowContextOf,
  highRiskGate,
  worksOn,
  type DraftFacts,
} from './flowContext';
import type { QueryDbRow, QueueDbRow } from './QueryRow';
import { QueryContent } from './QueryContent';
import { queryFlow } from './queryFlow';
import { ownUrgency, saidReasons } from './urgencyShown';
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

/** What was marked in words that are gone, nobody needs to know. */
const marksOf = (
  row: Pick<QueryDbRow, 'destroyed_at'>,
): typeof marksOfSealed => (row.destroyed_at ? () => [] : marksOfSealed);

/**
 * Turns rows into what a person is shown: with the actions open to them, and
 * without the fields that are not theirs (absent, not blank).
 */
export class QueryPresenter {
  /** Opens what is sealed in a query. */
  readonly content: QueryContent;

  constructor(
    private readonly context: AdviceContext,
    private readonly retention: Retention<KeptQuery>['reading'],
  ) {
    this.content = new QueryContent(context);
  }

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
      assignee: this.content.named(row.assignee_id),
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
    const marks = marksOf(row);
    const open = (column: string, sealed: string) =>
      this.content.open(knex, row.id, 'query', column, row.id, sealed);
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
            draft: draft ? await this.content.draft(knex, draft) : null,
            mergedHere: await this.mergedHere({ person, row, knex }),
            openings: await this.content.openings(knex, row.id),
            events: presentEvents({
              events: await store.keptEvents(knex, row.id),
              limits,
              named: personId => this.content.named(personId),
            }),
            markedBeside: {
              whoCanAct: marks(row.sealed_who_can_act),
              safeContact: marks(row.sealed_safe_contact),
              aboutService: marks(row.sealed_about_service),
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
      asker: this.content.named(row.raised_by),
      entries: await Promise.all(
        entries.map(async entry => ({
          ...(await this.content.entry(knex, entry)),
          ...(asStaff ? { marked: marks(entry.sealed_body) } : {}),
        })),
      ),
      outcomes: await Promise.all(
        outcomes.map(async outcome => ({
          area: outcome.area,
          result: outcome.result,
          why: await this.content.open(
            knex,
            row.id,
            'query_outcome',
            outcome.area,
            row.id,
            outcome.sealed_why,
          ),
          ...(asStaff ? { marked: marks(outcome.sealed_why) } : {}),
        })),
      ),
      links,
      becameCase: await this.becameCase(person, row),
      helped: row.helped,
      retention: await this.retention.ofRecord(knex, { person, row }),
      openedByBreakGlassUntil:
        row.opened_by.find(grant => grant.personId === person.id)?.until ??
        null,
      marked: asStaff && !row.destroyed_at ? row.marked : [],
    };
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
      const marks = marksOf(other);
      merged.push({
        id: other.id,
        reference: other.reference,
        question: await this.content.open(
          knex,
          other.id,
          'query',
          'sealed_question',
          other.id,
          other.sealed_question,
        ),
        safeContact: await this.content.open(
          knex,
          other.id,
          'query',
          'sealed_safe_contact',
          other.id,
          other.sealed_safe_contact,
        ),
        marked: marks(other.sealed_question),
        safeContactMarked: marks(other.sealed_safe_contact),
        entries: await Promise.all(
          entries
            .filter(entry => !entry.staff_only)
            .map(async entry => ({
              ...(await this.content.entry(knex, entry)),
              marked: marks(entry.sealed_body),
            })),
        ),
        limits: limits.limits({ nation: other.nation, events }),
        waitsForReply: waitsForReply(other, row),
      });
    }
    return merged;
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
}
