import { ConsolePage } from '../ConsolePage';
import {
  answerPages,
  beginDraft,
  bringIt,
  CHECK,
  daysAgo,
  usualAnswers,
} from './answerPages';
import type { CaseStory } from './CaseStory';

/** What the survivor chose, word for word; documents have to say it too. */
export const CHOICE = 'She wants to stay near the college.';
const OVERRIDE = 'It would be quicker.';
const AGAINST = 'Quicker is not a reason.';
const EVENT_DAYS_AGO = 7;
/** 21 days by section 202 of the Housing Act 1996; the day of being told is day one. */
const REVIEW_DAYS = 20;

/** The last day to ask for the review, as it is written in a document. */
export const LAST_DAY = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeZone: 'UTC',
}).format(new Date(daysAgo(EVENT_DAYS_AGO - REVIEW_DAYS)));

/** An IMSA writes a draft in two sessions, checks it and brings it to the Hub. */
export async function draftAndRaise(story: CaseStory): Promise<void> {
  const { journey, caseReference } = story;
  const answers = {
    ...usualAnswers({ caseReference, choice: CHOICE }),
    risks: (person: ConsolePage) =>
      person.choice('Risks', 'Destitution').check(),
    async events(person: ConsolePage) {
      await person.button('Add an event').click();
      await person
        .field('What happened')
        .selectOption('homelessness-review-england');
      await person.fillDate('Date', daysAgo(EVENT_DAYS_AGO));
      journey.expect(
        'the limit is worked out while one types',
        await person.sees(LAST_DAY),
      );
    },
  };
  const first = await ConsolePage.signIn(journey, 'imsa');
  await first.open('/cases', 'My cases');
  await first.link(/^Bring a case to the Hub/).click();
  await first.open('/cases/raise', 'Bring a case to the Hub');
  const draftId = await beginDraft(first);
  await first.refused('Save and continue', 'Enter your case reference');
  await first.look('a page with something to mend');
  await answerPages({
    person: first,
    answers,
    until: 'choice',
    isLookedAt: true,
  });
  await first.field(/^What the survivor/).fill(CHOICE);
  await first.button('Save and come back later').click();
  await first.link(`Go on with ${caseReference}`).waitFor();
  await first.page.context().close();
  await onlyTheAuthors(story, draftId);

  const second = await ConsolePage.signIn(journey, 'imsa');
  await second.open('/cases/raise', 'Your drafts');
  await second.link(`Go on with ${caseReference}`).click();
  await second.page.waitForURL(/\/justice$/);
  journey.expect('one goes on where one stopped, in another session', true);
  await second.link('Back').click();
  journey.expect(
    'what was written is there',
    (await second.field(/^What the survivor/).inputValue()) === CHOICE,
  );
  await answerPages({
    person: second,
    answers,
    until: CHECK,
    isLookedAt: true,
  });
  await second.look('check your answers');
  for (const text of [caseReference, CHOICE, LAST_DAY]) {
    journey.expect(`the check shows ${text}`, await second.sees(text));
  }
  await withoutAgreement(story, second);
  Object.assign(story, await bringIt(second));
  await second.look('a case that is with the Hub');
}

async function onlyTheAuthors(story: CaseStory, draftId: string) {
  for (const account of ['senior', 'hub-manager']) {
    const client = await story.client(account);
    const { status } = await client.get(`/api/escalations/drafts/${draftId}`);
    story.journey.expect(`a draft is not there for ${account}`, status === 404);
  }
}

/** A senior IMSA decides on the reason alone, at the desk. */
async function decideAgainst({ journey, caseReference }: CaseStory) {
  const senior = await ConsolePage.signIn(journey, 'senior');
  await senior.open('/cases', 'Asked for without the survivor’s agreement');
  journey.expect(
    'who decides sees the reason and nothing of the draft',
    (await senior.sees(OVERRIDE)) &&
      !(await senior.words()).includes(caseReference),
  );
  await senior.refused('Decide', 'Choose what you decide');
  await senior.look('a request with something to mend');
  await senior.choice('What do you decide?', 'It stays with the IMSA').check();
  await senior.field('Why?').fill(AGAINST);
  await senior.button('Decide').click();
  journey.expect(
    'what is decided leaves the desk',
    await senior.loses(OVERRIDE),
  );
  await senior.page.context().close();
}

/** Without the survivor's agreement an IMSA cannot bring it; somebody else decides. */
async function withoutAgreement(story: CaseStory, person: ConsolePage) {
  const change = /^Change: Does the survivor agree/;
  await person.link(change).click();
  await person
    .choice('Agreement to discuss the case', 'No, or they were not asked')
    .check();
  await person.button('Save').click();
  await person.page.waitForURL(/\/consent-override/);
  await person.field('Reason').fill(OVERRIDE);
  await person.look('raise: consent-override');
  await person.button('Save').click();
  await person.page.waitForURL(new RegExp(CHECK));
  await person.button('Ask the Hub to decide').click();
  await person.page.getByText('The Hub has been asked to decide').waitFor();
  await person.button('Bring it to the Hub').click();
  const summary = person.page.getByRole('alert').first();
  await summary.waitFor();
  await person.look('a case that cannot be brought');
  story.journey.expect(
    'without the survivor’s agreement and a decision an IMSA cannot bring it',
    /agree/i.test(await summary.innerText()),
  );
  await decideAgainst(story);
  story.journey.expect(
    'what was decided comes to the IMSA by itself',
    (await person.sees('It stays with you without agreement')) &&
      (await person.sees(AGAINST)),
  );
  await person.look('a draft that the Hub decided on');
  await person.link(change).click();
  await person
    .choice('Agreement to discuss the case', 'Yes, they agree')
    .check();
  await person.button('Save').click();
  await person.page.waitForURL(new RegExp(CHECK));
}
