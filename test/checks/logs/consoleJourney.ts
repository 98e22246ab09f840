import { newId } from '@imsa-hub/core';
import type { HubClient } from '../../support/HubClient';
import type { Canaries } from './Canaries';
import { need } from './need';
import { QueryInHand } from './QueryInHand';

/** The people of the journey, signed in. */
export interface People {
  coordinator: HubClient;
  senior: HubClient;
  seniorTwo: HubClient;
  manager: HubClient;
  /** Of the demo. */
  imsa: HubClient;
  /** Whose name and address are planted words. */
  planted: HubClient;
}

type Sealed = (typedIn: string) => string;
interface Stage {
  people: People;
  canaries: Canaries;
  sealed: Sealed;
}

/** Everything the advice line can be told in the console, by those who may. */
export async function consoleJourney(
  people: People,
  canaries: Canaries,
): Promise<void> {
  const sealed: Sealed = typedIn => canaries.sealed(typedIn);
  const stage = { people, canaries, sealed };
  const query = await ask(people.planted, 'a question in the console', stage);
  const colleagues = await whoAnswers(people.coordinator);
  await answerIt({ ...stage, query, colleagues });
  await discussIt({ ...stage, query, colleagues });
  await endIt({ ...stage, query });
  await mergeAnother({ ...stage, query });
  await logCall(stage);
}

async function ask(
  person: HubClient,
  what: string,
  { sealed }: Stage,
): Promise<QueryInHand> {
  const { body } = need(
    await person.post<{ id: string }>('/api/advice/queries', {
      ...aQuestion(what, sealed),
      requestKey: newId(),
    }),
    201,
  );
  return new QueryInHand(body.id);
}

const aQuestion = (what: string, sealed: Sealed) => ({
  question: sealed(what),
  whoCanAct: sealed(`${what}: who can act`),
  safeContact: sealed(`${what}: safe contact`),
  under18: 'no',
  nation: 'england',
  areas: ['housing-rights'],
  safety: {
    'nowhere-safe-tonight': 'no',
    'contact-with-exploiter': 'yes',
    'removal-eviction-or-detention': 'not-known',
  },
  interpreter: 'not-needed',
});

/** Ids of the demo's two senior IMSAs. */
async function whoAnswers(person: HubClient) {
  const { body } = need(
    await person.get<{ people: Array<{ id: string; name: string }> }>(
      '/api/advice/choices/colleagues',
    ),
  );
  const idOf = (name: string) => {
    const found = body.people.find(colleague => colleague.name === name);
    if (!found) throw new Error(`${name} does not answer advice`);
    return found.id;
  };
  return { senior: idOf('Adaeze Nwankwo'), seniorTwo: idOf('Callum Drummond') };
}

interface InHand extends Stage {
  query: QueryInHand;
  colleagues: Awaited<ReturnType<typeof whoAnswers>>;
}

/** Triage, assignment, a reply returned once and approved. */
async function answerIt(input: InHand): Promise<void> {
  const { people, sealed, query, colleagues } = input;
  const { coordinator, senior, seniorTwo } = people;
  await query.look(coordinator);
  await query.move(coordinator, 'triage', {
    tier: 'advice',
    reason: sealed('the reason of the tier'),
    professionalRole: input.canaries.plant('the role of a professional', {
      kept: true,
      mayStand: ['advice.query.professional_role'],
    }),
    highRisk: true,
    areas: ['housing-rights'],
    subjectOrganisationId: null,
  });
  await query.move(coordinator, 'assign', {
    personId: colleagues.senior,
    reason: sealed('the reason of an assignment'),
  });
  for (const round of ['first', 'second']) {
    await query.move(senior, 'draft', {
      body: sealed(`the ${round} draft of a reply`),
      kind: 'case-specific',
      cites: [sealed(`a source of the ${round} draft`)],
    });
    await query.move(senior, 'ask-second-reader');
    if (round === 'first') {
      await query.move(seniorTwo, 'return', {
        reason: sealed('why a reply was returned'),
      });
    }
  }
  await query.move(seniorTwo, 'approve');
}

/** Writing to and fro, notes, clocks, handing over, stepping back. */
async function discussIt(input: InHand): Promise<void> {
  const { people, sealed, query, colleagues } = input;
  const { senior, seniorTwo, planted } = people;
  await query.move(planted, 'follow-up', { body: sealed('a follow-up') });
  await query.move(senior, 'ask-asker', { body: sealed('a question back') });
  await query.move(planted, 'follow-up', { body: sealed('an answer to that') });
  await query.look(senior);
  await query.move(senior, 'note', { body: sealed('a note') });
  await query.move(senior, 'add-event', {
    ruleId: 'homelessness-review-england',
    date: '2026-11-20',
    reason: sealed('how an event is known'),
  });
  await query.move(senior, 'correct-event', {
    eventId: '0',
    what: 'strike-out',
    reason: sealed('why an event was struck out'),
  });
  await query.move(senior, 'change-safety', {
    safety: {
      'nowhere-safe-tonight': 'yes',
      'contact-with-exploiter': 'yes',
      'removal-eviction-or-detention': 'yes',
    },
    reason: sealed('how a danger is known'),
  });
  await query.move(senior, 'stop-clock', {
    category: 'safety',
    reason: sealed('why the clock was stopped'),
  });
  await query.move(senior, 'restart-clock', {
    reason: sealed('why the clock was restarted'),
  });
  await query.move(senior, 'hand-over', {
    personId: colleagues.seniorTwo,
    reason: sealed('why it was handed over'),
  });
  await query.move(seniorTwo, 'recuse', {
    reason: sealed('why somebody stepped back'),
    handOverTo: colleagues.senior,
  });
}

/** Closing, reopening, answering again, a second opinion, break-glass. */
async function endIt(input: Stage & { query: QueryInHand }): Promise<void> {
  const { people, sealed, query } = input;
  const { coordinator, senior, manager, planted } = people;
  await query.look(senior);
  await query.move(senior, 'close', {
    outcomes: [
      {
        area: 'housing-rights',
        result: 'partly',
        why: sealed('why an outcome was what it was'),
      },
    ],
    lateReason: sealed('why a resolution was late'),
  });
  await keepAndAsk(input);
  await query.move(senior, 'reopen', {
    reason: sealed('why it was opened again'),
  });
  await query.move(senior, 'claim');
  await query.look(coordinator);
  await query.move(coordinator, 'triage', {
    tier: 'signpost',
    reason: sealed('why the tier was changed'),
    highRisk: false,
    areas: ['housing-rights'],
    subjectOrganisationId: null,
  });
  await query.look(senior);
  await query.move(senior, 'draft', {
    body: sealed('a reply without a second reader'),
    kind: 'signpost',
  });
  await query.move(senior, 'send');
  await query.move(planted, 'feedback', { helped: 'partly' });
  await query.look(planted);
  await query.move(planted, 'second-opinion', {
    reason: sealed('why a second opinion was asked for'),
  });
  const { body } = need(
    await coordinator.get<{ reference: string }>(query.path),
  );
  // Nobody has to break a glass that is open to them.
  await query.look(manager);
  await query.move(manager, 'recuse', {
    reason: sealed('why the manager stepped back'),
    handOverTo: null,
  });
  need(
    await manager.post('/api/advice/break-glass', {
      reference: body.reference,
      // Kept, but no page shows it to anybody.
      reason: input.canaries.plant('why the glass was broken'),
    }),
  );
  need(await manager.get(query.path));
}

/** Kept longer, no longer, and to be destroyed early, for which nobody confirms. */
async function keepAndAsk(
  input: Stage & { query: QueryInHand },
): Promise<void> {
  const { people, sealed, query } = input;
  const { manager } = people;
  await query.look(manager);
  for (const [hold, why] of [
    [true, 'why a query is kept longer'],
    [false, 'why it is not kept longer'],
  ] as const) {
    await query.move(manager, 'hold', { hold, reason: sealed(why) });
  }
  const { body } = need(await manager.get<{ reference: string }>(query.path));
  await query.move(manager, 'destroy', {
    reference: body.reference,
    reason: sealed('why a query should be destroyed early'),
  });
}

async function mergeAnother(
  input: Stage & { query: QueryInHand },
): Promise<void> {
  const { people, sealed, query } = input;
  const { coordinator, imsa } = people;
  const other = await ask(imsa, 'a question that is merged', input);
  await other.look(coordinator);
  await query.look(coordinator);
  await other.move(coordinator, 'link', {
    otherId: query.id,
    reason: sealed('why two were linked'),
  });
  await query.look(coordinator);
  await other.move(coordinator, 'merge', {
    intoId: query.id,
    intoVersion: query.version,
    reason: sealed('why two were merged'),
  });
}

/** A call, whose caller wants a receipt code. */
async function logCall(stage: Stage): Promise<void> {
  const { people, canaries, sealed } = stage;
  const { body } = need(
    await people.coordinator.post<{ id: string; receiptCode: string }>(
      '/api/advice/queries/log-call',
      {
        ...aQuestion('a call', sealed),
        askerKind: 'survivor',
        giveReceiptCode: true,
        requestKey: newId(),
      },
    ),
    201,
  );
  canaries.watch(body.receiptCode, 'the receipt code of a call');
  await new QueryInHand(body.id).look(people.coordinator);
}
