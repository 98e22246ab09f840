import type { Locator, Page } from 'playwright-core';
import { signInOnPage } from '../support/browser';
import type { Journey } from './Journey';

/** The console in the browser of one person, signed in through the provider. */
export class ConsolePage {
  private constructor(
    private readonly journey: Journey,
    readonly page: Page,
  ) {}

  /** Signs somebody in by key or address, and looks at where they arrive. */
  static async signIn(
    journey: Journey,
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
    await this.page.goto(this.url(path));
    await this.settled(heading);
    await this.look(path.replace(/[0-9a-z]{26}/, ':id'));
  }

  /** The whole address of a page. */
  url(path: string): string {
    return `${this.journey.hub.url}${path}`;
  }

  async openQuery(id: string): Promise<void> {
    await this.open(`/advice/queries/${id}`, 'The question');
  }

  /** Opens the form of an action and looks at it. */
  async begin(button: string): Promise<void> {
    const action = this.page
      .getByRole('button', { name: button, exact: true, includeHidden: true })
      .first();
    // What somebody else did may have to arrive first.
    await action.waitFor({ state: 'attached' });
    if (!(await action.isVisible())) {
      await this.page
        .locator('.advice-more > summary, .case-more > summary')
        .click();
    }
    await action.click();
    await this.look(`the form behind “${button}”`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', {
      name,
      exact: typeof name === 'string',
    });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', {
      name,
      exact: typeof name === 'string',
    });
  }

  /** Types a `YYYY-MM-DD` into the three boxes of a date. */
  async fillDate(label: string, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    const group = this.page.getByRole('group', { name: label });
    await group.getByLabel('Day').fill(day);
    await group.getByLabel('Month').fill(month);
    await group.getByLabel('Year').fill(year);
  }

  /** The words of the page's main part, once it has settled. */
  async words(): Promise<string> {
    await this.settled();
    return this.page.locator('main').innerText();
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

  /** Waits until a text is on the page no longer, and says whether that came. */
  async loses(text: string | RegExp): Promise<boolean> {
    return this.page
      .getByText(text)
      .first()
      .waitFor({ state: 'detached' })
      .then(
        () => true,
        () => false,
      );
  }

  /** Whether a button is offered, once the page has settled. */
  async offers(button: string): Promise<boolean> {
    await this.settled();
    return (await this.button(button).count()) > 0;
  }

  /** Presses a button that is refused, and waits for what has to be mended. */
  async refused(button: string, said: string | RegExp): Promise<void> {
    await this.submit(button);
    this.journey.expect(
      `“${button}” is refused: ${said}`,
      await this.sees(said),
    );
  }

  /** Presses the button of a form and waits for what is said when it is done. */
  async finish(button: string, said: string | RegExp): Promise<void> {
    await this.submit(button);
    this.journey.expect(`“${button}” is done: ${said}`, await this.sees(said));
  }

  /** The button of the open form; another one may bear the same words. */
  private async submit(button: string): Promise<void> {
    const name = { name: button, exact: true };
    const inForm = this.page
      .locator('.hub-action-form')
      .getByRole('button', name);
    const isForm = (await inForm.count()) > 0;
    await (isForm ? inForm : this.button(button)).last().click();
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
