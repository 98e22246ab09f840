import { HubClient } from '../../support/HubClient';
import type { ConsolePage } from '../ConsolePage';
import type { Journey } from '../Journey';

const VIEWS = [
  'open',
  'to-accept',
  'mine',
  'raised-by-me',
  'waiting',
  'late',
  'unhandled',
  'closed',
];

/** The second where the door to complex cases is closed as a whole. */
const NOT_HERE = /^This case is not here$|^This page does not exist$/;

interface Hidden {
  journey: Journey;
  person: ConsolePage;
  /** Its references, and words that stand in it and nowhere else. */
  hidden: readonly string[];
}

/** A case that is not this person's answers, word for word, as one that is not there. */
export async function sameAsMissing(input: {
  journey: Journey;
  person: ConsolePage;
  id: string;
}): Promise<void> {
  const { journey, person, id } = input;
  const texts: string[] = [];
  for (const address of [id, `7${id.slice(1)}`]) {
    await person.page.goto(person.url(`/cases/${address}`));
    await person.page
      .getByRole('heading', { level: 1, name: NOT_HERE })
      .waitFor();
    texts.push(await person.words());
  }
  journey.expect(
    'a case that is hidden draws the page of one that is not there',
    texts[0] === texts[1] && texts[0] !== '',
  );
}

/** Looks everywhere in the console for something that must not be there. */
export async function findsNothing(input: Hidden): Promise<void> {
  const { person } = input;
  for (const path of ['/', '/notifications', '/about']) {
    await look(input, path);
  }
  await person.page.goto(person.url('/cases'));
  // To whom the door is closed, there is no such page.
  if (/Complex cases|My cases/.test(await person.words())) {
    for (const view of VIEWS) await look(input, `/cases?view=${view}`);
    await look(input, '/cases/raise');
    await searchPage(input);
  }
  await searchBox(input);
}

async function look(input: Hidden, path: string): Promise<void> {
  const { person } = input;
  await person.page.goto(person.url(path));
  await person.words();
  await nothingIn(input, path, await person.page.locator('body').innerText());
}

/** The page that finds cases, by each of its references. */
async function searchPage(input: Hidden): Promise<void> {
  const { person, hidden } = input;
  await person.page.goto(person.url('/cases/search'));
  for (const word of hidden) {
    await person.field('Reference').fill(word.slice(0, 40));
    await person.button('Find').click();
    const said = await person.sees('No case was found that you can see');
    input.journey.expect(`Find a case does not find ${word}`, said);
  }
}

/** The search box of every page. */
async function searchBox(input: Hidden): Promise<void> {
  const { person, hidden } = input;
  await person.button('Search').first().click();
  const box = person.page.getByRole('searchbox', {
    name: 'Search the console',
  });
  for (const word of hidden) {
    await box.fill(word);
    const said = await person.sees(`Nothing was found for “${word}”`);
    input.journey.expect(`the search box does not find ${word}`, said);
  }
  await person.page.keyboard.press('Escape');
}

async function nothingIn(input: Hidden, where: string, text: string) {
  const found = input.hidden.filter(word => text.includes(word));
  input.journey.expect(
    `nothing of it on ${where}${found.map(word => `: ${word}`).join('')}`,
    found.length === 0,
  );
}

/** The same by the routes that the pages ask. */
export async function routesTellNothing(input: {
  journey: Journey;
  account: string;
  id: string;
  hidden: readonly string[];
}): Promise<void> {
  const { journey, account, id, hidden } = input;
  const client = await HubClient.signIn(journey.hub.url, account);
  const never = `7${id.slice(1)}`;
  const bare = (text: string) => text.replace(/"requestId":"\w+"/, '');
  const [there, missing] = [
    await client.get(`/api/escalations/cases/${id}`),
    await client.get(`/api/escalations/cases/${never}`),
  ];
  journey.expect(
    `${account}: hidden and missing are the same answer`,
    there.status === 404 && bare(there.text) === bare(missing.text),
  );
  const answers = await Promise.all([
    ...VIEWS.map(view => client.get(`/api/escalations/board?view=${view}`)),
    client.get('/api/escalations/day'),
    client.get('/api/notifications/notices'),
  ]);
  const all = answers.map(({ text }) => text).join('\n');
  journey.expect(
    `${account}: no list, count or notice tells of it`,
    ![...hidden, id].some(word => all.includes(word)),
  );
}
