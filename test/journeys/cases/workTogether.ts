import type { ConsolePage } from '../ConsolePage';
import { daysAgo } from './answerPages';
import { NAMES, type CaseStory } from './CaseStory';
import { recordChoice } from './returnAndBringAgain';

const ADVICE = 'Ask for the file first, and for more time in the same letter.';
const TASK = 'Ask the council for the file';
const PURPOSE = 'One night in a hotel';
const QUESTION = 'Would you ask for interim housing as well?';
const OPINION = 'Yes, in the same letter, with the risk set out.';
export const SAID = 'She wants to be there when it is decided.';

/** Accepts the case and starts on it; nobody decides on their own. */
export async function acceptIt(story: CaseStory): Promise<void> {
  await story.refuses('imsa', 'accept');
  const senior = await story.at('senior');
  await senior.begin('Accept it');
  await senior.finish('Accept it', 'The case is accepted; you handle it');
  await senior.begin('Start work');
  await senior.finish('Start work', 'Work on the case has started');
  await senior.look('a case in progress');
}

/** Everything that two people and a third do on a case in progress. */
export async function workTogether(story: CaseStory): Promise<void> {
  const { journey } = story;
  const senior = await story.at('senior');
  const imsa = await story.at('imsa');

  await senior.begin('Add to the timeline');
  await senior.choice('What is it?', 'Advice').check();
  await senior.refused('Add it', 'Write the note');
  await senior.field('What do you advise?').fill(ADVICE);
  await senior.finish('Add it', 'It is in the timeline');
  journey.expect(
    'advice appears by itself in the IMSA’s browser',
    await imsa.sees(ADVICE),
  );

  await changeFact(story, senior);
  await senior.begin('Add a task');
  await senior.field('What is to be done?').fill(TASK);
  await senior.field('Who does it?').selectOption({ label: NAMES.imsa });
  await senior.fillDate('By when?', daysAgo(-5));
  await senior.finish('Add the task', 'The task is added');
  await imsa.begin(`Finish: ${TASK}`);
  await imsa.choice('What became of it?', 'It is done').check();
  await imsa.finish('Finish the task', 'The task is finished');

  await recordChoice(imsa, SAID);
  journey.expect(
    'nobody but the lead IMSA records what the survivor says',
    !(await senior.offers(
      'Record what they say now: What the survivor chose and wants',
    )),
  );
  await story.refuses('senior', 'record-choice', {
    kind: 'choice',
    saidOn: daysAgo(1),
    text: 'She wants what we want.',
  });
  await checkSafety(imsa);
  await spendMoney(story, { imsa, senior });
  await askTwice(story, senior);
  await senior.look('a case with work in it');
}

async function changeFact(story: CaseStory, senior: ConsolePage) {
  await senior.begin('Change a fact');
  await senior.field('What is changed?').selectOption('Part of the country');
  await senior.field('Part of the country').selectOption('South East');
  await senior.refused('Change it', 'Give a reason');
  await senior.field('Why is it changed?').fill('They moved last week');
  await senior.finish('Change it', 'The fact is changed');
  const timeline = senior.page.getByRole('region', { name: 'Timeline' });
  // The timeline is read again after the change was taken.
  await timeline.getByText('They moved last week').first().waitFor();
  const words = await timeline.innerText();
  story.journey.expect(
    'a changed fact shows the old value, the new one and why',
    /Before, it said:\s+England, London/.test(words) &&
      words.includes('South East') &&
      words.includes('They moved last week'),
  );
}

async function checkSafety(imsa: ConsolePage) {
  await imsa.begin('Record a safety check');
  await imsa.choice('What was checked?', 'A job offer').check();
  await imsa
    .field('How was it checked, and what was found?')
    .fill('The company has no entry, and the number is a shop.');
  await imsa.choice('What is the result?', 'Not safe').check();
  await imsa.finish('Record the check', 'The safety check is recorded');
}

/** Asked for by one, decided by another. */
async function spendMoney(
  story: CaseStory,
  people: { imsa: ConsolePage; senior: ConsolePage },
) {
  const { imsa, senior } = people;
  await imsa.begin('Ask for a last-resort spend');
  await imsa.field('What is it for?').fill(PURPOSE);
  await imsa.field('How much, in pounds?').fill('sixty');
  await imsa
    .field('What was tried before?')
    .fill('The council and two hostels: no room.');
  await imsa.refused('Ask for it', /Enter an amount in pounds/);
  await imsa.field('How much, in pounds?').fill('64.50');
  await imsa.finish('Ask for it', 'The spend waits for a decision');
  const decide = `Decide: ${PURPOSE}`;
  story.journey.expect(
    'nobody decides on the spend they asked for',
    !(await imsa.offers(decide)),
  );
  const [spend] = (await story.read('imsa')).spends;
  await story.refuses('imsa', 'decide-spend', {
    spendId: spend?.id,
    decision: 'approved',
    reason: 'I asked for it',
  });
  await senior.begin(decide);
  await senior.choice('What do you decide?', 'Approve it').check();
  await senior.field('Why?').fill('Nothing else is open tonight');
  await senior.finish('Record the decision', 'The decision is recorded');
  story.journey.expect(
    'whoever asked sees the decision',
    await imsa.sees('Nothing else is open tonight'),
  );
}

/** A second opinion; until it is there, the case is given to nobody else. */
async function askTwice(story: CaseStory, senior: ConsolePage) {
  const { journey } = story;
  await senior.begin('Ask for a second opinion');
  await senior.field('Whose opinion?').selectOption({ label: NAMES.seniorTwo });
  await senior.field('What do you want to know?').fill(QUESTION);
  await senior.finish('Ask them', 'They were asked for a second opinion');
  const [opinion] = (await story.read('imsa')).opinions;
  await story.refuses('imsa', 'give-opinion', {
    opinionId: opinion?.id,
    text: 'Mine instead',
  });
  await story.refuses('imsa', 'withdraw', { reason: 'Too early' });
  const other = await story.at('senior-two');
  await other.begin('Give your opinion');
  await other.field('Your opinion').fill(OPINION);
  await other.finish('Give the opinion', /^Your opinion is given/);
  journey.expect('the opinion is there', await senior.sees(OPINION));
}
