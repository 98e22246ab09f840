import type { CaseCast } from './WriteLog';

/** What a move's request needs to know. */
export interface MoveFacts {
  requestKey: string;
  queryId: string;
  version: number;
  marker: string;
  cast: CaseCast;
}

/** One write of a case, and what has to follow from it. */
export interface CaseMove {
  /** The ledger entry it makes. */
  type: string;
  by: keyof CaseCast;
  method: 'POST' | 'PUT';
  path(facts: MoveFacts): string;
  body(facts: MoveFacts): object;
  /** Kind of the history entry it makes, if it makes one. */
  history: 'move' | 'note' | 'to-asker' | 'from-asker' | 'reply' | undefined;
  /** Whether its text holds the marker and stays readable. */
  keepsText: boolean;
  /** Who has to be told, said again here and not taken from the hub's code. */
  tells(cast: CaseCast): string[];
}

const AREA = 'housing-rights';
const nobody = () => [];

const ask: CaseMove = {
  type: 'advice.query-received',
  by: 'askerId',
  method: 'POST',
  path: () => '/api/advice/queries',
  body: ({ requestKey, marker }) => ({
    requestKey,
    question: `What can be done about the hostel? ${marker}`,
    nation: 'england',
    areas: [AREA],
    safety: {
      'nowhere-safe-tonight': 'no',
      'contact-with-exploiter': 'no',
      'removal-eviction-or-detention': 'no',
    },
    interpreter: 'not-needed',
  }),
  history: undefined,
  keepsText: true,
  tells: cast => [cast.coordinatorId],
};

function move(
  name: string,
  given: Partial<CaseMove> & Pick<CaseMove, 'type' | 'by'>,
  content: (facts: MoveFacts) => object,
): CaseMove {
  return {
    method: 'POST',
    path: ({ queryId }) => `/api/advice/queries/${queryId}/${name}`,
    body: facts => ({ version: facts.version, ...content(facts) }),
    history: 'move',
    keepsText: true,
    tells: nobody,
    ...given,
  };
}

const write = ({ marker }: MoveFacts) => ({ body: `Text of ${marker}.` });

const triage = move(
  'triage',
  { type: 'advice.query-triaged', by: 'coordinatorId' },
  ({ marker }) => ({
    tier: 'full-advocacy',
    reason: `Nobody else is helping ${marker}`,
    highRisk: false,
    areas: [AREA],
    subjectOrganisationId: null,
  }),
);
const claim = move(
  'claim',
  { type: 'advice.query-claimed', by: 'adviserId', keepsText: false },
  () => ({}),
);
const assign = move(
  'assign',
  {
    type: 'advice.query-assigned',
    by: 'coordinatorId',
    tells: cast => [cast.adviserId],
  },
  ({ cast, marker }) => ({
    personId: cast.adviserId,
    reason: `Knows the area ${marker}`,
  }),
);
const note = (by: 'adviserId' | 'coordinatorId') =>
  move('note', { type: 'advice.note-added', by, history: 'note' }, write);
const askAsker = move(
  'ask-asker',
  {
    type: 'advice.asker-asked',
    by: 'adviserId',
    history: 'to-asker',
    tells: cast => [cast.askerId],
  },
  write,
);
const followUp = move(
  'follow-up',
  {
    type: 'advice.follow-up',
    by: 'askerId',
    history: 'from-asker',
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
    history: undefined,
  },
  facts => ({ ...write(facts), kind: 'case-specific', cites: [] }),
);
const send = move(
  'send',
  {
    type: 'advice.reply-sent',
    by: 'adviserId',
    history: 'reply',
    // The text that goes out is the draft's.
    keepsText: false,
    tells: cast => [cast.askerId],
  },
  () => ({}),
);

/**
 * The writes of one case from question to reply, by three people. Every other
 * case is given to its adviser, who otherwise claims it.
 */
export function caseMoves(number: number): readonly CaseMove[] {
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
