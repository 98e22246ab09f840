/**
 * As much of a browser as signing in needs: cookies, redirects and forms. It
 * stops where the address leaves the services of the test.
 */
export class Browser {
  /** @type {Map<string, { value: string, path: string }>} */
  #cookies = new Map();

  /**
   * @param {string} url
   * @param {RequestInit} [init]
   * @returns {Promise<{ url: string, body: string }>} where it ended
   */
  async follow(url, init = {}) {
    const { origin } = new URL(url);
    let target = url;
    let request = init;
    for (let hops = 0; hops < 10; hops += 1) {
      if (new URL(target).origin !== origin) {
        return { url: target, body: '' };
      }
      const response = await fetch(target, {
        ...request,
        redirect: 'manual',
        headers: { cookie: this.#cookieHeader(new URL(target).pathname) },
      });
      this.#remember(response.headers.getSetCookie());
      const location = response.headers.get('location');
      if (!location) {
        return { url: target, body: await response.text() };
      }
      target = new URL(location, target).href;
      request = {};
    }
    throw new Error(`Too many redirects: ${target}`);
  }

  /**
   * Sends the first form of a page.
   *
   * @param {{ url: string, body: string }} page
   * @param {Record<string, string>} fields
   */
  submit(page, fields) {
    const action = /<form[^>]*action="([^"]+)"/.exec(page.body)?.[1];
    if (!action) {
      throw new Error(`No form on ${page.url}: ${page.body}`);
    }
    const hidden = [
      ...page.body.matchAll(
        /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
      ),
    ].map(([, name = '', value = '']) => [name, value]);
    return this.follow(new URL(action, page.url).href, {
      method: 'POST',
      body: new URLSearchParams({ ...Object.fromEntries(hidden), ...fields }),
    });
  }

  /** @param {string} pathname */
  #cookieHeader(pathname) {
    return [...this.#cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  /** @param {string[]} headers */
  #remember(headers) {
    for (const header of headers) {
      const [pair = '', ...attributes] = header.split(/; */);
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const path = attributes.find(text => /^path=/i.test(text));
      if (value) {
        this.#cookies.set(name, { value, path: path?.slice(5) ?? '/' });
      } else {
        this.#cookies.delete(name);
      }
    }
  }
}
