import type { Journey } from './Journey';
import { ADVICE, type SeenQuery } from './answerTogether';
import { ConsolePage } from './ConsolePage';
import { PublicFormPage } from './PublicFormPage';

const CODE_FIELD = 'What is your receipt code?';
const FOLLOW_UP = 'Thank you. How long does a review take?';

/** Opens the conversation of a code, on a small screen without JavaScript. */
async function enter(journey: Journey, code: string): Promise<PublicFormPage> {
  const form = await PublicFormPage.open(journey, '/ask/reply', 360);
  await form.fill(CODE_FIELD, code);
  await form.press('Read the reply');
  return form;
}

/** The reply read by its code, a wrong code, and writing back. */
export async function readByCode(
  journey: Journey,
  code: string,
): Promise<void> {
  const wrong = await enter(journey, 'AAAA-BBBB-CCCC-DDDD');
  journey.expect(
    'a wrong code opens nothing, and says so',
    !(await wrong.shows(ADVICE)) &&
      (await wrong.shows('We cannot find anything with this code')),
  );
  const form = await enter(journey, code.toLowerCase().replaceAll('-', ' '));
  journey.expect('the code opens the reply', await form.shows(ADVICE));
  await form.press('Send this message');
  journey.expect(
    'an empty message says what to do',
    await form.shows('Write your message'),
  );
  await form.fill('Write back', FOLLOW_UP);
  await form.press('Send this message');
  journey.expect('what was written back is there', await form.shows(FOLLOW_UP));
  await form.press('Finish and clear this page');
}

/** The adviser reads what came back and closes; the asker says if it helped. */
export async function closeIt(
  journey: Journey,
  input: { query: SeenQuery; holder: string; code: string },
): Promise<void> {
  const { query, holder, code } = input;
  const adviser = await ConsolePage.signIn(journey, holder);
  await adviser.openQuery(query.id);
  journey.expect('the adviser reads it', await adviser.sees(FOLLOW_UP));
  await adviser.begin('Close');
  await adviser.button('Close the query').click();
  journey.expect(
    'nothing is closed without an outcome for each area',
    await adviser.sees('Say what came of Housing rights'),
  );
  await adviser
    .choice('What came of Housing rights?', 'Partly achieved')
    .check();
  await adviser.finish('Close the query', `${query.reference} is closed`);
  await adviser.look('a closed query');

  const form = await enter(journey, code);
  journey.expect(
    'the asker sees that it is finished',
    await form.shows('This is finished for now'),
  );
  await form.choose('Partly');
  await form.press('Tell us');
  journey.expect(
    'and says whether it helped',
    await form.shows('Thank you for telling us.'),
  );
}
