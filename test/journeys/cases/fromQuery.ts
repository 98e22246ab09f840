import { newId } from '@imsa-hub/core';
import { randomInt } from 'node:crypto';
import { ConsolePage } from '../ConsolePage';
import type { Journey } from '../Journey';
import {
  answerPages,
  beginDraft,
  bringIt,
  CHECK,
  usualAnswers,
} from './answerPages';
import { CaseStory } from './CaseStory';

const QUESTION = 'May the council end the placement before its decision?';
const TAKEN_ON = /we have taken it on as a complex case/;

/** A query of the advice line becomes a case: what carries over is shown first. */
export async function fromQuery(journey: Journey): Promise<void> {
  const story = new CaseStory(journey);
  const query = await askAndClaim(story);
  const other = await ConsolePage.signIn(journey, 'senior-two');
  await other.open(`/cases/raise?query=${query.id}`, 'This query is not here');
  journey.expect('only whoever has the query takes it on', true);

  const senior = await ConsolePage.signIn(journey, 'senior');
  await senior.openQuery(query.id);
  await senior.page.locator('.advice-more > summary').click();
  await senior.button('Take it on as a complex case').click();
  await senior.page.waitForURL(/\/cases\/raise\?query=/);
  journey.expect(
    'what carries over is shown before anything is copied',
    (await senior.sees(`What carries over from ${query.reference}`)) &&
      (await senior.sees(QUESTION)) &&
      (await senior.sees('What stays with the query')),
  );
  await senior.look('what carries over from a query');
  await beginDraft(senior);
  const answers = usualAnswers({
    caseReference: `HB-${randomInt(100_000, 999_999)}`,
    choice: 'To stay until it is decided.',
  });
  await answerPages({
    person: senior,
    answers: {
      ...answers,
      // Carried over: it is left as it is.
      async ask(person) {
        const typed = await person.field(/^What you ask/).inputValue();
        journey.expect('the question is in its page', typed.includes(QUESTION));
      },
    },
    until: CHECK,
  });
  journey.expect(
    'the check says what it is made of',
    await senior.sees(`Made of query ${query.reference}`),
  );
  Object.assign(story, await bringIt(senior));
  await askerIsTold(story, query.id);
  await senior.openQuery(query.id);
  journey.expect(
    'the query goes on, and leads to the case',
    (await senior.sees('A complex case was made of this query')) &&
      (await senior.link(story.reference).count()) > 0,
  );
  await story.open(senior);
  journey.expect(
    'the case leads to the query',
    (await senior.link(query.reference).count()) > 0,
  );
  await story.refuses('senior', 'accept');
}

async function askAndClaim(story: CaseStory) {
  const asker = await story.client('imsa');
  const { body: query } = await asker.post<{ id: string; reference: string }>(
    '/api/advice/queries',
    {
      question: QUESTION,
      under18: 'no',
      nation: 'england',
      areas: ['housing-rights'],
      whoCanAct: '',
      safety: {
        'nowhere-safe-tonight': 'no',
        'contact-with-exploiter': 'no',
        'removal-eviction-or-detention': 'no',
      },
      safeContact: '',
      interpreter: 'not-needed',
      subjectOrganisationId: null,
      requestKey: newId(),
    },
  );
  const path = `/api/advice/queries/${query.id}`;
  for (const [account, verb, body] of [
    [
      'coordinator',
      'triage',
      {
        tier: 'full-advocacy',
        reason: 'Nobody else is helping',
        highRisk: false,
        areas: ['housing-rights'],
        subjectOrganisationId: null,
      },
    ],
    ['senior', 'claim', {}],
  ] as const) {
    const client = await story.client(account);
    const { version } = (await client.get<{ version: number }>(path)).body;
    await client.post(`${path}/${verb}`, { version, ...body });
  }
  return query;
}

/** In plain words, and without anything of the case. */
async function askerIsTold(story: CaseStory, queryId: string) {
  const { journey } = story;
  const asker = await ConsolePage.signIn(journey, 'imsa');
  await asker.openQuery(queryId).catch(() => undefined);
  journey.expect('the asker is told', await asker.sees(TAKEN_ON));
  journey.expect(
    'and nothing of the case',
    !(await asker.words()).includes(story.reference),
  );
  await asker.look('a query that was taken on, as its asker sees it');
}
