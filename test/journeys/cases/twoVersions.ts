import { daysAgo } from './answerPages';
import type { CaseStory, SeenCase } from './CaseStory';

const TYPED = 'The council takes it on itself';
/** The newest words of the survivor, from here on. */
export const LATEST_CHOICE = 'She wants a place of her own by the spring.';

/** Two people at once: 409, both versions in sight, nothing typed is lost. */
export async function twoVersions(story: CaseStory): Promise<void> {
  const { journey } = story;
  const senior = await story.at('senior');
  await senior.begin('Change a fact');
  await senior.field('What is changed?').selectOption('Tier');
  await senior.field('Tier').selectOption('Intervention only');
  await senior.field('Why is it changed?').fill(TYPED);
  await story.does('imsa', 'record-choice', {
    kind: 'choice',
    saidOn: daysAgo(0),
    text: LATEST_CHOICE,
  });
  const table = senior.page.getByRole('table');
  await table.waitFor();
  const shown = await table.innerText();
  journey.expect(
    'both versions are shown',
    shown.includes(LATEST_CHOICE) && /Yours/.test(shown),
  );
  const [answer] = await Promise.all([
    senior.page.waitForResponse(response =>
      response.url().endsWith('/change-fact'),
    ),
    senior.button('Change it').click(),
  ]);
  const body: { current?: SeenCase } = await answer.json();
  journey.expect(
    'the older version is refused with 409 and the newer record',
    answer.status() === 409 && JSON.stringify(body).includes(LATEST_CHOICE),
  );
  journey.expect(
    'what was typed is kept',
    (await senior.field('Why is it changed?').inputValue()) === TYPED,
  );
  await senior.look('two versions of a case');
  await senior.finish('Do it on the newer version', 'The fact is changed');
}
