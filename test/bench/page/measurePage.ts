import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signInOnPage } from '../../support/browser';

/** One opening of the signed-in home with an empty cache. */
export interface PageRun {
  /** First contentful paint, in ms since the address was asked for. */
  firstPaint: number;
  /** The heading and the content of the first card are there, in ms. */
  usable: number;
  /** Path of each script, with its bytes on the wire. */
  scripts: Map<string, { wire: number; encoding: string }>;
}

/** Opens the signed-in home several times, each in a browser profile of its own. */
export async function measurePage(options: {
  browser: Browser;
  url: string;
  runs: number;
}): Promise<PageRun[]> {
  const { browser, url, runs } = options;
  let state = await signedInState(browser, url);
  const results: PageRun[] = [];
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext({
      locale: 'en-GB',
      storageState: state,
    });
    results.push(await openHome(await context.newPage(), url));
    // The session moves on with each use: the next one goes on from here.
    state = await context.storageState();
    await context.close();
  }
  return results;
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

async function signedInState(browser: Browser, url: string): Promise<State> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await signInOnPage({ page, url, account: 'coordinator' });
  const state = await context.storageState();
  await context.close();
  return state;
}

async function openHome(page: Page, url: string): Promise<PageRun> {
  const scripts: PageRun['scripts'] = new Map();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const paths = new Map<string, { path: string; encoding: string }>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type !== 'Script') return;
    paths.set(requestId, {
      path: new URL(response.url).pathname,
      encoding:
        Object.entries(response.headers).find(
          ([name]) => name.toLowerCase() === 'content-encoding',
        )?.[1] ?? 'none',
    });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const script = paths.get(requestId);
    if (script) {
      scripts.set(script.path, {
        wire: encodedDataLength,
        encoding: script.encoding,
      });
    }
  });
  await page.addInitScript(watchForUse);
  await page.goto(url);
  await page.waitForFunction(() => 'hubUsableAt' in window);
  // What is still fetched once the page can be used belongs to it too.
  await page.waitForTimeout(1_500);
  const times = await page.evaluate(() => ({
    usable: (window as unknown as { hubUsableAt: number }).hubUsableAt,
    firstPaint:
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ??
      Number.NaN,
  }));
  return { ...times, scripts };
}

/** Runs in the page: the moment at which somebody can read and use it. */
function watchForUse(): void {
  const isSeen = (selector: string) =>
    (document.querySelector(selector)?.getClientRects().length ?? 0) > 0;
  const look = () => {
    const card = document.querySelector('.hub-cards section');
    const ready =
      isSeen('main h1') &&
      isSeen('.hub-cards section h2') &&
      card !== null &&
      card.childElementCount > 1 &&
      card.querySelector('.hub-loading') === null;
    if (ready) {
      Object.assign(window, { hubUsableAt: performance.now() });
      return;
    }
    requestAnimationFrame(look);
  };
  look();
}
