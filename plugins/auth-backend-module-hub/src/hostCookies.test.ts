import express from 'express';
import request from 'supertest';
import { hostCookies } from './hostCookies';

/** Sets these, and says which came in. */
const app = (...set: string[]) =>
  express()
    .use(hostCookies())
    .use((asked, response) => {
      for (const cookie of set) response.append('set-cookie', cookie);
      response.json(asked.headers.cookie ?? null);
    });

const cameIn = async (cookie: string): Promise<string> =>
  (await request(app()).get('/').set('cookie', cookie)).body;
const wentOut = async (...set: string[]): Promise<string[] | undefined> =>
  (await request(app(...set)).get('/')).headers['set-cookie'] as never;

test.each([
  ['a=1; __Host-hub-form=x; oidc-noncex=2', undefined],
  ['__Host-oidc-nonce=a%3D%3D', 'oidc-nonce=a%3D%3D'],
  ['oidc-nonce=set; __Host-oidc-nonce=ours;a=1', 'oidc-nonce=ours; a=1'],
  ['__Host-connect.sid=s:1.2==; connect.sid=set', 'connect.sid=s:1.2=='],
  ['oidc-refresh-token=set; oidc-refresh-token-0=set', ''],
  ['__Host-oidc-refresh-token-12=x', 'oidc-refresh-token-12=x'],
  ['__Host-__Host-oidc-nonce=x; __host-oidc-nonce=x', undefined],
  ['constructor=1; __Host-toString=2', undefined],
])('of %s comes in %s', async (sent, heard) => {
  expect(await cameIn(sent)).toBe(heard ?? sent);
});

test('each cookie of sign-in goes out tied to this host, and no other is touched', async () => {
  const form = '__Host-hub-form=x; Path=/; SameSite=Strict';
  expect(
    await wentOut(
      'oidc-nonce=; Domain=hub.example; Path=/api/auth/oidc; Max-Age=0',
      'oidc-nonce=a%3D; Max-Age=600; Path=/api/auth/oidc/handler; HttpOnly; SameSite=None',
      form,
      'connect.sid=s%3A1; Path=/',
      'oidc-granted-scope=openid; Max-Age=9; Expires=Thu, 01 Jan 2026 00:00:00 GMT',
    ),
  ).toEqual([
    '__Host-oidc-nonce=a%3D; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax',
    form,
    '__Host-connect.sid=s%3A1; Path=/; HttpOnly; Secure; SameSite=Lax',
    '__Host-oidc-granted-scope=openid; Max-Age=9; Expires=Thu, 01 Jan 2026 00:00:00 GMT; Path=/; HttpOnly; Secure; SameSite=Strict',
  ]);
  expect(await wentOut()).toBeUndefined();
  expect(await wentOut('oidc-refresh-token=; Max-Age=0; Path=/x')).toEqual([
    '__Host-oidc-refresh-token=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
  ]);
});
