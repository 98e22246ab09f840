import { HubClient } from '../support/HubClient';
import type { Journey } from './Journey';
import { ADVICE, type SeenQuery } from './answerTogether';
import { ConsolePage } from './ConsolePage';

const QUESTION = 'May a landlord change the locks without an order?';

/** An IMSA asks in the console, reads the reply there and says it helped. */
export async function imsaAsks(journey: Journey): Promise<void> {
  const imsa = await ConsolePage.signIn(journey, 'imsa', { width: 360 });
  await imsa.open('/advice/ask', 'Ask a question');
  await imsa.button('Send the question').click();
  journey.expect(
    'an empty question says what to mend',
    await imsa.sees('Enter the question'),
  );
  await imsa.look('a question with something to mend');
  await imsa.field(/What is your question/).fill(QUESTION);
  await imsa.choice('Which nation’s law counts?', 'England').check();
  await imsa.choice('Is the person under 18?', 'Yes, under 18').check();
  journey.expect(
    'for a child the people are named whose duty it is to help, and nothing can be sent',
    (await imsa.sees(/Children’s services of the local council/)) &&
      (await imsa.button('Send the question').count()) === 0,
  );
  await imsa.look('who helps a child');
  await imsa.choice('Is the person under 18?', 'No, 18 or over').check();
  await imsa.choice('What is it about?', 'Housing rights').check();
  for (const safety of [
    'Is there nowhere safe to stay tonight?',
    'Is there contact with an exploiter, or a threat of it?',
    'Is removal, eviction or detention happening or about to happen?',
  ]) {
    await imsa.choice(safety, 'No').check();
  }
  await imsa.choice('Is an interpreter needed?', 'No').check();
  await imsa.finish('Send the question', 'Your question has arrived');
  await imsa.look('a question that has arrived');
  const link = imsa.page.getByRole('link', { name: /^Open ADV-/ });
  const id = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
  await link.click();
  journey.expect('the IMSA sees what was asked', await imsa.sees(QUESTION));

  await answer(journey, id);
  journey.expect(
    'the reply appears by itself in the IMSA’s browser',
    await imsa.sees(ADVICE),
  );
  await imsa.look('a reply as its asker reads it');
  await imsa.button('Yes').click();
  journey.expect(
    'and says whether it helped',
    await imsa.sees(/You said: yes/),
  );
}

/** The work of the Hub, which other parts of the journey do in the browser. */
async function answer(journey: Journey, id: string): Promise<void> {
  const path = `/api/advice/queries/${id}`;
  const coordinator = await HubClient.signIn(journey.hub.url, 'coordinator');
  const act = async (verb: string, body: object) => {
    const before = await coordinator.get<SeenQuery>(path);
    const send = { version: before.body.version, ...body };
    const done =
      verb === 'draft'
        ? await coordinator.put(`${path}/draft`, send)
        : await coordinator.post(`${path}/${verb}`, send);
    journey.expect(`the Hub’s ${verb} is taken`, done.status === 200);
  };
  await act('triage', {
    tier: 'signpost',
    reason: 'Shelter can take it',
    highRisk: false,
    areas: ['housing-rights'],
    subjectOrganisationId: null,
  });
  await act('claim', {});
  await act('draft', { body: ADVICE, kind: 'case-specific' });
  await act('send', {});
}
