import type { ConsolePage } from './ConsolePage';
import type { Journey } from './Journey';

/** For hubs of journeys that want to see what comes after it. */
export const SHORT_FRESHNESS = `hub:
  sessions: { freshSignInMinutes: 1 }
`;
const PAST_IT_MS = 61_000;

/**
 * Waits until the sign-in is too old for what weighs most, presses the button of
 * such a form, and signs in again at the provider, which leads back to the form.
 */
export async function signInAgain(input: {
  journey: Journey;
  console: ConsolePage;
  button: string;
}): Promise<void> {
  const { journey, console, button } = input;
  const { page } = console;
  await page.waitForTimeout(PAST_IT_MS);
  const address = page.url();
  await journey.whileRefused(page, async () => {
    await console.button(button).click();
    journey.expect(
      'an old sign-in does not do what weighs most',
      await console.sees('Sign in again to go on'),
    );
  });
  await console.look('what asks for a new sign-in');
  await console.button('Sign in again').click();
  journey.expect(
    'the provider asks, though it knows the browser',
    await console.sees('The hub asks you to sign in again'),
  );
  await page.getByRole('button', { name: 'Continue' }).click();
  journey.expect(
    'who comes back is told what to do',
    await console.sees('You have signed in again.'),
  );
  journey.expect('it is the same page', page.url() === address);
}
