import express from 'express';
import request from 'supertest';
import { hostCookies } from './hostCookies';

function anApp() {
  const app = express();
  app.use(hostCookies());
  app.get('/seen', (req, res) => void res.json(req.headers.cookie ?? null));
  app.get('/set', (_req, res) => {
    // As Backstage and the session of a sign-in set theirs.
    res.cookie('oidc-nonce', 'n=1', {
      httpOnly: true,
      path: '/api/auth/oidc/handler',
      sameSite: 'lax',
      secure: true,
      maxAge: 600_000,
    });
    res.cookie('oidc-refresh-token', '', {
      domain: 'hub.example',
      path: '/api/auth/oidc',
    });
    res.cookie('oidc-refresh-token-1', 'r', {
      httpOnly: true,
      path: '/api/auth/oidc',
      sameSite: 'strict',
    });
    res.append('set-cookie', 'connect.sid=s%3A1; Path=/; HttpOnly');
    res.cookie('other', 'o', { path: '/elsewhere' });
    res.end();
  });
  return app;
}

test('what is set is for this host alone, and as strict as it can be', async () => {
  const { headers } = await request(anApp()).get('/set');
  const set = (headers['set-cookie'] as unknown as string[]).map(cookie =>
    cookie.replace(/Expires=[^;]+; /, ''),
  );
  expect(set).toEqual([
    '__Host-oidc-nonce=n%3D1; Max-Age=600; HttpOnly; Path=/; Secure; SameSite=Lax',
    '__Host-oidc-refresh-token-1=r; HttpOnly; Path=/; Secure; SameSite=Strict',
    '__Host-connect.sid=s%3A1; HttpOnly; Path=/; Secure; SameSite=Lax',
    'other=o; Path=/elsewhere',
  ]);
});

test.each([
  ['__Host-oidc-nonce=n%3D1; a=1', 'oidc-nonce=n%3D1; a=1'],
  ['__Host-oidc-refresh-token-0=r==; b', 'oidc-refresh-token-0=r==; b'],
  ['__Host-connect.sid=s', 'connect.sid=s'],
  // What another host of the domain could have planted.
  ['oidc-nonce=planted; __Host-oidc-nonce=own', 'oidc-nonce=own'],
  ['connect.sid=planted;oidc-refresh-token=planted', ''],
  ['__Host-other=o', '__Host-other=o'],
])('what comes in as %s is seen as %s', async (sent, seen) => {
  const { body } = await request(anApp()).get('/seen').set('cookie', sent);
  expect(body).toBe(seen);
});

test('without any nothing is seen', async () => {
  expect((await request(anApp()).get('/seen')).body).toBeNull();
});
