import { HubClient } from '../support/HubClient';
import type { Journey } from './Journey';
import { ConsolePage } from './ConsolePage';

/** What these journeys read of a query. */
export interface SeenQuery {
  id: string;
  reference: string;
  version: number;
  status: string;
  channel: string;
  receivedAt: string;
}

/** What every reply in these journeys says. */
export const ADVICE = 'You can ask for a review within 21 days.';

/** The newest question of the public form, as the coordinator finds it. */
export async function newestPublicQuery(journey: Journey): Promise<SeenQuery> {
  const coordinator = await HubClient.signIn(journey.hub.url, 'coordinator');
  const { body } = await coordinator.get<{ rows: SeenQuery[] }>(
    '/api/advice/queue?view=to-triage&area=housing-rights',
  );
  const [newest] = body.rows
    .filter(row => row.channel === 'public-form')
    .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt));
  if (!newest) throw new Error('The public question is not in the queue');
  return newest;
}

/**
 * From triage to the reply in four people's browsers: the coordinator triages,
 * two advisers claim at once, the winner writes from a template, the other one
 * reads and sends it.
 *
 * @returns the account of whoever has it
 */
export async function answerTogether(
  journey: Journey,
  query: SeenQuery,
): Promise<string> {
  const { id, reference } = query;
  const coordinator = await ConsolePage.signIn(journey, 'coordinator');
  await coordinator.open('/advice?view=to-triage', 'Advice line');
  await coordinator.page.getByText(reference).first().click();
  await coordinator.begin('Triage');
  await coordinator.button('Set the tier').click();
  journey.expect(
    'a triage without reason is sent back with what to mend',
    await coordinator.sees('Give a reason'),
  );
  await coordinator.choice('Tier', 'Full advocacy').check();
  await coordinator.field('Why this tier?').fill('Nobody else is helping');
  await coordinator.choice('Is it high risk?', 'Yes').check();
  await coordinator.finish('Set the tier', `${reference} is triaged`);

  const accounts = ['senior', 'senior-two'];
  const [one, other] = await Promise.all(
    accounts.map(account => ConsolePage.signIn(journey, account)),
  );
  if (!one || !other) throw new Error('Nobody signed in');
  await Promise.all([one, other].map(each => each.openQuery(id)));
  // No waiting in between: both presses are under way before either arrives.
  await Promise.all(
    [one, other].map(each => each.button('Claim').dispatchEvent('click')),
  );
  const yours = `${reference} is yours`;
  const [oneWon, otherWon] = await Promise.all(
    [one, other].map(each =>
      each.page
        .getByText(yours)
        .or(each.page.getByText('has claimed this query'))
        .first()
        .innerText()
        .then(text => text.includes(yours)),
    ),
  );
  journey.expect('exactly one of two browsers gets it', oneWon !== otherWon);
  const [mine, theirs] = oneWon ? [one, other] : [other, one];
  const holder = oneWon ? 'senior' : 'senior-two';
  journey.expect(
    'the other is told who has it',
    await theirs.sees(/^\S.+ has claimed this query\.$/),
  );
  journey.expect(
    'and can no longer claim it',
    (await theirs.button('Claim').count()) === 0,
  );

  await writeReply(journey, mine);
  await readAndSend(journey, theirs, reference);
  journey.expect(
    'whoever wrote it sees it go out, without asking again',
    await mine.sees('Answered'),
  );
  return holder;
}

async function writeReply(
  journey: Journey,
  adviser: ConsolePage,
): Promise<void> {
  await adviser
    .field(/Begin from a template/)
    .selectOption({ label: 'After a homelessness decision' })
    .catch(() =>
      adviser.field(/Begin from a template/).selectOption({ index: 1 }),
    );
  await adviser.button('Fill it in').click();
  const reply = adviser.field('Reply');
  await adviser.page.waitForFunction(
    () =>
      (document.querySelector<HTMLTextAreaElement>('#reply textarea')?.value
        .length ?? 0) > 0,
  );
  await reply.fill(`${ADVICE}\n\n${await reply.inputValue()}`);
  await adviser.field(/What it rests on/).fill('Housing Act 1996, section 202');
  journey.expect('the reply saves itself', await adviser.sees(/^Saved/));
  journey.expect(
    'a high-risk reply cannot be sent unread',
    (await adviser.button('Send the reply').count()) === 0,
  );
  await adviser.look('the reply being written');
  await adviser.begin('Ask a second reader');
  await adviser.finish(
    'Ask them to read it',
    'The reply waits for a second reader',
  );
  journey.expect(
    'nobody approves what they wrote',
    (await adviser.button('Approve the reply').count()) === 0,
  );
}

async function readAndSend(
  journey: Journey,
  reader: ConsolePage,
  reference: string,
): Promise<void> {
  await reader.open('/advice?view=to-read', 'Advice line');
  await reader.page.getByText(reference).first().click();
  journey.expect('the second reader reads it', await reader.sees(ADVICE));
  await reader.begin('Approve the reply');
  await reader.finish('Approve and send', 'The reply is approved and sent');
  await reader.look('an answered query');
}
