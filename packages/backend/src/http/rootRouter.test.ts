import { problemHandler } from '@imsa-hub/core-node';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { notFoundOnceStarted } from './notFoundOnceStarted';
import { isOfTheApp, loggedPrefix } from './pages';
import { requestLog } from './requestLog';
import { routesOf } from './routesOf';
import { securityHeaders } from './securityHeaders';

const logger = mockServices.logger.mock();

test.each([
  ['/', true],
  ['/advice/queries/01h', true],
  ['/network', true],
  ['/legal-limits/rules/a-rule', true],
  ['/static/main.js', true],
  ['/favicon.svg', true],
  ['/static/main.js.map', false],
  ['/advice/', true],
  ['/advice/templates/new', true],
  ['/cases/01h/documents/01j', true],
  ['/cases/drafts/01h/place', true],
  ['/notifications', true],
  ['/advices', false],
  ['/advice/nonsense', false],
  ['/advice/queries', false],
  ['/advice/queries/01h/more', false],
  ['/advice//queries/01h', false],
  ['/advice/queries/%2e%2e', false],
  ['/cases/.env', false],
  ['/cases/01h/documents', false],
  ['/network/people', false],
  ['/notifications/01h', false],
  ['/held/01h', false],
  ['/settings', false],
  ['/.env', false],
  ['/index.php', false],
  ['/package.json', false],
])('%s is of the app: %p', async (path, expected) => {
  const app = express();
  app.use((req, res) => void res.json(isOfTheApp(req)));
  const get = await request(app).get(path).set('accept', 'text/html');
  expect(get.body).toBe(expected);
  expect((await request(app).post(path)).body).toBe(false);
});

test('while the hub starts nothing is missing yet', async () => {
  let startUp: () => unknown = () => undefined;
  const app = express();
  app.use(
    notFoundOnceStarted({
      addStartupHook: hook => {
        startUp = hook;
      },
    }),
    problemHandler({ logger }),
  );
  const ask = () => request(app).get('/api/advice/queries/01h');
  expect((await ask()).status).toBe(503);
  startUp();
  expect((await ask()).status).toBe(404);
});

test('who follows a link that leads nowhere gets a page that says so', async () => {
  const app = express();
  app.use(
    notFoundOnceStarted({ addStartupHook: hook => void hook() }),
    problemHandler({ logger }),
  );
  const browser = (path: string) =>
    request(app).get(path).set('accept', 'text/html,*/*;q=0.8');
  const page = await browser('/advice/nonsense');
  expect(page.status).toBe(404);
  expect(page.headers['content-type']).toMatch(/^text\/html/);
  expect(page.headers['cache-control']).toBe('no-store');
  expect(page.text).toContain('<h1>This page does not exist</h1>');
  // The same for every address, and never what somebody typed into it.
  expect((await browser('/settings')).text).toBe(page.text);
  for (const problem of [
    await browser('/api/advice/nonsense'),
    await request(app).get('/advice/nonsense'),
    await request(app).post('/advice/nonsense').set('accept', 'text/html'),
  ]) {
    expect(problem.status).toBe(404);
    expect(problem.headers['content-type']).toMatch(/problem\+json/);
  }
});

test('a log line names neither record nor person', async () => {
  expect(loggedPrefix('/api/advice/queries/01h')).toBe('/api/advice');
  expect(loggedPrefix('/api/jane-doe')).toBe('/api');
  expect(loggedPrefix('/jane-doe')).toBe('other');
  const app = express();
  app.use(requestLog({ logger }), (_req, res) => void res.end());
  await request(app)
    .get('/advice/01h-jane?name=jane')
    .set('referer', 'https://jane.example');
  const said = JSON.stringify(logger.info.mock.calls);
  expect(said).toContain('"/advice"');
  expect(said).not.toContain('jane');
  expect(said).not.toContain('127.0.0.1');
});

test('headers: strict for answers, only our own scripts for pages', async () => {
  const app = express();
  app.use(securityHeaders({ https: true }), (_req, res) => void res.end());
  const api = await request(app).get('/api/network/me');
  expect(api.headers['content-security-policy']).toMatch(/^default-src 'none'/);
  expect(api.headers['cache-control']).toBe('no-store');
  expect(api.headers['strict-transport-security']).toBeDefined();
  const page = await request(app).get('/advice');
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('signing out empties the browser, a foreign link does not', async () => {
  const app = express();
  app.use(securityHeaders({ https: false }), (_req, res) => void res.end());
  const out = (ours: boolean) =>
    request(app)
      .post('/api/auth/oidc/logout')
      .set(ours ? { 'x-requested-with': 'XMLHttpRequest' } : {});
  expect((await out(true)).headers['clear-site-data']).toContain('"storage"');
  expect((await out(false)).headers['clear-site-data']).toBeUndefined();
});

test('routes are found below mounted routers, parameters and all', () => {
  const inner = PromiseRouter();
  inner.get('/items/:itemId', (_req, res) => void res.end());
  inner.post('/', (_req, res) => void res.end());
  const outer = PromiseRouter();
  outer.use('/v1/:plugin', inner);
  outer.use(inner);
  expect(routesOf(outer, '/api/x')).toEqual([
    { method: 'get', path: '/api/x/v1/:plugin/items/:itemId' },
    { method: 'post', path: '/api/x/v1/:plugin' },
    { method: 'get', path: '/api/x/items/:itemId' },
    { method: 'post', path: '/api/x' },
  ]);
});
