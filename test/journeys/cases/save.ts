import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** Presses a button that saves a file, and takes what the browser saved. */
export async function save(
  page: Page,
  button: Locator,
): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button.first().click(),
  ]);
  const content = await readFile(await download.path());
  return { name: download.suggestedFilename(), content };
}
