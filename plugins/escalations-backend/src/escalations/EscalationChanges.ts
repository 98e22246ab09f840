import type {
  EntryKind,
  EscalationAction,
  EscalationStatus,
} from '@imsa-hub/escalations-common';
import {
  RecordChanges,
  type AllowedChange as Allowed,
  type Change as AnyChange,
  type ChangeInput,
} from '@imsa-hub/core-node';
import {
  readingOf,
  subjectOf,
  type EscalationContext,
} from '../EscalationContext';
import {
  escalationFlow,
  escalationFlowWords,
  type EscalationFlowContext,
} from '../flow/escalationFlow';
import { flowContextOf, readOpenWork } from '../flow/flowContextOf';
import { noteBreach, passedUnnoted } from '../flow/noteBreach';
import type { EscalationPatch } from './EscalationRow';
import type { EscalationPresenter } from './EscalationPresenter';
import { changeQueryTie } from '../fromQuery/queryTie';
import { pressing } from './pressing';
import type { WholeRow } from './EscalationStore';

export type { ChangeInput };

/** An entry to be added to a case's timeline. */
export interface NewEntry {
  kind: EntryKind;
  /** What happened in plain words, without content. */
  summary?: string;
  /** Content; stored sealed. */
  text?: string;
  /** For a changed fact: the value before, in words; stored sealed. */
  before?: string;
}

export type AllowedChange = Allowed<
  WholeRow,
  EscalationStatus,
  EscalationFlowContext
>;
export type Change = AnyChange<EscalationPatch, NewEntry>;

/** How every change of a case is made. */
export type EscalationChanges = RecordChanges<
  WholeRow,
  EscalationStatus,
  EscalationAction,
  EscalationFlowContext,
  EscalationPatch,
  NewEntry
>;

/** See {@link RecordChanges}; entering a state stamps its target. */
export function createEscalationChanges(
  context: EscalationContext,
  presenter: EscalationPresenter,
): EscalationChanges {
  const { hub, store, sight } = context;
  return new RecordChanges({
    work: hub.work,
    sealing: hub.sealing,
    flow: escalationFlow,
    words: {
      ...escalationFlowWords,
      stale:
        'Somebody changed this case while you were working on it. What you typed is kept; look at the newer version, then try again.',
    },
    lock: ({ work, person, id }) =>
      store.load({
        knex: work.trx,
        where: { 'escalation.id': id },
        filter: builder => sight.filterReadable(person, builder),
        lock: true,
      }),
    async contextOf({ work, person, row }) {
      const open = await readOpenWork(work.trx, [row.id]);
      return flowContextOf(context, { person, row, open: open.get(row.id) });
    },
    onEnter: ({ work, row, to, patch }) => ({
      ...patch,
      ...(to === row.status
        ? {}
        : entering(context, { row, to, now: work.now })),
    }),
    async save({ work, row, to, patch }) {
      // The sweep looks at the state a case is in, and comes too late for this.
      if (to !== row.status && passedUnnoted(row, work.now)) {
        await noteBreach(context, { work, row });
      }
      await changeQueryTie({ work, row, to });
      const next = { ...row, ...patch };
      const dates = await store.dates(work.trx, row.id);
      await store.save({
        trx: work.trx,
        row,
        patch: {
          ...patch,
          status: to,
          ...pressing(context, {
            nation: next.nation,
            risks: next.risks,
            dates,
            dueAt: next.state_due_at?.toISOString() ?? null,
            now: work.now,
          }),
        },
      });
    },
    async addEntry({ work, row, person, entry, seal }) {
      const id = work.newId();
      const sealed = (column: string, text: string | undefined) =>
        text ? seal('entry', column, id, text) : null;
      await work.trx.table('entry').insert({
        id,
        escalation_id: row.id,
        at: work.now,
        kind: entry.kind,
        by_id: person.id,
        summary: entry.summary ?? null,
        sealed_text: await sealed('sealed_text', entry.text),
        sealed_before: await sealed('sealed_before', entry.before),
      });
    },
    present: ({ work, person, row }) =>
      presenter.present({ person, row, knex: work.trx }),
    subjectOf,
    readingOf: (row, person) => readingOf(row, person),
  });
}

/** What entering a state stamps: since when, until when, nothing late yet. */
export function entering(
  context: Pick<EscalationContext, 'targets'>,
  input: {
    row: Pick<WholeRow, 'type' | 'nation' | 'risks'>;
    to: EscalationStatus;
    now: string;
  },
): EscalationPatch {
  const { row, to, now } = input;
  const due = context.targets.dueAt({
    type: row.type,
    status: to,
    nation: row.nation,
    risks: row.risks,
    from: now,
  });
  return {
    state_since: new Date(now),
    state_due_at: due ? new Date(due) : null,
    warned_at: null,
    late_at: null,
    wait_over_at: null,
    ...(to === 'waiting' ? {} : { waiting_for: null, waiting_until: null }),
  };
}
