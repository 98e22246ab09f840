import request, { type Response } from 'supertest';

/** A cookie as a browser keeps it. */
export interface KeptCookie {
  value: string;
  path: string;
  /** In small letters; empty for what says nothing. */
  sameSite: string;
  secure: boolean;
  httpOnly: boolean;
}

/**
 * Keeps and sends cookies by the rules of browsers (RFC 6265bis), for one hub
 * behind a proxy as in real use. What a browser would not take is an error.
 */
export class TestBrowser {
  /** By name; the tests have no two of one name. */
  readonly cookies = new Map<string, KeptCookie>();

  constructor(
    private readonly hub: {
      /** Where the hub listens. */
      server: string;
      /** Whether the proxy before it ends TLS. */
      https: boolean;
    },
  ) {}

  /** Opens an address of the hub, or asks for it. */
  async open(
    path: string,
    options: {
      method?: 'get' | 'post';
      /** Another site sent the browser here. */
      fromElsewhere?: boolean;
      headers?: Record<string, string>;
    } = {},
  ): Promise<Response> {
    const { method = 'get', fromElsewhere = false, headers = {} } = options;
    const sent = request(this.hub.server)
      [method](path)
      .set('x-forwarded-for', '192.0.2.1')
      .set('x-forwarded-proto', this.hub.https ? 'https' : 'http')
      .set(headers);
    const cookie = this.cookieHeader(path, fromElsewhere);
    if (cookie) sent.set('cookie', cookie);
    const answer = await sent;
    const set = (answer.headers['set-cookie'] ?? []) as unknown as string[];
    for (const one of set) this.take(one);
    return answer;
  }

  private cookieHeader(path: string, fromElsewhere: boolean): string {
    return [...this.cookies]
      .filter(
        ([, kept]) =>
          (kept.path === '/' ||
            new RegExp(`^${kept.path}([/?]|$)`).test(path)) &&
          (!fromElsewhere || kept.sameSite !== 'strict'),
      )
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  private take(header: string): void {
    const [pair = '', ...attributes] = header.split('; ');
    const [name = '', value = ''] = pair.split(/=(.*)/s, 2);
    const said = new Map(
      attributes.map(attribute => {
        const [key = '', setting = ''] = attribute.split('=');
        return [key.toLowerCase(), setting];
      }),
    );
    const kept = {
      value,
      path: said.get('path') ?? '',
      sameSite: said.get('samesite')?.toLowerCase() ?? '',
      secure: said.has('secure'),
      httpOnly: said.has('httponly'),
    };
    const ofHost = kept.secure && kept.path === '/' && !said.has('domain');
    if (
      (kept.secure && !this.hub.https) ||
      (name.startsWith('__Host-') && !ofHost)
    ) {
      throw new Error(`No browser takes this cookie: ${header}`);
    }
    // Those of a whole domain are kept apart; the hub sets none.
    if (said.has('domain') && value !== '') {
      throw new Error(`A cookie of a whole domain: ${header}`);
    }
    if (said.has('domain')) return;
    const isOver =
      said.get('max-age') === '0' ||
      Date.parse(said.get('expires') ?? '') <= Date.now();
    if (!isOver) this.cookies.set(name, kept);
    else if (this.cookies.get(name)?.path === kept.path) {
      this.cookies.delete(name);
    }
  }
}
