import { findChromium } from '@imsa-hub/launch';
import { chromium, type Browser, type Page } from 'playwright-core';

/** The machine's Chromium, as every check starts it. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/**
 * Signs a demo person in on the hub's own page and the provider's, and waits
 * for the first page behind them.
 */
export async function signInOnPage(options: {
  page: Page;
  url: string;
  /** The persona's key, e.g. `coordinator`, or a registered address. */
  account: string;
}): Promise<void> {
  const { page, url, account } = options;
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in' }).click();
  if (account.includes('@')) {
    await page.getByText('Somebody else').click();
    await page.locator('input[name=email]').fill(account);
  } else {
    await page.locator(`input[name=account][value=${account}]`).check();
  }
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}
