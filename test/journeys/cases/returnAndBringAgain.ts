import { ConsolePage } from '../ConsolePage';
import { bringIt, CHECK, daysAgo } from './answerPages';
import type { CaseStory } from './CaseStory';
import { CHOICE } from './draftAndRaise';

/** What the survivor says while the case is with the IMSA again. */
export const NEW_CHOICE = 'She would also take a room two bus rides away.';
const OPTIONS = 'A review, a challenge in court, or leaving it as it is.';
const MISSING = 'Say which options were explained, the court among them.';

/** A senior IMSA returns it; the IMSA mends it, and what came to it stays. */
export async function returnAndBringAgain(story: CaseStory): Promise<void> {
  const { journey, reference } = story;
  const senior = await ConsolePage.signIn(journey, 'senior');
  await senior.open('/cases?view=to-accept', 'Complex cases');
  await senior.page.getByText(reference).first().click();
  journey.expect('the desk reads what was asked', await senior.sees(CHOICE));
  await senior.look('a case to accept');
  await senior.begin('Return it to the IMSA');
  await senior.refused('Return it', 'Give a reason');
  await senior
    .field('What is missing, or why does it not belong here?')
    .fill(MISSING);
  await senior.finish('Return it', 'The case is returned to the IMSA');
  await story.refuses('senior', 'accept');

  const imsa = await ConsolePage.signIn(journey, 'imsa');
  await imsa.open('/notifications');
  journey.expect(
    'the IMSA is told which case came back',
    await imsa.sees(
      `A complex case came back with something to mend: ${reference}`,
    ),
  );
  const told = await imsa.words();
  journey.expect(
    'without a word of what is in it',
    [MISSING, CHOICE, story.caseReference].every(word => !told.includes(word)),
  );
  await story.open(imsa);
  journey.expect('and reads why', await imsa.sees(MISSING));
  await recordChoice(imsa, NEW_CHOICE);
  await imsa.link('Mend it and bring it again').click();
  await imsa.look('cases to mend');
  await imsa.button(`Mend it: ${story.caseReference}`).click();
  await imsa.page.waitForURL(new RegExp(CHECK));
  journey.expect('the reason stands by it', await imsa.sees(MISSING));
  await imsa.link(/^Change: Which options did you explain/).click();
  await imsa.field(/^Options that/).fill(OPTIONS);
  await imsa.look('an answer being mended');
  await imsa.button('Save').click();
  await imsa.page.waitForURL(new RegExp(CHECK));
  const again = await bringIt(imsa, 'Bring it again');
  journey.expect('it is the same case', again.id === story.id);
  await story.open(imsa);
  journey.expect(
    'what was mended is in it, and what was said since stays',
    (await imsa.sees(OPTIONS)) && (await imsa.sees(NEW_CHOICE)),
  );
  const words = await imsa.words();
  journey.expect('it was brought twice', words.includes('for the second time'));
  await imsa.page.getByText('1 older version').first().click();
  journey.expect(
    'the older version of the choice is kept',
    await imsa.sees(CHOICE),
  );
}

/** Records what the survivor says now. */
export async function recordChoice(
  person: ConsolePage,
  text: string,
): Promise<void> {
  await person.begin(
    'Record what they say now: What the survivor chose and wants',
  );
  await person.fillDate('When did the survivor say so?', daysAgo(1));
  await person.field('What did they say?').fill(text);
  await person.finish('Record it', 'The new version is recorded');
}
