import { PUBLIC_PAGE_HEADERS } from '@imsa-hub/core-node';
import supertest from 'supertest';
import { PublicWalker, startPublicPages } from './__fixtures__/PublicWalker';

// Stated again in full, so that a change of the constant is noticed here.
const EXACT = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PUBLIC_PAGE_HEADERS['permissions-policy'],
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
const METHODS = [
  'get',
  'head',
  'post',
  'put',
  'patch',
  'delete',
  'options',
] as const;

describe('the public pages', () => {
  it('sends exactly the same headers on every route and method', async () => {
    const { app, routes } = startPublicPages();
    const paths = [
      ...new Set(routes.map(({ path }) => path)),
      '/ask/nothing',
      '/ask/assets/x.css',
    ];
    expect(paths.length).toBeGreaterThan(30);
    const refused = [];
    for (const path of paths) {
      const stated = routes.filter(route => route.path === path);
      for (const method of METHODS) {
        const response = await supertest(app)
          [method](path.replace(':file', 'y'))
          .redirects(0);
        expect(response.headers).toMatchObject(EXACT);
        expect(response.headers['cache-control']).toBe('no-store');
        expect(response.headers['x-powered-by']).toBeUndefined();
        expect(response.headers.etag).toBeUndefined();
        expect(response.status).toBeLessThan(500);
        const taken = method === 'head' ? 'get' : method;
        const known = stated.some(route => route.method === taken);
        if (stated.length > 0 && !path.includes(':') && !known) {
          const { status, headers } = response;
          refused.push({ path, method, status, allow: headers.allow });
        }
      }
    }
    expect(refused.length).toBeGreaterThan(paths.length);
    expect(refused).toEqual(
      refused.map(({ path, method }) => ({
        path,
        method,
        status: 405,
        allow: expect.stringMatching(/^GET, HEAD/),
      })),
    );
  });

  it('answers every page that is read with HEAD as with GET, without a body', async () => {
    const { app } = startPublicPages();
    for (const path of [
      '/ask',
      '/ask/reply',
      '/ask/privacy',
      '/ask/accessibility',
    ]) {
      const got = await supertest(app).get(path);
      const head = await supertest(app).head(path);
      expect(got.status).toBe(200);
      expect(head.status).toBe(200);
      expect(head.text ?? '').toBe('');
      expect(head.headers['content-length']).toBe(
        got.headers['content-length'],
      );
    }
  });

  it('serves its style sheet for a year, without fonts or addresses of others', async () => {
    const { app } = startPublicPages();
    const start = await supertest(app).get('/ask');
    const href = /href="([^"]+\.css)"/.exec(start.text)?.[1] ?? '';
    const styles = await supertest(app).get(href);
    expect(styles.headers).toMatchObject(EXACT);
    expect(styles.headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect(styles.text).toContain('.govuk-radios__input');
    expect(styles.text).not.toMatch(
      /url\(|@font-face|GDS Transport|crown|crest/,
    );
  });

  it('leaves to a neutral page, ending the cookie and what was stored', async () => {
    const { app } = startPublicPages();
    const response = await supertest(app).get('/ask/leave').redirects(0);
    expect(response.status).toBe(303);
    expect(response.headers.location).toBe('https://www.bbc.co.uk/weather');
    expect(response.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(response.headers['set-cookie']).toEqual([
      'hub-form=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0',
    ]);
  });

  it('binds its cookie to the host over https', async () => {
    const { app } = startPublicPages({ baseUrl: 'https://hub.example' });
    const response = await supertest(app)
      .post('/ask/begin')
      .set('origin', 'https://hub.example')
      .type('form')
      .send('');
    expect(String(response.headers['set-cookie'])).toMatch(
      /^__Host-hub-form=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=3600$/,
    );
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
  ])('refuses a post from %s', async (_name, headers) => {
    const { app } = startPublicPages();
    const response = await supertest(app)
      .post('/ask/begin')
      .set(headers)
      .type('form')
      .send('');
    expect(response.status).toBe(403);
    expect(response.text).toContain('This did not come from our own page');
  });

  it.each([
    ['unknown fields', 'sealed=x&other=1'],
    ['NUL in a name', 'a%00b=1'],
    ['a lone surrogate', 'sealed=%ED%A0%80'],
    ['broken encoding', 'sealed=%zz'],
    ['__proto__', '__proto__=1'],
    ['raw bytes', 'sealed=\u00e9'],
    ['a field twice', 'sealed=a&sealed=b'],
    ['hundreds of fields', 'a=1&'.repeat(200)],
  ])('refuses %s with a page in plain words', async (_name, body) => {
    const { app } = startPublicPages();
    for (const path of [
      '/ask/begin',
      '/ask/reply',
      '/ask/nation',
      '/ask/reply/finish',
    ]) {
      const walker = await PublicWalker.begun(app);
      const response = await walker.post(path, body);
      expect(response.status).toBe(400);
      expect(response.text).toContain('<h1');
      expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });

  it('refuses other content types and large bodies', async () => {
    const { app } = startPublicPages();
    const json = await supertest(app).post('/ask/begin').send({ a: 1 });
    expect(json.status).toBe(415);
    const walker = await PublicWalker.begun(app);
    const large = await walker.answer({ who: 'x'.repeat(170_000) });
    expect(large.status).toBe(413);
    expect(large.text).toContain('too much text');
  });

  it('takes so many pages and so many questions from one address', async () => {
    const pages = startPublicPages({
      limits: { publicPagesPerAddressPerMinute: 2 },
    });
    const post = () => supertest(pages.app).post('/ask/begin').type('form');
    await post();
    await post();
    expect((await post()).status).toBe(429);

    const questions = startPublicPages({
      limits: { publicQuestionsPerAddressPerMinute: 1 },
    });
    const send = async () => {
      const walker = await PublicWalker.checking(questions.app);
      await walker.answer({}, 'send');
      return walker.page.status;
    };
    expect(await send()).toBe(200);
    expect(await send()).toBe(429);
  });

  it('slows down one address and not the others', async () => {
    const { app } = startPublicPages({
      limits: { publicCodesPerAddressPerMinute: 3 },
    });
    app.set('trust proxy', true);
    const attempt = (ip: string) =>
      supertest(app)
        .post('/ask/reply')
        .set('x-forwarded-for', ip)
        .type('form')
        .send('code=AAAA');
    const statuses = [];
    for (let index = 0; index < 5; index += 1) {
      statuses.push((await attempt('192.0.2.1')).status);
    }
    expect(statuses).toEqual([400, 400, 400, 429, 429]);
    const stopped = await attempt('192.0.2.1');
    expect(stopped.headers['retry-after']).toBe('60');
    expect(stopped.text).toContain('Wait a minute');
    expect((await attempt('192.0.2.2')).status).toBe(400);
  });
});
