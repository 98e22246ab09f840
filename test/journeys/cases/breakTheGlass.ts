import { signInAgain } from '../signInAgain';
import { ConsolePage } from '../ConsolePage';
import type { CaseStory } from './CaseStory';

const TOLD = 'A complex case you have a part in was opened by break-glass';
const WHY = 'A court asks for it today, and nobody else can answer.';
/** Of the right form, and nobody's: no reference has a U. */
const NEVER = 'ESC-UUUUUU';
const OPEN = 'Open it for 60 minutes';

/** The Hub Manager opens a case about the Hub; those who take part are told. */
export async function breakTheGlass(story: CaseStory): Promise<void> {
  const { journey } = story;
  const manager = await ConsolePage.signIn(journey, 'hub-manager');
  await manager.open(
    '/cases/break-glass',
    'Open a case you are held back from',
  );
  await manager.field('Reference').fill(NEVER);
  await manager.refused(OPEN, 'Say why, in a sentence');
  await manager.look('a break-glass with something to mend');
  await manager.field('Why must you see it?').fill(WHY);
  await signInAgain({ journey, console: manager, button: OPEN });
  journey.expect(
    'what was typed is there again after signing in again',
    (await manager.field('Reference').inputValue()) === NEVER &&
      (await manager.field('Why must you see it?').inputValue()) === WHY,
  );
  await manager.button(OPEN).click();
  journey.expect(
    'a reference that is not there opens nothing',
    (await manager.page.getByRole('alert').first().innerText()).length > 0,
  );
  await manager.field('Reference').fill(story.reference);
  await manager.button(OPEN).click();
  journey.expect(
    'the case is open for an hour, and says so',
    await manager.sees('You opened a case you are held back from'),
  );
  await manager.look('a case that was opened by break-glass');
  const words = await manager.words();
  journey.expect('it can be read', words.includes(story.caseReference));
  const senior = await ConsolePage.signIn(journey, 'senior');
  await senior.open('/notifications');
  journey.expect('who takes part is told', await senior.sees(TOLD));

  const client = await story.client('senior-two');
  const { status } = await client.post('/api/escalations/break-glass', {
    reference: story.reference,
    reason: WHY,
  });
  journey.expect(
    'nobody but the Hub Manager breaks the glass',
    status === 404 || status === 403,
  );
  const other = await client.get(story.path());
  journey.expect('and it stays hidden from the others', other.status === 404);
}
