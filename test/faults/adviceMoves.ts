import type { DrillFacts, DrillMove } from './DrillMove';

const AREA = 'housing-rights';
const ONCE = [{ times: 1 }];
const nobody = () => [];

const ask: DrillMove = {
  type: 'advice.query-received',
  by: 'askerId',
  method: 'POST',
  path: () => '/api/advice/queries',
  body: ({ requestKey }, marker) => ({
    requestKey,
    question: `What can be done about the hostel? ${marker}`,
    under18: 'no',
    nation: 'england',
    areas: [AREA],
    safety: {
      'nowhere-safe-tonight': 'no',
      'contact-with-exploiter': 'no',
      'removal-eviction-or-detention': 'no',
    },
    interpreter: 'not-needed',
  }),
  staleBy: 'version',
  learn: (_facts, { id, version = 1 }) => ({ recordId: id, version }),
  rows: {},
  counts: false,
  stands: ONCE,
  tells: cast => [cast.coordinatorId],
};

function move(
  name: string,
  given: Partial<DrillMove> & Pick<DrillMove, 'type' | 'by'>,
  content: (facts: DrillFacts, marker: string) => object,
): DrillMove {
  return {
    method: 'POST',
    path: ({ recordId }) => `/api/advice/queries/${recordId}/${name}`,
    body: (facts, marker) => ({
      version: facts.version,
      ...content(facts, marker),
    }),
    staleBy: 'version',
    learn: (facts, { version = facts.version }) => ({ version }),
    rows: { query_entry: 1 },
    counts: true,
    stands: ONCE,
    tells: nobody,
    ...given,
  };
}

const write = (_facts: DrillFacts, marker: string) => ({
  body: `Text of ${marker}.`,
});

const triage = move(
  'triage',
  { type: 'advice.query-triaged', by: 'coordinatorId' },
  (_facts, marker) => ({
    tier: 'full-advocacy',
    reason: `Nobody else is helping ${marker}`,
    highRisk: false,
    areas: [AREA],
    subjectOrganisationId: null,
  }),
);
const claim = move(
  'claim',
  { type: 'advice.query-claimed', by: 'adviserId', stands: [] },
  () => ({}),
);
const assign = move(
  'assign',
  {
    type: 'advice.query-assigned',
    by: 'coordinatorId',
    tells: cast => [cast.adviserId],
  },
  ({ cast }, marker) => ({
    personId: cast.adviserId,
    reason: `Knows the area ${marker}`,
  }),
);
const note = (by: 'adviserId' | 'coordinatorId') =>
  move('note', { type: 'advice.note-added', by }, write);
const askAsker = move(
  'ask-asker',
  {
    type: 'advice.asker-asked',
    by: 'adviserId',
    tells: cast => [cast.askerId],
  },
  write,
);
const followUp = move(
  'follow-up',
  {
    type: 'advice.follow-up',
    by: 'askerId',
    tells: cast => [cast.adviserId],
  },
  write,
);
const draft = move(
  'draft',
  {
    type: 'advice.reply-drafted',
    by: 'adviserId',
    method: 'PUT',
    rows: {},
  },
  (facts, marker) => ({
    ...write(facts, marker),
    kind: 'case-specific',
    cites: [],
  }),
);
const send = move(
  'send',
  {
    type: 'advice.reply-sent',
    by: 'adviserId',
    // The text that goes out is the draft's.
    stands: [],
    tells: cast => [cast.askerId],
  },
  () => ({}),
);

/**
 * The writes of one query from question to reply, by three people. Every other
 * one is given to its adviser, who otherwise claims it.
 */
export function adviceMoves(number: number): readonly DrillMove[] {
  return [
    ask,
    triage,
    number % 2 === 0 ? claim : assign,
    note('adviserId'),
    note('coordinatorId'),
    askAsker,
    followUp,
    note('adviserId'),
    followUp,
    draft,
    send,
  ];
}
