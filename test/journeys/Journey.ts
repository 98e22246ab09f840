import AxeBuilder from '@axe-core/playwright';
import type { Hub } from '@imsa-hub/launch';
import type { Browser, BrowserContext, Page } from 'playwright-core';

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** What a journey found: its steps, and the pages that were looked at. */
export class AdviceJourney {
  private readonly steps: Array<{ what: string; held: boolean }> = [];
  private readonly looked: string[] = [];
  private readonly found: string[] = [];
  /** Documents that were looked at without scripts, to look once at each. */
  private readonly seen = new Set<string>();
  private readonly contexts: BrowserContext[] = [];

  constructor(
    readonly hub: Hub,
    readonly browser: Browser,
  ) {}

  /** Notes whether a step held. The journey goes on, to find all of them. */
  expect(what: string, held: boolean): void {
    this.steps.push({ what, held });
  }

  /**
   * Runs one part of the journey. A part that stops half-way is a step that
   * did not hold, and says where it stopped.
   */
  async part(what: string, run: () => Promise<void>): Promise<void> {
    const begun = performance.now();
    try {
      await run();
    } catch (error) {
      const [first = ''] = String(error).split('\n');
      this.expect(`${what} stopped: ${first}`, false);
    } finally {
      await Promise.all(this.contexts.splice(0).map(each => each.close()));
      const seconds = Math.round((performance.now() - begun) / 1_000);
      process.stderr.write(`  … ${what}: ${seconds} s\n`);
    }
  }

  /** A browser window of its own, with its own cookies. */
  async window(
    options: {
      width?: number;
      scripts?: boolean;
      colours?: 'light' | 'dark';
    } = {},
  ): Promise<Page> {
    const { width = 1280, scripts = true, colours = 'light' } = options;
    const context = await this.browser.newContext({
      viewport: { width, height: 900 },
      locale: 'en-GB',
      javaScriptEnabled: scripts,
      colorScheme: colours,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    this.contexts.push(context);
    return context.newPage();
  }

  /** Runs axe on a page as it stands. */
  async look(page: Page, what = new URL(page.url()).pathname): Promise<void> {
    const violations = await this.violationsOf(page);
    const width = page.viewportSize()?.width;
    this.looked.push(what);
    for (const { id, nodes } of violations) {
      const where = nodes.map(({ target }) => target.join(' ')).join(', ');
      this.found.push(`${what} at ${width}: ${id} (${where.slice(0, 120)})`);
    }
  }

  // React Aria speaks of a pending button by its id for seven seconds, also
  // when the button has left the page by then. What is said while axe is at
  // work is gone the next time; what stays is a fault.
  private async violationsOf(page: Page, tries = 3): Promise<Violations> {
    await page
      .locator('[data-live-announcer] [role=img]')
      .first()
      .waitFor({ state: 'detached' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const spoken = violations.some(({ id }) => id === 'role-img-alt');
    return spoken && tries > 1
      ? this.violationsOf(page, tries - 1)
      : violations;
  }

  /**
   * Runs axe on a page that runs no scripts. Axe is a script itself, so it
   * looks at the same document in a window that does.
   */
  async lookWithoutScripts(page: Page, mirror: Page): Promise<void> {
    const html = await page.content();
    const address = page.url();
    const document = html.replaceAll(/name="sealed" value="[^"]*"/g, '');
    const known = `${page.viewportSize()?.width} ${document}`;
    if (this.seen.has(known)) return;
    this.seen.add(known);
    await mirror.route(address, route =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await mirror.goto(address);
    await this.look(mirror);
    await mirror.unroute(address);
  }

  /** The figures, and whether all of it held. */
  result() {
    const broken = this.steps.filter(({ held }) => !held);
    const held = this.steps.length - broken.length;
    const figures: [string, string][] = [
      ['pages looked at with axe', String(this.looked.length)],
      ['axe violations', this.found.join('; ') || '0'],
      [
        'steps that did not hold',
        broken.map(({ what }) => what).join('; ') || '0',
      ],
      ['steps that held', `${held} of ${this.steps.length}`],
    ];
    return {
      figures,
      holds:
        held > 0 &&
        broken.length === 0 &&
        this.found.length === 0 &&
        this.looked.length > 0,
    };
  }
}
