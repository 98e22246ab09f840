import { draftMoves } from './draftMoves';
import type { DrillFacts, DrillMove, Stand } from './DrillMove';

const DAY = '2026-11-20';
const TEMPLATE = 'court-support-letter';
const ONCE = [{ times: 1 }];
/** In its own place, and in the timeline. */
const TWICE = [{ times: 2 }];
const nobody = () => [];

type Given = Partial<DrillMove> & Pick<DrillMove, 'type' | 'by'>;
type Content = (facts: DrillFacts, marker: string) => object;

function move(name: string, given: Given, content: Content): DrillMove {
  return {
    method: 'POST',
    path: ({ recordId }) => `/api/escalations/cases/${recordId}/${name}`,
    body: (facts, marker) => ({
      version: facts.version,
      ...content(facts, marker),
    }),
    staleBy: 'version',
    learn: ({ version }) => ({ version: version + 1 }),
    counts: true,
    stands: ONCE,
    tells: nobody,
    ...given,
    rows: { entry: 1, ...given.rows },
  };
}

const toHandler: DrillMove['tells'] = cast => [cast.adviserId];
const toLead: DrillMove['tells'] = cast => [cast.askerId];
const reason: Content = (_facts, marker) => ({ reason: `Because ${marker}` });

const note = (by: 'askerId' | 'adviserId') =>
  move('note', { type: 'escalations.note-added', by }, (_facts, marker) => ({
    kind: 'note',
    text: `Text of ${marker}.`,
  }));
const statement = move(
  'record-choice',
  {
    type: 'escalations.statement-recorded',
    by: 'askerId',
    rows: { statement: 1 },
  },
  (_facts, marker) => ({
    kind: 'choice',
    saidOn: DAY,
    text: `To stay. ${marker}`,
  }),
);
const encounter = move(
  'add-encounter',
  {
    type: 'escalations.encounter-added',
    by: 'askerId',
    rows: { encounter: 1 },
  },
  (_facts, marker) => ({ date: DAY, interpreter: 'used', note: marker }),
);
const accept = move(
  'accept',
  {
    type: 'escalations.accepted',
    by: 'adviserId',
    rows: { participant: 1 },
    stands: [],
    tells: toLead,
  },
  () => ({}),
);
const start = move(
  'start',
  {
    type: 'escalations.started',
    by: 'adviserId',
    stands: [],
    tells: toLead,
  },
  () => ({}),
);
const task = move(
  'add-task',
  {
    type: 'escalations.task-added',
    by: 'adviserId',
    rows: { task: 1 },
    stands: TWICE,
    tells: toLead,
  },
  ({ cast }, marker) => ({
    title: `Ring the council ${marker}`,
    ownerId: cast.askerId,
    dueOn: '2027-12-01',
  }),
);
const fact = move(
  'change-fact',
  { type: 'escalations.fact-changed', by: 'adviserId' },
  (_facts, marker) => ({
    fact: 'tier',
    value: 'advice',
    reason: `Less is needed ${marker}`,
  }),
);
const check = move(
  'check-safety',
  {
    type: 'escalations.safety-checked',
    by: 'askerId',
    rows: { safety_check: 1 },
  },
  (_facts, marker) => ({
    subject: 'address',
    checked: `Went there. ${marker}`,
    result: 'safe',
  }),
);

/** A version of a document; it is read back as it was written. */
function writeDocument(version: number): DrillMove {
  const isNew = version === 1;
  return move(
    'write-document',
    {
      type: 'escalations.document-written',
      by: 'adviserId',
      staleBy: isNew ? 'version' : 'documentVersion',
      learn: (facts, { id }) => ({
        version: facts.version + 1,
        documentId: id,
        documentVersion: version,
      }),
      rows: { document: 1 },
      stands: [
        {
          at: ({ recordId, documentId }) =>
            `/api/escalations/cases/${recordId}/documents/${documentId}?version=${version}`,
          times: 1,
        },
      ],
    },
    (facts, marker) => ({
      ...(isNew
        ? { requestKey: facts.requestKey }
        : {
            documentId: facts.documentId,
            documentVersion: facts.documentVersion,
          }),
      templateId: TEMPLATE,
      title: 'A letter for the hearing',
      body: `We know this person. ${marker}`,
    }),
  );
}

const inFile: Stand = {
  at: ({ recordId, fileId }) =>
    `/api/escalations/cases/${recordId}/files/${fileId}/download`,
  times: 1,
};
const upload = move(
  'files',
  {
    type: 'escalations.file-added',
    by: 'askerId',
    path: ({ recordId, requestKey }) =>
      `/api/escalations/cases/${recordId}/files?requestKey=${requestKey}`,
    body(_facts, marker) {
      const form = new FormData();
      const content = new Blob([`Notes of the hearing. ${marker}`]);
      form.append('file', content, `${marker}.txt`);
      return form;
    },
    learn: ({ version }, { id }) => ({ version: version + 1, fileId: id }),
    rows: { file: 1 },
    stands: [...TWICE, inFile],
  },
  () => ({}),
);
const resolve = move(
  'resolve',
  { type: 'escalations.resolved', by: 'adviserId', tells: toLead },
  reason,
);
const close = move(
  'close',
  {
    type: 'escalations.closed',
    by: 'adviserId',
    rows: { outcome: 1 },
    stands: TWICE,
    tells: toLead,
  },
  (_facts, marker) => ({
    outcomes: [{ area: 'housing-rights', result: 'partly', why: marker }],
    learningPoint: `Ask earlier. ${marker}`,
  }),
);
const withdraw = move(
  'withdraw',
  { type: 'escalations.withdrawn', by: 'askerId', tells: toHandler },
  reason,
);

/**
 * The writes of one complex case from the first page of its draft to its end,
 * by its lead IMSA and whoever handles it. Every other one is withdrawn.
 */
export function escalationMoves(number: number): readonly DrillMove[] {
  return [
    ...draftMoves,
    note('askerId'),
    statement,
    encounter,
    accept,
    start,
    note('adviserId'),
    task,
    fact,
    writeDocument(1),
    upload,
    writeDocument(2),
    check,
    ...(number % 2 === 0 ? [resolve, close] : [withdraw]),
  ];
}
