import { newId } from '@imsa-hub/core';
import type { Canaries } from './Canaries';
import type { CaseInHand } from './CaseInHand';
import type { Stage } from './caseJourney';
import type { People } from './consoleJourney';
import { raiseWithWords } from './draftJourney';
import { need } from './need';

/**
 * One case withdrawn, one without consent, one about the Hub itself.
 *
 * @returns one that the senior IMSA may go on writing into
 */
export async function otherCases({
  people,
  sealed,
  canaries,
  ids,
  done,
}: Stage): Promise<CaseInHand> {
  const { senior, planted, manager } = people;
  const withdrawn = await raiseWithWords(planted, {
    canaries,
    done,
    what: 'a case that is withdrawn',
  });
  await withdrawn.look(planted);
  await withdrawn.move(planted, 'withdraw', {
    reason: sealed('why a case was withdrawn'),
  });
  await withdrawn.look(planted);
  const urgent = await raiseWithWords(senior, {
    canaries,
    done,
    what: 'a case without consent',
    withoutConsent: manager,
  });
  await urgent.look(senior);
  await urgent.move(manager, 'accept');
  const hidden = await raiseWithWords(planted, {
    canaries,
    done,
    what: 'a case about the Hub',
    subjectId: ids.hub,
  });
  const { reference } = await hidden.look(planted);
  need(
    await manager.post('/api/escalations/break-glass', {
      reference,
      // Kept, but no page shows it to anybody.
      reason: canaries.plant('why the glass was broken on a case').repeat(2),
    }),
  );
  await hidden.look(manager);
  await findByWords(people, canaries);
  return urgent;
}

/** Words in places that look for cases. */
async function findByWords(people: People, canaries: Canaries): Promise<void> {
  for (const person of [people.planted, people.senior]) {
    need(
      await person.post('/api/escalations/search', {
        reference: canaries.plant('a case that was looked for'),
      }),
    );
    need(
      await person.post('/api/search/find', {
        words: canaries.plant('words that were looked for everywhere'),
      }),
    );
    const word = canaries.plant('a word in the address of the board');
    for (const filter of ['region', 'handler', 'cursor', word]) {
      need(
        await person.get(`/api/escalations/board?${filter}=${word}`),
        200,
        400,
      );
    }
  }
  need(
    await people.planted.get(
      `/api/escalations/cases/${newId()}/entries?before=${canaries.plant('a place in a timeline')}`,
    ),
    400,
    404,
  );
}
