import type { Journey } from './Journey';
import { PublicFormPage } from './PublicFormPage';

/** The public form from its first page to the receipt code, without JavaScript. */
export async function askInPublic(journey: Journey): Promise<string> {
  const form = await PublicFormPage.open(journey, '/ask');
  await form.press('Ask a question');
  await form.next('Who is asking?');
  journey.expect(
    'an empty page says what to choose, and stays',
    await form.shows('Choose who is asking'),
  );
  await form.choose('I am asking for myself');
  await form.next('Where is the person now?');
  await form.choose('England');
  await form.next('Is the person under 18?');
  await form.choose('No, 18 or over');
  await form.next('What would you like to ask?');
  await form.fill(
    'What would you like to ask?',
    'The council wants me to leave the hostel. Can I ask it to look again?',
  );
  await form.next('What is it about?');
  await form.choose('Housing rights');
  await form.next('Is there nowhere safe to stay tonight?');
  await form.choose('No');
  await form.next('Is there contact with an exploiter, or a threat of it?');
  await form.choose('No');
  await form.next(
    'Is removal, eviction or detention happening or about to happen?',
  );
  await form.choose('No');
  await form.next('Has any of this happened?');
  await form.choose('None of these, or I do not know');
  await form.next('Who is already helping?');
  await form.next('Language');
  await form.page.getByLabel('Which language').selectOption('en');
  await form.choose('No');
  await form.next('Is there anything we should know to reply safely?');
  await form.next('Is the question about a service or an employer?');
  await form.next('Check your answers');
  await form.press('Send my question');
  const code = (await form.page.locator('.hub-code').innerText()).trim();
  journey.expect(
    'a receipt code is given',
    /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/.test(code),
  );
  await form.press('I have kept the code: clear this page');
  return code;
}

const FIRST: Readonly<Record<string, RegExp>> = {
  England: /council/i,
  Wales: /Wales|council/i,
  Scotland: /Scotland|council|Social work/i,
  'Northern Ireland': /Northern Ireland|Trust/i,
};

/** Under 18: shown who can help in their nation, and nothing is taken. */
export async function askUnder18(journey: Journey): Promise<void> {
  const texts = new Set<string>();
  for (const [nation, expected] of Object.entries(FIRST)) {
    const form = await PublicFormPage.open(journey, '/ask', 360);
    await form.press('Ask a question');
    await form.choose('I am asking for myself');
    await form.next('Where is the person now?');
    await form.choose(nation);
    await form.next('Is the person under 18?');
    await form.choose('Yes, under 18');
    await form.next('These people help children');
    const text = await form.page.locator('main').innerText();
    texts.add(text);
    journey.expect(
      `a child in ${nation} is shown who helps there, and no form`,
      expected.test(text) &&
        (await form.page.getByRole('button', { name: 'Continue' }).count()) ===
          0,
    );
    journey.expect(
      'every public page can be left at once',
      await form.shows('Exit this page'),
    );
  }
  journey.expect('each nation has contacts of its own', texts.size === 4);
}
