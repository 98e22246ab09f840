import { ConsolePage } from '../ConsolePage';
import { daysAgo } from './answerPages';
import { NAMES, NEXT_LEAD, type CaseStory } from './CaseStory';

const SINCE = 'Spoke to the new advocate about the bus times.';

/** One lead IMSA to the next: both are in it until the survivor has agreed. */
export async function handOver(story: CaseStory): Promise<void> {
  const { journey } = story;
  const imsa = await story.at('imsa');
  await imsa.begin('Hand over to another lead IMSA');
  await imsa.refused('Ask them to take over', 'Choose a person');
  await imsa
    .field('Who should take over?')
    .selectOption({ label: NAMES.nextLead });
  await imsa
    .field('Why, and what should they know?')
    .fill('She lives nearer, and speaks the language.');
  await imsa.finish('Ask them to take over', 'They were asked to take over');
  await story.refuses('imsa', 'complete-handover', {
    survivorAgreedOn: daysAgo(0),
  });
  await story.refuses('senior', 'accept-handover');
  await story.refuses('senior', 'resolve', { reason: 'Done' });

  const next = await ConsolePage.signIn(journey, NEXT_LEAD);
  journey.expect(
    'whoever is asked is told on My day',
    await next.sees(/take over|handover/i),
  );
  await story.open(next);
  await next.begin('Agree to take over');
  await next.finish('Agree to take over', 'You agreed to take over');
  journey.expect(
    'until then both have it',
    (await story.read('imsa')).scope === 'whole' &&
      (await story.read(NEXT_LEAD)).scope === 'whole',
  );
  await imsa.begin('Complete the handover');
  await imsa.refused('Complete the handover', /^Enter /);
  await imsa.fillDate(
    'When did the survivor agree to the new lead IMSA?',
    daysAgo(0),
  );
  // The one who led keeps what they wrote.
  await imsa.finish('Complete the handover', 'You see what you wrote');
  await story.does('senior', 'note', { kind: 'note', text: SINCE });
  const kept = await imsa.words();
  journey.expect(
    'and nothing of what is done in it',
    (await story.read('imsa')).scope === 'what-i-wrote' &&
      !kept.includes(SINCE) &&
      !kept.includes('Timeline'),
  );
  await imsa.look('a case that was handed over');
  await story.refuses('imsa', 'note', { kind: 'note', text: 'Still here' });
  journey.expect(
    'the new lead IMSA leads it',
    (await story.read(NEXT_LEAD)).lead?.name === NAMES.nextLead &&
      (await next.sees(SINCE)),
  );
}
