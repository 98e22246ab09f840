import { HubClient } from '../support/HubClient';
import type { Journey } from './Journey';
import type { SeenQuery } from './answerTogether';
import { ConsolePage } from './ConsolePage';

const mask = (text: string) => text.replace(/"requestId":"\w+"/, '');

/** The same moves by people to whom they are not open. */
export async function refusedPaths(
  journey: Journey,
  query: SeenQuery,
): Promise<void> {
  const { hub } = journey;
  const { id } = query;
  const never = `7${id.slice(1)}`;
  for (const key of [
    'imsa',
    'officer',
    'board',
    'analyst',
    'admin',
    'supervisor',
  ]) {
    const person = await HubClient.signIn(hub.url, key);
    const there = await person.get(`/api/advice/queries/${id}`);
    const missing = await person.get(`/api/advice/queries/${never}`);
    journey.expect(
      `${key}: forbidden and missing are the same`,
      there.status === 404 && mask(there.text) === mask(missing.text),
    );
    const claim = await person.post(`/api/advice/queries/${id}/claim`, {
      version: 1,
    });
    journey.expect(`${key}: cannot claim`, claim.status === 404);
  }
  const nobody = HubClient.nobody(hub.url);
  journey.expect(
    'nobody: 401',
    (await nobody.get(`/api/advice/queries/${id}`)).status === 401,
  );
  const coordinator = await HubClient.signIn(hub.url, 'coordinator');
  const unknownField = await coordinator.post(
    `/api/advice/queries/${id}/note`,
    { version: 1, body: 'x', extra: true },
  );
  journey.expect('an unknown field is refused', unknownField.status === 400);
}

/** A forbidden address draws the very page that a missing one draws. */
export async function forbiddenPage(
  journey: Journey,
  query: SeenQuery,
): Promise<void> {
  const imsa = await ConsolePage.signIn(journey, 'imsa');
  const texts: string[] = [];
  for (const id of [query.id, `7${query.id.slice(1)}`]) {
    await imsa.open(`/advice/queries/${id}`, 'This query is not here');
    texts.push(await imsa.page.locator('main').innerText());
  }
  journey.expect(
    'in the browser, forbidden and missing are the same page',
    texts[0] === texts[1],
  );
}

/** Somebody else is faster: both versions are shown, nothing typed is lost. */
export async function staleVersion(
  journey: Journey,
  query: SeenQuery,
): Promise<void> {
  const typed = 'I rang them this morning.';
  const adviser = await ConsolePage.signIn(journey, 'senior');
  await adviser.openQuery(query.id);
  await adviser.begin('Add a note');
  await adviser.field('Note').fill(typed);
  const coordinator = await HubClient.signIn(journey.hub.url, 'coordinator');
  const path = `/api/advice/queries/${query.id}`;
  const { body } = await coordinator.get<SeenQuery>(path);
  await coordinator.post(`${path}/reopen`, {
    version: body.version,
    reason: 'The council wrote again',
  });
  const table = adviser.page.getByRole('table');
  await table.waitFor();
  const shown = await table.innerText();
  journey.expect(
    'both versions are shown',
    shown.includes('Closed') && shown.includes('Waiting for an adviser'),
  );
  await adviser.button('Add the note').click();
  journey.expect(
    'the stale version is refused and what was typed is kept',
    (await adviser.field('Note').inputValue()) === typed &&
      (await adviser.sees(typed)),
  );
  await adviser.look('two versions of a query');
  await adviser.finish('Save mine over the newer one', 'The note is added');
}
