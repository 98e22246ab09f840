import AxeBuilder from '@axe-core/playwright';
import type { Hub } from '@imsa-hub/launch';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Browser,
  BrowserContext,
  ConsoleMessage,
  Page,
} from 'playwright-core';

/** Where pictures of what was looked at are kept, for people to see. */
const PICTURES = process.env.HUB_CHECK_PICTURES;

/** What a browser writes by itself of an answer that refuses: it was asked to. */
const REFUSED = /^Failed to load resource: .* status of (400|401|404|409) /;

const FORBIDDEN = /^Failed to load resource: .* status of 403 /;

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** What a journey found: its steps, and the pages that were looked at. */
export class Journey {
  private readonly steps: Array<{ what: string; held: boolean }> = [];
  private readonly looked: string[] = [];
  private readonly found: string[] = [];
  /** Documents that were looked at without scripts, to look once at each. */
  private readonly seen = new Set<string>();
  private readonly contexts: BrowserContext[] = [];
  private readonly sideways: string[] = [];
  private readonly complaints: string[] = [];
  private readonly refusedIn = new Set<Page>();
  private readonly notes = new Map<string, Set<string>>();

  constructor(
    readonly hub: Pick<Hub, 'url'>,
    readonly browser: Browser,
    /** Widths at which every page is looked at; as it stands where none is named. */
    private readonly widths: readonly number[] = [],
  ) {}

  /** Notes whether a step held. The journey goes on, to find all of them. */
  expect(what: string, held: boolean): void {
    this.steps.push({ what, held });
  }

  /** Keeps something to be printed with the figures. */
  note(label: string, value: string): void {
    this.notes.set(label, (this.notes.get(label) ?? new Set()).add(value));
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
      await this.pictureWhereItStopped(what, error);
    } finally {
      await Promise.all(this.contexts.splice(0).map(each => each.close()));
      const seconds = Math.round((performance.now() - begun) / 1_000);
      const faults = [...this.found, ...this.sideways, ...this.complaints];
      process.stderr.write(
        `  … ${what}: ${seconds} s${faults.length > 0 ? `, so far ${faults.join('; ')}` : ''}\n`,
      );
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
    context.setDefaultTimeout(30_000);
    this.contexts.push(context);
    const page = await context.newPage();
    page.on('console', message => this.hear(page, message));
    page.on('pageerror', error => this.complain(page, String(error)));
    return page;
  }

  /** Runs a step in which the hub refuses the person something on purpose. */
  async whileRefused(page: Page, run: () => Promise<void>): Promise<void> {
    this.refusedIn.add(page);
    try {
      await run();
    } finally {
      this.refusedIn.delete(page);
    }
  }

  /** Looks at a page, at each width: axe, and whether it scrolls sideways. */
  async look(page: Page, what = new URL(page.url()).pathname): Promise<void> {
    const before = page.viewportSize() ?? { width: 1280, height: 900 };
    if (this.widths.length === 0) await this.lookOnce(page, what);
    for (const width of this.widths) {
      await page.setViewportSize({ ...before, width });
      await this.lookOnce(page, what);
    }
    if (this.widths.length > 0) await page.setViewportSize(before);
  }

  private async lookOnce(page: Page, what: string): Promise<void> {
    const violations = await this.violationsOf(page);
    const width = page.viewportSize()?.width;
    this.looked.push(`${what} at ${width}`);
    for (const { id, nodes } of violations) {
      const where = nodes.map(({ target }) => target.join(' ')).join(', ');
      this.found.push(`${what} at ${width}: ${id} (${where.slice(0, 120)})`);
    }
    if (await scrollsSideways(page)) this.sideways.push(`${what} at ${width}`);
    await this.picture(page, `${what} ${width}`);
  }

  /** Keeps a picture, where somebody asked for pictures. */
  private async picture(page: Page, what: string): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    const number = String(this.looked.length).padStart(3, '0');
    const name = what.replaceAll(/[^\w ]+/g, ' ').trim();
    const path = join(PICTURES, `${number} ${name}.png`);
    await page.screenshot({ path, fullPage: true });
  }

  private async pictureWhereItStopped(what: string, error: unknown) {
    if (!PICTURES) return;
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    const pages = this.contexts.flatMap(context => context.pages());
    for (const page of pages) await this.picture(page, `stopped in ${what}`);
  }

  private hear(page: Page, message: ConsoleMessage): void {
    if (message.type() !== 'error' || REFUSED.test(message.text())) return;
    if (this.refusedIn.has(page) && FORBIDDEN.test(message.text())) return;
    this.complain(page, message.text());
  }

  private complain(page: Page, text: string): void {
    const { pathname } = new URL(page.url());
    this.complaints.push(`${pathname}: ${text.slice(0, 160)}`);
  }

  // React Aria speaks of a pending button by its id for seven seconds, also when
  // the button has left the page by then. Only what screen readers are told in
  // those seconds is left out; it is no part of the page that people find.
  private async violationsOf(page: Page): Promise<Violations> {
    const { violations } = await new AxeBuilder({ page })
      .exclude('[data-live-announcer]')
      // New in 2.2, and off unless asked for.
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze();
    return violations;
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
      ...[...this.notes].map(([label, values]): [string, string] => [
        label,
        [...values].join(', '),
      ]),
      ['pages looked at with axe', String(this.looked.length)],
      ['axe violations', this.found.join('; ') || '0'],
      ['pages that scroll sideways', this.sideways.join('; ') || '0'],
      ['errors in a browser’s console', this.complaints.join('; ') || '0'],
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
        this.sideways.length === 0 &&
        this.complaints.length === 0 &&
        this.looked.length > 0,
    };
  }
}

async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      document.documentElement.scrollWidth >
      document.documentElement.clientWidth,
  );
}
