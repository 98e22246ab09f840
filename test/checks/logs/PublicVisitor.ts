type Fields = Record<string, string>;

/** Somebody with a browser and no JavaScript: one cookie, and the page they see. */
export class PublicVisitor {
  /** The page as it came. */
  page = '';
  private cookie = '';

  constructor(
    private readonly url: string,
    private readonly onPage: (page: string) => void,
  ) {}

  /** Presses a button that stands alone, or posts a form as it is. */
  async post(path: string, fields: Fields = {}): Promise<void> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.cookie, origin: 'null' },
      body: new URLSearchParams(fields),
    });
    const set = response.headers.getSetCookie().at(-1)?.split(';')[0];
    if (set) this.cookie = set;
    this.page = await response.text();
    if (response.ok) this.onPage(this.page);
  }

  /** Fills the form of the journey that is on the page. */
  async answer(fields: Fields, go = 'continue'): Promise<void> {
    const before = this.page;
    await this.post(this.only(/<form method="post" action="([^"]+)"/), {
      sealed: this.only(/name="sealed" value="([^"]+)"/),
      go,
      ...fields,
    });
    if (/class="govuk-error-summary/.test(this.page)) {
      throw new Error(`A page was refused: ${Object.keys(fields).join()}`);
    }
    if (this.page === before) throw new Error('The form stayed where it was');
  }

  /** Fills one of the several forms of a conversation, by its last part. */
  async step(name: string, fields: Fields): Promise<void> {
    const form = new RegExp(
      `<form method="post" action="([^"]*/reply/${name})"[^]*?name="sealed" value="([^"]+)"`,
    ).exec(this.page);
    if (!form) throw new Error(`The conversation offers no "${name}"`);
    await this.post(form[1] ?? '', { sealed: form[2] ?? '', ...fields });
  }

  /** The receipt code on the page. */
  get code(): string {
    return this.only(/class="hub-code">([^<]+)</).trim();
  }

  private only(pattern: RegExp): string {
    const found = pattern.exec(this.page)?.[1];
    if (found === undefined) {
      const heading = /<h1[^>]*>([^]*?)<\/h1>/.exec(this.page)?.[1]?.trim();
      throw new Error(`${pattern} is not on the page "${heading}"`);
    }
    return found;
  }
}
