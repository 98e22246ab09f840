import { ConsolePage } from '../ConsolePage';
import { NAMES, type CaseStory } from './CaseStory';
import { findsNothing, sameAsMissing } from './findsNothing';

/** Whoever handles it steps back: somebody takes over first, then it is gone. */
export async function stepBack(story: CaseStory): Promise<void> {
  const { journey } = story;
  const senior = await story.at('senior');
  await senior.begin('Step back from this case');
  await senior.field('Why do you step back?').fill('I know somebody in it');
  await senior.refused(
    'Step back',
    'Choose who takes over before you step back',
  );
  await story.refuses('senior', 'recuse', { reason: 'I know somebody in it' });
  await senior
    .field('Who takes over?')
    .selectOption({ label: NAMES.seniorTwo });
  await senior.finish('Step back', /^You have stepped back from ESC-/);
  await sameAsMissing({ journey, person: senior, id: story.id });
  await findsNothing({
    journey,
    person: senior,
    hidden: [story.reference, story.caseReference],
  });
  const other = await ConsolePage.signIn(journey, 'senior-two');
  await story.open(other);
  journey.expect(
    'somebody else handles it',
    (await story.read('senior-two')).handler?.name === NAMES.seniorTwo,
  );
}
