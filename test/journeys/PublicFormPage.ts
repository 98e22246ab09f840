import type { Page } from 'playwright-core';
import type { Journey } from './Journey';

/**
 * The public pages as on an old phone: no JavaScript. Each page that is shown
 * is looked at with axe before anything is done on it.
 */
export class PublicFormPage {
  private constructor(
    private readonly journey: Journey,
    readonly page: Page,
    private readonly mirror: Page,
  ) {}

  /** Opens a public address. */
  static async open(
    journey: Journey,
    path: string,
    width = 1280,
  ): Promise<PublicFormPage> {
    const page = await journey.window({ scripts: false, width });
    const mirror = await journey.window({ width });
    const form = new PublicFormPage(journey, page, mirror);
    await page.goto(`${journey.hub.url}${path}`);
    await form.look();
    return form;
  }

  get heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  /** Whether a text stands on the page. */
  async shows(text: string): Promise<boolean> {
    return (await this.page.getByText(text).count()) > 0;
  }

  /** Presses a button and looks at what comes. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.look();
  }

  /** Goes on to the next page of the form, which must have this heading. */
  async next(heading: string): Promise<void> {
    await this.page
      .locator('button.govuk-button[value=continue]')
      .first()
      .click();
    await this.look();
    this.journey.expect(
      `the public form goes on to “${heading}”`,
      (await this.heading) === heading,
    );
  }

  async choose(label: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).check();
  }

  async fill(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label).fill(text);
  }

  private async look(): Promise<void> {
    await this.journey.lookWithoutScripts(this.page, this.mirror);
  }
}
