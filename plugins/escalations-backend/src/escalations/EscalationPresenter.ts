import {
  FACTS,
  type BoardRow,
  type Closing,
  type Entry,
  type EscalationRecord,
  type NamedPerson,
} from '@imsa-hub/escalations-common';
import { allowedActions, londonDateOf } from '@imsa-hub/core';
import { cutPage, marksOfSealed, type Retention } from '@imsa-hub/core-node';
import {
  immigrationGate,
  namedPerson,
  type PersonContext,
} from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import { escalationFlow } from '../flow/escalationFlow';
import {
  flowContextOf,
  readOpenWork,
  type OpenWork,
} from '../flow/flowContextOf';
import { TARGET_WORDS } from '../flow/stateTargets';
import { caseContent, DESTROYED, type CaseContent } from './CaseContent';
import { recordAsWritten, rowAsWritten } from './asWritten';
import * as parts from './parts';
import type { EscalationDbRow } from './EscalationRow';
import type { EntryDbRow, WholeRow } from './EscalationStore';

/** Entries that come with a record; older ones are asked for. */
const FIRST_ENTRIES = 200;

/**
 * Turns rows into what a person is shown: with the actions open to them, and
 * without the fields that are not theirs.
 */
export class EscalationPresenter {
  constructor(
    private readonly context: EscalationContext,
    private readonly retention: Retention<EscalationDbRow>['reading'],
  ) {}

  /**
   * Rows of the board, as they come. No content is opened, but of a case of
   * which a person sees what they wrote themselves: that.
   */
  async rows(input: {
    person: PersonContext;
    rows: readonly EscalationDbRow[];
  }): Promise<BoardRow[]> {
    const { person, rows } = input;
    const open = await readOpenWork(
      this.context.hub.database,
      rows.map(row => row.id),
    );
    const now = new Date().toISOString();
    return Promise.all(
      rows.map(row => {
        const shown = this.row(person, row, open.get(row.id), now);
        return this.context.sight.mayWorkOn(person, row)
          ? shown
          : rowAsWritten({
              context: this.context,
              knex: this.context.hub.database,
              row,
              shown,
            });
      }),
    );
  }

  /** A row of the board. No content is opened. */
  row(
    person: PersonContext,
    row: EscalationDbRow,
    open: OpenWork | undefined,
    now = new Date().toISOString(),
  ): BoardRow {
    const type = this.context.types.byId(row.type);
    const dueAt = row.state_due_at?.toISOString() ?? null;
    return {
      id: row.id,
      reference: row.reference,
      version: row.version,
      type: { id: type.id, title: type.title },
      status: row.status,
      level: row.level,
      caseReference: row.case_reference,
      nation: row.nation,
      region: row.region,
      areas: row.areas,
      tier: row.tier,
      risks: row.risks,
      raisedAt: row.raised_at.toISOString(),
      raisedBy: this.named(row.raised_by),
      lead: row.lead_id ? this.named(row.lead_id) : null,
      handler: row.handler_id ? this.named(row.handler_id) : null,
      nextLimit:
        row.next_limit_on && row.next_limit_title
          ? { date: row.next_limit_on, title: row.next_limit_title }
          : null,
      target: {
        what: TARGET_WORDS[row.status] ?? '',
        dueAt,
        state: this.context.targets.state({
          nation: row.nation,
          since: row.state_since.toISOString(),
          dueAt,
          now,
        }),
      },
      openTasks: open?.open_tasks ?? 0,
      ownWordsOnly: false,
      allowedActions: allowedActions({
        flow: escalationFlow,
        status: row.status,
        context: flowContextOf(this.context, { person, row, open }),
      }),
    };
  }

  /** The whole record, as far as it is this person's to see. */
  async present(input: {
    person: PersonContext;
    row: WholeRow;
    knex: Knex;
  }): Promise<EscalationRecord> {
    const { person, row, knex } = input;
    const { store, sight, limits } = this.context;
    const open = await readOpenWork(knex, [row.id]);
    const content = caseContent(this.context, { knex, escalationId: row.id });
    const reading: parts.PartReading = {
      knex,
      escalationId: row.id,
      person,
      content,
      today: londonDateOf(new Date().toISOString()),
      marks: row.destroyed_at ? () => [] : marksOfSealed,
      named: id => this.named(id),
    };
    const whole = sight.mayWorkOn(person, row);
    const grant = row.opened_by.find(({ personId }) => personId === person.id);
    const openedByBreakGlassUntil = grant?.until ?? null;
    // Somebody who raised it and has no part any more keeps what they wrote.
    if (!whole) {
      return {
        ...(await recordAsWritten({
          context: this.context,
          knex,
          row,
          shown: this.row(person, row, open.get(row.id)),
          content,
        })),
        submission: await parts.readSubmission(reading),
        openedByBreakGlassUntil,
      };
    }
    const column = (name: keyof WholeRow & `sealed_${string}`) =>
      content.maybe('escalation', name, row.id, row[name]);
    const { events } = await store.dates(knex, row.id);
    const base = {
      ...this.row(person, row, open.get(row.id)),
      submission: await parts.readSubmission(reading),
      returnedFor: await column('sealed_returned_for'),
      returnedForMarked: reading.marks(row.sealed_returned_for),
      askedOfHub: (await column('sealed_asked_of_hub')) ?? '',
      optionsExplained: (await column('sealed_options_explained')) ?? '',
      consent: row.consent,
      consentOverride: await column('sealed_consent_override'),
      nrmConsent: row.nrm_consent,
      nrmRefusedWhy: await column('sealed_nrm_refused_why'),
      limits: limits().limits({ nation: row.nation, events }),
      subjectOrganisation: this.organisation(row),
      openedByBreakGlassUntil,
    };
    const entryRows = await store.entries({
      knex,
      escalationId: row.id,
      limit: FIRST_ENTRIES + 1,
    });
    const extra = await column('sealed_extra');
    return {
      ...base,
      scope: 'whole',
      statements: await parts.readStatements(reading),
      events: await parts.readCaseEvents(reading, this.context),
      encounters: await parts.readEncounters(reading),
      legalRequests: await parts.readLegalRequests(reading),
      waiting: row.waiting_for
        ? { category: row.waiting_for, until: row.waiting_until }
        : null,
      ...(await this.entriesPage(content, entryRows, FIRST_ENTRIES)),
      tasks: await parts.readTasks(reading),
      opinions: await parts.readOpinions(reading),
      spends: await parts.readSpends(reading),
      safetyChecks: await parts.readSafetyChecks(reading),
      documents: await parts.readDocuments(reading),
      files: await parts.readFiles(reading),
      access: await parts.readAccess(reading),
      handover: await parts.readHandover(reading),
      ...closingsOf(await parts.readClosings(reading)),
      specialists: await parts.readSpecialists(reading),
      fromQuery: null,
      immigrationGate: immigrationGate(person, row) ?? null,
      extra: extra?.startsWith('[') ? JSON.parse(extra) : [],
      factsThatCanChange: [...FACTS],
      retention: await this.retention.ofRecord(knex, { person, row }),
      ...(await parts.readOpenings(reading, this.context)),
      marked: row.marked,
    };
  }

  /** A page of the timeline, newest first. */
  async entriesPage(
    content: CaseContent,
    rows: readonly EntryDbRow[],
    size: number,
  ): Promise<Pick<EscalationRecord, 'entries' | 'olderEntries'>> {
    const page = cutPage({
      rows,
      size,
      placeOf: row => [row.at.toISOString(), row.id],
    });
    return {
      entries: await Promise.all(
        page.rows.map(row => this.entry(content, row)),
      ),
      olderEntries: page.next,
    };
  }

  /** A person by register id, as others see them. */
  named(personId: string): NamedPerson {
    return namedPerson(this.context.hub.people, personId);
  }

  private async entry(content: CaseContent, row: EntryDbRow): Promise<Entry> {
    const text = await content.maybe(
      'entry',
      'sealed_text',
      row.id,
      row.sealed_text,
    );
    return {
      id: row.id,
      at: row.at.toISOString(),
      kind: row.kind,
      by: row.by_id ? this.named(row.by_id) : null,
      summary: row.summary,
      text,
      before: await content.maybe(
        'entry',
        'sealed_before',
        row.id,
        row.sealed_before,
      ),
      marked:
        text === DESTROYED
          ? []
          : marksOfSealed(row.sealed_text, row.sealed_before),
    };
  }

  private organisation(row: EscalationDbRow) {
    const id = row.subject_organisation_id;
    if (!id) return null;
    const known = this.context.hub.people.organisation(id);
    return { id, name: known?.name ?? 'An organisation that has left' };
  }
}

/** The newest closing in the open, and those before it. */
function closingsOf([newest, ...earlier]: readonly Closing[]) {
  return {
    outcomes: newest?.outcomes ?? [],
    outcomesAt: newest?.at ?? null,
    keyOutcomes: newest?.keyOutcomes ?? [],
    learningPoint: newest?.learningPoint ?? null,
    structuralIssue: newest?.structuralIssue ?? null,
    learningMarked: newest?.learningMarked ?? [],
    earlierClosings: earlier,
  };
}
