import type { Locator, Page } from 'playwright-core';
import { signInOnPage } from '../support/browser';
import type { AdviceJourney } from './AdviceJourney';

/** The console in the browser of one person, signed in through the provider. */
export class ConsolePage {
  private constructor(
    private readonly journey: AdviceJourney,
    readonly page: Page,
  ) {}

  /** Signs a demo person in, and looks at where they arrive. */
  static async signIn(
    journey: AdviceJourney,
    account: string,
    options: { width?: number; colours?: 'light' | 'dark' } = {},
  ): Promise<ConsolePage> {
    const page = await journey.window(options);
    await signInOnPage({ page, url: journey.hub.url, account });
    const opened = new ConsolePage(journey, page);
    await opened.look('home');
    return opened;
  }

  /** Opens an address, waits for its heading and looks at it. */
  async open(path: string, heading?: string): Promise<void> {
    await this.page.goto(`${this.journey.hub.url}${path}`);
    await this.settled(heading);
    await this.look(path.replace(/[0-9a-z]{26}/, ':id'));
  }

  async openQuery(id: string): Promise<void> {
    await this.open(`/advice/queries/${id}`, 'The question');
  }

  /** Opens the form of an action and looks at it. */
  async begin(button: string): Promise<void> {
    const action = this.button(button).first();
    if (!(await action.isVisible())) {
      await this.page.locator('.advice-more > summary').click();
    }
    await action.click();
    await this.look(`the form behind “${button}”`);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(label: string | RegExp): Locator {
    return this.page.getByLabel(
      label,
      typeof label === 'string' ? { exact: true } : {},
    );
  }

  /** One choice of a group of choices. */
  choice(group: string, name: string): Locator {
    return this.page
      .getByRole('group', { name: group })
      .or(this.page.getByRole('radiogroup', { name: group }))
      .getByLabel(name, { exact: true });
  }

  /** Waits for a text, and says whether it came. */
  async sees(text: string | RegExp): Promise<boolean> {
    return this.page
      .getByText(text)
      .first()
      .waitFor()
      .then(
        () => true,
        () => false,
      );
  }

  /** Presses the button of a form and waits for what is said when it is done. */
  async finish(button: string, said: string | RegExp): Promise<void> {
    await this.button(button).last().click();
    this.journey.expect(`“${button}” is done: ${said}`, await this.sees(said));
  }

  async look(what: string): Promise<void> {
    await this.journey.look(this.page, what);
  }

  private async settled(heading?: string): Promise<void> {
    await this.page
      .getByRole('heading', heading ? { name: heading } : { level: 1 })
      .first()
      .waitFor();
    // Only loading states are marked as busy.
    await this.page
      .locator('main [aria-busy=true]')
      .first()
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
  }
}
