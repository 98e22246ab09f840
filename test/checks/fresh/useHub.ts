import { newId } from '@imsa-hub/core';
import type { Browser } from 'playwright-core';
import { HubClient } from '../../support/HubClient';
import { signInOnPage } from '../../support/browser';

const QUESTION = 'Can the council be asked to look at its decision again?';

/**
 * A real browser signs in as the coordinator and waits for rows of the queue.
 *
 * @returns how many rows it sees, and seconds from the address to the rows
 */
export async function seeQueue(options: {
  browser: Browser;
  url: string;
}): Promise<{ rows: number; seconds: number }> {
  const { browser, url } = options;
  const context = await browser.newContext({ locale: 'en-GB' });
  const began = performance.now();
  try {
    const page = await context.newPage();
    await signInOnPage({ page, url, account: 'coordinator' });
    await page.goto(`${url}/advice`);
    const rows = page.locator('a[href^="/advice/queries/"]');
    await rows.first().waitFor();
    return {
      rows: await rows.count(),
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await context.close();
  }
}

/** An IMSA asks a question. @returns its id */
export async function askSomething(url: string): Promise<string> {
  const imsa = await HubClient.signIn(url, 'imsa');
  const { status, body, text } = await imsa.post<{ id: string }>(
    '/api/advice/queries',
    {
      question: QUESTION,
      under18: 'no',
      nation: 'england',
      areas: ['housing-rights'],
      safety: {
        'nowhere-safe-tonight': 'no',
        'contact-with-exploiter': 'no',
        'removal-eviction-or-detention': 'no',
      },
      interpreter: 'not-needed',
      requestKey: newId(),
    },
  );
  if (status !== 201) throw new Error(`Asking was refused: ${text}`);
  return body.id;
}

/** Whether the coordinator reads that question, word for word. */
export async function isThere(url: string, id: string): Promise<boolean> {
  const coordinator = await HubClient.signIn(url, 'coordinator');
  const { status, text } = await coordinator.get(`/api/advice/queries/${id}`);
  return status === 200 && text.includes(QUESTION);
}
