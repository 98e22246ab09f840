import type { Duty } from '../policy';
import type { Cell } from '../Recipe';
import { closing, happened, reply, triage } from '../requests';
import type { Stage } from '../Planted';

/** What a body is made from. */
export interface About {
  cell: Cell;
  /** The query's; nobody's where it is missing. */
  id: string;
  word: string;
  subjectOrganisationId: string | null;
}

/** One thing that can be asked of, or done to, one query. */
export interface Move {
  /** Last part of the address; nothing for the record itself. */
  name: string;
  method?: 'get' | 'put';
  /** What it takes; `asker` is whoever raised it. */
  by: Duty | 'asker' | 'reader';
  stage: Stage;
  /** Whether whoever moves has to hold it. */
  held?: boolean;
  /** What is sent besides the version. */
  body?(input: About): Promise<object>;
  unversioned?: boolean;
  /** It looks beside the query, and changes nothing. */
  beside?: boolean;
  /**
   * Open to whoever answers, who is told no: where a query is about the Hub
   * itself, senior IMSAs of other organisations stand in.
   */
  standIn?: boolean;
  /** It gives the query to somebody of the Hub. */
  toHub?: boolean;
}

const reason = async ({ word }: About) => ({ reason: word });
const toCrew = async ({ cell, word }: About) => ({
  personId: cell.world.cast.of('senior-ffion').id,
  reason: word,
});

/** Every move of a query, with what it takes and where the query has to stand. */
export const MOVES: readonly Move[] = [
  { name: '', method: 'get', by: 'reader', stage: 'in-hand' },
  {
    name: 'suggestions',
    method: 'get',
    by: 'triage',
    stage: 'triaged',
    beside: true,
    standIn: true,
  },
  {
    name: 'triage',
    by: 'triage',
    standIn: true,
    stage: 'received',
    body: async ({ word, subjectOrganisationId }) =>
      triage(word, subjectOrganisationId),
  },
  { name: 'claim', by: 'answer', stage: 'triaged' },
  {
    name: 'assign',
    by: 'triage',
    standIn: true,
    stage: 'triaged',
    toHub: true,
    body: toCrew,
  },
  {
    name: 'hand-over',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    toHub: true,
    body: toCrew,
  },
  {
    name: 'recuse',
    by: 'answer',
    stage: 'in-hand',
    body: reason,
  },
  {
    name: 'draft',
    method: 'put',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => reply(word),
  },
  { name: 'ask-second-reader', by: 'answer', stage: 'drafted', held: true },
  { name: 'approve', by: 'answer', stage: 'with-reader' },
  { name: 'return', by: 'answer', stage: 'with-reader', body: reason },
  { name: 'send', by: 'answer', stage: 'drafted', held: true },
  {
    name: 'ask-asker',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => ({ body: word }),
  },
  {
    name: 'stop-clock',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => ({ category: 'safety', reason: word }),
  },
  {
    name: 'restart-clock',
    by: 'answer',
    stage: 'stopped',
    held: true,
    body: reason,
  },
  {
    name: 'add-event',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => ({ ...happened('2026-11-19'), reason: word }),
  },
  {
    name: 'correct-event',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => ({
      eventId: '0',
      what: 'change',
      ...happened('2026-11-18'),
      reason: word,
    }),
  },
  {
    name: 'change-safety',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => ({
      safety: {
        'nowhere-safe-tonight': 'yes',
        'contact-with-exploiter': 'yes',
        'removal-eviction-or-detention': 'not-known',
      },
      reason: word,
    }),
  },
  {
    name: 'note',
    by: 'answer',
    stage: 'in-hand',
    body: async ({ word }) => ({ body: word }),
  },
  {
    name: 'link',
    by: 'answer',
    stage: 'in-hand',
    body: async ({ word, cell }) => ({
      otherId: (await companion(cell)).id,
      reason: word,
    }),
  },
  {
    name: 'merge',
    by: 'triage',
    stage: 'triaged',
    async body({ word, cell }) {
      const { id } = await companion(cell);
      const intoVersion = await cell.world.inside.version(id);
      return { intoId: id, intoVersion, reason: word };
    },
  },
  {
    name: 'close',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => closing(word),
  },
  { name: 'reopen', by: 'answer', stage: 'closed', body: reason },
  {
    name: 'hold',
    by: 'end the keeping of records',
    stage: 'closed',
    body: async about => ({ hold: true, ...(await reason(about)) }),
  },
  {
    name: 'destroy',
    by: 'end the keeping of records',
    stage: 'closed',
    body: async about => ({
      reference: await about.cell.world.inside.referenceOf(about.id),
      ...(await reason(about)),
    }),
  },
  {
    name: 'fill-template',
    by: 'answer',
    beside: true,
    stage: 'in-hand',
    unversioned: true,
    async body({ cell }) {
      const { body } = await cell.world.cast
        .of('coordinator')
        .client.get<{ templates: Array<{ id: string }> }>(
          '/api/advice/templates',
        );
      return { templateId: body.templates[0]?.id };
    },
  },
  {
    name: 'follow-up',
    by: 'asker',
    stage: 'answered',
    body: async ({ word }) => ({ body: word }),
  },
  { name: 'second-opinion', by: 'asker', stage: 'answered', body: reason },
  {
    name: 'feedback',
    by: 'asker',
    stage: 'answered',
    unversioned: true,
    body: async () => ({ helped: 'yes' }),
  },
  {
    name: 'read-reply',
    by: 'asker',
    stage: 'answered',
    unversioned: true,
    body: async () => ({}),
  },
];

/** The other query of a link or a merge: one that the caller may work on, too. */
function companion({ world, member, verdict }: Cell) {
  const isWritten = verdict === 'answered';
  const who = isWritten ? member : world.cast.of('coordinator');
  const wish = { member: who, relation: 'another', stage: 'triaged' } as const;
  return isWritten ? world.fresh(wish) : world.shared(wish);
}
