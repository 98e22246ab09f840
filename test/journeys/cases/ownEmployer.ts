import { randomInt } from 'node:crypto';
import { newId } from '@imsa-hub/core';
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
import { findsNothing, routesTellNothing, sameAsMissing } from './findsNothing';

/** A failing of somebody's own employer, who raises it, and who must not know. */
interface Failing {
  raiser: string;
  employer: string;
  colleagues: readonly string[];
}

const OF_HARBOUR: Failing = {
  raiser: 'trainee',
  employer: 'Harbour Light Support',
  colleagues: ['j.figueira@harbour.example', 'officer@harbour.example'],
};
const OF_THE_HUB: Failing = {
  raiser: 'senior',
  employer: 'IMSA Hub',
  colleagues: [
    'hub-manager',
    'senior-two',
    'coordinator',
    'ffion.maddocks@hub.example',
  ],
};

/** An IMSA brings a failing of their employer; the desk of the Hub takes it on. */
export async function employerOfAnImsa(journey: Journey): Promise<void> {
  const { story, word } = await raiseAgainst(journey, OF_HARBOUR);
  const senior = await ConsolePage.signIn(journey, 'senior');
  await senior.open('/cases?view=to-accept', 'Complex cases');
  await senior.page.getByText(story.reference).first().click();
  journey.expect('somebody else can take it on', await senior.sees(word));
  await nobodyOfThem({ journey, story, word, failing: OF_HARBOUR });
}

/** The Hub itself has failed: its own people cannot find it either. */
export async function employerIsTheHub(journey: Journey): Promise<CaseStory> {
  const { story, word } = await raiseAgainst(journey, OF_THE_HUB);
  const raiser = await story.at('senior');
  journey.expect(
    'whoever raised it keeps what they wrote',
    await raiser.sees(word),
  );
  await nobodyOfThem({ journey, story, word, failing: OF_THE_HUB });
  return story;
}

async function raiseAgainst(journey: Journey, failing: Failing) {
  const story = new CaseStory(journey);
  const word = `Wren${newId().slice(-8)}`;
  const person = await ConsolePage.signIn(journey, failing.raiser);
  await person.open('/cases/raise', 'Bring a case to the Hub');
  await beginDraft(person);
  const caseReference = `WR-${randomInt(100_000, 999_999)}`;
  await answerPages({
    person,
    answers: usualAnswers({
      caseReference,
      choice: `That it is put right. ${word}`,
      organisation: failing.employer,
    }),
    until: CHECK,
  });
  journey.expect(
    'the check names the organisation',
    await person.sees(failing.employer),
  );
  Object.assign(story, await bringIt(person), { caseReference });
  return { story, word };
}

async function nobodyOfThem(input: {
  journey: Journey;
  story: CaseStory;
  word: string;
  failing: Failing;
}) {
  const { journey, story, word, failing } = input;
  const hidden = [story.reference, story.caseReference, word];
  for (const account of failing.colleagues) {
    await routesTellNothing({ journey, account, id: story.id, hidden });
    const person = await ConsolePage.signIn(journey, account);
    await sameAsMissing({ journey, person, id: story.id });
    await findsNothing({ journey, person, hidden });
    await person.page.context().close();
  }
}
