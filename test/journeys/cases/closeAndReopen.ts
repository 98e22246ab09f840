import type { ConsolePage } from '../ConsolePage';
import { NEXT_LEAD, type CaseStory } from './CaseStory';

const WHY = 'The council offered a place near the college.';
const LEARNED = 'Ask for the file in the first letter.';
const FAILED = 'No interpreter is booked for homelessness interviews.';

/** Resolved, closed with what came of it, opened again and closed again. */
export async function closeAndReopen(story: CaseStory): Promise<void> {
  const { journey } = story;
  const handler = await story.at('senior-two');
  journey.expect(
    'what is not resolved cannot be closed',
    !(await handler.offers('Close it')),
  );
  await story.refuses(NEXT_LEAD, 'resolve', { reason: 'Done' });
  await resolve(handler);
  await handler.begin('Close it');
  await handler.refused('Close the case', 'Say what came of Housing rights');
  await handler.look('a close with something to mend');
  await close(handler, story);
  await handler.look('a closed case');
  for (const text of [WHY, LEARNED, FAILED]) {
    journey.expect(`what came of it says “${text}”`, await handler.sees(text));
  }
  await story.refuses('senior-two', 'note', { kind: 'note', text: 'Late' });

  const lead = await story.at(NEXT_LEAD);
  await lead.begin('Open it again');
  await lead.refused('Open it again', 'Give a reason');
  await lead
    .field('Why is it opened again?')
    .fill('The offer was taken back this morning');
  await lead.finish('Open it again', 'The case is open again');
  journey.expect(
    'it goes on in the other browser by itself',
    await handler.sees('In progress'),
  );
  await resolve(handler);
  await handler.begin('Close it');
  await close(handler, story);
  journey.expect(
    'it is closed in the end',
    (await story.read(NEXT_LEAD)).status === 'closed',
  );
}

async function resolve(handler: ConsolePage) {
  await handler.begin('Resolve it');
  await handler.field('What was reached?').fill(WHY);
  await handler.finish('Resolve it', 'The case is resolved');
}

async function close(handler: ConsolePage, story: CaseStory) {
  await handler.choice('What came of Housing rights?', 'Achieved').check();
  await handler.field(/^Housing rights: how/).fill(WHY);
  await handler
    .choice(
      'Which key outcomes does it touch?',
      'Destitution and homelessness avoided',
    )
    .check();
  await handler.field(/^What can others learn/).fill(LEARNED);
  await handler.field(/^Where did the system itself fail/).fill(FAILED);
  await handler.finish('Close the case', `${story.reference} is closed`);
}
