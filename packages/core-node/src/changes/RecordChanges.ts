import { NotFoundError } from '@backstage/errors';
import { decide, type Flow } from '@imsa-hub/core';
import type { PersonContext } from '@imsa-hub/network-node';
import {
  HubInputError,
  NotYoursError,
  StaleError,
  type Reading,
} from '../http/errors';
import type { LedgerActor, LedgerRecord } from '../ledger/LedgerEntry';
import type { Sealing } from '../sealing/Sealing';
import type { UnitOfWork, Work } from '../work/UnitOfWork';

/** Who changes which record, having read which version. */
export interface ChangeInput {
  person: PersonContext;
  actor: LedgerActor;
  id: string;
  version: number;
}

/** What every record that changes this way has. */
export interface ChangingRow<Status extends string> {
  id: string;
  version: number;
  status: Status;
}

/** What a use case is given when its move is allowed. */
export interface AllowedChange<Row, Status, Context> {
  work: Work;
  row: Row;
  context: Context;
  to: Status;
  /**
   * Seals a text with the record's own key, for one place. `words` are those
   * that somebody wrote, where the text is more than words.
   */
  seal(
    table: string,
    column: string,
    rowId: string,
    text: string,
    words?: string,
  ): Promise<string>;
}

/** What a use case answers: what to write and what to say of it. */
export interface Change<Patch, Entry> {
  patch?: Patch;
  entries?: readonly Entry[];
  record: Omit<LedgerRecord, 'subject' | 'before' | 'after'>;
}

/** How one kind of record changes. */
export interface RecordChangesOptions<
  Row extends ChangingRow<Status>,
  Status extends string,
  Action extends string,
  Context,
  Patch,
  Entry,
> {
  work: UnitOfWork;
  sealing: Sealing;
  flow: Flow<Status, Action, Context>;
  words: {
    actions: Readonly<Record<Action, string>>;
    statuses: Readonly<Record<Status, string>>;
    /** "Somebody changed this case while you were working on it." */
    stale: string;
  };
  /** The row as far as this person may see it, locked. */
  lock(input: {
    work: Work;
    person: PersonContext;
    id: string;
  }): Promise<Row | undefined>;
  contextOf(input: {
    work: Work;
    person: PersonContext;
    row: Row;
  }): Promise<Context>;
  /** What entering another state brings with it: targets, clocks. */
  onEnter?(input: { work: Work; row: Row; to: Status; patch: Patch }): Patch;
  /** Writes the patch with the new status, and counts the version up. */
  save(input: {
    work: Work;
    row: Row;
    to: Status;
    patch: Patch;
  }): Promise<void>;
  addEntry(input: {
    work: Work;
    row: Row;
    person: PersonContext;
    entry: Entry;
    seal: AllowedChange<Row, Status, Context>['seal'];
  }): Promise<void>;
  /** The record as it is now, for somebody who had read an older one. */
  present(input: {
    work: Work;
    person: PersonContext;
    row: Row;
  }): Promise<unknown>;
  subjectOf(id: string): string;
  /** What seeing it is in the ledger. */
  readingOf(row: Row, person: PersonContext): Reading;
}

/**
 * Every change of a record, in one order: load what this person may see,
 * locked · refuse a stale version · decide by the flow · apply · save ·
 * history and ledger. One transaction.
 */
export class RecordChanges<
  Row extends ChangingRow<Status>,
  Status extends string,
  Action extends string,
  Context,
  Patch extends object,
  Entry,
> {
  constructor(
    private readonly options: RecordChangesOptions<
      Row,
      Status,
      Action,
      Context,
      Patch,
      Entry
    >,
  ) {}

  /**
   * @throws NotFoundError where the person cannot see it
   * @throws StaleError with the record as it is now, where it was changed
   *   since, or the flow refuses
   * @throws NotYoursError, one of those, where it refuses this person
   * @throws HubInputError where a reason is missing
   */
  async make(
    input: ChangeInput & {
      action: Action;
      reason?: string;
      /** Moves of which the first one wins look at the state, not the version. */
      anyVersion?: boolean;
      /** Runs before the row is locked, to lock others in one order. */
      before?(work: Work): Promise<void>;
      apply(
        change: AllowedChange<Row, Status, Context>,
      ): Promise<Change<Patch, Entry>>;
    },
  ): Promise<void> {
    const { options } = this;
    const { person, id } = input;
    await options.work.run(input.actor, async work => {
      await input.before?.(work);
      const row = await options.lock({ work, person, id });
      if (!row) throw new NotFoundError();
      const refuse = async (message: string, Refusal = StaleError) =>
        new Refusal({
          message,
          current: await options.present({ work, person, row }),
          reading: options.readingOf(row, person),
        });
      if (!input.anyVersion && row.version !== input.version) {
        throw await refuse(options.words.stale);
      }
      const context = await options.contextOf({ work, person, row });
      const decision = decide({
        flow: options.flow,
        words: options.words,
        status: row.status,
        action: input.action,
        reason: input.reason,
        context,
      });
      if (!decision.allowed) {
        if (decision.kind === 'not-you') {
          throw await refuse(decision.why, NotYoursError);
        }
        if (decision.kind !== 'no-reason') throw await refuse(decision.why);
        throw new HubInputError({
          fields: [{ field: 'body.reason', message: decision.why }],
        });
      }
      const { to } = decision;
      const seal: AllowedChange<Row, Status, Context>['seal'] = (
        table,
        column,
        rowId,
        text,
        words,
      ) =>
        options.sealing.seal({
          trx: work.trx,
          caseId: row.id,
          table,
          column,
          row: rowId,
          text,
          words,
        });
      const change = await input.apply({ work, row, context, to, seal });
      const given = change.patch ?? ({} as Patch);
      const patch = options.onEnter?.({ work, row, to, patch: given }) ?? given;
      await options.save({ work, row, to, patch });
      for (const entry of change.entries ?? []) {
        await options.addEntry({ work, row, person, entry, seal });
      }
      work.record({
        ...change.record,
        subject: options.subjectOf(row.id),
        before: { status: row.status, version: row.version },
        after: { ...patch, status: to, version: row.version + 1 },
      });
    });
  }
}
