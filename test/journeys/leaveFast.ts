import type { Page } from 'playwright-core';
import type { Journey } from './Journey';

const AWAY =
  '<!doctype html><html lang="en"><title>Weather</title><h1>Weather</h1>';

/** Leaving at once: by three presses of Shift, and by the button; and no way back in. */
export async function leaveFast(journey: Journey): Promise<void> {
  for (const [how, leave] of [
    ['three presses of Shift', pressShift],
    ['the button', pressButton],
  ] as const) {
    const page = await journey.window({ width: 360 });
    // Stands for the page elsewhere to which the hub sends them on from here.
    await page.route(`${journey.hub.url}/ask/leave`, route =>
      route.fulfill({ contentType: 'text/html', body: AWAY }),
    );
    await page.goto(`${journey.hub.url}/ask`);
    await page.getByRole('button', { name: 'Ask a question' }).click();
    await page.getByRole('heading', { name: 'Who is asking?' }).waitFor();
    await page.keyboard.press('Shift');
    await page.keyboard.press('a');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    journey.expect(
      'other keys between them leave nobody',
      await page.getByRole('heading', { name: 'Who is asking?' }).isVisible(),
    );
    await page.keyboard.press('a');
    await leave(page);
    const left = await page
      .getByRole('heading', { name: 'Weather' })
      .waitFor()
      .then(
        () => true,
        () => false,
      );
    journey.expect(`${how} leaves the page at once`, left);
    await page.goBack();
    journey.expect(
      `after ${how}, "Back" does not show the question`,
      !(await page.getByText('Who is asking?').first().isVisible()),
    );
  }
}

async function pressShift(page: Page): Promise<void> {
  for (const key of ['Shift', 'Shift', 'Shift']) await page.keyboard.press(key);
}

async function pressButton(page: Page): Promise<void> {
  await page.locator('[data-leave]').click();
}
