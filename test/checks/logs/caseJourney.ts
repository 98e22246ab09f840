import { refuseForgotten } from '../../support/forgottenActions';
import type { HubClient } from '../../support/HubClient';
import type { Canaries } from './Canaries';
import type { CaseInHand } from './CaseInHand';
import type { People } from './consoleJourney';
import { otherCases } from './otherCases';
import { refusedInCases } from './refusedInCases';
import { discardDraft, mendCase, raiseWithWords } from './draftJourney';
import { writePapers } from './writePapers';

const DATE = '2026-11-20';
const RULE = 'homelessness-review-england';
type Sealed = (typedIn: string) => string;

/** The people of the journey, and how its words are planted. */
export interface Stage {
  people: People;
  canaries: Canaries;
  sealed: Sealed;
  /** Names of what was done to any of the cases. */
  done: Set<string>;
  ids: Record<'planted' | 'imsa' | 'senior' | 'seniorTwo' | 'hub', string>;
}
type InHand = Stage & { inHand: CaseInHand };

/**
 * Everything that a complex case can be told, by those who may.
 *
 * @returns a case that the senior IMSA may go on writing into
 */
export async function caseJourney(
  people: People,
  canaries: Canaries,
): Promise<CaseInHand> {
  const sealed: Sealed = typedIn => canaries.sealed(typedIn);
  const ids = {
    planted: await idOf(people.planted),
    imsa: await idOf(people.imsa),
    senior: await idOf(people.senior),
    seniorTwo: await idOf(people.seniorTwo),
    hub: await hubOf(people.manager),
  };
  const done = new Set<string>();
  const stage: Stage = { people, canaries, sealed, ids, done };
  await discardDraft(people.planted, canaries);
  const inHand = await raiseWithWords(people.planted, {
    canaries,
    done,
    what: 'a case',
  });
  const input = { ...stage, inHand };
  await takeItOn(input);
  await writeIntoIt(input);
  await decideTogether(input);
  await writePapers(input);
  await refusedInCases(input);
  await passItOn(input);
  await endIt(input);
  const openCase = await otherCases(stage);
  refuseForgotten(done);
  return openCase;
}

const idOf = async (person: HubClient) =>
  (await person.get<{ id: string }>('/api/network/me')).body.id;

async function hubOf(manager: HubClient): Promise<string> {
  const { body } = await manager.get<{
    organisations: Array<{ id: string; name: string }>;
  }>('/api/escalations/choices');
  const hub = body.organisations.find(({ name }) => name === 'IMSA Hub');
  if (!hub) throw new Error('The Hub is not in the register');
  return hub.id;
}

/** Returned once, mended, accepted, begun. */
async function takeItOn({ people, sealed, canaries, inHand }: InHand) {
  const { senior, planted } = people;
  await inHand.look(senior);
  await inHand.move(senior, 'return', {
    reason: sealed('why a case was returned'),
  });
  await inHand.look(planted);
  await mendCase(planted, { inHand, canaries });
  await inHand.move(senior, 'accept');
  await inHand.move(senior, 'start');
}

async function writeIntoIt({ people, sealed, ids, inHand }: InHand) {
  const { senior, planted } = people;
  for (const kind of ['note', 'advice', 'call', 'decision']) {
    await inHand.move(senior, 'note', {
      kind,
      text: sealed(`a written ${kind}`),
    });
  }
  for (const fact of ['asked-of-hub', 'options-explained']) {
    await inHand.move(senior, 'change-fact', {
      fact,
      value: sealed(`a changed fact, ${fact}`),
      reason: sealed(`why a fact was changed, ${fact}`),
    });
  }
  await inHand.move(senior, 'set-organisation', {
    organisationId: null,
    reason: sealed('why it is about no organisation'),
  });
  for (const kind of ['choice', 'justice', 'safety-plan']) {
    await inHand.move(planted, 'record-choice', {
      kind,
      saidOn: DATE,
      text: sealed(`a new version of the ${kind}`),
    });
  }
  await inHand.move(planted, 'add-encounter', {
    date: DATE,
    interpreter: 'used',
    note: sealed('a later meeting'),
  });
  await inHand.move(planted, 'add-event', { ruleId: RULE, date: DATE });
  await inHand.move(planted, 'correct-event', {
    eventId: '0',
    what: 'strike-out',
    reason: sealed('why an event of a case was struck out'),
  });
  await inHand.move(senior, 'add-request', {
    kind: 'witness-summons',
    received: DATE,
    from: sealed('who summons a witness'),
  });
  await inHand.move(senior, 'answer-request', {
    requestId: '0',
    answeredOn: DATE,
    answer: sealed('what was answered to a request'),
  });
  await inHand.move(senior, 'add-task', {
    title: sealed('a task'),
    ownerId: ids.planted,
    dueOn: '2027-12-01',
  });
  const { tasks } = await inHand.look<{ tasks: Array<{ id: string }> }>(
    planted,
  );
  await inHand.move(planted, 'settle-task', {
    taskId: tasks[0]?.id,
    result: 'done',
    note: sealed('how a task was done'),
  });
  await inHand.move(planted, 'check-safety', {
    subject: 'job-offer',
    checked: sealed('what was checked for safety'),
    result: 'not-clear',
  });
}

/** A second opinion, and money as a last resort. */
async function decideTogether({ people, sealed, ids, inHand }: InHand) {
  const { senior, seniorTwo, planted } = people;
  await inHand.move(senior, 'ask-opinion', {
    personId: ids.seniorTwo,
    question: sealed('what a second opinion is asked'),
  });
  const { opinions } = await inHand.look<{ opinions: Array<{ id: string }> }>(
    seniorTwo,
  );
  await inHand.move(seniorTwo, 'give-opinion', {
    opinionId: opinions[0]?.id,
    text: sealed('a second opinion on a case'),
  });
  await inHand.move(planted, 'propose-spend', {
    purpose: sealed('what money is for'),
    amount: 4_500,
    alternativesTried: sealed('what was tried before'),
  });
  const { spends } = await inHand.look<{ spends: Array<{ id: string }> }>(
    senior,
  );
  await inHand.move(senior, 'decide-spend', {
    spendId: spends[0]?.id,
    decision: 'approved',
    reason: sealed('why money was given'),
  });
}

/** Handing over, referring, giving, transferring, waiting. */
async function passItOn({ people, sealed, ids, inHand }: InHand) {
  const { senior, seniorTwo, planted, imsa, manager } = people;
  const offer = (what: string) =>
    inHand.move(planted, 'offer-handover', {
      personId: ids.imsa,
      reason: sealed(what),
    });
  await offer('why a handover was offered');
  await inHand.move(planted, 'cancel-handover', {
    reason: sealed('why a handover was cancelled'),
  });
  await offer('why a handover was offered again');
  await inHand.move(imsa, 'accept-handover');
  await inHand.move(imsa, 'complete-handover', {
    survivorAgreedOn: DATE,
    note: sealed('how a handover went'),
  });
  await inHand.move(senior, 'refer', {
    personId: ids.planted,
    reason: sealed('why somebody was brought in'),
  });
  await inHand.move(senior, 'transfer', {
    personId: ids.seniorTwo,
    reason: sealed('why it was passed on'),
  });
  await inHand.move(manager, 'assign', {
    personId: ids.senior,
    reason: sealed('why it was given to somebody'),
  });
  await inHand.move(imsa, 'record-consent', {
    consent: 'not-given',
    saidOn: DATE,
    reason: sealed('why the survivor does not agree any more'),
  });
  await inHand.move(manager, 'override-consent', {
    reason: sealed('why work goes on all the same'),
  });
  await inHand.move(senior, 'wait', {
    category: 'third-party',
    reason: sealed('why it waits'),
  });
  await inHand.move(senior, 'resume', {
    reason: sealed('why it goes on'),
  });
  await inHand.look(seniorTwo);
  await inHand.move(seniorTwo, 'recuse', {
    reason: sealed('why somebody stepped back from a case'),
  });
}

async function endIt({ people, sealed, inHand }: InHand) {
  const { senior, manager } = people;
  await inHand.move(senior, 'resolve', {
    reason: sealed('why it is resolved'),
  });
  const outcome = (round: string) => ({
    outcomes: [
      {
        area: 'housing-rights',
        result: 'partly',
        why: sealed(`why an area ended as it did, ${round}`),
      },
    ],
    learningPoint: sealed(`what others can learn, ${round}`),
    structuralIssue: sealed(`where the system failed, ${round}`),
    lateReason: sealed(`why it was late, ${round}`),
  });
  await inHand.move(senior, 'close', outcome('first'));
  await inHand.look(senior);
  await inHand.move(senior, 'reopen', {
    reason: sealed('why a case was opened again'),
  });
  await inHand.move(senior, 'raise-level', {
    level: 'hub-manager',
    reason: sealed('why it went a level up'),
  });
  await inHand.move(manager, 'raise-level', {
    level: 'outside-specialist',
    reason: sealed('why it went to a specialist'),
    specialist: {
      who: sealed('who the specialist is'),
      contact: sealed('how the specialist is reached'),
      mayShare: sealed('what a specialist may be told'),
      survivorAgreedOn: DATE,
    },
  });
  await inHand.move(manager, 'lower-level', {
    reason: sealed('why it came a level down'),
  });
  await inHand.move(manager, 'resolve', {
    reason: sealed('why it is resolved again'),
  });
  await inHand.move(manager, 'close', outcome('second'));
  await inHand.look(manager);
  for (const hold of [true, false]) {
    await inHand.move(manager, 'hold', {
      hold,
      reason: sealed(`why a case is ${hold ? '' : 'not '}kept longer`),
    });
  }
  const { reference } = await inHand.look(manager);
  await inHand.move(manager, 'destroy', {
    reference,
    reason: sealed('why a case should be destroyed'),
  });
}
