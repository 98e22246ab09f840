import { SIGN_IN_AGAIN } from '@imsa-hub/core';

/** An answer as it came. */
export interface HubAnswer<T = Record<string, unknown>> {
  status: number;
  body: T;
  text: string;
  headers: Headers;
}

/** Pages renew theirs three minutes before they run out. */
const RENEWED_BEFORE_MS = 180_000;

/** A cookie jar of the simplest kind, one for each host and path-blind. */
class Cookies {
  private readonly jar = new Map<string, string>();

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  header(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/**
 * Signs a demo person in through the real provider, as a browser would, and
 * then speaks to the hub's interface with the token that came of it.
 */
export class HubClient {
  /** Hears every answer that was not a refusal. */
  onAnswer: (text: string) => void = () => undefined;

  private constructor(
    readonly url: string,
    /** What the person's browser sends with each request. */
    private held: string | undefined,
    private readonly browser?: {
      askForSession(): Promise<Response>;
      signInAgain(): Promise<void>;
    },
  ) {}

  get token(): string | undefined {
    return this.held;
  }

  /** Somebody who is not signed in. */
  static nobody(url: string): HubClient {
    return new HubClient(url, undefined);
  }

  /**
   * The persona of this key, or whoever is registered with this address, signed
   * in. @throws Error where that is refused
   */
  static async signIn(url: string, account: string): Promise<HubClient> {
    const cookies = new Map<string, Cookies>();
    const jar = (place: string) => {
      const { host } = new URL(place);
      const known = cookies.get(host) ?? new Cookies();
      cookies.set(host, known);
      return known;
    };
    const ask = async (place: string, init: RequestInit = {}) => {
      const response = await fetch(place, {
        ...init,
        redirect: 'manual',
        headers: { ...init.headers, cookie: jar(place).header() },
      });
      jar(place).take(response);
      return response;
    };
    const follow = async (first: string): Promise<[string, Response]> => {
      let place = first;
      for (let step = 0; step < 12; step += 1) {
        const response = await ask(place);
        const next = response.headers.get('location');
        if (!next) return [place, response];
        place = new URL(next, place).href;
      }
      throw new Error('Too many redirects at sign-in');
    };
    const signIn = async (more = '') => {
      const start = `${url}/api/auth/oidc/start?env=development&flow=redirect&redirectUrl=${encodeURIComponent(`${url}/`)}&scope=openid%20profile%20email${more}`;
      const [page, response] = await follow(start);
      const html = await response.text();
      const form = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? page;
      const hidden = [
        ...html.matchAll(
          /<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g,
        ),
      ].map((match): [string, string] => [match[1] ?? '', match[2] ?? '']);
      const submitted = await ask(new URL(form, page).href, {
        method: 'POST',
        body: new URLSearchParams([
          ...hidden,
          [account.includes('@') ? 'email' : 'account', account],
        ]),
      });
      const back = submitted.headers.get('location');
      if (!back)
        throw new Error(`Sign-in of ${account} stopped at the provider`);
      await follow(new URL(back, page).href);
    };
    await signIn();
    const askForSession = () =>
      ask(`${url}/api/auth/oidc/refresh?optional&env=development`, {
        headers: { 'x-requested-with': 'XMLHttpRequest' },
      });
    const { token } = await readSession(await askForSession());
    if (!token) throw new Error(`Sign-in of ${account} was refused`);
    return new HubClient(url, token, {
      askForSession,
      signInAgain: () => signIn('&again=true'),
    });
  }

  /** What the browser's session gives now: a token, if it still is one. */
  async refresh(): Promise<{ status: number; token: string | undefined }> {
    if (!this.browser) return { status: 401, token: undefined };
    return readSession(await this.browser.askForSession());
  }

  /**
   * Takes a new token where the held one is good for a short time only, as a
   * page does. Whoever is let in no more keeps the one they have.
   */
  async renew(): Promise<void> {
    if (!this.browser || lastsFor(this.held) > RENEWED_BEFORE_MS) return;
    const { token } = await this.refresh().catch(() => ({ token: undefined }));
    if (token) this.held = token;
  }

  /** Signs in anew at the provider, as the hub wants it for what weighs most. */
  async signInAgain(): Promise<void> {
    await this.browser?.signInAgain();
    const { token } = await this.refresh();
    if (!token) throw new Error('Signing in again was refused');
    this.held = token;
  }

  /** The header that says who asks; nothing for nobody. */
  authorization(): Record<string, string> {
    return this.token ? { authorization: `Bearer ${this.token}` } : {};
  }

  get<T = Record<string, unknown>>(path: string) {
    return this.send<T>('GET', path);
  }

  post<T = Record<string, unknown>>(path: string, body: unknown = {}) {
    return this.send<T>('POST', path, body);
  }

  put<T = Record<string, unknown>>(path: string, body: unknown) {
    return this.send<T>('PUT', path, body);
  }

  /**
   * One request. Where the hub wants a new sign-in for it, the person signs in
   * again and does it once more. The answer's body is read as JSON where it is some, and where
   * an answer leads to is not followed. A form is sent as one, all else as JSON,
   * unless `raw` is sent as it is.
   */
  async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    more: {
      headers?: Record<string, string>;
      signal?: AbortSignal;
      raw?: string;
    } = {},
  ): Promise<HubAnswer<T>> {
    await this.renew();
    const answer = await this.sendOnce<T>(method, path, body, more);
    const { type } = answer.body as { type?: unknown };
    if (type !== SIGN_IN_AGAIN || !this.browser) return answer;
    await this.signInAgain();
    return this.sendOnce<T>(method, path, body, more);
  }

  private async sendOnce<T>(
    method: string,
    path: string,
    body: unknown,
    more: {
      headers?: Record<string, string>;
      signal?: AbortSignal;
      raw?: string;
    },
  ): Promise<HubAnswer<T>> {
    const isForm = body instanceof URLSearchParams || body instanceof FormData;
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      signal: more.signal,
      headers: {
        ...this.authorization(),
        ...(body === undefined || isForm
          ? {}
          : { 'content-type': 'application/json' }),
        ...more.headers,
      },
      body:
        more.raw ??
        (isForm || body === undefined ? body : JSON.stringify(body)),
    });
    const text = await response.text();
    if (response.ok) this.onAnswer(text);
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      body: (isJson && text ? JSON.parse(text) : {}) as T,
      text,
      headers: response.headers,
    };
  }
}

/** Milliseconds in which a token is still good. */
function lastsFor(token = ''): number {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  const { exp }: { exp: number } = JSON.parse(claims);
  return exp * 1000 - Date.now();
}

async function readSession(response: Response) {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const body: { backstageIdentity?: { token: string } } =
    isJson && text ? JSON.parse(text) : {};
  return { status: response.status, token: body.backstageIdentity?.token };
}
