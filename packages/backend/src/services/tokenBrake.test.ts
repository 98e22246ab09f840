import { problemHandler } from '@imsa-hub/core-node';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { TokenBrake } from './tokenBrake';
import { VerifiedTokens } from './verifiedTokens';

const logger = mockServices.logger.mock();
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach(server => void server.close()));

/** A server behind a brake; to verify a token takes it 20 ms,
 * a second for one that begins with `slow`. */
async function startBraked(mostBad: number) {
  const tokens = new VerifiedTokens();
  const keep = (token: string) =>
    tokens.keep({
      token,
      scope: 'network full',
      credentials: {
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'user' },
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
  const config = mockServices.rootConfig({
    data: { hub: { limits: { badTokensPerAddressPerMinute: mostBad } } },
  });
  let verified = 0;
  const router = PromiseRouter();
  router.use(new TokenBrake({ config, tokens }).middleware());
  router.use(async (request, response) => {
    const token = request.headers.authorization?.slice('Bearer '.length);
    if (token && !tokens.knows(token)) {
      verified += 1;
      await pause(token.startsWith('slow') ? 1_000 : 20);
    }
    const isGood = token?.startsWith('good') ?? false;
    if (token && isGood) keep(token);
    response.status(isGood ? 200 : 401);
    // A live line: its head goes out, its end does not come.
    if (request.path === '/live') response.flushHeaders();
    else response.end();
  });
  router.use(problemHandler({ logger }));
  const app = express().set('trust proxy', true).use(router);
  const server = app.listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = async (token?: string, from = '192.0.2.1', path = '/') =>
    (
      await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: {
          'x-forwarded-for': from,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
      })
    ).status;
  return { ask, port, verified: () => verified };
}

const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const tally = (statuses: readonly number[]) =>
  Object.fromEntries(
    [...new Set(statuses)]
      .sort()
      .map(status => [status, statuses.filter(one => one === status).length]),
  );

test('bad tokens are slowed down; good ones and none at all are not', async () => {
  const { ask } = await startBraked(3);
  expect(await ask('good')).toBe(200);
  const bad = [];
  for (let index = 0; index < 5; index += 1) bad.push(await ask(`bad${index}`));
  expect(bad).toEqual([401, 401, 401, 429, 429]);
  expect(await ask('good')).toBe(200);
  expect(await ask()).toBe(401);
});

test('300 bad tokens at once: no more are looked at than one after another', async () => {
  const { ask, verified } = await startBraked(30);
  expect(tally(await many(300, index => ask(`bad${index}`)))).toEqual({
    401: 30,
    429: 270,
  });
  expect(verified()).toBe(30);
  // Never global: another address is not held for it.
  expect(await ask('bad', '192.0.2.2')).toBe(401);
});

test('300 tokens of an office that are good are all let through at once', async () => {
  const { ask } = await startBraked(30);
  expect(tally(await many(300, index => ask(`good${index}`)))).toEqual({
    200: 300,
  });
  // And none of them counts as bad.
  expect(tally(await many(40, index => ask(`bad${index}`)))).toEqual({
    401: 30,
    429: 10,
  });
});

test('good tokens among bad ones are verified while there is room', async () => {
  const { ask } = await startBraked(30);
  const statuses = await many(50, index =>
    ask(index % 2 ? `good${index}` : `bad${index}`),
  );
  expect(tally(statuses)).toEqual({ 200: 25, 401: 25 });
});

test('an address of IPv6 is counted by its network', async () => {
  const { ask } = await startBraked(3);
  const statuses = await many(6, index =>
    ask(`bad${index}`, `2001:db8::${index}`),
  );
  expect(tally(statuses)).toEqual({ 401: 3, 429: 3 });
});

test('whoever hangs up before the answer has tried all the same', async () => {
  const { ask, port, verified } = await startBraked(3);
  const sockets = [0, 1, 2].map(index => {
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `GET / HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 192.0.2.1\r\nauthorization: Bearer slow${index}\r\n\r\n`,
    );
    return socket;
  });
  while (verified() < 3) await pause(2);
  sockets.forEach(socket => socket.destroy());
  // It waits until it is known of those three, and is not looked at.
  expect(await ask('bad')).toBe(429);
  expect(verified()).toBe(3);
});

test('a live line holds no place while it is open', async () => {
  const { ask } = await startBraked(1);
  expect(await ask('good1', undefined, '/live')).toBe(200);
  expect(await ask('good2')).toBe(200);
});
